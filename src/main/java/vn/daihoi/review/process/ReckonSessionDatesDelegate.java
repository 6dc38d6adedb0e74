package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code ServiceTask_ReckonSessionDates} of {@code workingSession}. */
@Component
final class ReckonSessionDatesDelegate implements JavaDelegate {

    private final SessionSchedule schedule;

    ReckonSessionDatesDelegate(SessionSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        schedule.reckonAnew(execution);
    }
}
