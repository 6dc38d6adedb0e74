package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.review.WorkingSessions;

/** {@code ServiceTask_RemindPreparation} of {@code workingSession}. */
@Component
final class RemindPreparationDelegate implements JavaDelegate {

    private final WorkingSessions sessions;

    RemindPreparationDelegate(WorkingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sessions.remindOfReport(execution.getProcessBusinessKey());
    }
}
