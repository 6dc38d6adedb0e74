package vn.daihoi.cell.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.process.CellCongressProcess.CheckOutcome;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.cell.process.CellCongressProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office checks the result file of a cell. */
@Component
final class CheckCellResult implements TaskHandler<CheckCellResult.Form> {

    private final CellCongresses cells;

    CheckCellResult(CellCongresses cells) {
        this.cells = cells;
    }

    /** What can be decided. */
    enum Decision {
        COMPLETE,
        INCOMPLETE
    }

    /** What the form asks. */
    record Form(
            @Label("Hồ sơ kết quả") @NotNull Decision decision,
            @Label("Phần còn thiếu") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.CHECK_RESULT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var cell = cells.get(item.businessKey());
        return FormView.empty().with("resultSummary", Summaries.result(cell, cells.name(cell), cells.remarks(cell)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var complete = form.decision() == Decision.COMPLETE;
        var verdict =
                complete ? cells.checkComplete(id, item.user()) : cells.checkIncomplete(id, form.reason(), item.user());
        var outcome = complete ? CheckOutcome.COMPLETE : CheckOutcome.INCOMPLETE;
        return verdict.fold(
                () -> Submission.accepted(Variables.CHECK_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
