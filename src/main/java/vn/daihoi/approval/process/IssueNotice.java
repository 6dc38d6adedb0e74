package vn.daihoi.approval.process;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The superior's office issues the notice of the decision. */
@Component
final class IssueNotice implements TaskHandler<IssueNotice.Form> {

    private final Dossiers dossiers;
    private final Approvals approvals;
    private final ApprovalSummaries summaries;

    IssueNotice(Dossiers dossiers, Approvals approvals, ApprovalSummaries summaries) {
        this.dossiers = dossiers;
        this.approvals = approvals;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(@Label("Nơi nhận") @Nullable @Size(max = 2000) String recipients) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.ISSUE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with("noticeSummary", summaries.notice(dossier))
                .with("recipients", String.join("\n", approvals.usualRecipients(dossier)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return approvals
                .issue(item.businessKey(), form.recipients(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
