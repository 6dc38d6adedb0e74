package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Receipt;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The superior's office takes a dossier in, or returns it as incomplete with the items marked on its page. */
@Component
final class ReceiveDossier implements TaskHandler<ReceiveDossier.Form> {

    private final Dossiers dossiers;
    private final DossierSummaries summaries;

    ReceiveDossier(Dossiers dossiers, DossierSummaries summaries) {
        this.dossiers = dossiers;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        RECEIVE,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.RECEIVE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with("dossierSummary", summaries.sent(dossier))
                .with("findings", summaries.findings(dossier));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var received = form.decision() == Decision.RECEIVE;
        var verdict = received
                ? dossiers.receive(id, item.user())
                : dossiers.returnIncomplete(id, form.reason(), item.user());
        return verdict.fold(
                () -> Submission.accepted(Variables.RECEIPT, (received ? Receipt.RECEIVED : Receipt.INCOMPLETE).name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
