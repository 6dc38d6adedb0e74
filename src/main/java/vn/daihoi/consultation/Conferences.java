package vn.daihoi.consultation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/** The conferences of cells and organisations, and the written opinions the office types in. */
@Service
public class Conferences {

    /**
     * A comment made at a conference.
     *
     * @param clauseId the clause, 0 for the draft as a whole
     * @param quote words of it, empty for none
     * @param type what it wants
     * @param text the words
     */
    public record Said(long clauseId, String quote, CommentType type, String text) {}

    /**
     * The minutes as they are reported.
     *
     * @param heldOn the day, not before the round was opened and not in the future
     * @param present how many were there, at most the members of a cell
     * @param speakers how many spoke, at most those present
     * @param number number of the minutes, null for none
     * @param agrees whether it agrees with the whole draft
     * @param note anything to add, null for nothing
     */
    public record NewMinutes(
            LocalDate heldOn,
            int present,
            int speakers,
            @Nullable String number,
            boolean agrees,
            @Nullable String note) {}

    /** The unit reports its conference; comments were entered before, or are none when it agrees. */
    public Verdict report(String round, String unit, NewMinutes minutes, String user) {
        throw new UnsupportedOperationException(round + unit + minutes + user);
    }

    /** Adds comments of a conference while the round is open. */
    public Verdict add(String round, String unit, List<Said> comments, String user) {
        throw new UnsupportedOperationException(round + unit + comments + user);
    }

    /** Adds a written opinion; the office types it in. */
    public Verdict addWritten(
            String round, SourceGroup source, @Nullable String unit, List<Said> comments, String user) {
        throw new UnsupportedOperationException(round + source + unit + comments + user);
    }
}
