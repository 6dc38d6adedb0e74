package vn.daihoi.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;
import vn.daihoi.organisation.Role;

/**
 * One conclusion being carried out.
 *
 * @param id that of the conclusion's item, also the business key of its process
 * @param session id of the session
 * @param congress id of the congress
 * @param ward id of the ward
 * @param superior id of the ward's direct superior
 * @param workingGroup id of the working group whose head concluded
 * @param notice number of the notice, such as "03-TB/TCT"
 * @param part where the conclusion stands in the notice
 * @param position its number within the conclusion
 * @param text what has to be done
 * @param owner who in the ward does it
 * @param dueOn by when, with that day
 * @param status how far it has come
 * @param progress how far the owner says it is, in per cent
 * @param report what the owner reported, null before
 * @param evidence what shows it: a number, a title, an address; null for nothing
 * @param reported who reported and when, null before
 * @param returnReason why the report came back, null when it didn't
 * @param escalatedAt when the superior was told that it is overdue, null before
 * @param ended who ended it and when: accepted, withdrew or called off; null while it goes on
 */
public record FollowUp(
        String id,
        String session,
        String congress,
        String ward,
        String superior,
        String workingGroup,
        String notice,
        Conclusion.Part part,
        int position,
        String text,
        Role owner,
        LocalDate dueOn,
        FollowUpStatus status,
        int progress,
        @Nullable String report,
        @Nullable String evidence,
        @Nullable Signed reported,
        @Nullable String returnReason,
        @Nullable Instant escalatedAt,
        @Nullable Signed ended) {

    /** Whether its owner is late on this day; what waits for review is not. */
    public boolean overdue(LocalDate today) {
        return status.withOwner() && today.isAfter(dueOn);
    }
}
