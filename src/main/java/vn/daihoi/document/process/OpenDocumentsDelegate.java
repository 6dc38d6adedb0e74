package vn.daihoi.document.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.document.Documents;

/** {@code ServiceTask_OpenDocuments} of {@code congressPreparation}. */
@Component
final class OpenDocumentsDelegate implements JavaDelegate {

    private final Documents documents;

    OpenDocumentsDelegate(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.openAll(execution.getProcessBusinessKey());
    }
}
