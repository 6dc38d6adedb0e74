package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.p;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.piece;
import static vn.daihoi.document.word.Docx.r;
import static vn.daihoi.document.word.Readings.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is turned away, each with its own sentence, before any of it is read. */
class UploadGuardTest {

    private static final String BOMB = "giải nén";
    private static final String BROKEN = "bị hỏng";
    private static final String MACROS = "macro";
    private static final String OUTSIDE = "bên ngoài";
    private static final String PASSWORD = "mật khẩu";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ole(String stream) {
        byte[] ole = new byte[4096];
        byte[] head = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(head, 0, ole, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1024, name.length);
        return ole;
    }

    @Test
    void emptyAndForeignFiles() {
        assertThat(refusal(new byte[0])).contains("rỗng");
        assertThat(refusal(utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"))).contains("PDF");
        assertThat(refusal(utf8("{\\rtf1\\ansi Xin chào}"))).contains("RTF");
        assertThat(refusal(utf8("Chỉ là chữ."))).contains("không phải là văn bản Word");
        assertThat(refusal(ole("WordDocument"))).contains("(.doc)");
        assertThat(refusal(ole("EncryptedPackage"))).contains(PASSWORD);
    }

    @Test
    void otherArchives() {
        Map<String, byte[]> odt = new LinkedHashMap<>();
        odt.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        odt.put("content.xml", utf8("<x/>"));
        assertThat(refusal(Docx.zip(odt)))
                .contains("không phải là văn bản Word")
                .contains(".odt");
        assertThat(refusal(Docx.zip(Map.of("a.txt", utf8("đổi đuôi"))))).contains("không phải là văn bản Word");
        assertThat(refusal(Docx.of(p("Bảng tính"))
                        .mainType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                        .bytes()))
                .contains("không phải là văn bản Word");
    }

    @Test
    void macrosInAnyForm() {
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/vbaProject.bin", new byte[10])
                        .bytes()))
                .contains(MACROS);
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/activeX/activeX1.xml", "<x/>")
                        .bytes()))
                .contains(MACROS);
        assertThat(refusal(Docx.of(p("Một"))
                        .type("word/x.bin", "application/vnd.ms-office.vbaProject")
                        .bytes()))
                .contains(MACROS);
        assertThat(refusal(
                        Docx.of(p("Một")).relation("vbaProject", "x.bin", false).bytes()))
                .contains(MACROS);
        for (String main : new String[] {"document", "template"}) {
            assertThat(refusal(Docx.of(p("Một"))
                            .mainType("application/vnd.ms-word." + main + ".macroEnabled.main+xml")
                            .bytes()))
                    .contains(MACROS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachedTemplate", "image", "oleObject", "frame", "subDocument", "aFChunk"})
    void targetsThatWouldBeFetched(String kind) {
        assertThat(refusal(Docx.of(p("Một"))
                        .relation(kind, "http://example.org/x", true)
                        .bytes()))
                .contains(OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCLUDEPICTURE \"http://example.org/x.png\"",
                " DDEAUTO c:\\\\x",
                "includetext x",
                "LINK Excel.Sheet"
            })
    void fieldsThatWouldBeFetched(String instruction) {
        assertThat(refusal(Docx.of(para(
                                "",
                                piece("<w:fldChar w:fldCharType=\"begin\"/>"),
                                piece("<w:instrText>" + instruction.substring(0, 4) + "</w:instrText>"),
                                piece("<w:instrText>" + instruction.substring(4) + "</w:instrText>"),
                                piece("<w:fldChar w:fldCharType=\"end\"/>")))
                        .bytes()))
                .contains(OUTSIDE);
        assertThat(refusal(Docx.of(para("", "<w:fldSimple w:instr='" + instruction + "'/>"))
                        .bytes()))
                .contains(OUTSIDE);
    }

    @Test
    void ordinaryLinksAreFine() {
        WordFile file =
                Readings.propose(Docx.of(para("", "<w:hyperlink r:id=\"rId1\">" + r("trang") + "</w:hyperlink>"))
                        .relation("hyperlink", "http://example.org/", true));
        assertThat(Readings.texts(file)).containsExactly("trang");
    }

    @Test
    void sizes() {
        assertThat(refusal(new byte[UploadGuard.MAX_BYTES + 1])).contains("20 MB");
        String[] many = new String[20_001];
        Arrays.fill(many, "<w:p/>");
        assertThat(refusal(Docx.of(many).bytes())).contains("20.000");
        many[0] = p("Một");
        assertThat(Readings.texts(Readings.propose(Docx.of(Arrays.copyOf(many, 20_000)))))
                .containsExactly("Một");
    }

    @Test
    void cellsDontCountAsParagraphsButRowsDo() {
        String[] rows = new String[10_000];
        Arrays.fill(rows, Docx.row(Docx.cell(p("a")), Docx.cell(p("b")), Docx.cell(p("c"))));
        assertThat(Readings.propose(Docx.of(Docx.table(rows))).clauses()).hasSize(10_001);
    }

    @Test
    void bombs() {
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/media/x.bin", new byte[20_000_000])
                        .bytes()))
                .as("ratio")
                .contains(BOMB);
        Docx entries = Docx.of(p("Một"));
        for (int i = 0; i < 2_000; i++) {
            entries.raw("word/media/" + i, new byte[1]);
        }
        assertThat(refusal(entries.bytes())).as("entries").contains(BOMB);
        // Squeezed to a thirtieth at most, so that no ratio gives it away.
        byte[] noisy = new byte[61 * 1024 * 1024];
        Random random = new Random(1);
        for (int i = 0; i < noisy.length; i += 64) {
            noisy[i] = (byte) random.nextInt();
        }
        assertThat(refusal(Docx.of(p("Một")).raw("word/media/big", noisy).bytes()))
                .as("one part")
                .contains(BOMB);
        Docx total = Docx.of(p("Một"));
        for (int i = 0; i < 4; i++) {
            total.raw("word/media/" + i, Arrays.copyOf(noisy, 55 * 1024 * 1024));
        }
        assertThat(refusal(total.bytes())).as("total").contains(BOMB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.xml", "word/../../x", "/etc/x", "c:x"})
    void namesThatClimbOut(String name) {
        assertThat(refusal(Docx.of(p("Một")).raw(name, "x").bytes())).contains(BROKEN);
    }

    @Test
    void aDirectoryThatTellsSomethingElse() {
        byte[] bytes = Docx.of(p("Một")).bytes();
        int end = bytes.length - 22;
        bytes[end + 10]++;
        assertThat(refusal(bytes)).contains(BROKEN);
    }

    @Test
    void theSameNameTwice() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"[Content_Types].xml", "word/documenta.xml", "word/documentb.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(utf8("<x/>"));
                zip.closeEntry();
            }
        }
        String twice = new String(out.toByteArray(), StandardCharsets.ISO_8859_1).replace("documentb", "documenta");
        assertThat(refusal(twice.getBytes(StandardCharsets.ISO_8859_1))).contains(BROKEN);
    }

    @Test
    void declarationsAndEntities() {
        String entity = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/x.xml", entity + "<x>&b;</x>")
                        .bytes()))
                .contains("DOCTYPE");
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("customXml/item1.xml", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><x/>")
                        .bytes()))
                .contains("DOCTYPE");
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/document.xml", Docx.wrap("document", "<w:body>" + p("&x;") + "</w:body>"))
                        .bytes()))
                .containsAnyOf("DOCTYPE", BROKEN);
    }

    @Test
    void brokenAndTangledXml() {
        assertThat(refusal(Docx.of(p("Một"))
                        .raw("word/document.xml", "<w:document>")
                        .bytes()))
                .contains(BROKEN);
        assertThat(refusal(Docx.of(p("Một")).raw("word/document.xml", "<x/>").bytes()))
                .contains(BROKEN);
        assertThat(refusal(Docx.of("<w:sdt><w:sdtContent>".repeat(200) + "</w:sdtContent></w:sdt>".repeat(200))
                        .bytes()))
                .contains("phức tạp");
        assertThat(refusal(Docx.of(p("Một"))
                        .raw(
                                "word/document.xml",
                                "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>")
                        .bytes()))
                .contains("Strict");
    }
}
