package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The editors have proposed an answer to everything. */
@Component
final class ProposeAnswers implements TaskHandler<ProposeAnswers.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    ProposeAnswers(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** The form asks nothing: the work is done on the pages of the round. */
    record Form() {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.PROPOSE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        return FormView.empty()
                .with("returnReason", RoundSummaries.reason(round))
                .with(
                        "roundSummary",
                        summaries.with(round, "Mở bàn xử lý để đề xuất cho từng cụm ý kiến", "/ban-xu-ly"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return rounds.proposed(item.businessKey(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
