package vn.daihoi.approval.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.organisation.Units;

/** Names the tasks on a dossier after its number and its ward: the superior has those of many wards in one list. */
@Component
final class DossierSubject implements TaskSubject {

    private final Dossiers dossiers;
    private final Units units;

    DossierSubject(Dossiers dossiers, Units units) {
        this.dossiers = dossiers;
        this.units = units;
    }

    @Override
    public @Nullable String of(TaskRights.UnitReference instance) {
        if (!(instance.value(Variables.DOSSIER_ID.name()) instanceof String id)) {
            return null;
        }
        var dossier = dossiers.get(id);
        return dossier.title() + " · " + units.shortNameOf(dossier.ward());
    }
}
