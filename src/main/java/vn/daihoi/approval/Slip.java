package vn.daihoi.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * The opinion slip of one member of the superior's standing committee.
 *
 * @param member id of the account asked
 * @param answer null while there is none
 * @param reason why not, empty when the member agrees
 * @param given who gave it and when, null before; somebody else than the member is a substitute
 * @param absentReason why the member is noted absent, null when it isn't
 * @param absent who noted that and when, null when nobody did
 * @param reminded when the member was reminded, null when it wasn't
 */
public record Slip(
        String member,
        @Nullable SlipAnswer answer,
        String reason,
        @Nullable Signed given,
        @Nullable String absentReason,
        @Nullable Signed absent,
        @Nullable Instant reminded) {

    /** Whether nothing more is waited for from this member. */
    public boolean settled() {
        return given != null || absent != null;
    }

    /** Whether somebody else gave it for the member. */
    public boolean bySubstitute() {
        return given != null && !given.by().equals(member);
    }
}
