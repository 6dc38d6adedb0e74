package vn.daihoi.review.process;

import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;

/** The head of the working group says that what stands on the page of the conclusion is concluded. */
@Component
final class ConcludeSession implements TaskHandler<ConcludeSession.Form> {

    private final Conclusions conclusions;
    private final WorkingSessions sessions;

    ConcludeSession(Conclusions conclusions, WorkingSessions sessions) {
        this.conclusions = conclusions;
        this.sessions = sessions;
    }

    /** What the form asks. */
    record Form(@Label("Kết luận với nội dung trên trang kết luận") @NotNull Boolean confirmed) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.CONCLUDE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var conclusion = conclusions.find(item.businessKey()).orElse(null);
        return FormView.empty()
                .with("returnReason", ReviewSummaries.returned(conclusion))
                .with("conclusionSummary", ReviewSummaries.conclusion(sessions.get(item.businessKey()), conclusion));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return form.confirmed()
                ? conclusions
                        .conclude(item.businessKey(), item.user())
                        .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()))
                : Submission.refused("confirmed", "Phải đánh dấu “Kết luận với nội dung trên trang kết luận”.");
    }
}
