package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiptsTest {

    @Test
    void aCodeIsKnownHoweverItIsTyped() {
        assertThat(Receipts.normal(" 7kq2 m9xd4tch ")).isEqualTo("7KQ2-M9XD-4TCH");
        assertThat(Receipts.normal("7kq2–m9xd–4tch")).isEqualTo("7KQ2-M9XD-4TCH");
        assertThat(Receipts.normal("OIL0-0000-0000")).isEqualTo("0110-0000-0000");
        assertThat(Receipts.hash("7kq2m9xd4tch")).isEqualTo(Receipts.hash("7KQ2-M9XD-4TCH"));
        assertThat(Receipts.hash("7KQ2-M9XD-4TCH")).hasSize(64).isNotEqualTo(Receipts.hash("7KQ2-M9XD-4TCJ"));
    }

    @Test
    void whatIsNoCodeIsNone() {
        assertThat(Receipts.normal("")).isEmpty();
        assertThat(Receipts.normal("7KQ2")).isEqualTo("7KQ2");
        assertThat(Receipts.normal("<script>")).isEqualTo("SCR1PT");
    }
}
