package vn.daihoi.consultation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office writes what can't be counted into the synthesis report. */
@Component
final class CompileReports implements TaskHandler<CompileReports.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    CompileReports(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(
            @Label("Những nội dung thống nhất") @NotBlank @Size(max = 8000) String agreedPoints,
            @Label("Những ý kiến khác nhau") @NotBlank @Size(max = 8000) String differing,
            @Label("Đề xuất xử lý") @NotBlank @Size(max = 8000) String proposals) {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.REPORT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        return FormView.empty()
                .with("roundSummary", summaries.with(round, "Mở trang báo cáo để xem số liệu đã lập", "/bao-cao"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var synthesis = new Round.Synthesis(form.agreedPoints(), form.differing(), form.proposals());
        return rounds.reported(item.businessKey(), synthesis, item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
