package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025–2030", "2025-2030", " 2025 - 2030 ", "2025—2030", "2025\u22122030", "2025\u20112030"})
    void aTermIsWrittenWithAnEnDashHoweverItWasTyped(String typed) {
        assertThat(Term.normalise(typed)).contains("2025–2030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025", "2025/2030", "25-30", "2030-2025", "2025-2025", "2025–2030 x", "20251–2030"})
    void whatIsNoTermIsNotGuessed(String typed) {
        assertThat(Term.normalise(typed)).isEmpty();
    }
}
