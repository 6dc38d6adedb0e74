package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Slips;

/** {@code ServiceTask_RemindMembers} of {@code dossierApproval}. */
@Component
final class RemindMembersDelegate implements JavaDelegate {

    private final Slips slips;

    RemindMembersDelegate(Slips slips) {
        this.slips = slips;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slips.remind(execution.getProcessBusinessKey());
    }
}
