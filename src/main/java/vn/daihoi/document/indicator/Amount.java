package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;

/**
 * What is typed into a field or stands in a cell: "3", "8–10", "2/2", "≥ 3 %/năm", "+5", "đạt".
 *
 * @param kind what its sign or its words say; null when it is a bare number or a word
 * @param low the number; null for a word
 * @param high the upper end of a range, else null
 * @param outOf the 2 of "1/2", else null
 * @param word where it is no number, else empty
 */
record Amount(
        @Nullable Kind kind,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal outOf,
        String word) {

    private static final String NUMBER = "(-?[\\d.]+(?:,\\d+)?)";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<sign>[≥≤<>=+]|>=|<=|trên|dưới|ít nhất|tối thiểu|từ|không quá|tối đa|tăng thêm|tăng)?\\s*" + NUMBER
                    + "(?:\\s*(?:%\\s*)?(?:-|–|—|đến)\\s*" + NUMBER
                    + "|\\s*/\\s*(\\d+))?\\s*(?<open>(?:%\\s*)?trở lên|(?:%\\s*)?trở xuống)?(?<rest>[^\\d]*)");

    /** The amount; nothing when it has digits that make no number in Vietnamese spelling. */
    static Optional<Amount> parse(String text) {
        var typed = text.strip();
        if (typed.chars().noneMatch(Character::isDigit)) {
            return Optional.of(new Amount(null, null, null, null, typed));
        }
        var matcher = WRITTEN.matcher(typed.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var low = VietnameseNumber.parse(matcher.group(2));
        var high = matcher.group(3) == null ? Optional.<BigDecimal>empty() : VietnameseNumber.parse(matcher.group(3));
        if (low.isEmpty() || matcher.group(3) != null && high.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Amount(
                kind(matcher.group("sign"), matcher.group("open"), high.isPresent()),
                low.get(),
                high.orElse(null),
                matcher.group(4) == null ? null : new BigDecimal(matcher.group(4)),
                ""));
    }

    private static @Nullable Kind kind(@Nullable String sign, @Nullable String open, boolean range) {
        if (range) {
            return Kind.RANGE;
        }
        if (open != null) {
            return open.endsWith("lên") ? Kind.AT_LEAST : Kind.AT_MOST;
        }
        if (sign == null) {
            return null;
        }
        return switch (sign) {
            case "≥", ">=", "ít nhất", "tối thiểu" -> Kind.AT_LEAST;
            case "≤", "<=", "không quá", "tối đa" -> Kind.AT_MOST;
            case ">", "trên" -> Kind.MORE_THAN;
            case "<", "dưới" -> Kind.LESS_THAN;
            case "+", "tăng thêm", "tăng" -> Kind.INCREASE_BY;
            default -> null;
        };
    }
}
