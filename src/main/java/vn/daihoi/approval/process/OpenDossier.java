package vn.daihoi.approval.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.Appraisals;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Slip;
import vn.daihoi.approval.SlipRound;
import vn.daihoi.approval.Slips;
import vn.daihoi.organisation.WorkingCalendar;

/** What the model of {@code dossierApproval} asks of a dossier that was received. */
@Component("openDossier")
public class OpenDossier {

    private static final LocalTime OPENING_TIME = LocalTime.of(8, 0);
    private static final LocalTime CLOSING_TIME = LocalTime.of(17, 0);

    private final Dossiers dossiers;
    private final Appraisals appraisals;
    private final Slips slips;
    private final WorkingCalendar calendar;

    OpenDossier(Dossiers dossiers, Appraisals appraisals, Slips slips, WorkingCalendar calendar) {
        this.dossiers = dossiers;
        this.appraisals = appraisals;
        this.slips = slips;
        this.calendar = calendar;
    }

    /** When the boards have to have appraised. */
    public Date appraisalDue(DelegateExecution execution) {
        return at(appraisals.dueOn(execution.getProcessBusinessKey()), CLOSING_TIME);
    }

    /** When those who haven't are reminded: in the morning of the working day before. */
    public Date appraisalReminder(DelegateExecution execution) {
        return at(calendar.minusWorkingDays(appraisals.dueOn(execution.getProcessBusinessKey()), 1), OPENING_TIME);
    }

    /** When their delay is reported. */
    public Date appraisalOverdue(DelegateExecution execution) {
        return appraisalDue(execution);
    }

    /** Ids of the accounts asked for a slip; one task is given for each. */
    public List<String> members(DelegateExecution execution) {
        return asked(execution).slips().stream().map(Slip::member).toList();
    }

    /** When slips have to have come back. */
    public Date slipDue(DelegateExecution execution) {
        return at(asked(execution).dueOn(), CLOSING_TIME);
    }

    /** When those who haven't answered are reminded: in the morning of the working day before. */
    public Date slipReminder(DelegateExecution execution) {
        return at(calendar.minusWorkingDays(asked(execution).dueOn(), 1), OPENING_TIME);
    }

    /** When their delay is reported. */
    public Date slipOverdue(DelegateExecution execution) {
        return slipDue(execution);
    }

    private SlipRound asked(DelegateExecution execution) {
        return slips.current(dossiers.get(execution.getProcessBusinessKey())).orElseThrow();
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant());
    }
}
