package vn.daihoi.review;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another session at an overlapping time that wants the same room or the same people.
 *
 * @param with the other session
 * @param title what it is called, with its ward
 * @param over what both want; never empty
 */
public record Conflict(WorkingSession with, String title, Set<Over> over) {

    /** What two sessions can't both have. */
    public enum Over {
        /** The room. */
        ROOM("địa điểm"),
        /** The working group. */
        GROUP("Tổ công tác"),
        /** The ward. */
        WARD("phường"),
        /** Somebody who belongs to both working groups. */
        MEMBER("thành viên Tổ công tác");

        private final String title;

        Over(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }

    /** Keeps its own copy, in the order of the enum. */
    public Conflict {
        over = EnumSet.copyOf(over);
    }

    /** "Trùng địa điểm, phường với Buổi làm việc lần 1 – Phường A (13:30–17:00 ngày 05/03/2027)". */
    public String sentence() {
        return "Trùng " + over.stream().map(Over::title).collect(Collectors.joining(", ")) + " với " + title + " ("
                + with.when() + ")";
    }
}
