package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Mark;

class PdfTest {

    static byte[] write(List<Clause> clauses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfWriter().write(WriteSample.sheet(clauses), WriteSample.FORMAT, out);
        return out.toByteArray();
    }

    @Test
    void hasEveryWordOfTheSample() throws IOException {
        hasEveryWord(WriteSample.clauses());
    }

    @Test
    void hasEveryWordOfTheCorpus() throws IOException {
        for (String name : CorpusText.NAMES) {
            hasEveryWord(CorpusText.clauses(name));
        }
    }

    private static void hasEveryWord(List<Clause> clauses) throws IOException {
        try (PDDocument file = Loader.loadPDF(write(clauses))) {
            StringBuilder text = new StringBuilder(page(file, 1));
            for (int i = 2; i <= file.getNumberOfPages(); i++) {
                String page = page(file, i);
                assertThat(page).startsWith(i + "\n");
                text.append(page.substring(page.indexOf('\n')));
            }
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            String printed = flat(text.toString());
            List<String> missing = clauses.stream()
                    .flatMap(clause -> stretches(clause).stream())
                    .filter(stretch -> !printed.contains(flat(stretch)))
                    .toList();
            assertThat(missing).isEmpty();
        }
    }

    /** Label and text of a clause, cut where it refers to a footnote. */
    private static List<String> stretches(Clause clause) {
        List<String> stretches = new ArrayList<>();
        String text = clause.label() + clause.text();
        int start = 0;
        for (Mark mark : clause.marks()) {
            if (mark.style() == Mark.Style.NOTE) {
                int end = clause.label().length() + mark.start();
                stretches.add(text.substring(start, end));
                start = end;
            }
        }
        stretches.add(text.substring(start));
        return stretches;
    }

    @Test
    void carriesItsFontsAndNothingElse() throws IOException {
        try (PDDocument file = Loader.loadPDF(write(WriteSample.clauses()))) {
            Set<String> names = new HashSet<>();
            for (PDPage page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName().replaceAll("^[A-Z]+[+]", ""));
                }
            }
            assertThat(names).containsExactlyInAnyOrder("Tinos-Regular", "Tinos-Bold", "Tinos-Italic");
        }
    }

    @Test
    void numbersItsPagesFromTheSecondOn() throws IOException {
        try (PDDocument file = Loader.loadPDF(write(WriteSample.clauses()))) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            assertThat(page(file, 1).lines().findFirst()).hasValue("ĐẢNG BỘ THÀNH PHỐ MẪU");
            assertThat(page(file, 2).lines().findFirst()).hasValue("2");
            assertThat(page(file, 1).strip()).endsWith("Chỉ tiêu là 8%/năm.");
        }
    }

    @Test
    void keepsADateOnOneLineWhereverItFalls() throws IOException {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 1; i <= 80; i++) {
            clauses.add(new Clause(i, ClauseKind.PARAGRAPH, 0, "", "n".repeat(i) + " hết ngày 20/03/2027.", List.of()));
        }
        try (PDDocument file = Loader.loadPDF(write(clauses))) {
            assertThat(new PDFTextStripper().getText(file).split("20/03/2027", -1))
                    .hasSize(81);
        }
    }

    @Test
    void repeatsTheHeadOfALongTable() throws IOException {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause(1, ClauseKind.TABLE, 0, "", "", List.of()));
        clauses.add(new Clause(2, ClauseKind.ROW, 1, "", "Chỉ tiêu\tMục tiêu", List.of()));
        for (int i = 0; i < 80; i++) {
            clauses.add(new Clause(3 + i, ClauseKind.ROW, 1, "", "Chỉ số\t" + i, List.of()));
        }
        try (PDDocument file = Loader.loadPDF(write(clauses))) {
            for (int i = 1; i <= file.getNumberOfPages(); i++) {
                assertThat(page(file, i)).contains("Chỉ tiêu Mục tiêu");
            }
            assertThat(file.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void hasTitleLanguageAndOutline() throws IOException {
        try (PDDocument file = Loader.loadPDF(write(WriteSample.clauses()))) {
            assertThat(file.getDocumentInformation().getTitle()).startsWith("BÁO CÁO CHÍNH TRỊ");
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            List<String> outline = new ArrayList<>();
            for (PDOutlineItem item :
                    file.getDocumentCatalog().getDocumentOutline().children()) {
                outline.add(item.getTitle());
                item.children().forEach(child -> outline.add("  " + child.getTitle()));
            }
            assertThat(outline)
                    .containsExactly(
                            "Phần thứ nhất KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020 - 2025",
                            "  I. Kinh tế - xã hội",
                            "  II. Xây dựng Đảng",
                            "Phần thứ hai PHƯƠNG HƯỚNG, CHỈ TIÊU NHIỆM KỲ 2025 - 2030",
                            "  I. Nhiệm vụ trọng tâm");
        }
    }

    @Test
    void printsWhatLooksLikeAPageAsWords() throws IOException {
        String text = "<img src=\"http://example.org/a.png\"/><style>@import url(file:///etc/passwd);</style>&amp;";
        try (PDDocument file =
                Loader.loadPDF(write(List.of(new Clause(1, ClauseKind.PARAGRAPH, 0, "", text, List.of()))))) {
            assertThat(flat(new PDFTextStripper().getText(file))).contains(flat(text));
        }
    }

    private static String page(PDDocument file, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(file);
    }

    /** Without the blanks, which a line's end may have swallowed. */
    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }
}
