package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.SlipAnswer;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.engine.WorkList;

/** A member of the superior's standing committee, or who stands in for one, gives an opinion slip. */
@Component
final class GiveSlip implements TaskHandler<GiveSlip.Form> {

    private final Dossiers dossiers;
    private final Slips slips;
    private final ApprovalSummaries summaries;
    private final WorkList tasks;

    GiveSlip(Dossiers dossiers, Slips slips, ApprovalSummaries summaries, WorkList tasks) {
        this.dossiers = dossiers;
        this.slips = slips;
        this.summaries = summaries;
        this.tasks = tasks;
    }

    /** What the form asks. */
    record Form(
            @Label("Ý kiến") @NotNull SlipAnswer answer,
            @Label("Lý do không đồng ý") @Nullable @Size(max = 4000) String reason,
            @Label("Văn kiện") @Nullable @Size(max = 36) String document,
            @Label("Nội dung đề nghị chỉnh sửa") @Nullable @Size(max = 8000) String requests) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.GIVE_SLIP);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with("dossierSummary", summaries.head(dossier, "Gửi phiếu ở trang phiếu xin ý kiến", "/phieu"))
                .with("report", summaries.report(dossier))
                .options("documents", summaries.documents(dossier));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        // the task knows whose slip it is, whoever completes it
        var member = tasks.reference(item.taskId(), Variables.MEMBER_ID)
                .orElseThrow(() -> new IllegalStateException("Task " + item.taskId() + " asks nobody"));
        return slips.give(
                        item.businessKey(),
                        member,
                        form.answer(),
                        // the form asks for these with one answer each, and hides them otherwise
                        form.answer() == SlipAnswer.DISAGREE ? form.reason() : null,
                        form.answer() == SlipAnswer.AGREE_WITH_REQUESTS
                                ? Appraisals.lines(form.document(), form.requests())
                                : List.of(),
                        item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
