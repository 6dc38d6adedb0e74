package vn.daihoi.document.word;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** What Word file and PDF put around the text in the same words. */
final class Letterhead {

    /** The Party's name as it heads its documents. */
    static final String PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM";
    /** What heads the recipients. */
    static final String RECIPIENTS = "Nơi nhận:";
    /** Width of A4 in millimetres. */
    static final int PAGE_WIDTH = 210;
    /** Height of A4 in millimetres. */
    static final int PAGE_HEIGHT = 297;
    /** Share of the width that the left column of heading and signature takes. */
    static final int LEFT_PERCENT = 46;
    /** Empty lines for signature and seal. */
    static final int LINES_TO_SIGN = 4;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private Letterhead() {}

    /** A body's name as it heads a document. */
    static String capitals(String name) {
        return name.toUpperCase(VIETNAMESE);
    }

    /** The number, with room for one while none is allocated. */
    static String number(Sheet sheet) {
        return sheet.number() == null ? "Số ………" : sheet.number();
    }

    /** "Hòa Cường, ngày 05 tháng 9 năm 2026"; numbers that a stroke could falsify get a zero in front. */
    static String dated(Sheet sheet) {
        LocalDate date = sheet.date();
        String day = date == null
                ? "ngày … tháng … năm …"
                : String.format(
                        Locale.ROOT,
                        date.getMonthValue() < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
                        date.getDayOfMonth(),
                        date.getMonthValue(),
                        date.getYear());
        return sheet.place().isEmpty() ? day : sheet.place() + ", " + day;
    }

    /** The recipients, each with its dash. */
    static List<String> recipients(Sheet sheet) {
        return sheet.recipients().stream()
                .map(recipient -> recipient.startsWith("-") ? recipient : "- " + recipient)
                .toList();
    }

    /** The lines of the title in one. */
    static String title(Sheet sheet) {
        return sheet.clauses().stream()
                .filter(clause -> clause.kind() == ClauseKind.TITLE)
                .map(Clause::text)
                .map(text -> text.replace('\n', ' '))
                .collect(Collectors.joining(" "));
    }
}
