package vn.daihoi.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.FormText;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.FollowUps;
import vn.daihoi.review.process.FollowUpProcess.Elements;

/** The owner reports what came of a conclusion. */
@Component
final class ReportFollowUp implements TaskHandler<ReportFollowUp.Form> {

    private final FollowUps followUps;

    ReportFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** What the form asks. */
    record Form(
            @Label("Kết quả thực hiện") @NotBlank @Size(max = 4000) String report,
            @Label("Minh chứng") @Nullable @Size(max = 500) String evidence) {}

    @Override
    public TaskKey task() {
        return FollowUpProcess.task(Elements.REPORT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var one = followUps.get(item.businessKey());
        var reason = one.returnReason();
        return FormView.empty()
                .with("returnReason", reason == null ? null : FormText.plain(reason))
                .with("followUpSummary", ReviewSummaries.assigned(one))
                .with("report", one.report())
                .with("evidence", one.evidence());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return followUps
                .report(item.businessKey(), form.report(), form.evidence(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
