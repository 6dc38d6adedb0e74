package vn.daihoi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;

/** {@code ServiceTask_CloseRound} of {@code commentRound}. */
@Component
final class CloseRoundDelegate implements JavaDelegate {

    private final Rounds rounds;

    CloseRoundDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.close(execution.getProcessBusinessKey());
    }
}
