package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The new version is published and shows what was accepted. */
@Component
final class ReviseDraft implements TaskHandler<ReviseDraft.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    ReviseDraft(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** The form asks nothing: the work is done on the pages of the round. */
    record Form() {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.REVISE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        return FormView.empty()
                .with(
                        "roundSummary",
                        summaries.with(round, "Mở trang đối chiếu ý kiến đã tiếp thu với chỗ sửa", "/doi-chieu"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return rounds.revised(item.businessKey(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
