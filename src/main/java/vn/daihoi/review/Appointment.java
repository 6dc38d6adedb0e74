package vn.daihoi.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and where a session is to take place, as it was typed.
 *
 * @param day which day, null for none chosen
 * @param part which part of it, null for none chosen
 * @param fromTime "08:30", asked for {@link DayPart#HOURS} only
 * @param toTime "11:00", asked for {@link DayPart#HOURS} only
 * @param room where
 * @param despiteConflicts whether it stands although room or people are taken
 * @param conflictReason why it does
 */
public record Appointment(
        @Nullable LocalDate day,
        @Nullable DayPart part,
        @Nullable String fromTime,
        @Nullable String toTime,
        @Nullable String room,
        boolean despiteConflicts,
        @Nullable String conflictReason) {}
