package vn.daihoi.approval;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Search;

/** Names of files that are safe on every system and in every list. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** A name as a browser sent it: without a path, without signs that act or hide, ending in what the file really is. */
    static String clean(@Nullable String sent, String otherwise, FileType type) {
        var name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[:*?\"<>|;%&$`'\\s]+", " ")
                .strip();
        int dot = name.lastIndexOf('.');
        var stem = (dot < 0 ? name : name.substring(0, dot)).replaceAll("^[.\\s-]+|[.\\s]+$", "");
        if (stem.isBlank()) {
            stem = slug(otherwise);
        }
        if (stem.length() > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, stem.codePointCount(0, LONGEST)))
                    .strip();
        }
        return stem + type.ending();
    }

    /** Letters, digits and hyphens only: "Báo cáo chính trị" becomes "bao-cao-chinh-tri". */
    static String slug(String words) {
        var slug = Search.normal(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty()
                ? "tep"
                : slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("-$", "");
    }

    /** The name of a file in a submission, beginning with the number of its item, so that it sorts as the checklist does. */
    static String submitted(int item, String name) {
        int dot = name.lastIndexOf('.');
        return String.format(Locale.ROOT, "%02d-%s%s", item, slug(name.substring(0, dot)), name.substring(dot));
    }
}
