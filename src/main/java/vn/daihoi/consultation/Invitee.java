package vn.daihoi.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * A cell or an organisation that a round asks, as it stood when the round was opened.
 *
 * @param round id of the round
 * @param unit id of the unit
 * @param kind what it is
 * @param name its name
 * @param members how many members it has; null for an organisation
 * @param minutes what came of its conference, null before
 */
public record Invitee(
        String round, String unit, Kind kind, String name, @Nullable Integer members, @Nullable Minutes minutes) {

    /** What can be asked. */
    public enum Kind {
        /** A cell. */
        CELL,
        /** The Front or a socio-political organisation. */
        ORGANISATION
    }

    /**
     * What came of a conference.
     *
     * @param heldOn the day
     * @param present how many were there
     * @param speakers how many spoke
     * @param number number of the minutes, null for none
     * @param agrees whether it agrees with the whole draft
     * @param note anything to add, null for nothing
     * @param reported who reported and when
     */
    public record Minutes(
            LocalDate heldOn,
            int present,
            int speakers,
            @Nullable String number,
            boolean agrees,
            @Nullable String note,
            Signed reported) {}
}
