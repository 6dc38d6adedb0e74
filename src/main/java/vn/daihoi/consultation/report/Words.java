package vn.daihoi.consultation.report;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers and titles as they stand in a report. */
final class Words {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private Words() {}

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
