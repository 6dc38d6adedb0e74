package vn.daihoi.document.word;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, letter or dash in front of a clause.
 *
 * @param text as printed
 * @param family what sort it is
 * @param numbers its value, level by level: 1 and 2 for "1.2."; empty for dashes
 * @param list the automatic list it belongs to, -1 for a typed one
 * @param level in that list
 */
record Label(String text, Family family, List<Integer> numbers, int list, int level) {

    /** Sorts of labels, from the outermost to the innermost as texts of the Party nest them. */
    enum Family {
        PART,
        CHAPTER,
        DIVISION,
        CAPITAL,
        ROMAN,
        ARTICLE,
        DECIMAL,
        PAREN,
        LETTER,
        DASH,
        PLUS,
        DOT
    }

    /** A label and where the text begins behind it. */
    record Found(Label label, int end) {}

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern PART = Pattern.compile(
            "(?:PHẦN|Phần) (?:(?:THỨ|Thứ|thứ) ((?:MƯỜI |Mười |mười )?\\p{L}+)|([IVX]{1,5})|(\\d{1,2})|(MỞ ĐẦU|Mở đầu|mở đầu|KẾT LUẬN|Kết luận|kết luận))(?! ?\\p{L})[.:]?",
            FLAGS);
    private static final Pattern CHAPTER =
            Pattern.compile("(CHƯƠNG|Chương|MỤC|Mục) (?:([IVXL]{1,7})|(\\d{1,2}))\\b[.:]?", FLAGS);
    private static final Pattern ARTICLE = Pattern.compile("(?:ĐIỀU|Điều) (\\d{1,3})[.:]", FLAGS);
    private static final Pattern ROMAN =
            Pattern.compile("([IVXL]{1,7})(?:\\.(?= |$)| ?[-–—/](?=\\D)|\\)(?= |$))", FLAGS);
    private static final Pattern ROMAN_DECIMAL = Pattern.compile("([IVXL]{1,7})\\.(\\d{1,2})\\.?(?= )", FLAGS);
    private static final Pattern CAPITAL = Pattern.compile("([A-HĐ])(?:[.)](?= |$)| ?[-–—/](?= ))", FLAGS);
    private static final Pattern DECIMAL =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,5})(\\.|\\)|/| ?[-–—](?= ))?(?= |$)", FLAGS);
    private static final Pattern PAREN =
            Pattern.compile("\\((?:(\\d{1,2})|([a-zđ])|([ivx]{2,5}))\\)(?! ?[-–/])", FLAGS);
    private static final Pattern LETTER = Pattern.compile("(?:([a-zđ])|([ivx]{2,5}))(?:\\)|\\.(?= |$)|/(?= ))", FLAGS);
    private static final Pattern DASH = Pattern.compile("([-–—+])(?= |\\p{L}|[\"“(]|$)", FLAGS);
    private static final Pattern DOT = Pattern.compile("[•*▪◦●○■□◻➢❖✓·►▶✔](?=[^*]|$)", FLAGS);

    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("nhất", 1),
            Map.entry("một", 1),
            Map.entry("hai", 2),
            Map.entry("nhì", 2),
            Map.entry("ba", 3),
            Map.entry("tư", 4),
            Map.entry("bốn", 4),
            Map.entry("năm", 5),
            Map.entry("lăm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("mười", 10));

    private static final String VIETNAMESE = "abcdđeghiklmnopqrstuvxy";
    private static final String ENGLISH = "abcdefghijklmnopqrstuvwxyz";

    Label {
        numbers = List.copyOf(numbers);
    }

    /** A label that was typed at the front of a text; null where the text begins at once. Says only what it looks like. */
    static @Nullable Found typed(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher m;
        if ((m = at(PART, text)) != null) {
            int number = m.group(1) != null
                    ? ordinal(m.group(1))
                    : m.group(2) != null ? roman(m.group(2)) : m.group(3) != null ? Integer.parseInt(m.group(3)) : 0;
            return number < 0 ? null : found(m, Family.PART, List.of(number));
        }
        if ((m = at(CHAPTER, text)) != null) {
            int number = m.group(2) != null ? roman(m.group(2)) : Integer.parseInt(m.group(3));
            Family family = m.group(1).toLowerCase(Locale.ROOT).equals("mục") ? Family.DIVISION : Family.CHAPTER;
            return number <= 0 ? null : found(m, family, List.of(number));
        }
        if ((m = at(ARTICLE, text)) != null) {
            return found(m, Family.ARTICLE, List.of(Integer.parseInt(m.group(1))));
        }
        if ((m = at(ROMAN_DECIMAL, text)) != null && roman(m.group(1)) > 0) {
            return found(m, Family.DECIMAL, List.of(roman(m.group(1)), Integer.parseInt(m.group(2))));
        }
        if ((m = at(ROMAN, text)) != null && roman(m.group(1)) > 0) {
            return found(m, Family.ROMAN, List.of(roman(m.group(1))));
        }
        if ((m = at(CAPITAL, text)) != null) {
            return found(
                    m,
                    Family.CAPITAL,
                    List.of(
                            m.group(1).equals("Đ")
                                    ? 'đ'
                                    : Character.toLowerCase(m.group(1).charAt(0)) + 0));
        }
        if ((m = at(DECIMAL, text)) != null && (m.group(2) != null || m.group(1).indexOf('.') > 0)) {
            List<Integer> numbers = java.util.Arrays.stream(m.group(1).split("\\."))
                    .map(Integer::valueOf)
                    .toList();
            boolean paren = ")".equals(m.group(2)) && numbers.size() == 1;
            return found(m, paren ? Family.PAREN : Family.DECIMAL, numbers);
        }
        if ((m = at(PAREN, text)) != null) {
            if (m.group(1) != null) {
                return found(m, Family.PAREN, List.of(Integer.parseInt(m.group(1))));
            }
            return letters(m, m.group(2), m.group(3));
        }
        if ((m = at(LETTER, text)) != null) {
            return letters(m, m.group(1), m.group(2));
        }
        if ((m = at(DASH, text)) != null) {
            return found(m, m.group(1).equals("+") ? Family.PLUS : Family.DASH, List.of());
        }
        return (m = at(DOT, text)) == null ? null : found(m, Family.DOT, List.of());
    }

    /** What a label means that is known to be one, because Word counted it or our own export marked it. */
    static Label known(String text, int list, int level) {
        Found found = typed(text);
        if (found != null && found.end() == text.length()) {
            return new Label(text, found.label().family(), found.label().numbers(), list, level);
        }
        return new Label(text, list >= 0 || text.length() < 2 ? Family.DOT : Family.PAREN, List.of(), list, level);
    }

    /** Whether it is the first of its sort, or one of those that don't count. */
    boolean first() {
        return numbers.isEmpty() || numbers.get(numbers.size() - 1) <= 1 || numbers.get(numbers.size() - 1) == 'a';
    }

    /** Whether it comes right after the other among brothers. */
    boolean follows(Label other) {
        if (family != other.family || list != other.list || level != other.level) {
            return false;
        }
        if (numbers.isEmpty()) {
            return text.equals(other.text);
        }
        int last = numbers.size() - 1;
        if (other.numbers.size() != numbers.size()
                || !other.numbers.subList(0, last).equals(numbers.subList(0, last))) {
            return false;
        }
        int mine = numbers.get(last);
        int before = other.numbers.get(last);
        return family == Family.LETTER || family == Family.CAPITAL
                ? next(VIETNAMESE, before, mine) || next(ENGLISH, before, mine)
                : mine == before + 1;
    }

    /** Whether it counts inside the other: "1.2." inside "1." */
    boolean inside(Label other) {
        return family == Family.DECIMAL
                && other.numbers.size() == numbers.size() - 1
                && !other.numbers.isEmpty()
                && numbers.subList(0, numbers.size() - 1).equals(other.numbers)
                && (other.family == Family.DECIMAL || other.family == Family.ROMAN);
    }

    /** How deep it usually lies; only the order counts. */
    int rank() {
        int rank = family.ordinal() * 10;
        return family == Family.DECIMAL ? rank + Math.min(numbers.size(), 9) : rank;
    }

    private static boolean next(String alphabet, int before, int mine) {
        int at = alphabet.indexOf(before);
        return at >= 0 && alphabet.indexOf(mine) == at + 1;
    }

    private static Found letters(Matcher m, @Nullable String letter, @Nullable String roman) {
        int number =
                letter != null ? letter.charAt(0) : roman(String.valueOf(roman).toUpperCase(Locale.ROOT));
        return found(m, Family.LETTER, List.of(number));
    }

    private static @Nullable Matcher at(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? matcher : null;
    }

    private static Found found(Matcher m, Family family, List<Integer> numbers) {
        return new Found(new Label(m.group().strip(), family, numbers, -1, 0), m.end());
    }

    private static int ordinal(String words) {
        String[] parts = words.toLowerCase(new Locale("vi", "VN")).split(" ");
        if (parts.length == 2) {
            return 10 + ORDINALS.getOrDefault(parts[1], -20);
        }
        return ORDINALS.getOrDefault(parts[0], -1);
    }

    /** The value of a Roman number as it is properly written; 0 for anything else. */
    private static int roman(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value =
                    switch (text.charAt(i)) {
                        case 'I' -> 1;
                        case 'V' -> 5;
                        case 'X' -> 10;
                        default -> 50;
                    };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum > 0 && Numbering.roman(sum).equals(text) ? sum : 0;
    }
}
