package vn.daihoi.cell.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.CellOutcome;
import vn.daihoi.cell.CellReport;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.cell.process.CellCongressProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The cell reports what came of its congress. */
@Component
final class ReportCellResult implements TaskHandler<ReportCellResult.Form> {

    // no cell is larger, a typing slip easily is
    private static final int MOST = 100_000;

    private final CellCongresses cells;

    ReportCellResult(CellCongresses cells) {
        this.cells = cells;
    }

    /** What the form asks. */
    record Form(
            @Label("Kết quả đại hội") @NotNull CellOutcome outcome,
            @Label("Ngày tổ chức") @Nullable LocalDate heldOn,
            @Label("Số đảng viên được triệu tập") @Nullable @PositiveOrZero @Max(MOST) Integer convened,
            @Label("Số đảng viên có mặt") @Nullable @PositiveOrZero @Max(MOST) Integer present,
            @Label("Số biên bản") @Nullable @Size(max = 50) String minutesNumber,
            @Label("Lý do") @Nullable @Size(max = 2000) String reason) {

        /** What was reported; of a congress that did not meet only that it did not. */
        CellReport asReport() {
            return outcome == CellOutcome.POSTPONED
                    ? new CellReport(outcome, null, null, null, null)
                    : new CellReport(outcome, heldOn, convened, present, minutesNumber);
        }
    }

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.REPORT_RESULT);
    }

    @Override
    public Class<Form> form() {
        return Form.class;
    }

    @Override
    public FormView view(WorkItem item) {
        var cell = cells.get(item.businessKey());
        var report = cell.report();
        var view = FormView.empty().with("returnReason", Summaries.reason(cell));
        return report == null
                ? view
                : view.with("outcome", report.outcome())
                        .with("heldOn", report.heldOn())
                        .with("convened", report.convened())
                        .with("present", report.present())
                        .with("minutesNumber", report.minutesNumber());
    }

    @Override
    public Submission submit(WorkItem item, Form form) {
        return cells.report(item.businessKey(), form.asReport(), form.reason(), item.user())
                .fold(
                        () -> Submission.accepted(
                                Variables.RESULT_OUTCOME, form.outcome().name()),
                        no -> new Submission.Refused(no.field(), no.message()));
    }
}
