package vn.daihoi.document.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one clause from the older version to the newer.
 *
 * @param kind what happened
 * @param before the clause in the older version; null for an inserted one
 * @param after the clause in the newer version; null for a deleted one and for the place a moved one left
 * @param words how the text changed; a single SAME piece where it didn't, no piece for {@link Kind#MOVED_AWAY}
 */
public record Change(Kind kind, @Nullable Clause before, @Nullable Clause after, List<Piece> words) {

    /** What happened to a clause. */
    public enum Kind {
        /** Same words, same place among its neighbours. Its label or depth may differ. */
        KEPT,
        /** Other words, same place. */
        REWRITTEN,
        /** New. */
        INSERTED,
        /** Gone. */
        DELETED,
        /** Stands here now; {@link #words} tells whether its text changed too. */
        MOVED_HERE,
        /** Stood here and stands elsewhere now; {@link #before} is set. */
        MOVED_AWAY
    }

    /** Keeps its own copy of the pieces. */
    public Change {
        words = List.copyOf(words);
    }

    /** Whether only its label differs, as after a renumbering. */
    public boolean renumbered() {
        return before != null && after != null && !before.label().equals(after.label());
    }

    /** Whether the reader has anything to look at. */
    public boolean visible() {
        return kind != Kind.KEPT || renumbered();
    }
}
