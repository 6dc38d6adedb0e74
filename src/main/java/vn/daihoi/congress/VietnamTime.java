package vn.daihoi.congress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and hours as people in Vietnam write them, whatever the zone and language of the server. */
public final class VietnamTime {

    /** The one time zone of the country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", VIETNAMESE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", VIETNAMESE).withZone(ZONE);

    private VietnamTime() {}

    /** Today in Vietnam. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** The day a moment falls on in Vietnam. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** For example {@code 05/03/2027}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For example {@code 14:05 ngày 05/03/2027}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
