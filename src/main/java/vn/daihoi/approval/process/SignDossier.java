package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Signature;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward secretary signs a dossier, or sends it back to the office. */
@Component
final class SignDossier implements TaskHandler<SignDossier.Form> {

    private final Dossiers dossiers;
    private final DossierSummaries summaries;

    SignDossier(Dossiers dossiers, DossierSummaries summaries) {
        this.dossiers = dossiers;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        SIGN,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.SIGN);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty().with("dossierSummary", summaries.open(dossiers.get(item.businessKey())));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var signed = form.decision() == Decision.SIGN;
        var verdict = signed ? dossiers.sign(id, item.user()) : dossiers.sendBack(id, form.reason(), item.user());
        return verdict.fold(
                () -> Submission.accepted(Variables.SIGNATURE, (signed ? Signature.SIGNED : Signature.RETURNED).name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
