package vn.daihoi.consultation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Words as they are kept: in composed letters (NFC) and without whatever a reader can't see but a program may act on,
 * such as control characters, marks that turn the direction of writing, letters of no width and broken surrogates.
 */
public final class CleanText {

    /** A lone surrogate is of category Cs; a pair is one letter and stays. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n]]|\\p{Cf}|\\p{Cs}|\\p{Co}|\\p{Cn}"
            // drawn as nothing although their categories are those of letters, marks and signs
            + "|[\\x{34f}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{2800}\\x{3164}\\x{ffa0}"
            + "\\x{fe00}-\\x{fe0f}\\x{e0100}-\\x{e01ef}]");

    /** No script piles up more; what does so on purpose covers the lines above it. */
    private static final Pattern PILED = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private static final Pattern LINE_ENDS = Pattern.compile("\r\n|[\r\\x{b}\f\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern BLANKS = Pattern.compile("[\t\\p{Zs}]+");
    private static final Pattern BLANK_ROUND_LINE_END = Pattern.compile(" ?\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private CleanText() {}

    /** Several lines: at most one empty one between two, no blanks at the ends of any. */
    public static String lines(String typed) {
        return isClean(typed) ? typed : cleaned(typed);
    }

    /** Most of what people type is clean as it comes, and looking at each letter once is all that takes. */
    private static boolean isClean(String typed) {
        char before = '\n';
        int ends = 2;
        for (int at = 0; at < typed.length(); at++) {
            char letter = typed.charAt(at);
            if (letter == '\n') {
                ends++;
                if (before == ' ' || ends > 2 || at == 0) {
                    return false;
                }
            } else {
                if (!isPlain(letter) || (letter == ' ' && (before == ' ' || before == '\n'))) {
                    return false;
                }
                ends = 0;
            }
            before = letter;
        }
        return before != ' ' && (before != '\n' || typed.isEmpty());
    }

    /** What is seen, composed and of no further meaning: ASCII, the Latin letters Vietnamese is written in, quotation marks. */
    private static boolean isPlain(char letter) {
        return (letter >= ' ' && letter <= '~')
                || (letter >= '\u00c0' && letter <= '\u01b0')
                || (letter >= '\u1ea0' && letter <= '\u1ef9')
                || (letter >= '\u2013' && letter <= '\u201d')
                || letter == '\u2026';
    }

    private static String cleaned(String typed) {
        var text = LINE_ENDS.matcher(typed).replaceAll("\n");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = UNSEEN.matcher(text).replaceAll("");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = PILED.matcher(text).replaceAll("$1");
        // taking letters out may have brought blanks together
        text = BLANKS.matcher(text).replaceAll(" ");
        text = BLANK_ROUND_LINE_END.matcher(text).replaceAll("\n");
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** One line. */
    public static String line(String typed) {
        return lines(typed).replaceAll("\n+", " ");
    }
}
