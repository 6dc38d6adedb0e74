package vn.daihoi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** {@code ServiceTask_ReckonSessionDates} of {@code workingSession}: open tasks and waiting reminders follow the new time. */
@Component
final class ReckonSessionDatesDelegate implements JavaDelegate {

    private final SessionSchedule schedule;

    ReckonSessionDatesDelegate(SessionSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var instance = execution.getProcessInstanceId();
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery().processInstanceId(instance).list().forEach(task -> schedule.due(
                        task.getTaskDefinitionKey(), execution)
                .ifPresent(due -> tasks.setDueDate(task.getId(), due)));
        var jobs = execution.getProcessEngineServices().getManagementService();
        jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .forEach(timer -> jobs.recalculateJobDuedate(timer, false));
    }
}
