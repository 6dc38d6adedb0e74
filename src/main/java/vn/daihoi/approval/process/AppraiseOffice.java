package vn.daihoi.approval.process;

import org.springframework.stereotype.Component;
import vn.daihoi.approval.Board;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The superior's office appraises. */
@Component
final class AppraiseOffice implements TaskHandler<AppraisalForm.Form> {

    private final AppraisalForm desk;

    AppraiseOffice(AppraisalForm desk) {
        this.desk = desk;
    }

    @Override
    public TaskKey task() {
        return DossierApprovalProcess.task(Elements.APPRAISE_OFFICE);
    }

    @Override
    public Class<AppraisalForm.Form> form() {
        return AppraisalForm.Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        return desk.view(item, Board.OFFICE);
    }

    @Override
    public Submission submit(WorkItem item, AppraisalForm.Form form) {
        return desk.submit(item, Board.OFFICE, form);
    }
}
