package vn.daihoi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;

/** {@code ServiceTask_PrepareRound} of {@code documentDrafting}. */
@Component
final class PrepareRoundDelegate implements JavaDelegate {

    private final Rounds rounds;

    PrepareRoundDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var round = rounds.prepare(execution.getProcessBusinessKey());
        execution.setVariable(Variables.ROUND_ID.name(), round);
    }
}
