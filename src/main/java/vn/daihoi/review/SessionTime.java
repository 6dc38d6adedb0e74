package vn.daihoi.review;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.daihoi.congress.VietnamTime;

/** From when to when a session takes place, in Asia/Ho_Chi_Minh; on one day. */
record SessionTime(LocalDateTime startsAt, LocalDateTime endsAt) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.forLanguageTag("vi-VN"));

    /** "13:30–17:00 ngày 05/03/2027". */
    String text() {
        return HOUR.format(startsAt) + "–" + HOUR.format(endsAt) + " ngày " + VietnamTime.day(startsAt.toLocalDate());
    }
}
