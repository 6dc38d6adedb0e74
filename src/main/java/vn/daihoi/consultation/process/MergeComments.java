package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The editors have merged what says the same. */
@Component
final class MergeComments implements TaskHandler<MergeComments.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    MergeComments(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** The form asks nothing: the work is done on the pages of the round. */
    record Form() {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.MERGE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var round = rounds.get(item.businessKey());
        return FormView.empty()
                .with("roundSummary", summaries.with(round, "Mở trang cụm ý kiến để xem, tách, gộp", "/cum"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return rounds.merged(item.businessKey(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
