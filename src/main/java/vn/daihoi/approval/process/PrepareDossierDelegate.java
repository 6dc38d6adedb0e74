package vn.daihoi.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DocumentPreparationProcess.Variables;

/** {@code ServiceTask_PrepareDossier} of {@code documentPreparation}. */
@Component
final class PrepareDossierDelegate implements JavaDelegate {

    private final Dossiers dossiers;

    PrepareDossierDelegate(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dossier = dossiers.get(dossiers.prepare(execution.getProcessBusinessKey()));
        execution.setVariable(Variables.DOSSIER_ID.name(), dossier.id());
        execution.setVariable(Variables.SUPERIOR_ID.name(), dossier.superior());
    }
}
