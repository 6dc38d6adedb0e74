package vn.daihoi.document;

import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * A document that a congress prepares.
 *
 * @param id a UUID, also the business key of its process
 * @param congress id of the congress
 * @param ward id of the ward
 * @param type what kind of document it is
 * @param title as shown
 * @param status how far it has come
 * @param returnReason why it came back, null when it did not
 * @param submitted number of the version handed in, null before
 * @param submitNote what was said when it was handed in, null for nothing
 * @param submittedBy who handed it in and when, null before
 * @param cleared who let it go out for comment and when, null before
 * @param created who added it and when
 */
public record Document(
        String id,
        String congress,
        String ward,
        DocumentType type,
        String title,
        DocumentStatus status,
        @Nullable String returnReason,
        @Nullable Integer submitted,
        @Nullable String submitNote,
        @Nullable Signed submittedBy,
        @Nullable Signed cleared,
        Signed created) {}
