package vn.daihoi.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.text.Search;

/**
 * Words that somebody typed into a field.
 *
 * @param text without what can't be seen; empty for none
 * @param fault what is wrong with them, null when they will do
 */
public record TypedText(String text, Verdict.@Nullable Refused fault) {

    private static final int REASON_LENGTH = 2000;

    /** A reason that has to be given. */
    public static TypedText reason(String field, String label, @Nullable String typed) {
        return required(field, label, typed, REASON_LENGTH);
    }

    /** Words that have to be there; dots or dashes alone are none. */
    public static TypedText required(String field, String label, @Nullable String typed, int most) {
        var words = optional(field, label, typed, most);
        return Search.normal(words.text()).isEmpty()
                ? new TypedText("", Verdict.refused(field, "Phải ghi “" + label + "”."))
                : words;
    }

    /** Words that may be missing. */
    public static TypedText optional(String field, String label, @Nullable String typed, int most) {
        var text = typed == null ? "" : CleanText.lines(typed).strip();
        return new TypedText(
                text,
                text.length() > most ? Verdict.refused(field, "“" + label + "” dài quá " + most + " ký tự.") : null);
    }

    /** The same on one line. */
    public TypedText inOneLine() {
        return new TypedText(text.replaceAll("\\s+", " "), fault);
    }

    /** What stands one below the other. */
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The first fault of several. */
    public static Verdict.@Nullable Refused fault(TypedText... all) {
        for (var words : all) {
            if (words.fault() != null) {
                return words.fault();
            }
        }
        return null;
    }
}
