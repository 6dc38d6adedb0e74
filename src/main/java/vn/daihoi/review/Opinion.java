package vn.daihoi.review;

import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * What a member of the working group thinks of a draft; it never changes, its author may take it back before the head
 * concludes.
 *
 * @param id its number
 * @param session id of the session
 * @param type what it wants
 * @param document id of the document
 * @param version number of the version it was said of
 * @param clauseId the clause it is about, 0 for the document as a whole
 * @param indicator code of the indicator it is about, null for none
 * @param policyBasis policies or laws it rests on, empty for none
 * @param text the words
 * @param proposed words proposed for the draft, empty for none
 * @param filed who filed it and when
 */
public record Opinion(
        long id,
        String session,
        OpinionType type,
        String document,
        int version,
        long clauseId,
        @Nullable String indicator,
        String policyBasis,
        String text,
        String proposed,
        Signed filed) {}
