package vn.daihoi.cell.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;

/** {@code ServiceTask_RemindCell}. */
@Component
final class RemindCellDelegate implements JavaDelegate {

    private final CellCongresses cells;

    RemindCellDelegate(CellCongresses cells) {
        this.cells = cells;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cells.remind(execution.getProcessBusinessKey());
    }
}
