package vn.daihoi.approval.process;

import org.springframework.stereotype.Component;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The propaganda board appraises. */
@Component
final class AppraisePropaganda implements TaskHandler<AppraisalForm.Form> {

    private final AppraisalForm desk;

    AppraisePropaganda(AppraisalForm desk) {
        this.desk = desk;
    }

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.APPRAISE_PROPAGANDA);
    }

    @Override
    public Class<AppraisalForm.Form> form() {
        return AppraisalForm.Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return desk.view(item, Board.PROPAGANDA);
    }

    @Override
    public Submission submit(WorkItem item, AppraisalForm.Form form) {
        return desk.submit(item, Board.PROPAGANDA, form);
    }
}
