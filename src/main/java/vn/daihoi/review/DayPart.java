package vn.daihoi.review;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The part of a day a session takes. */
public enum DayPart {
    /** The morning. */
    MORNING("Sáng (08:00–11:30)", LocalTime.of(8, 0), LocalTime.of(11, 30)),
    /** The afternoon. */
    AFTERNOON("Chiều (13:30–17:00)", LocalTime.of(13, 30), LocalTime.of(17, 0)),
    /** Hours of its own. */
    HOURS("Giờ khác", null, null);

    private final String title;
    private final @Nullable LocalTime from;
    private final @Nullable LocalTime to;

    DayPart(String title, @Nullable LocalTime from, @Nullable LocalTime to) {
        this.title = title;
        this.from = from;
        this.to = to;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    @Nullable
    LocalTime from() {
        return from;
    }

    @Nullable
    LocalTime to() {
        return to;
    }
}
