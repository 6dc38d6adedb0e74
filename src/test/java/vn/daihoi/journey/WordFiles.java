package vn.daihoi.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordWriter;

/** Word files as an editor might have them. */
final class WordFiles {

    private static final PageFormat FORMAT = new PageFormat(20, 20, 30, 15, "Times New Roman", 14, 10);

    private WordFiles() {}

    /** A file that says nothing about any document of ours. */
    static byte[] of(ApplicationContext context, List<Clause> clauses) {
        var out = new ByteArrayOutputStream();
        try {
            context.getBean(WordWriter.class)
                    .write(
                            new Sheet("elsewhere", 0, "", "", null, "", null, null, List.of(), List.of(), clauses),
                            FORMAT,
                            out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file in which somebody tracked the changes from one text to the other, whose clauses bear the same ids. */
    static byte[] tracked(ApplicationContext context, String author, List<Clause> older, List<Clause> newer) {
        var out = new ByteArrayOutputStream();
        try {
            context.getBean(WordWriter.class)
                    .redline(
                            new Sheet("elsewhere", 0, "", "", null, "", null, null, List.of(), List.of(), newer),
                            Comparison.of(older, newer),
                            author,
                            Instant.parse("2026-03-02T01:30:00Z"),
                            FORMAT,
                            out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A short report; each line is a section when it begins with a Roman numeral, and a paragraph otherwise. */
    static byte[] report(ApplicationContext context, String... lines) {
        return of(context, clauses(lines));
    }

    static List<Clause> clauses(String... lines) {
        var clauses = new ArrayList<Clause>();
        for (var line : lines) {
            int dot = line.indexOf(". ");
            boolean section = line.matches("[IVX]+\\. .*");
            clauses.add(new Clause(
                    clauses.size() + 1L,
                    section ? ClauseKind.SECTION : ClauseKind.PARAGRAPH,
                    section ? 0 : 1,
                    section ? line.substring(0, dot + 1) : "",
                    section ? line.substring(dot + 2) : line,
                    List.of()));
        }
        return clauses;
    }
}
