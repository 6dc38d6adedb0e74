package vn.daihoi.approval.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisal;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.WorkItem;

/** What the tasks of the three boards have in common. */
@Component
class AppraisalForm {

    private final Dossiers dossiers;
    private final Appraisals appraisals;
    private final ApprovalSummaries summaries;

    AppraisalForm(Dossiers dossiers, Appraisals appraisals, ApprovalSummaries summaries) {
        this.dossiers = dossiers;
        this.appraisals = appraisals;
        this.summaries = summaries;
    }

    /** What each asks. */
    record Form(
            @Label("Kết quả thẩm định") @NotNull Appraisal.Outcome outcome,
            @Label("Ý kiến thẩm định") @NotBlank @Size(max = 8000) String opinion,
            @Label("Văn kiện") @Nullable @Size(max = 36) String document,
            @Label("Nội dung đề nghị chỉnh sửa") @Nullable @Size(max = 8000) String requests) {}

    FormView view(WorkItem item, Board board) {
        var dossier = dossiers.get(item.businessKey());
        int asked = appraisals.requests(dossier, board).size();
        return FormView.empty()
                .with(
                        "dossierSummary",
                        summaries.head(
                                dossier,
                                asked == 0
                                        ? "Ghi đề nghị theo từng đoạn ở trang thẩm định"
                                        : "Mở trang thẩm định: đã ghi " + asked + " đề nghị",
                                "/tham-dinh"))
                .options("documents", summaries.documents(dossier));
    }

    Submission submit(WorkItem item, Board board, Form form) {
        return appraisals
                .give(
                        item.businessKey(),
                        board,
                        form.outcome(),
                        form.opinion(),
                        Appraisals.lines(form.document(), form.requests()),
                        item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
