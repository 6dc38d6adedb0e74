package vn.daihoi.cell;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The congress of one cell within the congress of its ward. A step that its state does not allow throws
 * {@link IllegalStateException}.
 *
 * @param id a UUID, also the business key of the process
 * @param congress id of the ward's congress
 * @param cell id of the cell
 * @param round how many times it has been planned from the start: 1, and one more after each re-vote, postponement or
 *     annulment
 * @param status how far it has come
 * @param plan as last submitted, null before the first
 * @param report as last given in this round, null before; a postponed or failed attempt stands until the next plan
 * @param awaitedFrom the day from which the deadlines of the report run, null while none is awaited
 * @param decisionNumber number of the decision that recognised or annulled the result, null before
 * @param reason why it came back to the cell, null when it did not
 * @param createdAt when it was opened
 * @param version for optimistic locking; 0 before it is first stored
 */
@Table("cell_congress")
public record CellCongress(
        @Id String id,
        String congress,
        String cell,
        int round,
        CellStatus status,
        @Embedded.Nullable @Nullable CellPlan plan,
        @Embedded.Nullable @Nullable CellReport report,
        @Nullable LocalDate awaitedFrom,
        @Nullable String decisionNumber,
        @Nullable String reason,
        Instant createdAt,
        @Version int version) {

    /** A cell's congress of which nothing is known yet. */
    static CellCongress open(String id, String congress, String cell, Instant now) {
        return new CellCongress(id, congress, cell, 1, CellStatus.PLANNING, null, null, null, null, null, now, 0);
    }

    /** The plan goes to the ward office. */
    CellCongress submit(CellPlan newPlan) {
        demand(CellStatus.PLAN_SUBMITTED);
        return copy(round, CellStatus.PLAN_SUBMITTED, newPlan, null, null, null, null);
    }

    /** The plan goes back to the cell. */
    CellCongress sendPlanBack(String why) {
        demand(CellStatus.PLANNING);
        return copy(round, CellStatus.PLANNING, plan, null, null, null, why);
    }

    /** The plan stands; the report is awaited from the planned day on. */
    CellCongress clear() {
        demand(CellStatus.CLEARED);
        var cleared = required(plan);
        return copy(round, CellStatus.CLEARED, cleared, null, cleared.plannedDate(), null, null);
    }

    /** Held: the file goes to the ward office. */
    CellCongress held(CellReport given) {
        demand(CellStatus.REPORTED);
        return copy(round, CellStatus.REPORTED, plan, given, null, null, null);
    }

    /** Failed or postponed: the cell plans once more. */
    CellCongress again(CellReport given, String why) {
        demand(CellStatus.PLANNING);
        return copy(round + 1, CellStatus.PLANNING, plan, given, null, null, why);
    }

    /** Something is missing; the missing parts are awaited from that day on, not from the planned one. */
    CellCongress sendReportBack(String why, LocalDate today) {
        demand(CellStatus.INCOMPLETE);
        return copy(round, CellStatus.INCOMPLETE, plan, report, today, null, why);
    }

    /** The file is complete. */
    CellCongress checked() {
        demand(CellStatus.CHECKED);
        return copy(round, CellStatus.CHECKED, plan, report, null, null, null);
    }

    /** The result is recognised. */
    CellCongress recognise(String number) {
        demand(CellStatus.RECOGNISED);
        return copy(round, CellStatus.RECOGNISED, plan, report, null, number, null);
    }

    /** The result is annulled and the vote must be repeated. */
    CellCongress annul(String number, String why) {
        demand(CellStatus.PLANNING);
        return copy(round + 1, CellStatus.PLANNING, plan, report, null, number, why);
    }

    /** Called off with the ward's congress. */
    CellCongress cancel(String why) {
        demand(CellStatus.CANCELLED);
        return copy(round, CellStatus.CANCELLED, plan, report, null, decisionNumber, why);
    }

    private void demand(CellStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("Cell congress " + id + " is " + status + " and cannot become " + next);
        }
    }

    private CellPlan required(@Nullable CellPlan planned) {
        if (planned == null) {
            throw new IllegalStateException("Cell congress " + id + " has no plan");
        }
        return planned;
    }

    private CellCongress copy(
            int newRound,
            CellStatus newStatus,
            @Nullable CellPlan newPlan,
            @Nullable CellReport newReport,
            @Nullable LocalDate newAwaitedFrom,
            @Nullable String newDecisionNumber,
            @Nullable String newReason) {
        return new CellCongress(
                id,
                congress,
                cell,
                newRound,
                newStatus,
                newPlan,
                newReport,
                newAwaitedFrom,
                newDecisionNumber,
                newReason,
                createdAt,
                version);
    }
}
