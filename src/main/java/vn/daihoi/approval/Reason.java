package vn.daihoi.approval;

import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CleanText;

/**
 * A reason that somebody has to give.
 *
 * @param text without what can't be seen
 * @param fault what is wrong with it, null when it will do
 */
record Reason(String text, Verdict.@Nullable Refused fault) {

    private static final int LONGEST = 2000;

    static Reason of(String field, String label, @Nullable String typed) {
        var text = typed == null ? "" : CleanText.lines(typed);
        if (text.isEmpty()) {
            return new Reason(text, Verdict.refused(field, "Phải ghi “" + label + "”."));
        }
        return new Reason(
                text,
                text.length() > LONGEST
                        ? Verdict.refused(field, "“" + label + "” dài quá " + LONGEST + " ký tự.")
                        : null);
    }
}
