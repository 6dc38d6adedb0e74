package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The secretary of the superior approves, returns with requests, or refuses. */
@Component
final class DecideApproval implements TaskHandler<DecideApproval.Form> {

    private final Dossiers dossiers;
    private final Approvals approvals;
    private final ApprovalSummaries summaries;

    DecideApproval(Dossiers dossiers, Approvals approvals, ApprovalSummaries summaries) {
        this.dossiers = dossiers;
        this.approvals = approvals;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        APPROVE,
        RETURN,
        REFUSE;

        vn.daihoi.approval.Decision.Outcome outcome() {
            return switch (this) {
                case APPROVE -> vn.daihoi.approval.Decision.Outcome.APPROVED;
                case RETURN -> vn.daihoi.approval.Decision.Outcome.RETURNED;
                case REFUSE -> vn.daihoi.approval.Decision.Outcome.REFUSED;
            };
        }
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do") @Nullable @Size(max = 4000) String reason) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.DECIDE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with(
                        "dossierSummary",
                        summaries.head(dossier, "Sửa danh sách yêu cầu ở trang quyết định", "/quyet-dinh"))
                .with("slipFigures", summaries.figures(dossier))
                .with("requestSummary", summaries.requests(dossier));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var outcome = form.decision().outcome();
        return approvals
                .decide(item.businessKey(), outcome, form.reason(), item.user())
                .fold(
                        () -> Submission.accepted(Variables.APPROVAL_OUTCOME, outcome.name()),
                        no -> new Submission.Refused(no.field(), no.message()));
    }
}
