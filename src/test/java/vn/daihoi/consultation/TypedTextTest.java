package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void whatCannotBeSeenIsNoReasonAndIsNotKept() {
        assertThat(TypedText.reason("reason", "Lý do", "\u200B\u202E \n").fault())
                .isNotNull();
        assertThat(TypedText.reason("reason", "Lý do", "  Thiếu\u0000 phụ lục\u202E "))
                .isEqualTo(new TypedText("Thiếu phụ lục", null));
        assertThat(TypedText.reason("reason", "Lý do", "… – .").fault()).isNotNull();
        assertThat(TypedText.reason("reason", "Lý do", "a".repeat(2001)).fault())
                .isNotNull();
    }
}
