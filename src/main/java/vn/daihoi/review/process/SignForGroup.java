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

/** The head signs the notice of conclusion for the working group. */
@Component
final class SignForGroup implements TaskHandler<SignForGroup.Form> {

    private final Conclusions conclusions;
    private final WorkingSessions sessions;

    SignForGroup(Conclusions conclusions, WorkingSessions sessions) {
        this.conclusions = conclusions;
        this.sessions = sessions;
    }

    /** What the form asks. */
    record Form(@Label("Ký thông báo kết luận thay mặt Tổ công tác") @NotNull Boolean confirmed) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.SIGN_FOR_GROUP);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty()
                .with(
                        "conclusionSummary",
                        ReviewSummaries.conclusion(
                                sessions.get(item.businessKey()),
                                conclusions.find(item.businessKey()).orElse(null)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return form.confirmed()
                ? conclusions
                        .signForGroup(item.businessKey(), item.user())
                        .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()))
                : Submission.refused("confirmed", "Phải đánh dấu “Ký thông báo kết luận thay mặt Tổ công tác”.");
    }
}
