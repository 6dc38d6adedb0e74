package vn.daihoi.document.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;
import vn.daihoi.document.indicator.Quantity.Change;

/** Reads the quantities of a Vietnamese sentence. */
final class Quantities {

    private static final Map<String, Kind> RELATIONS = Map.ofEntries(
            Map.entry("không dưới", Kind.AT_LEAST),
            Map.entry("không thấp hơn", Kind.AT_LEAST),
            Map.entry("không ít hơn", Kind.AT_LEAST),
            Map.entry("ít nhất", Kind.AT_LEAST),
            Map.entry("tối thiểu", Kind.AT_LEAST),
            Map.entry("≥", Kind.AT_LEAST),
            Map.entry(">=", Kind.AT_LEAST),
            Map.entry("trên", Kind.MORE_THAN),
            Map.entry("hơn", Kind.MORE_THAN),
            Map.entry("vượt mức", Kind.MORE_THAN),
            Map.entry(">", Kind.MORE_THAN),
            Map.entry("không quá", Kind.AT_MOST),
            Map.entry("không vượt quá", Kind.AT_MOST),
            Map.entry("không cao hơn", Kind.AT_MOST),
            Map.entry("tối đa", Kind.AT_MOST),
            Map.entry("nhiều nhất", Kind.AT_MOST),
            Map.entry("≤", Kind.AT_MOST),
            Map.entry("<=", Kind.AT_MOST),
            Map.entry("dưới", Kind.LESS_THAN),
            Map.entry("chưa đến", Kind.LESS_THAN),
            Map.entry("<", Kind.LESS_THAN));

    private static final String RELATION = RELATIONS.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .reduce((a, b) -> a + "|" + b)
            .orElseThrow();

    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?!\\d)(?:,\\d+)?|\\d{1,12}(?:[.,]\\d{1,9})?";
    private static final String PERCENT = "điểm\\s?%|điểm\\sphần\\străm|%|phần\\străm";

    private static final Pattern QUANTITY = Pattern.compile(
            "(?:(?<![\\p{L}])(?<!(?:cao|thấp|nhiều|ít) )(?<relation>" + RELATION + ")\\s?(?:đạt\\s|là\\s|từ\\s)?)?"
                    + "(?<from>từ\\s)?(?<about>khoảng\\s|gần\\s|xấp xỉ\\s|trong khoảng\\s)?(?:từ\\s)?"
                    + "(?<![\\p{L}\\d.,/–-])(?<low>" + NUMBER + ")(?![\\p{L}\\d])"
                    + "(?:(?<first>\\s?(?:" + PERCENT + "))?\\s?(?:-|–|—|đến|tới)\\s?(?<high>" + NUMBER
                    + ")(?![\\p{L}\\d/.-])|/(?<of>\\d{1,6})(?![\\d/.,])(?=\\s\\p{L}))?"
                    + "(?<unit>\\s?(?:" + PERCENT + ")(?![\\p{L}]))?"
                    + "(?<year>\\s?/\\s?năm(?![\\p{L}])|\\s(?:mỗi|một|hằng|hàng)\\snăm(?![\\p{L}]))?"
                    + "(?<open>\\s(?:trở lên|trở xuống))?(?<year2>\\s?/\\s?năm(?![\\p{L}]))?");

    private static final Pattern CHANGE = Pattern.compile(
            "(?<![\\p{L}])(tăng thêm|nâng thêm|giảm thêm|tăng|nâng|giảm|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn)"
                    + "(?:\\s(?:bình|quân|trung|hằng|hàng|mỗi|năm|thêm|được|ít nhất|tối thiểu|trưởng|từ|khoảng))*\\s*$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern ONWARD = Pattern.compile("(?<![\\p{L}])(?:lên|xuống|còn)(?![\\p{L}])");

    /** How far before a number the word that makes it a change may begin. */
    private static final int REACH = 40;

    private static final int NOUN = 40;

    private Quantities() {}

    /** The quantities in reading order. Years, dates and numbers of papers are none. */
    static List<Quantity> of(String sentence) {
        var text = sentence.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
        var found = new ArrayList<Quantity>();
        if (text.length() != sentence.length()) {
            return found;
        }
        var matcher = QUANTITY.matcher(text);
        while (matcher.find()) {
            var quantity = read(matcher, text);
            if (quantity != null) {
                begunBefore(quantity, text, found);
                found.add(quantity);
            }
        }
        return found;
    }

    private static @Nullable Quantity read(Matcher matcher, String text) {
        var low = matcher.group("low");
        var high = matcher.group("high");
        var unit = matcher.group("unit") == null ? matcher.group("first") : matcher.group("unit");
        boolean percent = unit != null;
        var after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + NOUN))
                .stripLeading();
        if (!percent && (YEAR.matcher(low).matches() || after.isEmpty() || !Character.isLetter(after.charAt(0)))) {
            return null;
        }
        var lowNumber = VietnameseNumber.lenient(low);
        var highNumber = high == null ? null : VietnameseNumber.lenient(high);
        var relation = matcher.group("relation");
        var kind = relation == null ? Kind.ABSOLUTE : RELATIONS.getOrDefault(relation, Kind.ABSOLUTE);
        var open = matcher.group("open");
        if (open != null) {
            kind = open.contains("lên") ? Kind.AT_LEAST : Kind.AT_MOST;
        }
        var of = matcher.group("of");
        boolean falling = highNumber != null && highNumber.compareTo(lowNumber) < 0;
        boolean perYear = matcher.group("year") != null || matcher.group("year2") != null;
        var change = change(text.substring(Math.max(0, matcher.start() - REACH), matcher.start()));
        return new Quantity(
                matcher.start(),
                matcher.end(),
                highNumber != null && !falling ? Kind.RANGE : kind,
                // "giảm từ 0,6 % đến 0,2 %" ends at the second number
                falling && highNumber != null ? highNumber : lowNumber,
                falling ? null : highNumber,
                of == null ? null : VietnameseNumber.lenient(of),
                percent,
                percent && unit.contains("điểm"),
                percent ? "" : after,
                perYear,
                falling ? Change.NONE : change,
                matcher.group("about") != null && highNumber == null,
                false);
    }

    private static Change change(String before) {
        var matcher = CHANGE.matcher(before);
        if (!matcher.find()) {
            return Change.NONE;
        }
        return switch (matcher.group(1)) {
            case "giảm", "giảm thêm" -> Change.LESS;
            case "vượt", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn" -> Change.BEYOND;
            default -> Change.MORE;
        };
    }

    /** In "từ 82 % (năm 2025) lên trên 90 %" the first number is only where it begins. */
    private static void begunBefore(Quantity quantity, String text, List<Quantity> found) {
        if (found.isEmpty()) {
            return;
        }
        var last = found.get(found.size() - 1);
        var between = text.substring(last.end(), quantity.start());
        var with = text.substring(last.start(), last.end());
        if (with.startsWith("từ ")
                && between.length() < REACH
                && ONWARD.matcher(between).find()) {
            found.set(found.size() - 1, last.asOrigin());
        }
    }
}
