package vn.daihoi.consultation;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;

/** How people write down on paper and in spreadsheets which clause they mean. */
public final class Place {

    /** Stands for the draft as a whole. */
    public static final long WHOLE = 0;

    private static final String WHOLE_WORDS = "Toàn văn";
    // words are searched without accents, so "Đ12 – I. Mục tiêu" reads "d12 i muc tieu"
    private static final Pattern CODE = Pattern.compile("d ?(\\d{1,18})(?: .*)?|(\\d{1,18})");

    private Place() {}

    /** "Đ12", or "Toàn văn" for the draft as a whole. */
    public static String code(long clauseId) {
        return clauseId == WHOLE ? WHOLE_WORDS : "Đ" + clauseId;
    }

    /** The clause somebody means by "Đ12", "d 12", "12", "Đ12 – I. Mục tiêu" or "Toàn văn"; empty when it can't be told. */
    public static OptionalLong read(String typed) {
        var words = Search.normal(typed);
        if (words.equals(Search.normal(WHOLE_WORDS))) {
            return OptionalLong.of(WHOLE);
        }
        var code = CODE.matcher(words);
        if (!code.matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(code.group(1) == null ? code.group(2) : code.group(1)));
    }

    /** Label and words of a clause on one line, at most so many characters. */
    public static String line(Clause clause, int most) {
        var line =
                (clause.label() + " " + clause.text()).replaceAll("\\s+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        // never half a character
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }
}
