package vn.daihoi.document.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.daihoi.document.Documents;

/** What the model of {@code congressPreparation} asks of the documents. */
@Component("documentStream")
public class DocumentStream {

    private final Documents documents;

    DocumentStream(Documents documents) {
        this.documents = documents;
    }

    /** Ids of the documents opened with the congress, in the order of their types; one instance runs for each. */
    public List<String> openedDocumentIds(DelegateExecution execution) {
        return documents.openedIds(execution.getProcessBusinessKey());
    }
}
