package vn.daihoi.review.process;

import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;

/** {@code ServiceTask_ReckonSessionDates} of {@code workingSession}: open tasks and waiting reminders follow the new time. */
@Component
final class ReckonSessionDatesDelegate implements JavaDelegate {

    private final Map<String, Function<DelegateExecution, Date>> dues;

    ReckonSessionDatesDelegate(SessionSchedule schedule) {
        dues = Map.of(
                Elements.REPORT, schedule::reportDue,
                Elements.FILE_OPINIONS, schedule::endsAt,
                Elements.RECORD_MINUTES, schedule::minutesDue);
    }

    @Override
    public void execute(DelegateExecution execution) {
        var services = execution.getProcessEngineServices();
        var instance = execution.getProcessInstanceId();
        var tasks = services.getTaskService();
        tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .filter(task -> dues.containsKey(task.getTaskDefinitionKey()))
                .forEach(task -> tasks.setDueDate(
                        task.getId(), dues.get(task.getTaskDefinitionKey()).apply(execution)));
        var jobs = services.getManagementService();
        jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .forEach(timer -> jobs.recalculateJobDuedate(timer, false));
    }
}
