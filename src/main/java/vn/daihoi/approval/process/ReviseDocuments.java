package vn.daihoi.approval.process;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Revisions;
import vn.daihoi.approval.process.DocumentPreparationProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The editors work on the page of what is outstanding; completing the task says that nothing is any more. */
@Component
final class ReviseDocuments implements TaskHandler<ReviseDocuments.Form> {

    private final Revisions revisions;
    private final RevisionSummaries summaries;

    ReviseDocuments(Revisions revisions, RevisionSummaries summaries) {
        this.revisions = revisions;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(@Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return DocumentPreparationProcess.task(Elements.REVISE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty()
                .with("revisionSummary", summaries.revision(item.businessKey()))
                .with("outstanding", summaries.outstanding(item.businessKey()));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return revisions
                .complete(item.businessKey(), form.note(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
