package vn.daihoi.document.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.indicator.Quantity.Change;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tăng bình quân từ 8 đến 10 %/năm|RANGE 8–10 per year",
                "8 - 10%|RANGE 8–10",
                "8–10 % mỗi năm|RANGE 8–10 per year",
                "từ 8% đến 10%/năm|RANGE 8–10 per year",
                "trên 90 %|MORE_THAN 90",
                "≥ 3 %|AT_LEAST 3",
                "từ 2,5 % trở lên|AT_LEAST 2,5",
                "không dưới 95 %|AT_LEAST 95",
                "tối thiểu đạt 85 %|AT_LEAST 85",
                "không quá 0,2 phần trăm|AT_MOST 0,2",
                "kéo giảm xuống còn dưới 0,2 %|LESS_THAN 0,2",
                "tăng thêm 5 điểm %|ABSOLUTE 5 points more",
                "tăng ít nhất 5 điểm phần trăm|AT_LEAST 5 points more",
                "vượt 3 % dự toán|ABSOLUTE 3 beyond",
                "cao hơn 2 % so với cùng kỳ|ABSOLUTE 2 beyond",
                "2/2 trường|ABSOLUTE 2/2",
                "đạt 1.234 tỷ đồng|ABSOLUTE 1.234",
                "bình quân 8,5%/năm|ABSOLUTE 8,5 per year",
                "từ 82 % năm 2025 lên trên 90 % năm 2030|ABSOLUTE 82 at first; MORE_THAN 90",
                "giảm từ 0,6 % đến 0,2 %|ABSOLUTE 0,2",
                "nâng lên 85 %|ABSOLUTE 85"
            })
    void readsWhatReportsWrite(String text, String expected) {
        assertThat(Quantities.of(text).stream().map(QuantitiesTest::told).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đến năm 2030",
                "nhiệm kỳ 2025–2030",
                "ngày 30/4/2025",
                "Nghị quyết số 05-NQ/ĐU",
                "mục 2.1.",
                "COVID-19",
                "khu phố 3."
            })
    void yearsDatesAndNumbersOfPapersAreNoQuantities(String text) {
        assertThat(Quantities.of(text)).isEmpty();
    }

    private static String told(Quantity quantity) {
        var high = quantity.high();
        var outOf = quantity.outOf();
        return quantity.kind() + " " + VietnameseNumber.format(quantity.low())
                + (high == null ? "" : "–" + VietnameseNumber.format(high))
                + (outOf == null ? "" : "/" + VietnameseNumber.format(outOf))
                + (quantity.points() ? " points" : "")
                + (quantity.perYear() ? " per year" : "")
                + (quantity.change() == Change.BEYOND ? " beyond" : "")
                + (quantity.change() == Change.MORE && high == null ? " more" : "")
                + (quantity.origin() ? " at first" : "");
    }
}
