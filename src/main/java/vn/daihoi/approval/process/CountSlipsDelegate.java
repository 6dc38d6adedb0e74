package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.process.DossierApprovalProcess.QuorumReached;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;

/** {@code ServiceTask_CountSlips} of {@code dossierApproval}. */
@Component
final class CountSlipsDelegate implements JavaDelegate {

    private final Slips slips;

    CountSlipsDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reached = slips.count(execution.getProcessBusinessKey()) ? QuorumReached.YES : QuorumReached.NO;
        execution.setVariable(Variables.QUORUM_REACHED.name(), reached.name());
    }
}
