package vn.daihoi.approval.process;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office says that a dossier is complete; files and receipts are added on its page. */
@Component
final class AssembleDossier implements TaskHandler<AssembleDossier.Form> {

    private final Dossiers dossiers;
    private final DossierSummaries summaries;

    AssembleDossier(Dossiers dossiers, DossierSummaries summaries) {
        this.dossiers = dossiers;
        this.summaries = summaries;
    }

    /** What the form asks. */
    record Form(@Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.ASSEMBLE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var dossier = dossiers.get(item.businessKey());
        return FormView.empty()
                .with("returnReason", summaries.returned(dossier))
                .with("dossierSummary", summaries.open(dossier));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return dossiers.complete(item.businessKey(), form.note(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
