package vn.daihoi.document.word;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A paragraph, table or row of a file, before anybody knows which clause it is. */
final class Block {

    /** What it is. */
    enum Type {
        PARAGRAPH,
        TABLE,
        ROW
    }

    /** A bookmark that our own export left round a clause; claims it once its end was found. */
    static final class Bookmark {
        final long clause;
        final boolean table;
        boolean closed;

        Bookmark(long clause, boolean table) {
            this.clause = clause;
            this.table = table;
        }
    }

    final Type type;
    final Styles.Facts style;
    final TrackedText text = new TrackedText();
    /** Bookmarks round words of this block. */
    final Set<Bookmark> round = new LinkedHashSet<>();
    /** Bookmarks that began here, be it round nothing. */
    final Set<Bookmark> begun = new LinkedHashSet<>();
    /** Footnotes in the order of their places in the text. */
    final List<Note> notes = new ArrayList<>();
    /** How the paragraph's end, or the row, was tracked. */
    TrackedText.@Nullable Edit mark;

    Numbering.@Nullable Number number;
    int level = -1;
    boolean centred;
    /** Everything in it belongs to the heading or signature of our own export. */
    boolean frame;

    Block(Type type, Styles.Facts style) {
        this.type = type;
        this.style = style;
    }

    /** A footnote and where it is referred to. */
    record Note(TrackedText.Place place, Block block) {}

    /** The ids the file carries for it. */
    List<Long> claims(boolean table) {
        Set<Long> claims = new LinkedHashSet<>();
        round.stream()
                .filter(b -> b.table == table && (b.closed || begun.contains(b)))
                .forEach(b -> claims.add(b.clause));
        if (claims.isEmpty()) {
            // Somebody replaced all words; the bookmark stayed behind, empty.
            begun.stream().filter(b -> b.table == table).forEach(b -> claims.add(b.clause));
        }
        return List.copyOf(claims);
    }

    /** Takes in a paragraph that was only parted from this one by a tracked change. */
    void join(Block other) {
        text.append(other.text);
        round.addAll(other.round);
        begun.addAll(other.begun);
        notes.addAll(other.notes);
    }
}
