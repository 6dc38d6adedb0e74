package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisals;

/** {@code ServiceTask_RemindBoards} of {@code dossierApproval}. */
@Component
final class RemindBoardsDelegate implements JavaDelegate {

    private final Appraisals appraisals;

    RemindBoardsDelegate(Appraisals appraisals) {
        this.appraisals = appraisals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appraisals.remind(execution.getProcessBusinessKey());
    }
}
