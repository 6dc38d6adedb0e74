package vn.daihoi.review.process;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
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

    /** Lets open tasks and waiting reminders follow the new time of a session that was moved. */
    void reckonAnew(DelegateExecution execution) {
        var instance = execution.getProcessInstanceId();
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery().processInstanceId(instance).list().forEach(task -> due(
                        task.getTaskDefinitionKey(), execution)
                .ifPresent(due -> tasks.setDueDate(task.getId(), due)));
        var jobs = execution.getProcessEngineServices().getManagementService();
        jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .forEach(timer -> jobs.recalculateJobDuedate(timer, false));
    }

    /** When the open task of this step is due; empty for a step whose day doesn't depend on the session's. */
    private Optional<Date> due(String element, DelegateExecution execution) {
        return switch (element) {
            case Elements.REPORT -> Optional.of(reportDue(execution));
            case Elements.FILE_OPINIONS -> Optional.of(endsAt(execution));
            case Elements.RECORD_MINUTES -> Optional.of(minutesDue(execution));
            default -> Optional.empty();
        };
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
}
