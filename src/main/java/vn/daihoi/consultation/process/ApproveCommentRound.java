package vn.daihoi.consultation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundPlanOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The secretary approves the plan of a round, or sends it back. */
@Component
final class ApproveCommentRound implements TaskHandler<ApproveCommentRound.Form> {

    private final Rounds rounds;
    private final RoundSummaries summaries;

    ApproveCommentRound(Rounds rounds, RoundSummaries summaries) {
        this.rounds = rounds;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        APPROVE,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.APPROVE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return FormView.empty().with("planSummary", summaries.plan(rounds.get(item.businessKey())));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var approved = form.decision() == Decision.APPROVE;
        var verdict = approved ? rounds.approve(id, item.user()) : rounds.sendBack(id, form.reason(), item.user());
        return verdict.fold(
                () -> new Submission.Accepted(approved ? approved(id) : outcome(RoundPlanOutcome.RETURNED)),
                no -> new Submission.Refused(no.field(), no.message()));
    }

    private ProcessValues approved(String id) {
        return rounds.get(id).skipReason() == null
                ? outcome(RoundPlanOutcome.OPEN)
                : outcome(RoundPlanOutcome.SKIP).and(Variables.ROUND_OUTCOME, RoundOutcome.FINISHED.name());
    }

    private static ProcessValues outcome(RoundPlanOutcome outcome) {
        return ProcessValues.of(Variables.ROUND_PLAN_OUTCOME, outcome.name());
    }
}
