package vn.daihoi.cell.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.CellPlan;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The cell plans its congress, or plans it anew after it was sent back, failed or was put off. */
@Component
final class PlanCellCongress implements TaskHandler<PlanCellCongress.Form> {

    private final CellCongresses cells;

    PlanCellCongress(CellCongresses cells) {
        this.cells = cells;
    }

    /** What the form asks. */
    record Form(
            @Label("Ngày dự kiến tổ chức") @NotNull LocalDate plannedDate,
            @Label("Địa điểm") @NotBlank @Size(max = 200) String venue,
            @Label("Ghi chú") @Nullable @Size(max = 2000) String note) {}

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.PLAN);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var cell = cells.get(item.businessKey());
        var plan = cell.plan();
        var view = FormView.empty().with("returnReason", Summaries.reason(cell));
        return plan == null
                ? view
                : view.with("plannedDate", plan.plannedDate())
                        .with("venue", plan.venue())
                        .with("note", plan.note());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        var plan = new CellPlan(form.plannedDate(), form.venue(), form.note());
        return cells.plan(item.businessKey(), plan, item.user())
                .fold(Submission::accepted, no -> new Submission.Refused(no.field(), no.message()));
    }
}
