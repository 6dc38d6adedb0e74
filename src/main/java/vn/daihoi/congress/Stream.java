package vn.daihoi.congress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the lines of work that make a congress ready. The modules above implement it; the congress itself knows only
 * what each reports. Nothing reported is ever typed in: it is counted when asked.
 */
public interface Stream {

    /** Short code, used in addresses. */
    String key();

    /** What it is called on the screen. */
    String name();

    /** How far it has come for this congress. */
    Report report(Congress congress);

    /**
     * Takes one more unit into the stream.
     *
     * @param congress the congress
     * @param unit id of the unit
     * @param user who asks for it
     */
    default Verdict add(Congress congress, String unit, String user) {
        return Verdict.refused("Luồng công việc này không bổ sung đơn vị được.");
    }

    /**
     * What speaks against one more document of this congress, as far as this stream is concerned.
     *
     * @return null for nothing
     */
    default Verdict.@Nullable Refused documentFault(Congress congress) {
        return null;
    }

    /**
     * What a stream reports.
     *
     * @param key code of the stream
     * @param name what it is called on the screen
     * @param state how it stands, one phrase
     * @param counted what is counted, as it follows the two numbers: "chi bộ đã tổ chức"
     * @param done how many of its parts are done
     * @param total how many there are
     * @param asOf the moment of counting
     * @param blockers sentences saying what still stands in the way of readiness; empty when nothing does
     * @param parts what was counted, in its order
     * @param addable units that could still be taken in
     */
    record Report(
            String key,
            String name,
            String state,
            String counted,
            int done,
            int total,
            Instant asOf,
            List<String> blockers,
            List<Part> parts,
            List<Addable> addable) {

        /** The counter as a sentence, with the moment it was taken. */
        public String counter() {
            return done + "/" + total + " " + counted + ", tính đến " + VietnamTime.moment(asOf);
        }

        /** Whether every part is done. */
        public boolean complete() {
            return done == total;
        }
    }

    /**
     * One part of a stream.
     *
     * @param unit id of the unit, or of the business record, whose part it is
     * @param name its name
     * @param page address of its own page, null for none
     * @param state how it stands
     * @param holder who has the next move, empty for nobody
     * @param plannedOn day planned, null before
     * @param heldOn day held, null before
     * @param done whether it counts as done
     * @param late whether it is overdue
     */
    record Part(
            String unit,
            String name,
            @Nullable String page,
            String state,
            String holder,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            boolean done,
            boolean late) {}

    /**
     * A unit not yet in the stream.
     *
     * @param unit its id
     * @param name its name
     */
    record Addable(String unit, String name) {}
}
