package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormTextTest {

    @Test
    void whatPeopleTypedShowsAsTypedAndBringsNoMarkup() {
        assertThat(FormText.plain("a\n# b **c** <img> {{x}} [l](u)"))
                .isEqualTo("a \\# b \\*\\*c\\*\\* \\<img\\> \\{\\{x\\}\\} \\[l\\](u)");
    }

    @Test
    void sentencesBecomeAList() {
        assertThat(FormText.list(List.of("một", "hai"))).isEqualTo("- một\n- hai");
    }
}
