package vn.daihoi.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;

/** A comparison as its page shows it, without a server. */
class ComparisonTextTest {

    private static final Clause PART = clause(1, ClauseKind.PART, 0, "Phần I", "Kinh tế");
    private static final Clause SECTION = clause(2, ClauseKind.SECTION, 1, "1.", "Ngân sách");
    private static final Clause OTHER = clause(3, ClauseKind.SECTION, 1, "2.", "Đất đai");

    private static Clause clause(long id, ClauseKind kind, int depth, String label, String text) {
        return new Clause(id, kind, depth, label, text, List.of());
    }

    private static Clause paragraph(long id, String text) {
        return clause(id, ClauseKind.PARAGRAPH, 2, "", text);
    }

    private static String html(List<Clause> older, List<Clause> newer, boolean everything) {
        var text = new ComparisonText(Comparison.of(older, newer), everything);
        return StreamSupport.stream(text.chunks().spliterator(), false)
                .map(chunk -> chunk.html().toString())
                .reduce("", String::concat);
    }

    @Test
    void onlyChangesAndTheHeadingsAboveThemAreShown() {
        var older = List.of(
                PART, SECTION, paragraph(4, "giữ nguyên"), paragraph(5, "thu đạt 5 tỷ"), OTHER, paragraph(6, "x"));
        var newer = List.of(
                PART, SECTION, paragraph(4, "giữ nguyên"), paragraph(5, "thu đạt 7 tỷ"), OTHER, paragraph(6, "x"));
        assertThat(html(older, newer, false))
                .contains("Kinh tế", "Ngân sách", "… 1 đoạn không đổi …", "… 2 đoạn không đổi …")
                .doesNotContain("giữ nguyên", "Đất đai")
                .containsSubsequence("<del>", "5", "</del>", "<ins>", "7", "</ins>");
        assertThat(html(older, newer, true)).contains("giữ nguyên", "Đất đai").doesNotContain("đoạn không đổi");
    }

    @Test
    void aMovedClauseIsLinkedFromBothPlaces() {
        var older = List.of(paragraph(4, "một"), paragraph(5, "hai"), paragraph(6, "ba"), paragraph(7, "bốn"));
        var newer = List.of(paragraph(5, "hai"), paragraph(6, "ba"), paragraph(7, "bốn"), paragraph(4, "một"));
        assertThat(html(older, newer, false))
                .containsSubsequence("id=\"d4\"", "href=\"#c4\"", "id=\"c4\"", "href=\"#d4\"");
        assertThat(new ComparisonText(Comparison.of(older, newer), false)
                        .counts()
                        .moved())
                .isEqualTo(1);
    }

    @Test
    void aNewNumberIsShownBesideTheOldOne() {
        var older = List.of(clause(4, ClauseKind.ITEM, 0, "a)", "một"));
        var newer = List.of(clause(4, ClauseKind.ITEM, 0, "b)", "một"));
        assertThat(html(older, newer, false)).contains("Đổi số thứ tự").containsSubsequence("a)", "</del>", "b)");
        assertThat(new ComparisonText(Comparison.of(older, newer), false).counts())
                .isEqualTo(new ComparisonText.Counts(0, 0, 0, 0, 1, 1));
    }

    @Test
    void changedWordsAreSaidAloudAndStayWords() {
        var html = html(List.of(paragraph(4, "cũ <b>")), List.of(paragraph(4, "mới <i>")), false);
        assertThat(html).contains("bỏ: ", "thêm: ", "&lt;").doesNotContain("<b>", "<i>");
    }
}
