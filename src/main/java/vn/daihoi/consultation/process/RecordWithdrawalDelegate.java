package vn.daihoi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;

/** {@code ServiceTask_RecordWithdrawal} of {@code commentRound}. */
@Component
final class RecordWithdrawalDelegate implements JavaDelegate {

    private final Rounds rounds;

    RecordWithdrawalDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.withdrawn(execution.getProcessBusinessKey());
        // without a round the document would be stuck, so the next one is planned
        execution.setVariable(Variables.ROUND_OUTCOME.name(), RoundOutcome.ANOTHER.name());
    }
}
