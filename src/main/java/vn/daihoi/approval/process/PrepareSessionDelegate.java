package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.process.DocumentPreparationProcess.Variables;
import vn.daihoi.review.WorkingSessions;

/** {@code ServiceTask_PrepareSession} and {@code ServiceTask_PrepareFurtherSession} of {@code documentPreparation}. */
@Component
final class PrepareSessionDelegate implements JavaDelegate {

    private final WorkingSessions sessions;

    PrepareSessionDelegate(WorkingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var session = sessions.get(sessions.prepare(execution.getProcessBusinessKey()));
        execution.setVariable(Variables.SESSION_ID.name(), session.id());
        execution.setVariable(Variables.SUPERIOR_ID.name(), session.superior());
    }
}
