package vn.daihoi.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;

/** The ward office reports the preparation, which opens the session. */
@Component
final class ReportPreparation implements TaskHandler<ReportPreparation.Form> {

    private final WorkingSessions sessions;
    private final SessionSummaries summaries;

    ReportPreparation(WorkingSessions sessions, SessionSummaries summaries) {
        this.sessions = sessions;
        this.summaries = summaries;
    }

    /** What the form asks; what can be counted isn't asked. */
    record Form(
            @Label("Kết quả chuẩn bị") @NotBlank @Size(max = 4000) String results,
            @Label("Khó khăn, vướng mắc") @Nullable @Size(max = 1500) String difficulties,
            @Label("Kiến nghị với Tổ công tác") @Nullable @Size(max = 1000) String proposals) {}

    @Override
    public TaskKey task() {
        return WorkingSessionProcess.task(Elements.REPORT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var session = sessions.get(item.businessKey());
        return FormView.empty()
                .with(
                        "sessionSummary",
                        summaries.with(session, "Mở phòng đọc để xem tài liệu Tổ công tác sẽ đọc", "/tai-lieu"))
                .with("facts", SessionSummaries.list(sessions.facts(session)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var report = new WorkingSessions.Report(form.results(), form.difficulties(), form.proposals());
        return sessions.report(item.businessKey(), report, item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
