package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.Patch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.text.RandomEdits;

/** Accepted in LibreOffice our tracked changes give the newer version, rejected the older. */
class RedlineTest {

    private static final String AUTHOR = "Phiên bản 3 so với phiên bản 2";

    private static RedlineOffice office;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        office = new RedlineOffice(folder);
    }

    static byte[] redline(List<Clause> older, List<Clause> newer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordWriter()
                .redline(
                        WriteSample.sheet(newer),
                        Comparison.of(older, newer),
                        AUTHOR,
                        Instant.parse("2026-03-01T01:02:03.456Z"),
                        WriteSample.FORMAT,
                        out);
        return out.toByteArray();
    }

    @Test
    void tellsWhoAndWhenUnderNumbersOfTheirOwn() throws IOException {
        byte[] document =
                WriteText.parts(redline(WriteSample.clauses(), edited())).get("word/document.xml");
        String text = new String(document, StandardCharsets.UTF_8);
        Pattern change =
                Pattern.compile("<w:(ins|del|moveFrom|moveTo) w:id=\"(\\d+)\" w:author=\"(.*?)\" w:date=\"(.*?)\">");
        List<MatchResult> changes = change.matcher(text).results().toList();

        assertThat(changes).extracting(found -> found.group(1)).contains("ins", "del", "moveFrom", "moveTo");
        assertThat(changes).extracting(found -> found.group(2)).doesNotHaveDuplicates();
        assertThat(changes).extracting(found -> found.group(3)).containsOnly(AUTHOR);
        assertThat(changes).extracting(found -> found.group(4)).containsOnly("2026-03-01T08:02:03Z");
    }

    /** The older of the last words has to come last; see {@link Redline}. */
    @Test
    void keepsParagraphsApartWhereOneEndsAndTheNextBeginsWithInsertions() throws IOException, InterruptedException {
        Clause before = new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Một hai", List.of());
        Clause next = new Clause(2, ClauseKind.PARAGRAPH, 0, "", "Sau cùng", List.of());
        Clause longer = new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Một hai ba bốn", List.of());
        Clause changed = new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Một bốn", List.of());
        Clause noted = new Clause(1, ClauseKind.PARAGRAPH, 0, "", "Một hai", List.of(new Mark(Mark.Style.NOTE, 7, 7)));
        Clause note = new Clause(4, ClauseKind.NOTE, 1, "", "Chú thích", List.of());
        Clause inserted = new Clause(3, ClauseKind.ITEM, 0, "-", "Thêm vào", List.of());
        proves(List.of(before, next), List.of(longer, inserted, next));
        proves(List.of(before, next), List.of(changed, inserted, next));
        proves(List.of(before, next), List.of(noted, note, inserted, next));
    }

    @Test
    void settlesAnEditedSample() throws IOException, InterruptedException {
        proves(WriteSample.clauses(), edited());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void settlesRandomEditsOfTheSample(long seed) throws IOException, InterruptedException {
        List<Clause> older = WriteSample.clauses();
        proves(older, numbered(RandomEdits.of(older, 12, seed).clauses()));
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "0, 13", "1, 15", "1, 16"})
    void settlesRandomEditsOfTheCorpus(int text, long seed) throws IOException, InterruptedException {
        List<Clause> older = CorpusText.clauses(CorpusText.NAMES.get(text));
        proves(older, numbered(RandomEdits.of(older, 30, seed).clauses()));
    }

    private static void proves(List<Clause> older, List<Clause> newer) throws IOException, InterruptedException {
        byte[] file = redline(older, newer);
        same(WriteText.of(office.accept(file)), WriteTest.lines(newer));
        same(texts(WriteText.of(office.reject(file))), texts(WriteTest.lines(older)));
    }

    /** Shows only the lines that differ: the texts are long. */
    private static void same(List<String> actual, List<String> expected) {
        Patch<String> patch = DiffUtils.diff(expected, actual);
        assertThat(patch.getDeltas()).isEmpty();
    }

    /** Labels and texts without styles and bookmarks, which are those of the newer version. */
    private static List<String> texts(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(line.indexOf('|'), line.lastIndexOf('|')))
                .toList();
    }

    static List<Clause> numbered(List<Clause> clauses) {
        List<Clause> numbered = new ArrayList<>();
        long next = 1000;
        for (Clause clause : clauses) {
            numbered.add(clause.id() == Clause.NO_ID ? clause.as(next++) : clause);
        }
        return numbered;
    }

    /** A version with every sort of change. */
    static List<Clause> edited() {
        List<Clause> clauses = new ArrayList<>(WriteSample.clauses());
        replace(clauses, 3, "", clauses.get(2).text().replace("42 chi bộ", "44 chi bộ trực thuộc"));
        replace(clauses, 5, "I-", "Kinh tế");
        // One note goes, one is rewritten, one comes.
        String growth = "Thu ngân sách tăng bình quân 9,5%/năm, vượt xa chỉ tiêu nghị quyết đề ra.";
        clauses.set(
                5,
                new Clause(
                        6,
                        ClauseKind.PARAGRAPH,
                        2,
                        "",
                        growth,
                        List.of(
                                new Mark(Mark.Style.NOTE, 3, 3),
                                new Mark(Mark.Style.ITALIC, 4, 13),
                                new Mark(Mark.Style.NOTE, growth.length(), growth.length()))));
        clauses.set(6, new Clause(500, ClauseKind.NOTE, 3, "", "Thu nội địa.", List.of()));
        replace(clauses, 8, "", "Chỉ tiêu là 8,5%/năm.");
        // A moved item, an item that goes right before a part, one that comes right before a table.
        Clause item = clauses.remove(9);
        clauses.add(11, item);
        clauses.remove(14);
        int table = index(clauses, 18);
        clauses.add(table, new Clause(501, ClauseKind.ITEM, 2, "-", "Có bảng kèm theo:", List.of()));
        replace(clauses, 21, "", "1\tThu ngân sách tăng bình quân hằng năm\t%\t≥ 11");
        clauses.remove(index(clauses, 22));
        clauses.add(index(clauses, 23) + 1, new Clause(502, ClauseKind.ROW, 2, "", "3\tHộ nghèo\t%\t0", List.of()));
        // A row that gains a cell, and a whole new table after a clause that went.
        replace(clauses, 23, "", "B. Xã hội\tgiữ vững\tổn định");
        clauses.remove(index(clauses, 26));
        int end = index(clauses, 28);
        clauses.add(end, new Clause(503, ClauseKind.TABLE, 2, "", "", List.of()));
        clauses.add(end + 1, new Clause(504, ClauseKind.ROW, 3, "", "Tên\tSố", List.of()));
        clauses.add(end + 2, new Clause(505, ClauseKind.ROW, 3, "", "Chi bộ\t44", List.of()));
        // The last clause of all goes, and one is moved and rewritten.
        clauses.remove(clauses.size() - 1);
        Clause moved = clauses.remove(index(clauses, 30));
        clauses.add(new Clause(30, ClauseKind.ITEM, 2, "9.", moved.text() + " Báo cáo hằng quý.", List.of()));
        return clauses;
    }

    private static void replace(List<Clause> clauses, long id, String label, String text) {
        int i = index(clauses, id);
        Clause old = clauses.get(i);
        clauses.set(i, new Clause(id, old.kind(), old.depth(), label, text, List.of()));
    }

    private static int index(List<Clause> clauses, long id) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).id() == id) {
                return i;
            }
        }
        throw new IllegalArgumentException("No clause " + id);
    }
}
