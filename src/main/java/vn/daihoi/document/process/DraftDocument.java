package vn.daihoi.document.process;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.FormText;
import vn.daihoi.document.Documents;
import vn.daihoi.document.process.DocumentDraftingProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The editors write on the page of the document; completing the task hands the newest published version in. */
@Component
final class DraftDocument implements TaskHandler<DraftDocument.Form> {

    private final Documents documents;
    private final Summaries summaries;

    DraftDocument(Documents documents, Summaries summaries) {
        this.documents = documents;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(@Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return DocumentDraftingProcess.task(Elements.DRAFT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var document = documents.get(item.businessKey());
        var reason = document.returnReason();
        return FormView.empty()
                .with("returnReason", reason == null ? null : FormText.plain(reason))
                .with("documentSummary", summaries.drafting(document));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return documents
                .submit(item.businessKey(), form.note(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
