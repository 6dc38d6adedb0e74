package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.process.DossierApprovalProcess.ApprovalOutcome;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;

/** {@code ServiceTask_RecordDossierWithdrawal} of {@code dossierApproval}. */
@Component
final class RecordDossierWithdrawalDelegate implements JavaDelegate {

    private final Approvals approvals;

    RecordDossierWithdrawalDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.withdrawn(execution.getProcessBusinessKey());
        execution.setVariable(Variables.APPROVAL_OUTCOME.name(), ApprovalOutcome.WITHDRAWN.name());
    }
}
