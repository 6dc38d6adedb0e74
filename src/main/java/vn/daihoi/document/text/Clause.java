package vn.daihoi.document.text;

import java.util.List;

/**
 * One clause of a version. A version is the list of its clauses in reading order; the parent of a clause is the nearest
 * one before it that lies less deep.
 *
 * @param id permanent within its document, from 1; {@link #NO_ID} for a clause that has none yet
 * @param kind what it is
 * @param depth 0 for the outermost; at most one more than that of the clause before
 * @param label as printed: "Phần thứ nhất", "I.", "1.", "a)", "-"; empty for none
 * @param text without the label, in composed letters (NFC), blanks single, no line feed except where the author broke a
 *     line
 * @param marks how stretches of the text are set, in order of their start
 */
public record Clause(long id, ClauseKind kind, int depth, String label, String text, List<Mark> marks) {

    /** The id of a clause that has none yet. */
    public static final long NO_ID = 0;

    /** Keeps its own copy of the marks. */
    public Clause {
        marks = List.copyOf(marks);
    }

    /** The same clause under an id. */
    public Clause as(long newId) {
        return new Clause(newId, kind, depth, label, text, marks);
    }
}
