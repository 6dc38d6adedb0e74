package vn.daihoi.consultation.process;

import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office makes the result public, and says whether the document goes out once more. */
@Component
final class PublishResult implements TaskHandler<PublishResult.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    PublishResult(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** Whether the document goes out once more. */
    enum FurtherRound {
        NO,
        YES
    }

    /** What the form asks. */
    record Form(@Label("Lấy ý kiến thêm một vòng") @NotNull FurtherRound furtherRound) {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.PUBLISH);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        return FormView.empty()
                .with("roundSummary", summaries.with(round, "Mở trang báo cáo để xem lại kết quả", "/bao-cao"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var another = form.furtherRound() == FurtherRound.YES;
        var outcome = another ? RoundOutcome.ANOTHER : RoundOutcome.FINISHED;
        return rounds.publish(item.businessKey(), another, item.user())
                .fold(
                        () -> Submission.accepted(Variables.ROUND_OUTCOME, outcome.name()),
                        no -> new Submission.Refused(no.field(), no.message()));
    }
}
