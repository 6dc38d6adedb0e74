package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisals;

/** {@code ServiceTask_EscalateAppraisals} of {@code dossierApproval}. */
@Component
final class EscalateAppraisalsDelegate implements JavaDelegate {

    private final Appraisals appraisals;

    EscalateAppraisalsDelegate(Appraisals appraisals) {
        this.appraisals = appraisals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appraisals.escalate(execution.getProcessBusinessKey());
    }
}
