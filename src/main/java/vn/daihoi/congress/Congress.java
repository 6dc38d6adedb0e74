package vn.daihoi.congress;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The congress of a ward for one term. A step that its state does not allow throws {@link IllegalStateException}; the
 * service asks {@link CongressStatus#mayBecome} first where that is an expected case.
 *
 * @param id a UUID, also the business key of the process
 * @param ward id of the ward
 * @param term for example {@code 2025–2030}
 * @param status how far it has come
 * @param plan the plan as last submitted, null before the first
 * @param round which submission of the plan this is, 0 before the first
 * @param returnReason why the plan came back, null when it did not
 * @param submitted who submitted the plan, null before
 * @param approved who approved it, null before
 * @param ready who confirmed readiness, null before
 * @param readyNote what was noted at that, null for nothing
 * @param cancelled who called it off, null when nobody did
 * @param cancelReason why, null when nobody did
 * @param created who opened it
 * @param version for optimistic locking; 0 before it is first stored
 */
@Table("congress")
public record Congress(
        @Id String id,
        String ward,
        String term,
        CongressStatus status,
        @Embedded.Nullable @Nullable CongressPlan plan,
        int round,
        @Nullable String returnReason,
        @Embedded.Nullable(prefix = "submitted_") @Nullable Signed submitted,
        @Embedded.Nullable(prefix = "approved_") @Nullable Signed approved,
        @Embedded.Nullable(prefix = "ready_") @Nullable Signed ready,
        @Nullable String readyNote,
        @Embedded.Nullable(prefix = "cancelled_") @Nullable Signed cancelled,
        @Nullable String cancelReason,
        @Embedded.Empty(prefix = "created_") Signed created,
        @Version int version) {

    /** A congress of which nothing is known but the ward and the term. */
    static Congress open(String id, String ward, String term, Signed by) {
        return new Congress(
                id, ward, term, CongressStatus.DRAFT, null, 0, null, null, null, null, null, null, null, by, 0);
    }

    /** The rule set it is pinned to, null before the first plan. */
    public @Nullable String ruleSet() {
        return plan == null ? null : plan.ruleSet();
    }

    /** Whether it has neither been called off nor come to its end. */
    public boolean running() {
        return status.mayBecome(CongressStatus.CANCELLED);
    }

    /** The plan goes to the secretary; the reason of an earlier return has done its work. */
    Congress submit(CongressPlan newPlan, Signed by) {
        demand(CongressStatus.SUBMITTED);
        return copy(CongressStatus.SUBMITTED, newPlan, round + 1, null, by, null, null, null, null, null);
    }

    /** The plan stands. */
    Congress approve(Signed by) {
        demand(CongressStatus.APPROVED);
        return copy(CongressStatus.APPROVED, plan, round, null, submitted, by, null, null, null, null);
    }

    /** The plan goes back. */
    Congress sendBack(String reason) {
        demand(CongressStatus.RETURNED);
        return copy(CongressStatus.RETURNED, plan, round, reason, submitted, null, null, null, null, null);
    }

    /** The cells have been asked to hold theirs. */
    Congress cellsOpened() {
        demand(CongressStatus.CELLS_RUNNING);
        return copy(CongressStatus.CELLS_RUNNING, plan, round, null, submitted, approved, null, null, null, null);
    }

    /** Everything is prepared. */
    Congress confirmReady(@Nullable String note, Signed by) {
        demand(CongressStatus.READY);
        return copy(CongressStatus.READY, plan, round, null, submitted, approved, by, note, null, null);
    }

    /** It is called off. */
    Congress cancel(String reason, Signed by) {
        demand(CongressStatus.CANCELLED);
        return copy(
                CongressStatus.CANCELLED, plan, round, returnReason, submitted, approved, ready, readyNote, by, reason);
    }

    /** Another rule set applies from now on. */
    Congress under(String tag) {
        if (plan == null || !running()) {
            throw new IllegalStateException("Congress " + id + " is " + status + ", its rule set cannot be switched");
        }
        return copy(
                status,
                plan.under(tag),
                round,
                returnReason,
                submitted,
                approved,
                ready,
                readyNote,
                cancelled,
                cancelReason);
    }

    private void demand(CongressStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("Congress " + id + " is " + status + " and cannot become " + next);
        }
    }

    private Congress copy(
            CongressStatus newStatus,
            @Nullable CongressPlan newPlan,
            int newRound,
            @Nullable String newReturnReason,
            @Nullable Signed newSubmitted,
            @Nullable Signed newApproved,
            @Nullable Signed newReady,
            @Nullable String newReadyNote,
            @Nullable Signed newCancelled,
            @Nullable String newCancelReason) {
        return new Congress(
                id,
                ward,
                term,
                newStatus,
                newPlan,
                newRound,
                newReturnReason,
                newSubmitted,
                newApproved,
                newReady,
                newReadyNote,
                newCancelled,
                newCancelReason,
                created,
                version);
    }
}
