package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact numbers as they are written in Vietnam: a comma before the decimals, points between groups of three. */
public final class VietnameseNumber {

    private static final Pattern WRITTEN = Pattern.compile("-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?");

    /** More digits than any target has; bounds the work a typed number can cause. */
    private static final int LENGTH = 24;

    private VietnameseNumber() {}

    /** The number a text is in its one correct spelling ("1.234", "8,5"); nothing for any other text. */
    public static Optional<BigDecimal> parse(String text) {
        var typed = text.strip();
        return typed.length() <= LENGTH && WRITTEN.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed.replace(".", "").replace(',', '.')))
                : Optional.empty();
    }

    /**
     * A number as running text writes it; unlike {@link #parse} this takes "2.6" for 2,6, since a point that no group of
     * three follows can only stand before decimals.
     */
    static BigDecimal lenient(String digits) {
        var grouped = digits.matches("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
        return new BigDecimal((grouped ? digits.replace(".", "") : digits).replace(',', '.'));
    }

    /** For example {@code 1.234,5}; without needless zeros. */
    public static String format(BigDecimal number) {
        var plain = number.stripTrailingZeros().toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".") + (point < 0 ? "" : "," + plain.substring(point + 1));
    }
}
