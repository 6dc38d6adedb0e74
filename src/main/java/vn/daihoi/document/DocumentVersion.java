package vn.daihoi.document;

import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * A version of a document: a draft that one editor works on, or a published one, which never changes again.
 *
 * @param id a UUID
 * @param document id of the document
 * @param number from 1; null for a draft
 * @param base number of the version it was drafted on, 0 for none
 * @param sha256 of its clauses, see {@link vn.daihoi.document.text.Fingerprint}
 * @param fileName name of the file it came in
 * @param note what its editor says about it, null for nothing
 * @param uploaded who brought it in and when
 * @param published who published it and when, null for a draft
 */
public record DocumentVersion(
        String id,
        String document,
        @Nullable Integer number,
        int base,
        String sha256,
        String fileName,
        @Nullable String note,
        Signed uploaded,
        @Nullable Signed published) {

    /** "Phiên bản 3" or "Bản nháp". */
    public String title() {
        return number == null ? "Bản nháp" : "Phiên bản " + number;
    }

    /** Whether it is one that never changes. */
    public boolean frozen() {
        return number != null;
    }
}
