package vn.daihoi.cell.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward office notes what it did to get the report of a late cell. */
@Component
final class ChaseOverdueResult implements TaskHandler<ChaseOverdueResult.Form> {

    private final CellCongresses cells;

    ChaseOverdueResult(CellCongresses cells) {
        this.cells = cells;
    }

    /** What the form asks. */
    record Form(@Label("Việc đã làm để đôn đốc") @NotBlank @Size(max = 2000) String action) {}

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.CHASE);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var cell = cells.get(item.businessKey());
        return FormView.empty()
                .with("overdueSummary", Summaries.overdue(cell, cells.name(cell), cells.reportDue(cell.id())));
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return cells.chase(item.businessKey(), form.action(), item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
