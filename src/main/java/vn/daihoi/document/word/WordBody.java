package vn.daihoi.document.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.text.WordDiff;
import vn.daihoi.document.word.Redline.Block;
import vn.daihoi.document.word.Redline.Track;

/** The text of a version as paragraphs, tables and footnotes of a Word file, with what is tracked. */
final class WordBody {

    /** What the id of a clause follows in the name of its bookmark; Word doesn't list names that begin so. */
    static final String BOOKMARK = "_dh";
    /** The same for a table, whose bookmark stands in its first row. */
    static final String TABLE_BOOKMARK = "_dht";

    /** Ids of footnotes below this belong to the lines that part them from the text. */
    private static final int FIRST_NOTE = 2;

    /** A column gets room for as many characters as its longest cell has, within these. */
    private static final int NARROWEST = 9;

    private static final int WIDEST = 40;

    private static final String[] BORDERS = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};

    private final List<Block> blocks;
    private final WordTracker tracker;
    private final int width;
    /** Ids of the newer version: a name may stand once only, and is needed there. */
    private final Set<Long> newer = new HashSet<>();
    /** In the order of their numbers. */
    private final List<Reference> references = new ArrayList<>();

    /**
     * A reference to a footnote.
     *
     * @param here which versions refer to it here
     */
    private record Reference(Block note, Piece.Kind here) {}

    /** A clause's text or one cell of it. */
    private record Span(@Nullable Clause clause, int start, Deque<Anchor> anchors) {}

    /**
     * @param width of the text in twips
     */
    WordBody(List<Block> blocks, WordTracker tracker, int width) {
        this.blocks = blocks;
        this.tracker = tracker;
        this.width = width;
        for (Block block : blocks) {
            block.newerNotes().forEach(note -> newer.add(note.clause().id()));
            if (block.track().inNewer()) {
                newer.add(block.clause().id());
            }
        }
    }

    /** Writes everything but the footnotes. */
    void write(Xml xml) {
        List<Block> tables = new ArrayList<>();
        Track last = Track.NONE;
        for (int i = 0; i < blocks.size(); ) {
            Block block = blocks.get(i);
            if (block.kind() == ClauseKind.TABLE) {
                tables.add(block);
                i++;
            } else if (block.kind() == ClauseKind.ROW) {
                int end = i;
                while (end < blocks.size() && blocks.get(end).kind() == ClauseKind.ROW) {
                    end++;
                }
                if (last != Track.NONE) {
                    // Neither Word nor LibreOffice can take out the end of a paragraph right before a table.
                    gap(xml, Track.NONE);
                }
                last = table(xml, tables, blocks.subList(i, end));
                tables.clear();
                i = end;
            } else {
                paragraph(xml, block);
                last = block.track();
                i++;
            }
        }
    }

    /** The footnotes that were referred to, as the part that holds them. */
    byte[] notes() {
        Xml xml = Xml.word("w:footnotes");
        String[] lines = {"separator", "continuationSeparator"};
        for (int i = 0; i < lines.length; i++) {
            xml.open("w:footnote", "w:type", lines[i], "w:id", i);
            xml.open("w:p").open("w:r").leaf("w:" + lines[i]).close().close().close();
        }
        for (int i = 0; i < references.size(); i++) {
            xml.open("w:footnote", "w:id", i + FIRST_NOTE);
            Block note = references.get(i).note();
            Piece.Kind here = references.get(i).here();
            Clause before = here == Piece.Kind.INSERTED ? null : note.before();
            Clause after = here == Piece.Kind.DELETED ? null : note.after();
            // The reference is tracked and takes the note along, so only words of a note that stays are tracked.
            Clause only = before == null ? after : after == null ? before : null;
            Block block = only == null ? note : Redline.unchanged(List.of(only)).get(0);
            begin(xml, block);
            WordRuns runs = new WordRuns(xml, tracker);
            runs.ownNumber();
            content(
                    xml,
                    runs,
                    block,
                    here != Piece.Kind.DELETED || !newer.contains(block.clause().id()));
            xml.close().close();
        }
        return xml.bytes();
    }

    private void paragraph(Xml xml, Block block) {
        begin(xml, block);
        boolean moved = block.track() == Track.MOVED_HERE || block.track() == Track.MOVED_AWAY;
        String range = block.track() == Track.MOVED_HERE ? "w:moveToRange" : "w:moveFromRange";
        int id = tracker.next();
        if (moved) {
            tracker.open(
                            xml,
                            range + "Start",
                            id,
                            "w:name",
                            "move" + block.clause().id())
                    .close();
        }
        content(xml, new WordRuns(xml, tracker), block, named(block));
        xml.close();
        if (moved) {
            xml.leaf(range + "End", "w:id", id);
        }
    }

    /** Label and text of a clause that isn't a row. */
    private void content(Xml xml, WordRuns runs, Block block, boolean named) {
        int bookmark = named ? bookmark(xml, block) : 0;
        label(runs, block);
        flow(
                runs,
                block.track(),
                new Span(block.before(), 0, Anchor.of(block.before(), block.olderNotes())),
                new Span(block.after(), 0, Anchor.of(block.after(), block.newerNotes())),
                block.words());
        runs.end();
        if (named) {
            xml.leaf("w:bookmarkEnd", "w:id", bookmark);
        }
    }

    private void begin(Xml xml, Block block) {
        Clause clause = block.clause();
        xml.open("w:p").open("w:pPr").val("w:pStyle", WordStyles.of(clause.kind(), clause.depth()));
        trackedEnd(xml, block.track());
        xml.close();
    }

    /** The paragraph's end is tracked like the paragraph. */
    private void trackedEnd(Xml xml, Track track) {
        if (track != Track.NONE) {
            xml.open("w:rPr");
            tracker.open(xml, track).close();
            xml.close();
        }
    }

    private void gap(Xml xml, Track track) {
        xml.open("w:p").open("w:pPr").val("w:pStyle", WordStyles.GAP);
        trackedEnd(xml, track);
        xml.close();
        // With a blank in it LibreOffice keeps its style when the paragraph before it goes.
        WordRuns runs = new WordRuns(xml, tracker);
        runs.text(track, " ", Set.of());
        runs.end();
        xml.close();
    }

    private boolean named(Block block) {
        long id = block.clause().id();
        return id != Clause.NO_ID && (block.track().inNewer() || !newer.contains(id));
    }

    private int bookmark(Xml xml, Block block) {
        int id = tracker.next();
        // LibreOffice swaps two at one place, so that of a table has to look different from that of its first row.
        String name = block.kind() == ClauseKind.TABLE ? TABLE_BOOKMARK : BOOKMARK;
        xml.leaf("w:bookmarkStart", "w:id", id, "w:name", name + block.clause().id());
        return id;
    }

    private static void label(WordRuns runs, Block block) {
        Clause before = block.before();
        Clause after = block.after();
        if (before != null && after != null && !before.label().equals(after.label())) {
            runs.label(Track.DELETED, labelled(before));
            runs.label(Track.INSERTED, labelled(after));
        } else {
            runs.label(block.track(), labelled(block.clause()));
        }
    }

    private static String labelled(Clause clause) {
        return clause.label().isEmpty() ? "" : clause.label() + (clause.kind() == ClauseKind.PART ? "\n" : " ");
    }

    /** Writes a table and what parts it from the next; says how that is tracked. */
    private Track table(Xml xml, List<Block> tables, List<Block> rows) {
        int[] columns = columns(rows);
        xml.open("w:tbl")
                .open("w:tblPr")
                .leaf("w:tblW", "w:w", width, "w:type", "dxa")
                .open("w:tblBorders");
        for (String side : BORDERS) {
            xml.leaf(side, "w:val", "single", "w:sz", 4, "w:space", 0, "w:color", "auto");
        }
        xml.close().leaf("w:tblLayout", "w:type", "fixed").close().open("w:tblGrid");
        for (int column : columns) {
            xml.leaf("w:gridCol", "w:w", column);
        }
        xml.close();
        Block lasting =
                rows.stream().filter(row -> row.track().inNewer()).findFirst().orElse(rows.get(0));
        for (int i = 0; i < rows.size(); i++) {
            Block row = rows.get(i);
            xml.open("w:tr").open("w:trPr").leaf("w:cantSplit");
            if (i == 0 && rows.size() > 1) {
                xml.leaf("w:tblHeader");
            }
            if (row.track() != Track.NONE) {
                tracker.open(xml, row.track()).close();
            }
            xml.close();
            cells(xml, row, row == lasting ? tables : List.of(), columns);
            xml.close();
        }
        xml.close();
        Track track = rows.stream().map(Block::track).distinct().count() == 1
                ? rows.get(0).track()
                : Track.NONE;
        gap(xml, track);
        return track;
    }

    private void cells(Xml xml, Block row, List<Block> tables, int[] columns) {
        String[] older = split(row.before());
        String[] newer = split(row.after());
        int count = Math.max(older.length, newer.length);
        Deque<Anchor> olderAnchors = Anchor.of(row.before(), row.olderNotes());
        Deque<Anchor> newerAnchors = Anchor.of(row.after(), row.newerNotes());
        int olderStart = 0;
        int newerStart = 0;
        for (int i = 0; i < count; i++) {
            int spanned = i == count - 1 ? columns.length - i : 1;
            int cellWidth = 0;
            for (int column = i; column < i + spanned; column++) {
                cellWidth += columns[column];
            }
            xml.open("w:tc").open("w:tcPr").leaf("w:tcW", "w:w", cellWidth, "w:type", "dxa");
            if (spanned > 1) {
                xml.val("w:gridSpan", spanned);
            }
            xml.close();
            begin(xml, row);
            WordRuns runs = new WordRuns(xml, tracker);
            List<Integer> bookmarks = new ArrayList<>();
            if (i == 0) {
                tables.stream().filter(this::named).forEach(table -> bookmarks.add(bookmark(xml, table)));
                if (named(row)) {
                    bookmarks.add(bookmark(xml, row));
                }
                label(runs, row);
            }
            boolean last = i == count - 1;
            int olderEnd = i < older.length ? olderStart + older[i].length() : olderStart;
            int newerEnd = i < newer.length ? newerStart + newer[i].length() : newerStart;
            flow(
                    runs,
                    row.track(),
                    new Span(row.before(), olderStart, Anchor.upTo(last ? Integer.MAX_VALUE : olderEnd, olderAnchors)),
                    new Span(row.after(), newerStart, Anchor.upTo(last ? Integer.MAX_VALUE : newerEnd, newerAnchors)),
                    words(row, i < older.length ? older[i] : "", i < newer.length ? newer[i] : ""));
            runs.end();
            bookmarks.forEach(id -> xml.leaf("w:bookmarkEnd", "w:id", id));
            xml.close().close();
            olderStart = olderEnd + 1;
            newerStart = newerEnd + 1;
        }
    }

    private static List<Piece> words(Block row, String older, String newer) {
        return switch (row.track()) {
            case INSERTED, MOVED_HERE -> newer.isEmpty() ? List.of() : List.of(new Piece(Piece.Kind.INSERTED, newer));
            case DELETED, MOVED_AWAY -> older.isEmpty() ? List.of() : List.of(new Piece(Piece.Kind.DELETED, older));
            case NONE ->
                !older.equals(newer)
                        ? WordDiff.between(older, newer)
                        : older.isEmpty() ? List.of() : List.of(new Piece(Piece.Kind.SAME, older));
        };
    }

    private static String[] split(@Nullable Clause row) {
        return row == null ? new String[0] : row.text().split("\t", -1);
    }

    /** How wide each column is, in twips. */
    private int[] columns(List<Block> rows) {
        int count = rows.stream()
                .mapToInt(row -> Redline.columns(row.clause()))
                .max()
                .orElse(1);
        int[] widths = new int[count];
        Arrays.fill(widths, NARROWEST);
        for (Block row : rows) {
            String[] cells = split(row.clause());
            for (int i = 0; i < cells.length && (i < cells.length - 1 || cells.length == count); i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, cells[i].length()));
            }
        }
        int sum = Arrays.stream(widths).sum();
        int left = width;
        for (int i = 0; i < count; i++) {
            widths[i] = i == count - 1 ? left : width * widths[i] / sum;
            left -= widths[i];
        }
        return widths;
    }

    /** Words, footnotes and marks of both versions in one line. */
    private void flow(WordRuns runs, Track track, Span older, Span newer, List<Piece> pieces) {
        int before = older.start();
        int after = newer.start();
        refer(runs, track, older, before, newer, after);
        for (Piece piece : pieces) {
            boolean inOlder = piece.kind() != Piece.Kind.INSERTED;
            boolean inNewer = piece.kind() != Piece.Kind.DELETED;
            Clause clause = inNewer ? newer.clause() : older.clause();
            List<Mark> marks = clause == null ? List.of() : clause.marks();
            int end = piece.text().length();
            for (int i = 0; i < end; ) {
                int at = inNewer ? after : before;
                int step = Math.min(end - i, Look.alike(marks, at));
                step = inOlder ? Math.min(step, next(older) - before) : step;
                step = inNewer ? Math.min(step, next(newer) - after) : step;
                runs.text(tracked(track, piece.kind()), piece.text().substring(i, i + step), Look.at(marks, at));
                i += step;
                before += inOlder ? step : 0;
                after += inNewer ? step : 0;
                refer(runs, track, older, before, newer, after);
            }
        }
        refer(runs, track, older, Integer.MAX_VALUE, newer, Integer.MAX_VALUE);
    }

    /** The references that stand here. */
    private void refer(WordRuns runs, Track track, Span older, int before, Span newer, int after) {
        while (true) {
            Block gone = due(older, before);
            Block come = due(newer, after);
            if (gone == null && come == null) {
                return;
            }
            Piece.Kind here = gone == come ? Piece.Kind.SAME : gone != null ? Piece.Kind.DELETED : Piece.Kind.INSERTED;
            Block note = gone != null ? gone : come;
            references.add(new Reference(Objects.requireNonNull(note), here));
            runs.reference(tracked(track, here), references.size() - 1 + FIRST_NOTE);
            if (here != Piece.Kind.INSERTED) {
                older.anchors().remove();
            }
            if (here != Piece.Kind.DELETED) {
                newer.anchors().remove();
            }
        }
    }

    private static @Nullable Block due(Span span, int at) {
        Anchor anchor = span.anchors().peek();
        return anchor != null && anchor.at() <= at ? anchor.note() : null;
    }

    private static int next(Span span) {
        Anchor anchor = span.anchors().peek();
        return anchor == null ? Integer.MAX_VALUE : anchor.at();
    }

    private static Track tracked(Track track, Piece.Kind kind) {
        if (track != Track.NONE) {
            return track;
        }
        return switch (kind) {
            case SAME -> Track.NONE;
            case INSERTED -> Track.INSERTED;
            case DELETED -> Track.DELETED;
        };
    }
}
