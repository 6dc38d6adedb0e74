package vn.daihoi.review;

import org.jspecify.annotations.Nullable;

/**
 * An opinion as it is filed.
 *
 * @param type what it wants, null while it isn't chosen
 * @param document id of the document
 * @param version number of the version its author has read, 0 for the newest
 * @param clauseId the clause it is about, 0 for the document as a whole
 * @param indicator code of the indicator it is about, null or empty for none
 * @param policyBasis policies or laws it rests on, empty for none
 * @param text the words
 * @param proposed words proposed for the draft, empty for none
 */
public record NewOpinion(
        @Nullable OpinionType type,
        String document,
        int version,
        long clauseId,
        @Nullable String indicator,
        String policyBasis,
        String text,
        String proposed) {}
