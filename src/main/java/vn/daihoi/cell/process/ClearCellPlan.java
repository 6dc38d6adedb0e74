package vn.daihoi.cell.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.cell.process.CellCongressProcess.PlanOutcome;
import vn.daihoi.cell.process.CellCongressProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office clears the plan of a cell or sends it back. */
@Component
final class ClearCellPlan implements TaskHandler<ClearCellPlan.Form> {

    private final CellCongresses cells;

    ClearCellPlan(CellCongresses cells) {
        this.cells = cells;
    }

    /** What can be decided. */
    enum Decision {
        CLEAR,
        RETURN
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Lý do trả lại") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.CLEAR_PLAN);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var cell = cells.get(item.businessKey());
        return FormView.empty().with("planSummary", Summaries.plan(cell, cells.name(cell)));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var id = item.businessKey();
        var cleared = form.decision() == Decision.CLEAR;
        var verdict = cleared ? cells.clearPlan(id, item.user()) : cells.returnPlan(id, form.reason(), item.user());
        var outcome = cleared ? PlanOutcome.CLEARED : PlanOutcome.RETURNED;
        return verdict.fold(
                () -> Submission.accepted(Variables.PLAN_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
