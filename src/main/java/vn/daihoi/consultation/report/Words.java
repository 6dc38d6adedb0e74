package vn.daihoi.consultation.report;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and other people's words as they stand in a report. */
final class Words {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    /**
     * What could turn a line round, hide in it or break a file: control characters but tab and line feed, the marks of
     * the Unicode bidirectional algorithm, halves of surrogate pairs and noncharacters.
     */
    private static final Pattern ACTIVE = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n]]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]|\\p{Cs}|[\\uFFFE\\uFFFF]");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

    private Words() {}

    /** What somebody typed, without anything that acts; its line feeds stay. */
    static String harmless(String typed) {
        return ACTIVE.matcher(LINE_ENDS.matcher(typed).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }

    /** The same on one line. */
    static String line(String typed) {
        return harmless(typed).replaceAll("\\s+", " ");
    }

    /** "1.234". */
    static String number(int number) {
        return number < 1000
                ? Integer.toString(number)
                : NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
    }

    /** "1.234 ý kiến". */
    static String comments(int number) {
        return number(number) + " ý kiến";
    }

    /** Its first letter small, for the middle of a sentence. */
    static String small(String title) {
        return title.isEmpty() ? title : title.substring(0, 1).toLowerCase(VIETNAMESE) + title.substring(1);
    }
}
