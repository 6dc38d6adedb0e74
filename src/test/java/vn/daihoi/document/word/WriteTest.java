package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.JaxbXmlPart;
import org.docx4j.openpackaging.parts.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.CorpusText;

class WriteTest {

    static byte[] write(Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordWriter().write(sheet, WriteSample.FORMAT, out);
        return out.toByteArray();
    }

    static byte[] write(List<Clause> clauses) throws IOException {
        return write(WriteSample.sheet(clauses));
    }

    /** The same lines as {@link WriteText#of}. */
    static List<String> lines(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.kind() != ClauseKind.TABLE)
                .map(clause -> String.join(
                        "|",
                        WordStyles.of(clause.kind(), clause.depth()),
                        clause.label(),
                        clause.text(),
                        "_dh" + clause.id()))
                .toList();
    }

    @Test
    void saysWhatTheVersionSays() throws IOException {
        assertThat(WriteText.of(write(WriteSample.clauses()))).isEqualTo(lines(WriteSample.clauses()));
    }

    @Test
    void saysWhatTheCorpusSays() throws IOException {
        for (String name : CorpusText.NAMES) {
            List<Clause> clauses = CorpusText.clauses(name);
            assertThat(WriteText.of(write(clauses))).isEqualTo(lines(clauses));
        }
    }

    @Test
    void staysTheSameWhenLibreOfficeSavesIt(@TempDir Path folder) throws IOException, InterruptedException {
        byte[] saved = new RedlineOffice(folder).save(write(WriteSample.clauses()));

        assertThat(WriteText.of(saved)).isEqualTo(lines(WriteSample.clauses()));
        Map<String, byte[]> parts = WriteText.parts(saved);
        assertThat(text(parts, "docProps/custom.xml"))
                .contains("daihoi.document", "0f3b9a52-0001-4000-8000-000000000001", "daihoi.version", ">3<");
        assertThat(text(parts, "word/document.xml")).contains("\"_dht18\"", "\"_dh19\"");
    }

    /** docx4j binds strictly by the schema of the format and says nothing of what it leaves out: compare afterwards. */
    @Test
    void keepsToTheFormat() throws IOException, Docx4JException {
        byte[] file = RedlineTest.redline(WriteSample.clauses(), RedlineTest.edited());
        WordprocessingMLPackage read = WordprocessingMLPackage.load(new ByteArrayInputStream(file));
        for (Part part : read.getParts().getParts().values()) {
            if (part instanceof JaxbXmlPart<?> bound) {
                bound.getContents();
            }
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.save(again);

        Map<String, byte[]> before = WriteText.parts(file);
        Map<String, byte[]> after = WriteText.parts(again.toByteArray());
        for (String part : List.of("document", "styles", "settings", "footnotes", "header")) {
            String name = "word/" + part + ".xml";
            assertThat(elements(after, name)).as(name).isEqualTo(elements(before, name));
        }
    }

    @Test
    void namesTheIssuerAndNobodyElse() throws IOException {
        String core = text(WriteText.parts(write(WriteSample.clauses())), "docProps/core.xml");

        assertThat(core)
                .contains("<dc:title>BÁO CÁO CHÍNH TRỊ trình Đại hội", "<dc:creator>ĐẢNG ỦY PHƯỜNG AN BÌNH<")
                .doesNotContain("lastModifiedBy");
    }

    @Test
    void leavesRoomForWhatIsntKnown() throws IOException {
        Sheet sheet = new Sheet(
                "d", 0, "", "CHI BỘ MỘT", null, "An Bình", null, null, List.of(), List.of(), WriteSample.clauses());

        assertThat(text(WriteText.parts(write(sheet)), "word/document.xml"))
                .contains("An Bình, ngày … tháng … năm …", "Số ………")
                .doesNotContain("Nơi nhận");
    }

    @Test
    void leavesOutWhatXmlCannotHold() throws IOException {
        String text = "a\u0001b\uD800c\uFFFFd 😀 & <e>";
        Clause clause = new Clause(1, ClauseKind.PARAGRAPH, 0, "", text, List.of());

        assertThat(WriteText.of(write(List.of(clause)))).containsExactly("DaihoiParagraph0||abcd 😀 & <e>|_dh1");
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    /** Opening tags without their attributes, in order. */
    private static List<String> elements(Map<String, byte[]> parts, String name) {
        return Pattern.compile("<(w:\\w+)")
                .matcher(text(parts, name))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
