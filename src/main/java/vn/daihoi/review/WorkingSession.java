package vn.daihoi.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
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
 * @param participants offices invited beside the working group and the ward, in their order
 * @param conflictReason why it was scheduled although room or people were taken, null when nothing was
 * @param sequence how often the schedule was changed, for the calendar invitation
 * @param scheduled who scheduled it and when, null before
 * @param waiveReason why no session is held, null when one is
 * @param report what the ward reported of its preparation, null before
 * @param reported who reported and when, null before
 * @param minutes what the minutes say, null before
 * @param groupPresent offices of the superior's side that were present; empty before the minutes
 * @param wardPresent offices of the ward's side that were present; empty before the minutes
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
        List<String> participants,
        @Nullable String conflictReason,
        int sequence,
        @Nullable Signed scheduled,
        @Nullable String waiveReason,
        @Nullable String report,
        @Nullable Signed reported,
        @Nullable String minutes,
        List<String> groupPresent,
        List<String> wardPresent,
        @Nullable Signed recorded,
        @Nullable String endedReason,
        @Nullable Signed ended,
        Instant created) {

    /** Keeps its own copies. */
    public WorkingSession {
        participants = List.copyOf(participants);
        groupPresent = List.copyOf(groupPresent);
        wardPresent = List.copyOf(wardPresent);
    }

    /** Its time, null before it is scheduled. */
    @Nullable
    SessionTime time() {
        return startsAt == null || endsAt == null ? null : new SessionTime(startsAt, endsAt);
    }

    /** "13:30–17:00 ngày 05/03/2027"; empty before it is scheduled. */
    public String when() {
        var time = time();
        return time == null ? "" : time.text();
    }

    /** "Buổi làm việc lần 1". */
    public String title() {
        return "Buổi làm việc lần " + number;
    }
}
