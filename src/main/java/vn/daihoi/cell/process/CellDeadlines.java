package vn.daihoi.cell.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.daihoi.cell.CellCongresses;

/** The deadlines in the model of {@code cellCongress}, reckoned in working days. */
@Component("cellDeadlines")
public class CellDeadlines {

    private final CellCongresses cells;

    CellDeadlines(CellCongresses cells) {
        this.cells = cells;
    }

    /** When the cell is reminded of its report. */
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(cells.reminderAt(execution.getProcessBusinessKey()));
    }

    /** When the ward office is told to chase the cell up. */
    public Date escalationAt(DelegateExecution execution) {
        return Date.from(cells.escalationAt(execution.getProcessBusinessKey()));
    }

    /** By when the report is due. */
    public Date reportDue(DelegateExecution execution) {
        return Date.from(cells.reportDue(execution.getProcessBusinessKey()));
    }
}
