package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Slips;

/** {@code ServiceTask_EscalateSlips} of {@code dossierApproval}. */
@Component
final class EscalateSlipsDelegate implements JavaDelegate {

    private final Slips slips;

    EscalateSlipsDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.escalate(execution.getProcessBusinessKey());
    }
}
