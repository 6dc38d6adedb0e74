package vn.daihoi.consultation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.AnswersOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The secretary has decided on all answers, or sends them back to the editors. */
@Component
final class DecideAnswers implements TaskHandler<DecideAnswers.Form> {

    private final Rounds rounds;
    private final Answers answers;
    private final RoundSummaries summaries;

    DecideAnswers(Rounds rounds, Answers answers, RoundSummaries summaries) {
        this.rounds = rounds;
        this.answers = answers;
        this.summaries = summaries;
    }

    /** What can be decided. */
    enum Decision {
        DECIDE,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Quyết định theo đề xuất với mọi ý kiến còn lại") @Nullable Boolean adoptRest,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CommentRoundProcess.task(Elements.DECIDE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var id = item.businessKey();
        return FormView.empty()
                .with(
                        "roundSummary",
                        summaries.with(
                                rounds.get(id),
                                "Mở bàn xử lý: còn " + answers.undecided(id) + " cụm ý kiến chưa quyết định",
                                "/ban-xu-ly"));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var decided = form.decision() == Decision.DECIDE;
        var verdict = decided
                ? decided(item, Boolean.TRUE.equals(form.adoptRest()))
                : rounds.answersSentBack(item.businessKey(), form.reason(), item.user());
        var outcome = decided ? AnswersOutcome.DECIDED : AnswersOutcome.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.ANSWERS_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }

    private Verdict decided(WorkItem item, boolean adoptRest) {
        var id = item.businessKey();
        var adopted = adoptRest && answers.undecided(id) > 0
                ? answers.adoptProposals(id, List.of(), item.user())
                : Verdict.done();
        return adopted instanceof Verdict.Refused ? adopted : rounds.decided(id, item.user());
    }
}
