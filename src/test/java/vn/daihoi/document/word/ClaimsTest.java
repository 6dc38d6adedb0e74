package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.cell;
import static vn.daihoi.document.word.Docx.mark;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.piece;
import static vn.daihoi.document.word.Docx.r;
import static vn.daihoi.document.word.Docx.row;
import static vn.daihoi.document.word.Docx.run;
import static vn.daihoi.document.word.Docx.table;
import static vn.daihoi.document.word.Readings.lines;
import static vn.daihoi.document.word.Readings.propose;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Incoming;

/** What our own export leaves in a file is found again, also after somebody worked on it. */
class ClaimsTest {

    private static final String LABEL = "<w:rStyle w:val=\"DaihoiLabel\"/>";

    private static List<List<Long>> claims(WordFile file) {
        return file.clauses().stream().map(Incoming::claims).toList();
    }

    private static String own(String kind, String content) {
        return para("<w:pStyle w:val=\"Daihoi" + kind + "\"/>", content);
    }

    @Test
    void kindsDepthsLabelsAndIdsComeBack() {
        WordFile file = propose(Docx.of(
                table(row(
                        cell(own("FrameCentred", r("ĐẢNG ỦY PHƯỜNG"))), cell(own("FrameCentred", r("Dự thảo lần 2"))))),
                own("FrameCentred", ""),
                own("Title0", mark(1, "_dh1", r("Báo cáo"))),
                own("Part0", mark(2, "_dh2", run(LABEL, "PHẦN THỨ NHẤT") + piece("<w:br/>") + r("KẾT QUẢ"))),
                own("Section1", mark(3, "_dh3", run(LABEL, "I.") + piece("<w:tab/>") + r("1. Là số"))),
                own("Item2", mark(4, "_dh4", r("a) Không phải nhãn."))),
                own("Paragraph2", mark(5, "_dh5", r("- Không phải nhãn."))),
                own("Item2", mark(6, "_dh6", run(LABEL, "-") + piece("<w:tab/>") + r("Mục ngắn"))),
                table(
                        row(
                                cell(own("Row3", mark(7, "_dht7", mark(8, "_dh8", r("ô đầu"))))),
                                cell(own("Row3", r("ô sau")))),
                        row(cell(own("Row3", mark(9, "_dh9", ""))), cell(own("Row3", r("dòng hai"))))),
                table(row(cell(own("FrameRecipients", "")), cell(own("FrameCentred", r("T/M ĐẢNG ỦY")))))));
        assertThat(lines(file))
                .containsExactly(
                        "TITLE Báo cáo",
                        "PART [PHẦN THỨ NHẤT] KẾT QUẢ",
                        " SECTION [I.] 1. Là số",
                        "  ITEM a) Không phải nhãn.",
                        "  PARAGRAPH - Không phải nhãn.",
                        "  ITEM [-] Mục ngắn",
                        "  TABLE ",
                        "   ROW ô đầu>ô sau",
                        "   ROW >dòng hai");
        assertThat(claims(file))
                .containsExactly(
                        List.of(1L),
                        List.of(2L),
                        List.of(3L),
                        List.of(4L),
                        List.of(5L),
                        List.of(6L),
                        List.of(7L),
                        List.of(8L),
                        List.of(9L));
    }

    @Test
    void aSplitClauseIsClaimedTwiceAndAMergedOneTwoTimes() {
        WordFile file = propose(Docx.of(
                para("", "<w:bookmarkStart w:id=\"1\" w:name=\"_dh1\"/>", r("Nửa đầu.")),
                para("", r("Nửa sau."), "<w:bookmarkEnd w:id=\"1\"/>"),
                para("", mark(2, "_dh2", r("Hai.")), r(" "), mark(3, "_dh3", r("Ba.")))));
        assertThat(claims(file)).containsExactly(List.of(1L), List.of(1L), List.of(2L, 3L));
    }

    @Test
    void aBookmarkThatEndsBeforeTheNextParagraphsWordsDoesntClaimThem() {
        WordFile file = propose(Docx.of(
                para("", "<w:bookmarkStart w:id=\"1\" w:name=\"_dh1\"/>", r("Một.")),
                para("", "<w:bookmarkEnd w:id=\"1\"/>", r("Hai."))));
        assertThat(claims(file)).containsExactly(List.of(1L), List.of());
    }

    @Test
    void anEmptyBookmarkOnlyCountsWhereNoOtherDoes() {
        WordFile file = propose(Docx.of(
                para("", mark(1, "_dh1", ""), r("Viết lại hết.")),
                para("", mark(2, "_dh2", ""), mark(3, "_dh3", r("Còn nguyên.")))));
        assertThat(claims(file)).containsExactly(List.of(1L), List.of(3L));
    }

    @Test
    void aBookmarkWithoutAnEndClaimsOnlyWhereItBegan() {
        WordFile file = propose(
                Docx.of(para("", "<w:bookmarkStart w:id=\"1\" w:name=\"_dh1\"/>", r("Một.")), para("", r("Hai."))));
        assertThat(claims(file)).containsExactly(List.of(1L), List.of());
    }

    @Test
    void foreignBookmarksClaimNothing() {
        WordFile file = propose(Docx.of(para(
                "",
                mark(1, "_Toc12345", r("Một")),
                mark(2, "_dh", r("hai")),
                mark(3, "_dh99999999999999999999", r("ba")))));
        assertThat(claims(file)).containsExactly(List.of());
    }

    @Test
    void whatSomebodyTypesIntoOurFileIsReadLikeAnyOther() {
        WordFile file = propose(Docx.of(
                own("Section0", mark(1, "_dh1", run(LABEL, "I.") + piece("<w:tab/>") + r("Một"))),
                own("Item1", mark(2, "_dh2", run(LABEL, "a)") + piece("<w:tab/>") + r("Hai;"))),
                own("Item1", r("b) Thêm;")),
                para("", r("c) Thêm nữa."))));
        assertThat(lines(file))
                .containsExactly("SECTION [I.] Một", " ITEM [a)] Hai;", " ITEM [b)] Thêm;", " ITEM [c)] Thêm nữa.");
    }

    @Test
    void theFileKnowsWhereItCameFrom() {
        String properties =
                "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"daihoi.document\"><vt:lpwstr>vk-1</vt:lpwstr></property>"
                        + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" name=\"daihoi.version\">%s</property>";
        for (String version : List.of("<vt:i4>3</vt:i4>", "<vt:r8>3</vt:r8>", "<vt:lpwstr>3</vt:lpwstr>")) {
            WordFile file = propose(Docx.of(Docx.p("Một")).properties(properties.formatted(version)));
            assertThat(file.origin()).isEqualTo(new WordFile.Origin("vk-1", 3));
        }
        assertThat(propose(Docx.of(Docx.p("Một"))).origin()).isNull();
    }
}
