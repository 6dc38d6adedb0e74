package vn.daihoi.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.document.text.Search;

/**
 * Words that somebody typed into a field.
 *
 * @param text without what can't be seen; empty for none
 * @param fault what is wrong with them, null when they will do
 */
record Words(String text, Verdict.@Nullable Refused fault) {

    /** Words that have to be there; dots or dashes alone are none. */
    static Words required(String field, String label, @Nullable String typed, int most) {
        var words = optional(field, label, typed, most);
        return Search.normal(words.text()).isEmpty()
                ? new Words("", Verdict.refused(field, "Phải ghi “" + label + "”."))
                : words;
    }

    /** Words that may be missing. */
    static Words optional(String field, String label, @Nullable String typed, int most) {
        var text = typed == null ? "" : CleanText.lines(typed).strip();
        return new Words(
                text,
                text.length() > most ? Verdict.refused(field, "“" + label + "” dài quá " + most + " ký tự.") : null);
    }

    /** The same on one line. */
    Words inOneLine() {
        return new Words(text.replaceAll("\\s+", " "), fault);
    }

    /** What stands one below the other. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The first fault of several. */
    static Verdict.@Nullable Refused fault(Words... all) {
        for (var words : all) {
            if (words.fault() != null) {
                return words.fault();
            }
        }
        return null;
    }
}
