package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.SlipChoice;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The superior's office sums up the appraisals and asks the standing committee, or puts a return before the secretary. */
@Component
final class OpenSlips implements TaskHandler<OpenSlips.Form> {

    private final Dossiers dossiers;
    private final Slips slips;
    private final ApprovalSummaries summaries;

    OpenSlips(Dossiers dossiers, Slips slips, ApprovalSummaries summaries) {
        this.dossiers = dossiers;
        this.slips = slips;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(
            @Label("Báo cáo tổng hợp thẩm định") @NotBlank @Size(max = 8000) String report,
            @Label("Bước tiếp theo") @NotNull SlipChoice choice) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.OPEN_SLIPS);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with("dossierSummary", summaries.head(dossier, "Mở trang thẩm định", "/tham-dinh"))
                .with("appraisals", summaries.appraisals(dossier))
                .with("report", summaries.typedReport(dossier));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var verdict = form.choice() == SlipChoice.ASK
                ? slips.open(item.businessKey(), form.report(), item.user())
                : slips.skip(item.businessKey(), form.report(), item.user());
        return verdict.fold(
                () -> Submission.accepted(Variables.SLIP_CHOICE, form.choice().name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
