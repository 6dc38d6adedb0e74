package vn.daihoi.congress;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a term of office is written: two years joined by an en dash, {@code 2025–2030}. */
final class Term {

    // People type whatever their keyboard offers: hyphen-minus, hyphen, non-breaking hyphen, figure, en and em dash,
    // minus.
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(\\d{4})\\s*[-\\u2010\\u2011\\u2012\\u2013\\u2014\\u2212]\\s*(\\d{4})\\s*");

    private Term() {}

    /** The term in its one spelling, or nothing when the text is no term or ends before it begins. */
    static Optional<String> normalise(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var from = Integer.parseInt(matcher.group(1));
        var to = Integer.parseInt(matcher.group(2));
        return from < to ? Optional.of(from + "–" + to) : Optional.empty();
    }
}
