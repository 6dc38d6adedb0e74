package vn.daihoi.document.web;

import java.util.List;
import java.util.TreeSet;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.text.Search.Stretch;

/** A clause's words with their marks, note references and search hits, as HTML. */
final class Runs {

    /**
     * Where a note reference leads.
     *
     * @param number as shown, from 1 through the whole text
     * @param clause id of the note
     */
    record NoteLink(int number, long clause) {}

    private final Clause clause;
    private final List<NoteLink> notes;
    private final List<Stretch> hits;

    Runs(Clause clause, List<NoteLink> notes, List<Stretch> hits) {
        this.clause = clause;
        this.notes = notes;
        this.hits = hits;
    }

    void all(Html.Writer out) {
        write(out, 0, clause.text().length());
    }

    /** Writes a part of the text. Marks may overlap, so each stretch between two borders opens and closes its own. */
    void write(Html.Writer out, int from, int to) {
        if (clause.marks().isEmpty() && hits.isEmpty()) {
            out.text(clause.text(), from, to);
            return;
        }
        var borders = borders(from, to);
        int at = from;
        for (int border : borders) {
            stretch(out, at, border);
            references(out, border, from, to);
            at = border;
        }
    }

    private TreeSet<Integer> borders(int from, int to) {
        var borders = new TreeSet<Integer>();
        borders.add(from);
        borders.add(to);
        for (var mark : clause.marks()) {
            add(borders, mark.start(), from, to);
            add(borders, mark.end(), from, to);
        }
        for (var hit : hits) {
            add(borders, hit.start(), from, to);
            add(borders, hit.end(), from, to);
        }
        return borders;
    }

    private static void add(TreeSet<Integer> borders, int border, int from, int to) {
        if (border > from && border < to) {
            borders.add(border);
        }
    }

    private void stretch(Html.Writer out, int start, int end) {
        if (start >= end) {
            return;
        }
        boolean hit = hits.stream().anyMatch(each -> each.start() <= start && each.end() >= end);
        boolean bold = set(Mark.Style.BOLD, start, end);
        boolean italic = set(Mark.Style.ITALIC, start, end);
        boolean underlined = set(Mark.Style.UNDERLINE, start, end);
        out.tag(hit ? "<mark>" : "")
                .tag(bold ? "<b>" : "")
                .tag(italic ? "<i>" : "")
                .tag(underlined ? "<u>" : "")
                .text(clause.text(), start, end)
                .tag(underlined ? "</u>" : "")
                .tag(italic ? "</i>" : "")
                .tag(bold ? "</b>" : "")
                .tag(hit ? "</mark>" : "");
    }

    private boolean set(Mark.Style style, int start, int end) {
        return clause.marks().stream()
                .anyMatch(mark -> mark.style() == style && mark.start() <= start && mark.end() >= end);
    }

    /** The references that stand at this place; one at the border of two parts belongs to the end of the first. */
    private void references(Html.Writer out, int place, int from, int to) {
        int nth = 0;
        for (var mark : clause.marks()) {
            if (mark.style() != Mark.Style.NOTE) {
                continue;
            }
            boolean here = mark.start() == place && (place > from || from == 0) && place <= to;
            if (here && nth < notes.size()) {
                var note = notes.get(nth);
                out.tag("<sup><a id=\"r")
                        .tag(note.clause())
                        .tag("\" href=\"#c")
                        .tag(note.clause())
                        .tag("\" aria-label=\"Chú thích ")
                        .tag(note.number())
                        .tag("\">")
                        .tag(note.number())
                        .tag("</a></sup>");
            }
            nth++;
        }
    }
}
