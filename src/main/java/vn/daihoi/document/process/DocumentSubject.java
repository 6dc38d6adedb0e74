package vn.daihoi.document.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.document.Documents;
import vn.daihoi.document.process.DocumentDraftingProcess.Variables;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;

/** Names the tasks on a document after its type; its title is typed by people and stays in the record. */
@Component
final class DocumentSubject implements TaskSubject {

    private final Documents documents;

    DocumentSubject(Documents documents) {
        this.documents = documents;
    }

    @Override
    public @Nullable String of(TaskRights.UnitReference instance) {
        return instance.value(Variables.DOCUMENT_ID.name()) instanceof String id
                ? documents.get(id).type().name()
                : null;
    }
}
