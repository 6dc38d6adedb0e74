package vn.daihoi.document.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNumberTest {

    @Property(tries = 2000, seed = "20261123")
    void whatIsWrittenIsReadBack(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(4) BigDecimal number) {
        var written = VietnameseNumber.format(number);
        assertThat(VietnameseNumber.parse(written))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
        assertThat(VietnameseNumber.format(VietnameseNumber.parse(written).orElseThrow()))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8,5|8.5", "1.234|1234", "1.234.567,25|1234567.25", "0,2|0.2", "100|100", "-3|-3", "1234|1234"})
    void readsVietnameseNotation(String text, BigDecimal number) {
        assertThat(VietnameseNumber.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.6", "1.23", "12,", ",5", "1,234.5", "1e9", "8 5", "9999999999999999999999999", "٣"})
    void refusesWhatCouldBeMisread(String text) {
        assertThat(VietnameseNumber.parse(text)).isEmpty();
    }

    @Test
    void writesNoNeedlessZeros() {
        assertThat(VietnameseNumber.format(new BigDecimal("1234.500"))).isEqualTo("1.234,5");
        assertThat(VietnameseNumber.format(new BigDecimal("100.00"))).isEqualTo("100");
        assertThat(VietnameseNumber.format(new BigDecimal("1E+3"))).isEqualTo("1.000");
    }
}
