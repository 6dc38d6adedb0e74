package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void keepsWhatPeopleSee() {
        assertThat(CleanText.lines("  Đề nghị\tsửa  \r\n\r\n\r\n\r\n  mục 2.\u00a0 \n"))
                .isEqualTo("Đề nghị sửa\n\nmục 2.");
        assertThat(CleanText.line("một\nhai\n\nba")).isEqualTo("một hai ba");
        assertThat(CleanText.lines("tốt \uD83D\uDE00 <b>đậm</b> =1+1")).isEqualTo("tốt \uD83D\uDE00 <b>đậm</b> =1+1");
    }

    @Test
    void composesLetters() {
        var typed = Normalizer.normalize("Nguyễn Huệ, đường 3 Tháng 2", Normalizer.Form.NFD);

        assertThat(CleanText.lines(typed)).isEqualTo("Nguyễn Huệ, đường 3 Tháng 2");
    }

    @Test
    void takesOutWhatNobodySees() {
        assertThat(CleanText.lines("a\u202Eb\u202Cc\u2066d\u2069e\u200Bf\uFEFFg\u00ADh\u0000i\u0007j"))
                .isEqualTo("abcdefghij");
        assertThat(CleanText.lines("x\uD800y\uDC00z")).isEqualTo("xyz");
        assertThat(CleanText.lines("\u3164\u2800\u115F")).isEmpty();
        assertThat(CleanText.lines("q" + "\u0323\u0325".repeat(50)).length()).isLessThan(6);
    }

    @Property(tries = 2000, seed = "20261123")
    void whatIsLeftIsVisibleComposedAndTidy(@ForAll("hostile") String typed) {
        var clean = CleanText.lines(typed);

        assertThat(clean.codePoints()).allMatch(letter -> letter == '\n' || visible(letter));
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean)
                .doesNotContain("  ", "\n\n\n", " \n", "\n ", "\t", "\r")
                .isEqualTo(clean.strip());
        assertThat(CleanText.line(typed)).doesNotContain("\n", "  ");
    }

    @Property(tries = 2000, seed = "20261123")
    void whatIsCleanStaysAsItIs(@ForAll("hostile") String typed) {
        var clean = CleanText.lines(typed);

        assertThat(CleanText.lines(clean)).isEqualTo(clean);
        assertThat(CleanText.line(CleanText.line(typed))).isEqualTo(CleanText.line(typed));
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.any();
    }

    private static boolean visible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
