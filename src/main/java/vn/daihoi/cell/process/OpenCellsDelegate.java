package vn.daihoi.cell.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;

/** {@code ServiceTask_OpenCells} of {@code congressPreparation}. */
@Component
final class OpenCellsDelegate implements JavaDelegate {

    private final CellCongresses cells;

    OpenCellsDelegate(CellCongresses cells) {
        this.cells = cells;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cells.openAll(execution.getProcessBusinessKey());
    }
}
