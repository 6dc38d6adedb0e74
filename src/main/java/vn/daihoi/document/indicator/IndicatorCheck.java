package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;
import vn.daihoi.document.indicator.Quotes.Quote;
import vn.daihoi.document.text.Clause;

/**
 * Compares the table of targets with the text it belongs to, and the text with itself. Every finding names both places. A
 * false alarm costs an editor's trust, so what may speak of something else is left out rather than guessed.
 */
public final class IndicatorCheck {

    /** Different targets of one indicator that are held against each other; more of them tell nobody anything. */
    private static final int DIFFERENT = 8;

    /** Findings about one indicator. */
    private static final int MOST = 50;

    private IndicatorCheck() {}

    /** What there is to look at, in the order of the table and then of the text. */
    public static List<Finding> of(List<Indicator> indicators, List<Clause> clauses) {
        if (indicators.isEmpty()) {
            return List.of();
        }
        var quotes = Quotes.of(indicators, clauses);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < indicators.size(); i++) {
            int at = i;
            var own = quotes.quotes().stream()
                    .filter(quote -> quote.indicator() == at)
                    .toList();
            Stream.concat(against(indicators.get(i), own).stream(), amongThemselves(indicators.get(i), own).stream())
                    .limit(MOST)
                    .forEach(findings::add);
            if (!quotes.mentioned().contains(i)) {
                findings.add(new Finding(
                        Finding.Kind.NOT_MENTIONED,
                        indicators.get(i).code(),
                        null,
                        null,
                        true,
                        "Văn bản chưa nhắc đến chỉ tiêu “" + indicators.get(i).name() + "”."));
            }
        }
        return findings;
    }

    private static List<Finding> against(Indicator indicator, List<Quote> quotes) {
        var findings = new ArrayList<Finding>();
        for (var quote : quotes) {
            if (quote.ofBase()) {
                if (otherBase(indicator, quote)) {
                    findings.add(new Finding(
                            Finding.Kind.OTHER_BASE,
                            indicator.code(),
                            null,
                            quote.place(),
                            quote.sure(),
                            "Bảng chỉ tiêu ghi hiện trạng năm " + indicator.baseYear() + " là " + indicator.baseText()
                                    + ", " + said(quote) + "."));
                }
            } else if (otherTarget(indicator, quote)) {
                findings.add(new Finding(
                        Finding.Kind.OTHER_TARGET,
                        indicator.code(),
                        null,
                        quote.place(),
                        quote.sure(),
                        "Bảng chỉ tiêu ghi " + indicator.targetText() + ", " + said(quote) + "."));
            }
        }
        return findings;
    }

    /** One finding for each two different targets that the text names, at the first place of each. */
    private static List<Finding> amongThemselves(Indicator indicator, List<Quote> quotes) {
        // the row of the text that the target was taken from is no second place where it says the same
        var targets = quotes.stream()
                .filter(quote -> !quote.ofBase())
                .filter(quote -> !Long.valueOf(quote.place().clause()).equals(indicator.clauseId())
                        || otherTarget(indicator, quote))
                .toList();
        var different = new ArrayList<Quote>();
        for (var quote : targets) {
            if (different.size() < DIFFERENT && different.stream().allMatch(other -> differ(other, quote))) {
                different.add(quote);
            }
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < different.size(); i++) {
            for (int j = i + 1; j < different.size(); j++) {
                var one = different.get(i);
                var other = different.get(j);
                findings.add(new Finding(
                        Finding.Kind.TWO_PLACES,
                        indicator.code(),
                        one.place(),
                        other.place(),
                        one.sure() && other.sure(),
                        capital(said(one)) + ", " + said(other) + "."));
            }
        }
        return findings;
    }

    private static boolean otherTarget(Indicator indicator, Quote quote) {
        var target = indicator.target();
        return target != null
                && differ(
                        indicator.kind(),
                        target,
                        indicator.high(),
                        indicator.outOf(),
                        quote.kind(),
                        quote.low(),
                        quote.high(),
                        quote.outOf());
    }

    private static boolean otherBase(Indicator indicator, Quote quote) {
        var base = indicator.base();
        return base != null
                && quote.high() == null
                && differ(Kind.ABSOLUTE, base, null, indicator.outOf(), quote.kind(), quote.low(), null, quote.outOf());
    }

    private static boolean differ(Quote one, Quote other) {
        return differ(
                one.kind(), one.low(), one.high(), one.outOf(), other.kind(), other.low(), other.high(), other.outOf());
    }

    /** Other numbers, or the same in the opposite sense; "90 %" for "trên 90 %" is only shorter. */
    private static boolean differ(
            Kind kind,
            BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal outOf,
            Kind otherKind,
            BigDecimal otherLow,
            @Nullable BigDecimal otherHigh,
            @Nullable BigDecimal otherOutOf) {
        boolean numbers = low.compareTo(otherLow) == 0
                && (high == null ? otherHigh == null : otherHigh != null && high.compareTo(otherHigh) == 0);
        boolean counts = outOf == null || otherOutOf == null || outOf.compareTo(otherOutOf) == 0;
        boolean opposite = kind.upwards() && otherKind.downwards() || kind.downwards() && otherKind.upwards();
        return !numbers || !counts || opposite;
    }

    private static String said(Quote quote) {
        return quote.place().where() + " ghi " + quote.place().words();
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
