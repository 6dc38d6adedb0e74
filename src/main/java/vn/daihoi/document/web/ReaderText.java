package vn.daihoi.document.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Search;
import vn.daihoi.document.text.Search.Stretch;

/** The text of a version as the reader shows it: parts to lay out one by one, an outline, and where words were found. */
final class ReaderText {

    /** Small, so that it is there at once. */
    private static final int FIRST_LINES = 30;

    private static final int LINES = 80;
    private static final int EXCERPT = 80;
    private static final int MOST_INDENTED = 6;

    /** One line of the outline. */
    public record Heading(long id, int level, String label, String text) {}

    /** A clause in which the words stand. */
    public record Hit(long id, String label, Html excerpt) {}

    private final List<Clause> clauses;
    private final String typed;
    private final Map<Integer, List<Runs.NoteLink>> notesOf = new HashMap<>();
    private final Map<Integer, Integer> noteNumbers = new HashMap<>();
    private final Map<Integer, Integer> headingLevels = new HashMap<>();
    private final Map<Integer, Integer> tableNumbers = new HashMap<>();

    ReaderText(List<Clause> clauses, String typed) {
        this.clauses = clauses;
        this.typed = typed;
        survey();
    }

    /** Numbers notes and tables, ranks headings: what a part can't know by itself. */
    private void survey() {
        var open = new ArrayList<Integer>();
        int owner = -1;
        for (int at = 0; at < clauses.size(); at++) {
            var clause = clauses.get(at);
            if (clause.kind() == ClauseKind.NOTE) {
                int number = noteNumbers.size() + 1;
                noteNumbers.put(at, number);
                notesOf.computeIfAbsent(owner, none -> new ArrayList<>()).add(new Runs.NoteLink(number, clause.id()));
                continue;
            }
            owner = at;
            if (clause.kind() == ClauseKind.TABLE) {
                tableNumbers.put(at, tableNumbers.size() + 1);
            } else if (heading(clause)) {
                open.removeIf(depth -> depth >= clause.depth());
                open.add(clause.depth());
                headingLevels.put(at, open.size());
            }
        }
    }

    private static boolean heading(Clause clause) {
        return clause.kind() == ClauseKind.PART || clause.kind() == ClauseKind.SECTION;
    }

    List<Heading> outline() {
        return headingLevels.keySet().stream()
                .sorted()
                .map(at -> {
                    var clause = clauses.get(at);
                    return new Heading(
                            clause.id(), Math.min(4, headingLevels.getOrDefault(at, 1)), clause.label(), clause.text());
                })
                .toList();
    }

    /** The clauses in which the typed words stand, at most so many; none when nothing was typed. */
    List<Hit> hits(int most) {
        var hits = new ArrayList<Hit>();
        for (var clause : clauses) {
            var found = found(clause);
            if (!found.isEmpty()) {
                hits.add(new Hit(clause.id(), clause.label(), excerpt(clause, found)));
                if (hits.size() == most) {
                    break;
                }
            }
        }
        return hits;
    }

    private List<Stretch> found(Clause clause) {
        return typed.isEmpty() ? List.of() : Search.find(clause.text(), typed);
    }

    private static Html excerpt(Clause clause, List<Stretch> found) {
        int from = blankBefore(clause.text(), found.get(0).start() - EXCERPT);
        int to = blankAfter(clause.text(), found.get(0).end() + EXCERPT);
        var out = new Html.Writer().tag(from > 0 ? "… " : "");
        new Runs(new Clause(clause.id(), clause.kind(), 0, "", clause.text(), List.of()), List.of(), found)
                .write(out, from, to);
        return out.tag(to < clause.text().length() ? " …" : "").done();
    }

    private static int blankBefore(String text, int at) {
        return at <= 0 ? 0 : Math.max(0, text.indexOf(' ', at));
    }

    private static int blankAfter(String text, int at) {
        int blank = at >= text.length() ? -1 : text.indexOf(' ', at);
        return blank < 0 ? text.length() : blank;
    }

    /** The text in parts, each made when it is asked for. */
    Iterable<Chunk> chunks() {
        return () -> new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < clauses.size();
            }

            @Override
            public Chunk next() {
                var out = new Html.Writer();
                int lines = 0;
                int enough = at == 0 ? FIRST_LINES : LINES;
                while (at < clauses.size() && lines < enough) {
                    int end = blockEnd(at);
                    for (int each = at; each < end; each++) {
                        lines += Chunk.lines(clauses.get(each).text());
                    }
                    if (clauses.get(at).kind() == ClauseKind.TABLE) {
                        table(out, at, end);
                    } else {
                        line(out, at);
                    }
                    at = end;
                }
                return Chunk.of(lines, out.done());
            }
        };
    }

    /** A table and what lies in it stay together. */
    private int blockEnd(int at) {
        int end = at + 1;
        if (clauses.get(at).kind() == ClauseKind.TABLE) {
            while (end < clauses.size()
                    && clauses.get(end).depth() > clauses.get(at).depth()) {
                end++;
            }
        }
        return end;
    }

    private void line(Html.Writer out, int at) {
        var clause = clauses.get(at);
        if (heading(clause)) {
            // the page's own title is the only h1
            int level = Math.min(6, headingLevels.getOrDefault(at, 1) + 1);
            element(out, at, "h" + level, "hd hd" + level);
        } else if (clause.kind() == ClauseKind.NOTE) {
            element(out, at, "p", "nt");
        } else if (clause.kind() == ClauseKind.TITLE) {
            element(out, at, "p", "tt");
        } else if (clause.kind() == ClauseKind.ITEM) {
            element(out, at, "p", "it in" + Math.min(MOST_INDENTED, clause.depth()));
        } else {
            element(out, at, "p", "pg");
        }
    }

    private void element(Html.Writer out, int at, String element, String style) {
        var clause = clauses.get(at);
        out.tag("<").tag(element).tag(" class=\"").tag(style).tag("\" id=\"c").tag(clause.id());
        out.tag("\">");
        var number = noteNumbers.get(at);
        if (number != null) {
            out.tag("<a class=\"nn\" href=\"#r").tag(clause.id()).tag("\" aria-label=\"Trở lại chỗ có chú thích ");
            out.tag(number).tag("\">").tag(number).tag("</a> ");
        } else if (!clause.label().isEmpty()) {
            out.tag("<span class=\"lb\">").text(clause.label()).tag("</span> ");
        }
        runs(at).all(out);
        link(out, clause, element.startsWith("h"));
        out.tag("</").tag(element).tag(">\n");
    }

    /** With the keyboard one comes to the headings' links only: thousands of stops would be no help. */
    private static void link(Html.Writer out, Clause clause, boolean reachable) {
        out.tag(" <a class=\"lk\" href=\"#c").tag(clause.id());
        if (reachable) {
            out.tag("\" aria-label=\"Liên kết tới mục này\">#</a>");
        } else {
            out.tag("\" tabindex=\"-1\" aria-hidden=\"true\">#</a>");
        }
    }

    private Runs runs(int at) {
        return new Runs(clauses.get(at), notesOf.getOrDefault(at, List.of()), found(clauses.get(at)));
    }

    private void table(Html.Writer out, int at, int end) {
        var table = clauses.get(at);
        out.tag("<div class=\"tb\" id=\"c").tag(table.id()).tag("\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng ");
        out.tag(tableNumbers.getOrDefault(at, 0)).tag("\"><table>");
        boolean first = true;
        for (int row = at + 1; row < end; row++) {
            if (clauses.get(row).kind() == ClauseKind.ROW) {
                row(out, row, first && row + 1 < end);
                first = false;
            }
        }
        out.tag("</table></div>\n");
        for (int note = at + 1; note < end; note++) {
            if (clauses.get(note).kind() != ClauseKind.ROW) {
                line(out, note);
            }
        }
    }

    private void row(Html.Writer out, int at, boolean header) {
        var text = clauses.get(at).text();
        var runs = runs(at);
        out.tag("<tr id=\"c").tag(clauses.get(at).id()).tag("\">");
        int start = 0;
        while (start <= text.length()) {
            int tab = text.indexOf('\t', start);
            int end = tab < 0 ? text.length() : tab;
            boolean head = header && !text.substring(start, end).isBlank();
            out.tag(head ? "<th scope=\"col\">" : "<td>");
            runs.write(out, start, end);
            out.tag(head ? "</th>" : "</td>");
            start = end + 1;
        }
        out.tag("</tr>");
    }
}
