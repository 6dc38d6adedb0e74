package vn.daihoi.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;

/** {@code ServiceTask_MoveDueDates} of {@code commentRound}: the open conferences are due when the round closes. */
@Component
final class MoveDueDatesDelegate implements JavaDelegate {

    private final OpenRound round;

    MoveDueDatesDelegate(OpenRound round) {
        this.round = round;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKeyIn(Elements.CELL_CONFERENCE, Elements.ORGANISATION_CONFERENCE)
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), round.closesAt(execution)));
    }
}
