package vn.daihoi.organisation;

import java.text.Normalizer;

/** What people type into a search box. */
final class Words {

    private Words() {}

    /**
     * The words as they are stored (composed letters, single blanks), safe inside a LIKE pattern whose escape is the
     * backslash. Accents are left to the database, which drops them on both sides.
     */
    static String pattern(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
