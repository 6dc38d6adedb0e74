package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Incoming;

/** Files that LibreOffice made of something else are read like those of Word. */
class OfficeFileTest {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void libreOffice() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "skipped: no LibreOffice here");
    }

    private static byte[] docx(String name, String content, String filter) throws IOException, InterruptedException {
        Path source = folder.resolve(name);
        Files.writeString(source, content);
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=" + filter,
                        "--convert-to",
                        "docx:MS Word 2007 XML",
                        "--outdir",
                        folder.resolve("out").toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice didn't come to an end");
        }
        return Files.readAllBytes(folder.resolve("out").resolve(name.substring(0, name.lastIndexOf('.')) + ".docx"));
    }

    private static List<Clause> clauses(byte[] bytes) {
        return Readings.read(bytes, WordFile.TrackedChanges.PROPOSE).clauses().stream()
                .map(Incoming::clause)
                .toList();
    }

    /** Label and words of each clause, apart from the table's own. */
    private static List<String> printed(List<Clause> clauses) {
        return clauses.stream()
                .filter(c -> c.kind() != ClauseKind.TABLE)
                .map(c -> (c.label() + " " + c.text()).strip())
                .toList();
    }

    private static void same(List<String> actual, List<String> expected) {
        assertThat(DiffUtils.diff(expected, actual).getDeltas()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void plainTextKeepsAllItsWords(int text) throws IOException, InterruptedException {
        List<Clause> corpus = CorpusText.clauses(CorpusText.NAMES.get(text));
        String lines = printed(corpus).stream().map(l -> l.replace('\t', ' ')).collect(Collectors.joining("\n"));
        byte[] bytes = docx("plain" + text + ".txt", lines, "Text (encoded):UTF8");
        same(printed(clauses(bytes)), lines.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void headingsListsAndTablesOfAPageKeepWordsAndStructure(int text) throws IOException, InterruptedException {
        List<Clause> corpus = CorpusText.clauses(CorpusText.NAMES.get(text));
        List<Clause> read = clauses(docx("page" + text + ".html", page(corpus), "HTML (StarWriter)"));
        same(printed(read), printed(corpus));
        List<Clause> lines =
                read.stream().filter(c -> c.kind() != ClauseKind.TABLE).toList();
        List<Clause> expected =
                corpus.stream().filter(c -> c.kind() != ClauseKind.TABLE).toList();
        for (int i = 0; i < expected.size(); i++) {
            ClauseKind kind = expected.get(i).kind();
            if (kind == ClauseKind.SECTION || kind == ClauseKind.ROW) {
                assertThat(
                                lines.get(i).kind() == ClauseKind.TITLE
                                        ? ClauseKind.SECTION
                                        : lines.get(i).kind())
                        .as(lines.get(i).text())
                        .isEqualTo(kind);
            }
        }
    }

    private static String page(List<Clause> clauses) {
        StringBuilder page = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        boolean table = false;
        for (Clause clause : clauses) {
            if (table && clause.kind() != ClauseKind.ROW) {
                page.append("</table>");
                table = false;
            }
            String words = escaped((clause.label() + " " + clause.text()).strip());
            switch (clause.kind()) {
                case SECTION -> page.append("<h%d>%s</h%d>".formatted(clause.depth() + 1, words, clause.depth() + 1));
                case TABLE -> {
                    page.append("<table>");
                    table = true;
                }
                case ROW ->
                    page.append("<tr><td>")
                            .append(escaped(clause.text()).replace("\t", "</td><td>"))
                            .append("</td></tr>");
                default -> page.append("<p>").append(words).append("</p>");
            }
            page.append('\n');
        }
        return page + (table ? "</table>" : "") + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void trackedChangesOfLibreOfficeAreProposals() throws IOException, InterruptedException {
        byte[] bytes = docx("changes.fodt", CHANGES, "OpenDocument Text Flat XML");
        WordFile file = Readings.read(bytes, WordFile.TrackedChanges.PROPOSE);
        assertThat(Readings.lines(file))
                .containsExactly(
                        "SECTION [I.] Mục tiêu",
                        " ITEM [1.] Tăng thu ngân sách 8% mỗi năm.",
                        " ITEM [2.] Giữ nguyên đoạn này.",
                        " ITEM [3.] Đoạn sẽ bỏ.",
                        " ITEM [4.] Đoạn cuối.");
        assertThat(Readings.proposals(file))
                .containsExactly(
                        "REPLACE 1:19 [8%] [9,5%]",
                        "INSERT_CLAUSE 2:0 [] [Đoạn thêm mới.]",
                        "DELETE_CLAUSE 3:0 [Đoạn sẽ bỏ.] []",
                        "COMMENT 4:0 [Đoạn cuối] []");
        assertThat(file.proposals().get(0).author()).isEqualTo("Chi bộ 1");
        assertThat(file.proposals().get(3).remark()).isEqualTo("Cần rõ hơn.");
        assertThat(Readings.texts(Readings.read(bytes, WordFile.TrackedChanges.ACCEPT)))
                .containsExactly(
                        "Mục tiêu",
                        "Tăng thu ngân sách 9,5% mỗi năm.",
                        "Giữ nguyên đoạn này.",
                        "Đoạn thêm mới.",
                        "Đoạn cuối.");
    }

    private static String change(String id, String kind, String content) {
        return """
                <text:changed-region xml:id="%1$s" text:id="%1$s"><text:%2$s><office:change-info>
                <dc:creator>Chi bộ 1</dc:creator><dc:date>2026-03-01T08:30:00</dc:date>
                </office:change-info>%3$s</text:%2$s></text:changed-region>"""
                .formatted(id, kind, content);
    }

    private static final String CHANGES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
              office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
            <text:tracked-changes>"""
                    + change("c1", "deletion", "<text:p>8%</text:p>")
                    + change("c2", "insertion", "")
                    + change("c3", "insertion", "")
                    + change("c4", "deletion", "<text:p>3. Đoạn sẽ bỏ.</text:p><text:p/>")
                    + """
            </text:tracked-changes>
            <text:h text:outline-level="1">I. Mục tiêu</text:h>
            <text:p>1. Tăng thu ngân sách <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>9,5%<text:change-end text:change-id="c2"/> mỗi năm.</text:p>
            <text:p>2. Giữ nguyên đoạn này.</text:p>
            <text:p><text:change-start text:change-id="c3"/>Đoạn thêm mới.</text:p>
            <text:p><text:change-end text:change-id="c3"/><text:change text:change-id="c4"/>4. <office:annotation office:name="n1"><dc:creator>Chi bộ 2</dc:creator><dc:date>2026-03-02T07:00:00</dc:date><text:p>Cần rõ hơn.</text:p></office:annotation>Đoạn cuối<office:annotation-end office:name="n1"/>.</text:p>
            </office:text></office:body></office:document>
            """;
}
