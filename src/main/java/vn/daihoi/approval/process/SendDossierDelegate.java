package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;

/** {@code ServiceTask_SendDossier} of {@code dossierApproval}. */
@Component
final class SendDossierDelegate implements JavaDelegate {

    private final Dossiers dossiers;

    SendDossierDelegate(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.send(execution.getProcessBusinessKey());
    }
}
