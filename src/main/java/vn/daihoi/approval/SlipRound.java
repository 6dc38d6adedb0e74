package vn.daihoi.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * One asking of the superior's standing committee about a submission; when too few slips come it is asked again.
 *
 * @param number from 1 within its submission
 * @param quorumPercent how much of the committee must have given a slip, in per cent of its members
 * @param majorityPercent how much of the committee must agree, more than so many per cent of all its members
 * @param dueOn by when slips come back
 * @param opened who asked and when
 * @param closed who closed it and when, null while slips may come
 * @param escalated when the delay of slips was reported to office and secretary, null when it wasn't
 * @param slips one for each member, in the order of their accounts
 */
public record SlipRound(
        int number,
        int quorumPercent,
        int majorityPercent,
        LocalDate dueOn,
        Signed opened,
        @Nullable Signed closed,
        @Nullable Instant escalated,
        List<Slip> slips) {

    private static final int WHOLE = 100;

    /** Keeps its own copy. */
    public SlipRound {
        slips = List.copyOf(slips);
    }

    /** How many were asked. */
    public int members() {
        return slips.size();
    }

    /** How many gave a slip. */
    public int given() {
        return (int) slips.stream().filter(slip -> slip.given() != null).count();
    }

    /** How many answered this. */
    public int answered(SlipAnswer answer) {
        return (int) slips.stream().filter(slip -> slip.answer() == answer).count();
    }

    /** How many agree, with requests or without. */
    public int agreeing() {
        return answered(SlipAnswer.AGREE) + answered(SlipAnswer.AGREE_WITH_REQUESTS);
    }

    /** How many are noted absent and gave none. */
    public int absent() {
        return (int) slips.stream()
                .filter(slip -> slip.given() == null && slip.absent() != null)
                .count();
    }

    /** How many are still waited for. */
    public int waiting() {
        return (int) slips.stream().filter(slip -> !slip.settled()).count();
    }

    /** Whether enough of the committee answered; a committee of nobody never does. */
    public boolean quorum() {
        return members() > 0 && given() * WHOLE >= quorumPercent * members();
    }

    /** Whether enough of the whole committee agrees. */
    public boolean majority() {
        return agreeing() * WHOLE > majorityPercent * members();
    }

    /** The slip of a member, null when it isn't asked. */
    public @Nullable Slip of(String member) {
        return slips.stream()
                .filter(slip -> slip.member().equals(member))
                .findFirst()
                .orElse(null);
    }
}
