package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void whatCannotBeSeenIsNoReasonAndIsNotKept() {
        assertThat(Reason.of("reason", "Lý do", "\u200B\u202E \n").fault()).isNotNull();
        assertThat(Reason.of("reason", "Lý do", "  Thiếu\u0000 phụ lục\u202E "))
                .isEqualTo(new Reason("Thiếu phụ lục", null));
        assertThat(Reason.of("reason", "Lý do", "a".repeat(2001)).fault()).isNotNull();
    }
}
