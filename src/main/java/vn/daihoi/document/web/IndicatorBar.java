package vn.daihoi.document.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator;
import vn.daihoi.document.indicator.Indicator.Kind;

/**
 * A target drawn: how far one has come, and where one wants to be. Percent of the width.
 *
 * @param base where the base ends; null for none
 * @param from where the wanted stretch begins
 * @param width how wide it is
 * @param text the same in words
 */
record IndicatorBar(@Nullable Double base, double from, double width, String text) {

    /** Room above the largest number where nothing bounds the scale. */
    private static final BigDecimal ROOM = new BigDecimal("1.25");

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final double LINE = 1.5;

    /** The bar; null where there is no number to draw. */
    static @Nullable IndicatorBar of(Indicator row) {
        var target = row.target();
        if (target == null
                || target.signum() < 0
                || row.base() != null && row.base().signum() < 0) {
            return null;
        }
        var end = end(row, target);
        double at = share(target, end);
        double from =
                switch (row.kind()) {
                    case AT_MOST, LESS_THAN, INCREASE_BY -> 0;
                    case ABSOLUTE -> Math.max(0, at - LINE);
                    default -> at;
                };
        double to =
                switch (row.kind()) {
                    case AT_LEAST, MORE_THAN -> 100;
                    case RANGE -> row.high() == null ? at : share(row.high(), end);
                    default -> at;
                };
        var was = row.baseText().isEmpty()
                ? ""
                : "hiện trạng " + row.baseText() + (row.baseYear() == null ? "" : " (" + row.baseYear() + ")") + ", ";
        return new IndicatorBar(
                row.base() == null ? null : share(row.base(), end),
                from,
                Math.max(LINE, to - from),
                was + "mục tiêu " + row.targetText() + " (" + row.yearText() + ")");
    }

    private static BigDecimal end(Indicator row, BigDecimal target) {
        if (row.outOf() != null) {
            return row.outOf();
        }
        var largest = Stream.of(target, row.high(), row.base())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ONE.movePointLeft(9), BigDecimal::max);
        boolean share = row.unit().equals("%") && row.kind() != Kind.INCREASE_BY && largest.compareTo(HUNDRED) <= 0;
        // a share of a few percent would be a dot on a scale of a hundred
        return share && largest.compareTo(BigDecimal.TEN) > 0 ? HUNDRED : largest.multiply(ROOM);
    }

    private static double share(BigDecimal number, BigDecimal end) {
        return number.multiply(HUNDRED).divide(end, 1, RoundingMode.HALF_UP).doubleValue();
    }
}
