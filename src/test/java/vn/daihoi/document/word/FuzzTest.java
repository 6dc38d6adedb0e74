package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.cell;
import static vn.daihoi.document.word.Docx.del;
import static vn.daihoi.document.word.Docx.ins;
import static vn.daihoi.document.word.Docx.p;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.r;
import static vn.daihoi.document.word.Docx.row;
import static vn.daihoi.document.word.Docx.table;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, reading it ends with a text or a sentence. */
class FuzzTest {

    private static final List<String> BODY = List.of(
            p("I. Một"),
            para(Docx.ended("ins", "An"), r("1. Hai "), del("An", "ba"), ins("An", r("bốn"))),
            table(row(cell(p("a")), cell(p("b")))),
            Docx.numbered(1, 0, "Năm"),
            para("", Docx.mark(1, "_dh1", r("Sáu"))));

    private static Docx docx(String... body) {
        return Docx.of(body)
                .styles(Docx.style("H1", "heading 1", ""))
                .numbering(Docx.lists(1, Docx.level(0, "decimal", "%1.", "")) + Docx.list(1, 1, ""));
    }

    private static void read(byte[] bytes) {
        for (WordFile.TrackedChanges mode : WordFile.TrackedChanges.values()) {
            assertThat(new WordReader().read(bytes, mode)).isNotNull();
        }
    }

    @Test
    void cutOffFiles() {
        byte[] bytes = docx(BODY.toArray(String[]::new)).bytes();
        for (int length = 0; length < bytes.length; length += 101) {
            assertThat(Readings.refusal(Arrays.copyOf(bytes, length))).isNotBlank();
        }
    }

    @Test
    void flippedBits() {
        byte[] bytes = docx(BODY.toArray(String[]::new)).bytes();
        Random random = new Random(20_261_123);
        for (int i = 0; i < 150; i++) {
            byte[] broken = bytes.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(broken);
        }
    }

    /** Well-formed nonsense: elements in places where no Word puts them. */
    @Test
    void elementsOutOfPlace() {
        String[] scraps = {
            "<w:p>",
            "</w:p>",
            "<w:r>",
            "</w:r>",
            "<w:tbl>",
            "</w:tbl>",
            "<w:tr>",
            "</w:tr>",
            "<w:tc>",
            "</w:tc>",
            "<w:ins w:id=\"1\">",
            "</w:ins>",
            "<w:del w:id=\"x\">",
            "</w:del>",
            "<w:t>chữ</w:t>",
            "<w:br/>",
            "<w:tab/>",
            "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:fldChar w:fldCharType=\"end\"/>",
            "<w:pPr>",
            "</w:pPr>",
            "<w:numPr/>",
            "<w:numId w:val=\"-7\"/>",
            "<w:ilvl w:val=\"99999999999\"/>",
            "<w:pStyle/>",
            "<w:bookmarkStart w:name=\"_dh1\"/>",
            "<w:bookmarkEnd/>",
            "<w:commentReference w:id=\"9\"/>",
            "<w:footnoteReference w:id=\"9\"/>",
            "<w:sdt>",
            "</w:sdt>",
            "<w:sdtContent/>",
            "<w:sym w:char=\"zz\"/>",
            "<w:gridSpan w:val=\"2000000000\"/>",
            "<w:outlineLvl w:val=\"77\"/>",
            "<w:hyperlink>",
            "</w:hyperlink>"
        };
        Random random = new Random(7);
        for (int i = 0; i < 120; i++) {
            StringBuilder body = new StringBuilder();
            java.util.Deque<String> open = new java.util.ArrayDeque<>();
            for (int j = random.nextInt(40); j >= 0; j--) {
                String scrap = scraps[random.nextInt(scraps.length)];
                if (scrap.startsWith("</")) {
                    if (!open.isEmpty()) {
                        body.append(open.pop());
                    }
                } else {
                    body.append(scrap);
                    if (!scrap.endsWith("/>") && !scrap.contains("</")) {
                        open.push("</" + scrap.substring(1).split("[ >]")[0] + ">");
                    }
                }
            }
            open.forEach(body::append);
            read(docx(body.toString()).bytes());
        }
    }
}
