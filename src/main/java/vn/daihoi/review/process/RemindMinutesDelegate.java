package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.review.WorkingSessions;

/** {@code ServiceTask_RemindMinutes} of {@code workingSession}. */
@Component
final class RemindMinutesDelegate implements JavaDelegate {

    private final WorkingSessions sessions;

    RemindMinutesDelegate(WorkingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sessions.remindOfMinutes(execution.getProcessBusinessKey());
    }
}
