package vn.daihoi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/**
 * Reads a demo text: a line for a clause, "kind|label|text", the kinds being T title, P part, S1 and S2 headings, a full
 * stop for running text, I item, B table, R row with " | " between its cells. Everything lies one below its heading.
 */
final class DemoText {

    private DemoText() {}

    /** The clauses of a text, without ids. */
    static List<Clause> clauses(String name) {
        var clauses = new ArrayList<Clause>();
        int heading = -1;
        // the headings of a short text, which has no parts, begin at the outside
        int above = 0;
        for (var line : lines(name)) {
            var parts = line.split("\\|", 3);
            var kind = kind(parts[0]);
            if (kind == ClauseKind.PART) {
                heading = 0;
                above = 1;
            } else if (kind == ClauseKind.SECTION) {
                heading = Integer.parseInt(parts[0].substring(1)) - 1 + above;
            }
            int depth =
                    switch (kind) {
                        case TITLE -> 0;
                        case PART, SECTION -> heading;
                        case ROW -> heading + 2;
                        default -> heading + 1;
                    };
            clauses.add(new Clause(Clause.NO_ID, kind, depth, parts[1], parts[2].replace(" | ", "\t"), List.of()));
        }
        return clauses;
    }

    /** The lines of a file of the demo, without those that are empty or begin with "#". */
    static List<String> lines(String name) {
        try (var in = DemoText.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No demo file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClauseKind kind(String code) {
        return switch (code) {
            case "T" -> ClauseKind.TITLE;
            case "P" -> ClauseKind.PART;
            case "S1", "S2" -> ClauseKind.SECTION;
            case "." -> ClauseKind.PARAGRAPH;
            case "I" -> ClauseKind.ITEM;
            case "B" -> ClauseKind.TABLE;
            case "R" -> ClauseKind.ROW;
            default -> throw new IllegalArgumentException("No kind of clause: " + code);
        };
    }
}
