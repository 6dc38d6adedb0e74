package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.List;

/** Short hand for versions in tests. */
final class Texts {

    private Texts() {}

    /** Clauses with the ids 1, 2, 3 …; two blanks before a line for each level, "I." or "a)" or "-" makes a label. */
    static List<Clause> version(String... lines) {
        var clauses = new ArrayList<Clause>();
        for (var line : lines) {
            var words = line.strip();
            int depth = (line.length() - words.length()) / 2;
            var label =
                    words.matches("([IVX]+\\.|\\d+\\.|[a-z]\\)|-) .*") ? words.substring(0, words.indexOf(' ')) : "";
            var kind = label.isEmpty()
                    ? ClauseKind.PARAGRAPH
                    : label.matches("-|[a-z]\\)") ? ClauseKind.ITEM : ClauseKind.SECTION;
            clauses.add(clause(
                    clauses.size() + 1,
                    kind,
                    depth,
                    label,
                    words.substring(label.length()).strip()));
        }
        return clauses;
    }

    static Clause clause(long id, ClauseKind kind, int depth, String label, String text) {
        return new Clause(id, kind, depth, label, text, List.of());
    }

    /** The same clauses as they come in without any id. */
    static List<Incoming> incoming(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> Incoming.unknown(clause.as(Clause.NO_ID)))
                .toList();
    }
}
