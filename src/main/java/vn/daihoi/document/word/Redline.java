package vn.daihoi.document.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.text.Piece;

/**
 * A comparison in the terms of a Word file, which can track less than we tell apart: a paragraph can't become a table
 * row, a row can't gain cells, a moved paragraph can't be rewritten on its way, notes hang on their reference. What it
 * can't say becomes a deletion and an insertion.
 */
final class Redline {

    /** How a paragraph, row or run is tracked. */
    enum Track {
        /** In both versions. */
        NONE,
        /** In the newer only. */
        INSERTED,
        /** In the older only. */
        DELETED,
        /** Where it stands in the newer version, unchanged. */
        MOVED_HERE,
        /** Where it stood in the older. */
        MOVED_AWAY;

        /** Whether the older version has it here. */
        boolean inOlder() {
            return this != INSERTED && this != MOVED_HERE;
        }

        /** Whether the newer version has it here. */
        boolean inNewer() {
            return this != DELETED && this != MOVED_AWAY;
        }
    }

    /**
     * One paragraph, row or table with the notes it refers to.
     *
     * @param before null when the older version doesn't have it here
     * @param after null when the newer doesn't
     * @param words of both, empty for a table
     * @param olderNotes in their order in the older version
     */
    record Block(
            Track track,
            @Nullable Clause before,
            @Nullable Clause after,
            List<Piece> words,
            List<Block> olderNotes,
            List<Block> newerNotes) {

        private Block(Track track, @Nullable Clause before, @Nullable Clause after, List<Piece> words) {
            this(track, before, after, words, new ArrayList<>(), new ArrayList<>());
        }

        /** The newer of its clauses that there are. */
        Clause clause() {
            Clause any = after != null ? after : before;
            if (any == null) {
                throw new IllegalStateException("A change of no clause");
            }
            return any;
        }

        ClauseKind kind() {
            return clause().kind();
        }
    }

    private Redline() {}

    /** A version in which nothing changed. */
    static List<Block> unchanged(List<Clause> clauses) {
        return blocks(clauses.stream()
                .map(clause -> new Change(Change.Kind.KEPT, clause, clause, words(clause, Piece.Kind.SAME)))
                .toList());
    }

    /** The blocks of both versions in reading order. */
    static List<Block> blocks(List<Change> changes) {
        Set<Long> leaving = changes.stream()
                .filter(change -> change.kind() == Change.Kind.MOVED_AWAY)
                .map(change -> before(change).id())
                .collect(Collectors.toSet());
        Set<Long> moved = changes.stream()
                .filter(change -> change.kind() == Change.Kind.MOVED_HERE && movable(change))
                .map(change -> after(change).id())
                .filter(leaving::contains)
                .collect(Collectors.toSet());
        List<Block> blocks = new ArrayList<>();
        for (Change change : changes) {
            switch (change.kind()) {
                case KEPT, REWRITTEN -> {
                    if (sameForm(before(change), after(change))) {
                        blocks.add(new Block(Track.NONE, change.before(), change.after(), change.words()));
                    } else {
                        blocks.add(older(Track.DELETED, before(change)));
                        blocks.add(newer(Track.INSERTED, after(change)));
                    }
                }
                case INSERTED -> blocks.add(newer(Track.INSERTED, after(change)));
                case DELETED -> blocks.add(older(Track.DELETED, before(change)));
                case MOVED_HERE -> {
                    Clause clause = after(change);
                    blocks.add(newer(moved.contains(clause.id()) ? Track.MOVED_HERE : Track.INSERTED, clause));
                }
                case MOVED_AWAY -> {
                    Clause clause = before(change);
                    blocks.add(older(moved.contains(clause.id()) ? Track.MOVED_AWAY : Track.DELETED, clause));
                }
            }
        }
        List<Block> hosts = hung(blocks);
        for (int i = 0; i + 1 < hosts.size(); i++) {
            if (runsOn(hosts.get(i), hosts.get(i + 1))) {
                hosts.set(i, endingInOlderWords(hosts.get(i)));
            }
        }
        return hosts;
    }

    /** Whether a paragraph ends with an insertion and an inserted paragraph follows. */
    private static boolean runsOn(Block block, Block next) {
        boolean noteCame = !block.olderNotes().containsAll(block.newerNotes());
        return block.track() == Track.NONE
                && next.track() == Track.INSERTED
                && paragraph(block.clause())
                && paragraph(next.clause())
                && !block.words().isEmpty()
                && (noteCame || last(block.words()).kind() == Piece.Kind.INSERTED);
    }

    /**
     * The same change with the older of its last words at the very end: LibreOffice 7.4 takes two insertions for one when
     * nothing but the end of a paragraph stands between them, and joins the paragraphs when it rejects both.
     */
    private static Block endingInOlderWords(Block block) {
        List<Piece> words = new ArrayList<>(block.words());
        Piece last = words.remove(words.size() - 1);
        if (last.kind() == Piece.Kind.INSERTED
                && !words.isEmpty()
                && last(words).kind() == Piece.Kind.DELETED) {
            words.add(words.size() - 1, last);
        } else {
            String came = last.kind() == Piece.Kind.INSERTED ? last.text() : "";
            Piece stays = came.isEmpty() || words.isEmpty() ? last : words.remove(words.size() - 1);
            if (stays.kind() != Piece.Kind.SAME) {
                return block;
            }
            int start = stays.text().stripTrailing().lastIndexOf(' ') + 1;
            if (start > 0) {
                words.add(new Piece(Piece.Kind.SAME, stays.text().substring(0, start)));
            }
            words.add(new Piece(Piece.Kind.INSERTED, stays.text().substring(start) + came));
            words.add(new Piece(Piece.Kind.DELETED, stays.text().substring(start)));
        }
        return new Block(block.track(), block.before(), block.after(), words, block.olderNotes(), block.newerNotes());
    }

    private static Piece last(List<Piece> words) {
        return words.get(words.size() - 1);
    }

    /** The notes taken out of the row and hung on the blocks that refer to them, in each version. */
    private static List<Block> hung(List<Block> blocks) {
        List<Block> hosts = new ArrayList<>();
        Block older = null;
        Block newer = null;
        for (Block block : blocks) {
            boolean note = block.kind() == ClauseKind.NOTE;
            boolean host = !note && block.kind() != ClauseKind.TABLE;
            if (block.track().inOlder()) {
                if (host) {
                    older = block;
                } else if (note && older != null) {
                    older.olderNotes().add(block);
                }
            }
            if (block.track().inNewer()) {
                if (host) {
                    newer = block;
                } else if (note && newer != null) {
                    newer.newerNotes().add(block);
                }
            }
            if (!note || older == null && newer == null) {
                hosts.add(block);
            }
        }
        return hosts;
    }

    private static boolean movable(Change change) {
        Clause before = change.before();
        Clause after = change.after();
        return before != null
                && after != null
                && paragraph(before)
                && paragraph(after)
                && before.text().equals(after.text())
                && Stream.of(before, after)
                        .flatMap(clause -> clause.marks().stream())
                        .noneMatch(mark -> mark.style() == Mark.Style.NOTE);
    }

    private static boolean sameForm(Clause before, Clause after) {
        return before.kind() == after.kind() && (before.kind() != ClauseKind.ROW || columns(before) == columns(after))
                || paragraph(before) && paragraph(after);
    }

    private static boolean paragraph(Clause clause) {
        return switch (clause.kind()) {
            case TITLE, PART, SECTION, PARAGRAPH, ITEM -> true;
            case TABLE, ROW, NOTE -> false;
        };
    }

    /** How many cells a row has. */
    static int columns(Clause row) {
        return (int) row.text().chars().filter(c -> c == '\t').count() + 1;
    }

    private static Block older(Track track, Clause clause) {
        return new Block(track, clause, null, words(clause, Piece.Kind.DELETED));
    }

    private static Block newer(Track track, Clause clause) {
        return new Block(track, null, clause, words(clause, Piece.Kind.INSERTED));
    }

    private static List<Piece> words(Clause clause, Piece.Kind kind) {
        return clause.text().isEmpty() ? List.of() : List.of(new Piece(kind, clause.text()));
    }

    private static Clause before(Change change) {
        return Objects.requireNonNull(change.before());
    }

    private static Clause after(Change change) {
        return Objects.requireNonNull(change.after());
    }
}
