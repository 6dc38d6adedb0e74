package vn.daihoi.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.Opinions;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;

/** The superior's office records the minutes, which ends the session. */
@Component
final class RecordMinutes implements TaskHandler<RecordMinutes.Form> {

    private final WorkingSessions sessions;
    private final Opinions opinions;
    private final SessionSummaries summaries;

    RecordMinutes(WorkingSessions sessions, Opinions opinions, SessionSummaries summaries) {
        this.sessions = sessions;
        this.opinions = opinions;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(
            @Label("Tổ công tác và cấp trên có mặt") @NotBlank @Size(max = 4000) String groupPresent,
            @Label("Phường có mặt") @NotBlank @Size(max = 4000) String wardPresent,
            @Label("Diễn biến buổi làm việc") @NotBlank @Size(max = 8000) String course) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.RECORD_MINUTES);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var session = sessions.get(item.businessKey());
        int filed = opinions.ofSession(session.id()).size();
        return FormView.empty()
                .with("sessionSummary", summaries.with(session, "Mở trang của buổi làm việc", ""))
                .with("opinionSummary", filed + " ý kiến. [Xem các ý kiến](/lam-viec/" + session.id() + "/y-kien)")
                .with("groupPresent", String.join("\n", sessions.expectedFromAbove(session)))
                .with("wardPresent", String.join("\n", sessions.expectedFromWard(session)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var minutes = new WorkingSessions.Minutes(form.groupPresent(), form.wardPresent(), form.course());
        return sessions.record(item.businessKey(), minutes, item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
