package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;

/**
 * A number with what stands round it in running text: "từ 8 đến 10 %/năm", "trên 90 %", "2/2 trường".
 *
 * @param start first character, with the word of comparison
 * @param end one past the last, with the unit
 * @param kind how it compares; {@link Kind#ABSOLUTE} where nothing is said
 * @param low the number, the lower end of a range
 * @param high the upper end of a range, else null
 * @param outOf the 2 of "1/2", else null
 * @param percent whether percent or points of percent are meant
 * @param points whether points of percent are
 * @param noun the words after it in lower case, where it isn't percent: its unit is what they begin with
 * @param perYear whether "/năm" follows
 * @param change how far it says by how much something changes, not where it stands
 * @param about whether it is only roughly so
 * @param origin whether it is where a change starts: the 82 of "từ 82 % lên 90 %"
 */
record Quantity(
        int start,
        int end,
        Kind kind,
        BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal outOf,
        boolean percent,
        boolean points,
        String noun,
        boolean perYear,
        Change change,
        boolean about,
        boolean origin) {

    /** Whether a number tells where something stands or how it moves. */
    enum Change {
        /** It stands there. */
        NONE,
        /** It grows by that much. */
        MORE,
        /** It shrinks by that much. */
        LESS,
        /** It lies that far beyond something else. */
        BEYOND
    }

    Quantity asOrigin() {
        return new Quantity(start, end, kind, low, high, outOf, percent, points, noun, perYear, change, about, true);
    }
}
