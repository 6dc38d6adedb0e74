package vn.daihoi.approval.process;

import org.springframework.stereotype.Component;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The organisation board appraises. */
@Component
final class AppraiseOrganisation implements TaskHandler<AppraisalForm.Form> {

    private final AppraisalForm desk;

    AppraiseOrganisation(AppraisalForm desk) {
        this.desk = desk;
    }

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.APPRAISE_ORGANISATION);
    }

    @Override
    public Class<AppraisalForm.Form> form() {
        return AppraisalForm.Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return desk.view(item, Board.ORGANISATION);
    }

    @Override
    public Submission submit(WorkItem item, AppraisalForm.Form form) {
        return desk.submit(item, Board.ORGANISATION, form);
    }
}
