package vn.daihoi.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.TypedText;

/** What a time somebody typed for a session must keep to. */
final class ScheduleRules {

    /** Nobody plans further ahead; a slip in the year easily does. */
    static final int MOST_DAYS = 180;

    static final int ROOM_LENGTH = 200;

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:hg.]([0-5]\\d)");

    private ScheduleRules() {}

    /** The time and room that were typed, or what is wrong with them. */
    record Read(@Nullable SessionTime time, String room, Verdict.@Nullable Refused fault) {

        private static Read refused(String field, String message) {
            return new Read(null, "", Verdict.refused(field, message));
        }
    }

    static Read read(Appointment typed, LocalDate today) {
        var day = typed.day();
        if (day == null) {
            return Read.refused("day", "Phải ghi “Ngày làm việc”.");
        }
        if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            return Read.refused("day", "“Ngày làm việc” phải từ hôm nay đến " + MOST_DAYS + " ngày tới.");
        }
        var part = typed.part();
        if (part == null) {
            return Read.refused("part", "Phải chọn “Buổi”.");
        }
        var from = part.from() == null ? time(typed.fromTime()) : part.from();
        var to = part.to() == null ? time(typed.toTime()) : part.to();
        if (from == null) {
            return Read.refused("fromTime", "“Từ giờ” phải ghi như 08:30.");
        }
        if (to == null || !to.isAfter(from)) {
            return Read.refused("toTime", "“Đến giờ” phải ghi như 11:00 và sau “Từ giờ”.");
        }
        var room = TypedText.required("room", "Địa điểm", typed.room(), ROOM_LENGTH)
                .inOneLine();
        return room.fault() != null
                ? new Read(null, "", room.fault())
                : new Read(new SessionTime(day.atTime(from), day.atTime(to)), room.text(), null);
    }

    private static @Nullable LocalTime time(@Nullable String typed) {
        var time = TIME.matcher(typed == null ? "" : typed.strip());
        return time.matches() ? LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))) : null;
    }
}
