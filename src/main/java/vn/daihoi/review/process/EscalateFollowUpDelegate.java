package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.review.FollowUps;

/** {@code ServiceTask_EscalateFollowUp} of {@code followUp}. */
@Component
final class EscalateFollowUpDelegate implements JavaDelegate {

    private final FollowUps followUps;

    EscalateFollowUpDelegate(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.escalate(execution.getProcessBusinessKey());
    }
}
