package vn.daihoi.review.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;

/** What the model of {@code workingSession} asks of a session that is scheduled. */
@Component("sessionSchedule")
public class SessionSchedule {

    private final WorkingSessions sessions;

    SessionSchedule(WorkingSessions sessions) {
        this.sessions = sessions;
    }

    /** Accounts of the working group; one task is given to each. */
    public List<String> members(DelegateExecution execution) {
        return sessions.members(sessions.get(execution.getProcessBusinessKey()));
    }

    /** By when the ward reports. */
    public Date reportDue(DelegateExecution execution) {
        return Date.from(sessions.reportDue(execution.getProcessBusinessKey()));
    }

    /** When the ward is reminded of that. */
    public Date remindReportAt(DelegateExecution execution) {
        return Date.from(sessions.remindReportAt(execution.getProcessBusinessKey()));
    }

    /** When the session ends. */
    public Date endsAt(DelegateExecution execution) {
        return Date.from(sessions.endsAt(execution.getProcessBusinessKey()));
    }

    /** By when the minutes are recorded. */
    public Date minutesDue(DelegateExecution execution) {
        return Date.from(sessions.minutesDue(execution.getProcessBusinessKey()));
    }

    /** When the superior's office is reminded of that. */
    public Date remindMinutesAt(DelegateExecution execution) {
        return Date.from(sessions.remindMinutesAt(execution.getProcessBusinessKey()));
    }

    /** Open tasks and waiting reminders follow the new time. */
    void reckonAnew(DelegateExecution execution) {
        var dues = Map.<String, Function<DelegateExecution, Date>>of(
                Elements.REPORT, this::reportDue,
                Elements.FILE_OPINIONS, this::endsAt,
                Elements.RECORD_MINUTES, this::minutesDue);
        var services = execution.getProcessEngineServices();
        var instance = execution.getProcessInstanceId();
        var tasks = services.getTaskService();
        dues.forEach((step, due) ->
                tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(step).list().stream()
                        .map(Task::getId)
                        .forEach(task -> tasks.setDueDate(task, due.apply(execution))));
        var jobs = services.getManagementService();
        jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .forEach(timer -> jobs.recalculateJobDuedate(timer, false));
    }
}
