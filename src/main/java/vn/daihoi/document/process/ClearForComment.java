package vn.daihoi.document.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.document.Documents;
import vn.daihoi.document.process.DocumentDraftingProcess.ClearanceOutcome;
import vn.daihoi.document.process.DocumentDraftingProcess.Elements;
import vn.daihoi.document.process.DocumentDraftingProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward secretary lets the version that was handed in go out for comment or sends it back. */
@Component
final class ClearForComment implements TaskHandler<ClearForComment.Form> {

    private final Documents documents;
    private final Summaries summaries;

    ClearForComment(Documents documents, Summaries summaries) {
        this.documents = documents;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        CLEAR,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return DocumentDraftingProcess.task(Elements.CLEAR);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty().with("documentSummary", summaries.submitted(documents.get(item.businessKey())));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var cleared = form.decision() == Decision.CLEAR;
        var verdict = cleared ? documents.clear(id, item.user()) : documents.sendBack(id, form.reason(), item.user());
        var outcome = cleared ? ClearanceOutcome.CLEARED : ClearanceOutcome.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.CLEARANCE_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
