package vn.daihoi.cell.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.cell.process.CellCongressProcess.RecognitionOutcome;
import vn.daihoi.cell.process.CellCongressProcess.Variables;
import vn.daihoi.engine.FormView;
import vn.daihoi.engine.Label;
import vn.daihoi.engine.Submission;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.engine.WorkItem;

/** The ward secretary recognises the result of a cell or annuls it. */
@Component
final class RecogniseCellResult implements TaskHandler<RecogniseCellResult.Form> {

    private final CellCongresses cells;

    RecogniseCellResult(CellCongresses cells) {
        this.cells = cells;
    }

    /** What can be decided. */
    enum Decision {
        RECOGNISE,
        ANNUL
    }

    /** What the form asks. */
    record Form(
            @Label("Quyết định") @NotNull Decision decision,
            @Label("Số quyết định") @NotBlank @Size(max = 50) String decisionNumber,
            @Label("Lý do không chuẩn y") @Nullable @Size(max = 2000) String reason) {}

    @Override
    public TaskKey task() {
        return CellCongressProcess.task(Elements.RECOGNISE);
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
        var recognised = form.decision() == Decision.RECOGNISE;
        var verdict = recognised
                ? cells.recognise(id, form.decisionNumber(), item.user())
                : cells.annul(id, form.decisionNumber(), form.reason(), item.user());
        var outcome = recognised ? RecognitionOutcome.RECOGNISED : RecognitionOutcome.ANNULLED;
        return verdict.fold(
                () -> Submission.accepted(Variables.RECOGNITION_OUTCOME, outcome.name()),
                no -> new Submission.Refused(no.field(), no.message()));
    }
}
