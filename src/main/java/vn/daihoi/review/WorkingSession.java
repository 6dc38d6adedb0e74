package vn.daihoi.review;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * A session of a superior's working group with a ward about the drafts of its congress.
 *
 * @param id a UUID, also the business key of its process
 * @param congress id of the congress
 * @param ward id of the ward, the host
 * @param superior id of the ward's direct superior when it was opened
 * @param number from 1 within its congress
 * @param status how far it has come
 * @param workingGroup id of the working group, null before it is scheduled
 * @param startsAt when it begins, in Asia/Ho_Chi_Minh; null before it is scheduled
 * @param endsAt when it ends, null before it is scheduled
 * @param room where, null before it is scheduled
 * @param agenda what is talked about, empty for the usual
 * @param sequence how often the schedule was changed, for the calendar invitation
 * @param scheduled who scheduled it and when, null before
 * @param waiveReason why no session is held, null when one is
 * @param report what the ward reported of its preparation, null before
 * @param reported who reported and when, null before
 * @param minutes what the minutes say, null before
 * @param recorded who recorded them and when, null before
 * @param endedReason why it was withdrawn, null otherwise
 * @param ended who ended it and when, null before
 * @param created when it was opened
 */
public record WorkingSession(
        String id,
        String congress,
        String ward,
        String superior,
        int number,
        SessionStatus status,
        @Nullable String workingGroup,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable String room,
        String agenda,
        int sequence,
        @Nullable Signed scheduled,
        @Nullable String waiveReason,
        @Nullable String report,
        @Nullable Signed reported,
        @Nullable String minutes,
        @Nullable Signed recorded,
        @Nullable String endedReason,
        @Nullable Signed ended,
        Instant created) {

    /** "Buổi làm việc lần 1". */
    public String title() {
        return "Buổi làm việc lần " + number;
    }
}
