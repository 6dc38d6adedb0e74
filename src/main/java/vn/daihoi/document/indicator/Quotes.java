package vn.daihoi.document.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Finding.Place;
import vn.daihoi.document.indicator.Indicator.Kind;
import vn.daihoi.document.indicator.Mentions.Mention;
import vn.daihoi.document.indicator.Quantity.Change;
import vn.daihoi.document.indicator.Words.Word;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Search;

/**
 * Where a text quotes the base or the target of an indicator.
 *
 * @param quotes in reading order
 * @param mentioned which indicators the text speaks of at all
 */
record Quotes(List<Quote> quotes, Set<Integer> mentioned) {

    /** A year stands close to the number it belongs to: "82 % (năm 2025)". */
    private static final int NEAR = 14;

    /** Telling words that may stand between a name and its number: "… trên địa bàn phường theo chuẩn mới …". */
    private static final int BETWEEN = 5;

    /** Whatever is longer is no sentence; bounds the work, which grows with the square of a sentence. */
    private static final int LONGEST = 2000;

    private static final double CERTAIN = 0.8;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+(?=[\\p{Lu}“\"(\\d])|\\n+");
    private static final Pattern SEPARATOR = Pattern.compile(
            ";|,(?!\\d)|\\(|\\)|:|(?<![\\p{L}])(?:và|còn(?=\\s(?!dưới|trên|không|\\d))|trong đó|nhưng|cùng với)(?![\\p{L}])");
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\d.,])((?:19|20)\\d\\d)(?:\\s?[-–]\\s?((?:19|20)\\d\\d))?(?![\\d%]|[.,]\\d)");
    private static final Pattern YEAR_OF_NEXT = Pattern.compile("^\\s?(?::|là|đạt|có|ước)?\\s?(?:là\\s|đạt\\s)?\\d");

    // with their accents: "đã" and "đa", "riêng" and "riềng" are told apart by nothing else
    private static final Pattern FUTURE = words(
            "phấn đấu|mục tiêu|đến năm 20[3-9]\\d|đặt ra|sẽ|hằng năm|hàng năm|mỗi năm|nhiệm kỳ (?:tới|mới|này)|bảo đảm|đảm bảo");
    private static final Pattern PAST = words(
            "đã|đạt được|nhiệm kỳ (?:qua|trước)|vừa qua|năm qua|đến nay|hiện nay|hiện có|hiện mới|ước đạt|tính đến"
                    + "|(?:so với )?đầu nhiệm kỳ|trước đây|cùng kỳ|mới chỉ|mới đạt|chỉ đạt|thực hiện đạt|kết quả");
    private static final Pattern PAST_HEADING =
            Pattern.compile("\\b(ket qua|danh gia|kiem diem|tinh hinh|han che|nguyen nhan|bai hoc|nhin lai)\\b");
    private static final Pattern FUTURE_HEADING = Pattern.compile(
            "\\b(phuong huong|muc tieu|chi tieu|nhiem vu|giai phap|dot pha|chuong trinh hanh dong|to chuc thuc hien)\\b");
    private static final Pattern ELSEWHERE = words(
            "cả nước|toàn quốc|trung ương|(?:toàn|của) (?:thành phố|tỉnh|quận)|thành phố (?:đặt|phấn đấu|giao|đề ra)|quận [uủ][yỷ]"
                    + "|cấp trên giao|mặt bằng chung|(?:có|nhiều|một số) ý kiến|ý kiến đề nghị|kiến nghị|riêng|một số nơi"
                    + "|phường bạn|ví dụ|chẳng hạn");
    private static final Pattern GROWTH = words("tăng");
    private static final Pattern DECLINE = words("giảm");
    private static final Pattern OF_A_PLAN =
            Pattern.compile("^\\s?(?:so với\\s)?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết)");
    private static final Pattern YEARLY = words("hằng năm|hàng năm|mỗi năm|từng năm|bình quân(?! đầu người)");

    /**
     * A quotation.
     *
     * @param indicator its place in the table
     * @param ofBase whether it is said of the base year
     * @param sure whether hardly anything speaks against it
     */
    record Quote(
            int indicator,
            Place place,
            Kind kind,
            BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal outOf,
            boolean ofBase,
            boolean sure) {}

    /** A sentence of a clause, its words counted from its own start. */
    private record Sentence(int clause, int offset, String text, List<Word> words) {}

    /** A stretch of a sentence that speaks of one thing. */
    private record Segment(int start, int end, List<Quantity> quantities) {}

    static Quotes of(List<Indicator> indicators, List<Clause> clauses) {
        var words = new Words();
        var sentences = new ArrayList<Sentence>();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).kind() != ClauseKind.ROW) {
                sentences.addAll(sentences(i, clauses.get(i).text(), words));
            }
        }
        var reader = new Reading(
                indicators,
                clauses,
                new Outline(clauses),
                new Mentions(
                        indicators.stream().map(Indicator::name).toList(),
                        sentences.stream().map(Sentence::words).toList()));
        sentences.forEach(reader::read);
        reader.readTables();
        return new Quotes(
                reader.quotes.stream()
                        .sorted(Comparator.comparingInt(quote -> reader.order(quote.place())))
                        .toList(),
                reader.mentioned);
    }

    private static List<Sentence> sentences(int clause, String text, Words words) {
        var found = new ArrayList<Sentence>();
        var matcher = SENTENCE.matcher(text);
        int start = 0;
        while (start < text.length()) {
            int end = matcher.find() ? matcher.start() : text.length();
            while (end - start > LONGEST) {
                int cut = text.lastIndexOf(' ', start + LONGEST);
                int stop = cut > start ? cut : start + LONGEST;
                add(found, clause, start, text.substring(start, stop), words);
                start = stop;
            }
            var sentence = text.substring(start, end);
            add(found, clause, start, sentence, words);
            start = end == text.length() ? end : matcher.end();
        }
        return found;
    }

    private static void add(List<Sentence> found, int clause, int start, String sentence, Words words) {
        found.add(new Sentence(clause, start, sentence, words.of(sentence)));
    }

    /** Reads one sentence after the other. */
    private static final class Reading {

        private final List<Indicator> indicators;
        private final List<Clause> clauses;
        private final Outline outline;
        private final Mentions mentions;
        private final @Nullable Integer base;
        private final List<Quote> quotes = new ArrayList<>();
        private final Set<Integer> mentioned = new HashSet<>();
        private final Map<Long, Integer> orderOf = new HashMap<>();

        Reading(List<Indicator> indicators, List<Clause> clauses, Outline outline, Mentions mentions) {
            this.indicators = indicators;
            this.clauses = clauses;
            this.outline = outline;
            this.mentions = mentions;
            this.base = indicators.stream()
                    .map(Indicator::baseYear)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            for (int i = 0; i < clauses.size(); i++) {
                orderOf.put(clauses.get(i).id(), i);
            }
        }

        int order(Place place) {
            return orderOf.getOrDefault(place.clause(), 0);
        }

        void read(Sentence sentence) {
            var all = mentions.in(sentence.words());
            all.forEach(mention -> mentioned.add(mention.indicator()));
            var quantities = Quantities.of(sentence.text());
            if (all.isEmpty() || quantities.isEmpty()) {
                return;
            }
            Mention last = null;
            for (var segment : segments(sentence, quantities, all)) {
                int from = firstWord(sentence, segment.start());
                var own = sentence.words().subList(from, firstWord(sentence, segment.end()));
                var here = mentions.in(own).stream()
                        .map(mention -> new Mention(
                                mention.indicator(), mention.score(), mention.first() + from, mention.last() + from))
                        .toList();
                boolean continued = here.isEmpty() && telling(own) <= 1;
                var before = last;
                last = null;
                for (var quantity : segment.quantities()) {
                    var mention = continued ? before : nearest(sentence, here, quantity);
                    if (mention != null) {
                        quote(sentence, segment, quantity, mention);
                        last = mention;
                    }
                }
            }
        }

        /** Cuts a sentence between its quantities: behind a number where names come first, before it where they follow. */
        private static List<Segment> segments(Sentence sentence, List<Quantity> quantities, List<Mention> mentions) {
            var text = sentence.text();
            var first = quantities.get(0);
            boolean namesFirst = telling(sentence.words().subList(0, firstWord(sentence, first.start()))) > 1;
            var segments = new ArrayList<Segment>();
            int start = 0;
            var inside = new ArrayList<Quantity>();
            for (int i = 0; i < quantities.size(); i++) {
                inside.add(quantities.get(i));
                if (i + 1 == quantities.size()) {
                    segments.add(new Segment(start, text.length(), List.copyOf(inside)));
                    break;
                }
                int cut = cut(
                        sentence, quantities.get(i).end(), quantities.get(i + 1).start(), namesFirst, mentions);
                if (cut > 0) {
                    segments.add(new Segment(start, cut, List.copyOf(inside)));
                    inside.clear();
                    start = cut;
                }
            }
            return segments;
        }

        /** Where one thing ends and the next begins; never within a name that itself has a comma. */
        private static int cut(Sentence sentence, int from, int to, boolean first, List<Mention> mentions) {
            var matcher = SEPARATOR.matcher(sentence.text()).region(from, to);
            int cut = -1;
            while (matcher.find()) {
                int at = matcher.start();
                if (mentions.stream().noneMatch(mention -> inside(sentence, mention, at))) {
                    cut = at;
                    if (first || sentence.text().charAt(at) == ';') {
                        return cut;
                    }
                }
            }
            return cut;
        }

        private static boolean inside(Sentence sentence, Mention mention, int at) {
            return sentence.words().get(mention.first()).start() < at
                    && at < sentence.words().get(mention.last()).start();
        }

        /** Which of the indicators spoken of in a segment the number belongs to; nothing where something stands between. */
        private @Nullable Mention nearest(Sentence sentence, List<Mention> here, Quantity quantity) {
            return here.stream()
                    .filter(mention -> fits(indicators.get(mention.indicator()), quantity))
                    .filter(mention -> close(sentence, mention, quantity))
                    .max(Comparator.comparingDouble(Mention::score))
                    .orElse(null);
        }

        private static boolean close(Sentence sentence, Mention mention, Quantity quantity) {
            int start = sentence.words().get(mention.first()).start();
            int end = sentence.words().get(mention.last()).end();
            if (quantity.start() >= end) {
                var gap = sentence.text().substring(end, quantity.start());
                int lastCut = -1;
                var matcher = SEPARATOR.matcher(gap);
                while (matcher.find()) {
                    lastCut = matcher.end();
                }
                int from = firstWord(sentence, end + Math.max(lastCut, 0));
                return telling(sentence.words().subList(from, firstWord(sentence, quantity.start())))
                        <= (lastCut < 0 ? BETWEEN : 1);
            }
            if (quantity.end() <= start) {
                var gap = sentence.text().substring(quantity.end(), start);
                var between = sentence.words().subList(firstWord(sentence, quantity.end()), mention.first());
                return telling(between) <= 2 && !SEPARATOR.matcher(gap).find();
            }
            return true;
        }

        private void quote(Sentence sentence, Segment segment, Quantity quantity, Mention mention) {
            var indicator = indicators.get(mention.indicator());
            if (!fits(indicator, quantity)) {
                return;
            }
            var whole = sentence.text().toLowerCase(Locale.ROOT);
            var own = whole.substring(segment.start(), segment.end());
            if (ELSEWHERE.matcher(whole).find() || !comparable(indicator, quantity, own, whole)) {
                return;
            }
            var year = year(sentence.text(), segment, quantity);
            var when = when(indicator, quantity, year, own, whole, sentence.clause());
            if (when == When.TARGET || when == When.LIKELY_TARGET || when == When.BASE) {
                int end = quantity.percent()
                        ? quantity.end()
                        : quantity.end() + 1 + indicator.unit().length();
                int start = sentence.offset() + quantity.start();
                int stop = sentence.offset() + Math.min(end, sentence.text().length());
                var clause = clauses.get(sentence.clause());
                quotes.add(new Quote(
                        mention.indicator(),
                        new Place(
                                clause.id(),
                                outline.place(sentence.clause()),
                                start,
                                stop,
                                clause.text().substring(start, stop).strip()),
                        quantity.kind(),
                        quantity.low(),
                        quantity.high(),
                        quantity.outOf(),
                        when == When.BASE,
                        mention.score() >= CERTAIN && when != When.LIKELY_TARGET && !quantity.about()));
            }
        }

        /** What a number is said of. */
        private enum When {
            TARGET,
            LIKELY_TARGET,
            BASE,
            OTHER
        }

        private When when(
                Indicator indicator, Quantity quantity, @Nullable Integer year, String own, String whole, int clause) {
            var baseYear = indicator.baseYear() == null ? base : indicator.baseYear();
            if (year != null && baseYear != null && year <= baseYear) {
                return year.equals(indicator.baseYear()) && !indicator.perYear() ? When.BASE : When.OTHER;
            }
            if (quantity.origin()) {
                return When.OTHER;
            }
            if (year != null) {
                var by = indicator.year();
                return by == null || by.equals(year) ? When.TARGET : When.OTHER;
            }
            var headings = outline.headings(clause);
            for (int i = headings.size() - 1; i >= 0; i--) {
                var heading = Search.normal(headings.get(i));
                if (PAST_HEADING.matcher(heading).find() || over(heading, baseYear)) {
                    return When.OTHER;
                }
                if (FUTURE_HEADING.matcher(heading).find()) {
                    return PAST.matcher(own).find() && !FUTURE.matcher(own).find() ? When.OTHER : When.TARGET;
                }
            }
            if (FUTURE.matcher(own).find()) {
                return When.TARGET;
            }
            if (PAST.matcher(own).find() || PAST.matcher(whole).find()) {
                return When.OTHER;
            }
            return FUTURE.matcher(whole).find() ? When.TARGET : When.LIKELY_TARGET;
        }

        /** Whether a heading names a period that is over. */
        private static boolean over(String heading, @Nullable Integer baseYear) {
            var matcher = Pattern.compile("\\b(?:19|20)\\d\\d (20\\d\\d)\\b").matcher(heading);
            return baseYear != null && matcher.find() && Integer.parseInt(matcher.group(1)) <= baseYear;
        }

        /** Whether the number measures the same as the indicator does. */
        private static boolean fits(Indicator indicator, Quantity quantity) {
            if (indicator.target() == null) {
                return false;
            }
            if (indicator.unit().contains("%")) {
                return quantity.percent();
            }
            var unit = indicator.unit().replace("/năm", "").strip();
            return !quantity.percent()
                    && !unit.isEmpty()
                    && Search.normal(quantity.noun()).matches("\\Q" + Search.normal(unit) + "\\E(?: .*)?");
        }

        private static boolean comparable(Indicator indicator, Quantity quantity, String own, String whole) {
            if (quantity.change() == Change.BEYOND) {
                return false;
            }
            if (indicator.kind() == Kind.INCREASE_BY) {
                return quantity.change() == Change.MORE && !quantity.perYear();
            }
            boolean growth = GROWTH.matcher(indicator.name()).find();
            boolean decline = !growth && DECLINE.matcher(indicator.name()).find();
            if (growth || decline) {
                boolean moves = quantity.change() == (growth ? Change.MORE : Change.LESS)
                        || quantity.change() == Change.NONE
                                && (growth ? GROWTH : DECLINE).matcher(own).find();
                boolean ofPlan =
                        OF_A_PLAN.matcher(whole.substring(quantity.end())).find();
                if (!moves || ofPlan) {
                    return false;
                }
            } else if (quantity.change() != Change.NONE) {
                return false;
            }
            if (indicator.perYear()) {
                // what a whole term adds up to is another measure
                return quantity.perYear() || YEARLY.matcher(whole).find();
            }
            return !quantity.perYear();
        }

        /** The year a number is said of: the one that stands closest to it, unless that one belongs to the next number. */
        private static @Nullable Integer year(String text, Segment segment, Quantity quantity) {
            var matcher = YEAR.matcher(text);
            Integer best = null;
            int distance = Integer.MAX_VALUE;
            while (matcher.find()) {
                var year = Integer.valueOf(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
                if (matcher.start() >= quantity.end()) {
                    boolean near = matcher.start() - quantity.end() <= NEAR && matcher.start() < segment.end();
                    boolean next =
                            YEAR_OF_NEXT.matcher(text.substring(matcher.end())).find();
                    if (near
                            && !next
                            && text.substring(quantity.end(), matcher.start())
                                    .matches("\\s?\\(?(?:vào |trong |đến |của )?năm\\s")) {
                        return year;
                    }
                    if (near && !next && matcher.start() - quantity.end() < distance) {
                        best = year;
                        distance = matcher.start() - quantity.end();
                    }
                } else if (matcher.end() <= quantity.start() && quantity.start() - matcher.end() < distance) {
                    best = year;
                    distance = quantity.start() - matcher.end();
                }
            }
            return best;
        }

        /** The rows of tables in the text. */
        void readTables() {
            for (var row : TableReader.rows(clauses)) {
                var clause = clauses.get(row.clause());
                int at = indexOf(row.indicator());
                if (at < 0) {
                    continue;
                }
                mentioned.add(at);
                var mine = indicators.get(at);
                var theirs = row.indicator();
                var target = theirs.target();
                if (target != null && mine.target() != null) {
                    quotes.add(quote(
                            at,
                            clause,
                            row,
                            theirs.kind(),
                            target,
                            theirs.high(),
                            theirs.outOf(),
                            row.targetCell(),
                            false));
                }
                var itsBase = theirs.base();
                if (itsBase != null && Objects.equals(theirs.baseYear(), mine.baseYear())) {
                    quotes.add(
                            quote(at, clause, row, Kind.ABSOLUTE, itsBase, null, theirs.outOf(), row.baseCell(), true));
                }
            }
        }

        private Quote quote(
                int at,
                Clause clause,
                TableReader.Row row,
                Kind kind,
                BigDecimal low,
                @Nullable BigDecimal high,
                @Nullable BigDecimal outOf,
                String cell,
                boolean ofBase) {
            int start = Math.max(0, clause.text().indexOf(cell));
            return new Quote(
                    at,
                    new Place(
                            clause.id(),
                            outline.place(row.clause()) + ", bảng, hàng "
                                    + row.indicator().code(),
                            start,
                            start + cell.length(),
                            cell.strip()),
                    kind,
                    low,
                    high,
                    outOf,
                    ofBase,
                    true);
        }

        /** The indicator a row is about: by its code, else by its name. */
        private int indexOf(Indicator row) {
            for (int i = 0; i < indicators.size(); i++) {
                if (Search.normal(indicators.get(i).name()).equals(Search.normal(row.name()))) {
                    return i;
                }
            }
            for (int i = 0; i < indicators.size(); i++) {
                if (indicators.get(i).code().equalsIgnoreCase(row.code())) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + alternatives + ")(?![\\p{L}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static long telling(List<Word> words) {
        return words.stream().filter(Word::telling).count();
    }

    /** Index of the first word that begins at or behind a character. */
    private static int firstWord(Sentence sentence, int character) {
        var words = sentence.words();
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
