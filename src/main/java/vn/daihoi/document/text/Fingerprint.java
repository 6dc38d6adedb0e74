package vn.daihoi.document.text;

import java.util.List;

/** The SHA-256 of a version. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * 64 lower-case hexadecimal digits over ids, kinds, depths, labels, texts and marks of all clauses in order; two
     * different versions never write the same bytes.
     */
    public static String of(List<Clause> clauses) {
        throw new UnsupportedOperationException();
    }
}
