package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One target of a document, a row of its table.
 *
 * @param code unique within a version, "KT1"
 * @param name what is measured
 * @param unit "%", "%/năm", "trường"; empty for none
 * @param kind how the target compares
 * @param base what was reached before; null where it is a word or unknown
 * @param baseWord "đạt" where it is no number; empty for none
 * @param baseYear the year of the base, null when unknown
 * @param target what is to be reached, the lower end of a range; null where it is a word
 * @param high the upper end of a range, else null
 * @param outOf of how many, 2 in "2/2 trường"; else null
 * @param targetWord "đạt" where it is no number; empty for none
 * @param year by which year; null for every year
 * @param owner who answers for it; empty for nobody yet
 * @param basis what it rests on; empty for nothing
 * @param clauseId permanent id of the clause that states it, null for none
 * @param position its place in the table, from 1
 */
public record Indicator(
        String code,
        String name,
        String unit,
        Kind kind,
        @Nullable BigDecimal base,
        String baseWord,
        @Nullable Integer baseYear,
        @Nullable BigDecimal target,
        @Nullable BigDecimal high,
        @Nullable BigDecimal outOf,
        String targetWord,
        @Nullable Integer year,
        String owner,
        String basis,
        @Nullable Long clauseId,
        int position) {

    /** How a target compares with what will be measured. */
    public enum Kind {
        /** At least. */
        AT_LEAST("≥", "Ít nhất (≥)"),
        /** More than. */
        MORE_THAN(">", "Trên (>)"),
        /** At most. */
        AT_MOST("≤", "Không quá (≤)"),
        /** Less than. */
        LESS_THAN("<", "Dưới (<)"),
        /** Between two numbers. */
        RANGE("", "Trong khoảng (từ … đến …)"),
        /** Exactly this, or a word. */
        ABSOLUTE("", "Đúng bằng"),
        /** So much more than the base. */
        INCREASE_BY("+", "Tăng thêm (+)");

        private final String sign;
        private final String title;

        Kind(String sign, String title) {
            this.sign = sign;
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }

        /** Whether more is better than what is named. */
        boolean upwards() {
            return this == AT_LEAST || this == MORE_THAN;
        }

        /** Whether less is better than what is named. */
        boolean downwards() {
            return this == AT_MOST || this == LESS_THAN;
        }
    }

    /** The target as shown: "≥ 3 %/năm", "8–10 %/năm", "2/2 trường", "đạt". */
    public String targetText() {
        if (target == null) {
            return targetWord;
        }
        var sign = kind == Kind.INCREASE_BY ? "+" : kind.sign.isEmpty() ? "" : kind.sign + " ";
        return sign
                + VietnameseNumber.format(target)
                + (high == null ? "" : "–" + VietnameseNumber.format(high))
                + tail();
    }

    /** The base as shown; empty for none. */
    public String baseText() {
        return base == null ? baseWord : VietnameseNumber.format(base) + tail();
    }

    /** "2030" or "hằng năm". */
    public String yearText() {
        return year == null ? "hằng năm" : year.toString();
    }

    /** Whether it is measured anew every year. */
    boolean perYear() {
        return unit.endsWith("/năm");
    }

    private String tail() {
        return (outOf == null ? "" : "/" + VietnameseNumber.format(outOf)) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The same target at another place of the table. */
    Indicator at(int newPosition) {
        return new Indicator(
                code,
                name,
                unit,
                kind,
                base,
                baseWord,
                baseYear,
                target,
                high,
                outOf,
                targetWord,
                year,
                owner,
                basis,
                clauseId,
                newPosition);
    }
}
