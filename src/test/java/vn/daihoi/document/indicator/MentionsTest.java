package vn.daihoi.document.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

class MentionsTest {

    private static final List<String> NAMES = List.of(
            "Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến",
            "Tỷ lệ chi bộ sinh hoạt tốt",
            "Tỷ lệ hộ dân hài lòng về văn hóa cơ sở",
            "Hoàn thành chỉ tiêu giao quân");

    private final Words words = new Words();
    private final Mentions mentions = new Mentions(NAMES, Collections.nCopies(100, List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hồ sơ được giải quyết bằng DVCTT|0",
                "giải quyết hồ sơ qua dịch vụ công trực tuyến|0",
                "chi bộ xếp loại sinh hoạt tốt|1",
                "hộ dân hài lòng về văn hoá cơ sở|2",
                "ty le chi bo sinh hoat tot|1",
                "GIAO QUÂN HẰNG NĂM|3"
            })
    void knowsAnIndicatorByTheWordsOfItsName(String text, int indicator) {
        assertThat(mentions.in(words.of(text)))
                .extracting(Mentions.Mention::indicator)
                .containsExactly(indicator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tỷ lệ đạt trên 90 % trong năm",
                "cơ quan giao quản lý văn hóa",
                "sinh hoạt chi bộ định kỳ",
                "hồ sơ cán bộ",
                "bình quân mỗi năm"
            })
    void wordsThatAnyTargetCouldHaveAreNotEnough(String text) {
        assertThat(mentions.in(words.of(text))).isEmpty();
    }

    @Test
    void oldAndNewToneMarksAreTheSameWord() {
        assertThat(words.of("hoà thuỷ").stream().map(Words.Word::key).toList())
                .isEqualTo(words.of("hòa thủy").stream().map(Words.Word::key).toList());
        assertThat(words.of("quân").get(0).key())
                .isNotEqualTo(words.of("quản").get(0).key());
    }

    @Test
    void placesAreCalledByTheLabelsAboveThem() {
        var clauses = List.of(
                clause(ClauseKind.PART, 0, "Phần thứ hai", "PHƯƠNG HƯỚNG"),
                clause(ClauseKind.SECTION, 1, "II.", "NHIỆM VỤ"),
                clause(ClauseKind.SECTION, 2, "2.", "Kinh tế"),
                clause(ClauseKind.SECTION, 3, "2.1.", "Ngân sách"),
                clause(ClauseKind.ITEM, 4, "a)", "Thu đúng, thu đủ."),
                clause(ClauseKind.SECTION, 3, "2.2.", "Đầu tư"));
        var outline = new Outline(clauses);
        assertThat(List.of(outline.place(2), outline.place(3), outline.place(4), outline.place(5)))
                .containsExactly(
                        "Phần thứ hai, mục II.2",
                        "Phần thứ hai, mục II.2.1",
                        "Phần thứ hai, mục II.2.1.a",
                        "Phần thứ hai, mục II.2.2");
        assertThat(new Outline(List.of(clause(ClauseKind.PARAGRAPH, 0, "", "Một hai ba bốn năm sáu bảy tám"))).place(0))
                .isEqualTo("đoạn “Một hai ba bốn năm sáu…”");
    }

    @Test
    void aTextWithoutSentencesIsReadInBoundedPieces() {
        var endless = "kết nạp đảng viên mới đạt 2,5 %/năm năm 2030, ".repeat(4000);
        var found = IndicatorCheck.of(Samples.indicators(), List.of(clause(ClauseKind.PARAGRAPH, 0, "", endless)));
        assertThat(found.stream().filter(one -> one.code().equals("XD2"))).hasSize(50);
    }

    private static Clause clause(ClauseKind kind, int depth, String label, String text) {
        return new Clause(1, kind, depth, label, text, List.of());
    }
}
