package vn.daihoi.document.web;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.Piece;

/** A comparison as its page shows it. */
final class ComparisonText {

    private static final int FIRST_LINES = 30;
    private static final int LINES = 80;
    private static final int EXCERPT = 160;

    /** How many clauses were changed, and how. */
    public record Counts(int inserted, int deleted, int rewritten, int moved, int renumbered, int all) {}

    private final List<Change> changes;
    private final boolean everything;
    private final Set<Integer> context;

    /**
     * Prepares a comparison.
     *
     * @param everything whether unchanged clauses are shown too; otherwise only the headings above a change are
     */
    ComparisonText(Comparison comparison, boolean everything) {
        this.changes = comparison.changes();
        this.everything = everything;
        this.context = headingsAboveChanges();
    }

    Counts counts() {
        int inserted = count(Change.Kind.INSERTED);
        int deleted = count(Change.Kind.DELETED);
        int rewritten = count(Change.Kind.REWRITTEN);
        int moved = count(Change.Kind.MOVED_HERE);
        int renumbered = (int) changes.stream()
                .filter(change -> change.kind() == Change.Kind.KEPT && change.renumbered())
                .count();
        return new Counts(
                inserted, deleted, rewritten, moved, renumbered, inserted + deleted + rewritten + moved + renumbered);
    }

    private int count(Change.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    private Set<Integer> headingsAboveChanges() {
        var kept = new HashSet<Integer>();
        // a heading is of interest when it lies less deep than what stands below it
        int depth = 0;
        for (int at = changes.size() - 1; at >= 0; at--) {
            var clause = clause(changes.get(at));
            if (changes.get(at).visible()) {
                depth = Math.max(depth, clause.depth());
            } else if (heading(clause) && clause.depth() < depth) {
                kept.add(at);
                depth = clause.depth();
            }
        }
        return kept;
    }

    private static boolean heading(Clause clause) {
        return clause.kind() == ClauseKind.PART || clause.kind() == ClauseKind.SECTION;
    }

    private static Clause clause(Change change) {
        @Nullable Clause after = change.after();
        @Nullable Clause before = change.before();
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalArgumentException("A change of no clause");
    }

    /** The changes in parts, each made when it is asked for. */
    Iterable<Chunk> chunks() {
        return () -> new Iterator<>() {
            private int at;
            private int number;

            @Override
            public boolean hasNext() {
                return at < changes.size();
            }

            @Override
            public Chunk next() {
                var out = new Html.Writer();
                int lines = 0;
                int enough = at == 0 ? FIRST_LINES : LINES;
                while (at < changes.size() && lines < enough) {
                    var change = changes.get(at);
                    if (change.visible()) {
                        changed(out, change, ++number);
                        lines += 2 + Chunk.lines(clause(change).text());
                        at++;
                    } else if (everything || context.contains(at)) {
                        unchanged(out, clause(change));
                        lines += Chunk.lines(clause(change).text());
                        at++;
                    } else {
                        int left = 0;
                        while (at < changes.size() && !changes.get(at).visible() && !context.contains(at)) {
                            left++;
                            at++;
                        }
                        out.tag("<p class=\"gap\">… ").tag(left).tag(" đoạn không đổi …</p>\n");
                        lines++;
                    }
                }
                return Chunk.of(lines, out.done());
            }
        };
    }

    private static void unchanged(Html.Writer out, Clause clause) {
        out.tag(heading(clause) ? "<p class=\"same hd\">" : "<p class=\"same\">");
        label(out, clause.label());
        out.text(clause.text()).tag("</p>\n");
    }

    private static void changed(Html.Writer out, Change change, int number) {
        var clause = clause(change);
        // a clause that moved away and stands elsewhere is in the page twice
        boolean gone = change.kind() == Change.Kind.MOVED_AWAY;
        out.tag("<div class=\"chg ")
                .tag(style(change.kind()))
                .tag("\" id=\"t")
                .tag(number)
                .tag("\" tabindex=\"-1\">");
        out.tag("<p class=\"chg-what\" id=\"")
                .tag(gone ? "d" : "c")
                .tag(clause.id())
                .tag("\"><span class=\"badge ");
        out.tag("text-bg-light border\">").tag(name(change)).tag("</span>");
        if (change.kind() == Change.Kind.MOVED_HERE) {
            out.tag(" <a href=\"#d").tag(clause.id()).tag("\">Xem chỗ cũ</a>");
        } else if (gone) {
            out.tag(" <a href=\"#c").tag(clause.id()).tag("\">Xem chỗ mới</a>");
        }
        out.tag("</p><p class=\"chg-text").tag(heading(clause) ? " hd" : "").tag("\">");
        if (gone) {
            label(out, clause.label());
            out.text(excerpt(clause.text()));
        } else {
            labels(out, change);
            ChangedWords.write(out, change.words());
        }
        out.tag("</p></div>\n");
    }

    private static String excerpt(String text) {
        int blank = text.length() <= EXCERPT ? -1 : text.indexOf(' ', EXCERPT);
        return blank < 0 ? text : text.substring(0, blank) + " …";
    }

    private static void label(Html.Writer out, String label) {
        if (!label.isEmpty()) {
            out.tag("<span class=\"lb\">").text(label).tag("</span> ");
        }
    }

    private static void labels(Html.Writer out, Change change) {
        var before = change.before();
        var after = change.after();
        String older = before == null ? "" : before.label();
        String newer = after == null ? "" : after.label();
        if (!change.renumbered()) {
            label(out, after == null ? older : newer);
            return;
        }
        out.tag("<span class=\"lb\">");
        ChangedWords.piece(out, Piece.Kind.DELETED, older);
        out.tag(" ");
        ChangedWords.piece(out, Piece.Kind.INSERTED, newer);
        out.tag("</span> ");
    }

    private static String name(Change change) {
        boolean rewritten = change.words().stream().anyMatch(piece -> piece.kind() != Piece.Kind.SAME);
        return switch (change.kind()) {
            case KEPT -> "Đổi số thứ tự";
            case REWRITTEN -> change.renumbered() ? "Sửa, đổi số thứ tự" : "Sửa";
            case INSERTED -> "Thêm";
            case DELETED -> "Bỏ";
            case MOVED_HERE -> rewritten ? "Chuyển đến đây, có sửa" : "Chuyển đến đây";
            case MOVED_AWAY -> "Đã chuyển đi nơi khác";
        };
    }

    private static String style(Change.Kind kind) {
        return switch (kind) {
            case KEPT -> "chg-number";
            case REWRITTEN -> "chg-edit";
            case INSERTED -> "chg-ins";
            case DELETED -> "chg-del";
            case MOVED_HERE, MOVED_AWAY -> "chg-move";
        };
    }
}
