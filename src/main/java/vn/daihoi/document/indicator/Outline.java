package vn.daihoi.document.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** Where each clause of a text stands: the headings above it, and what one calls the place. */
final class Outline {

    /** Words quoted of a clause that has no label above it. */
    private static final int WORDS = 6;

    private final List<String> places = new ArrayList<>();
    private final List<List<String>> headings = new ArrayList<>();

    Outline(List<Clause> clauses) {
        var path = new ArrayDeque<Clause>();
        for (var clause : clauses) {
            while (!path.isEmpty() && path.getLast().depth() >= clause.depth()) {
                path.removeLast();
            }
            headings.add(path.stream()
                    .filter(above -> above.kind() == ClauseKind.PART || above.kind() == ClauseKind.SECTION)
                    .map(above -> above.label() + " " + above.text())
                    .toList());
            path.addLast(clause);
            places.add(place(List.copyOf(path)));
        }
    }

    /** "mục II.3", "Phần thứ hai, mục I.2.a". */
    String place(int clause) {
        return places.get(clause);
    }

    /** Texts of the headings above the clause, outermost first. */
    List<String> headings(int clause) {
        return headings.get(clause);
    }

    private static String place(List<Clause> path) {
        var part = "";
        var section = "";
        for (var clause : path) {
            var label = clause.label().replaceAll("[.):;\\s]+$", "").replaceAll("^[(\\s]+", "");
            if (clause.kind() == ClauseKind.PART) {
                part = label;
            } else if (label.matches("[\\p{L}\\p{N}.]+")) {
                section = below(section, label);
            }
        }
        if (!section.isEmpty()) {
            return part.isEmpty() ? "mục " + section : part + ", mục " + section;
        }
        var last = path.get(path.size() - 1);
        var words = last.text().split("\\s+");
        var quote = String.join(" ", List.of(words).subList(0, Math.min(WORDS, words.length)));
        return (part.isEmpty() ? "" : part + ", ") + "đoạn “" + quote + (words.length > WORDS ? "…" : "") + "”";
    }

    /** A label that repeats the number above it, "2.1" below "2", takes the place of that number. */
    private static String below(String section, String label) {
        var above = label.substring(0, Math.max(0, label.lastIndexOf('.')));
        if (section.isEmpty() || section.equals(above)) {
            return label;
        }
        return !above.isEmpty() && section.endsWith("." + above)
                ? section.substring(0, section.length() - above.length()) + label
                : section + "." + label;
    }
}
