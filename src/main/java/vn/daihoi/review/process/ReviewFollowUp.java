package vn.daihoi.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;
import vn.daihoi.review.FollowUps;
import vn.daihoi.review.process.FollowUpProcess.Elements;
import vn.daihoi.review.process.FollowUpProcess.FollowUpOutcome;
import vn.daihoi.review.process.FollowUpProcess.Variables;

/** The working group or the superior's office accepts a report or sends it back. */
@Component
final class ReviewFollowUp implements TaskHandler<ReviewFollowUp.Form> {

    private final FollowUps followUps;

    ReviewFollowUp(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** What can be decided. */
    enum Decision {
        ACCEPT,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return FollowUpProcess.task(Elements.REVIEW);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty().with("followUpSummary", ReviewSummaries.reported(followUps.get(item.businessKey())));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var accepted = form.decision() == Decision.ACCEPT;
        var verdict = accepted ? followUps.accept(id, item.user()) : followUps.sendBack(id, form.reason(), item.user());
        var outcome = accepted ? FollowUpOutcome.ACCEPTED : FollowUpOutcome.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.FOLLOW_UP_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
