package vn.daihoi.cell.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;

/** What the model of {@code congressPreparation} asks of the cells. */
@Component("cellStream")
public class CellStream {

    private final CellCongresses cells;

    CellStream(CellCongresses cells) {
        this.cells = cells;
    }

    /** Ids of the cells' congresses opened with this one, in the order of the units; one instance runs for each. */
    public List<String> openedCellCongressIds(DelegateExecution execution) {
        return cells.openedIds(execution.getProcessBusinessKey());
    }

    /** Id of the cell whose congress this is. */
    public String cellOf(String cellCongress) {
        return cells.get(cellCongress).cell();
    }
}
