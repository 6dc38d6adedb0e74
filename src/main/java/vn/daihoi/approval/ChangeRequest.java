package vn.daihoi.approval;

import vn.daihoi.congress.Signed;

/**
 * One change that somebody on the superior's side wants in a document of a submission.
 *
 * @param id of the row
 * @param stage where it was said
 * @param source who said it: the name of the board, the account of the member, empty for the decision itself
 * @param document id of the document
 * @param version number of its version in the submission
 * @param clauseId the clause, 0 for the document as a whole
 * @param text the words
 * @param said who wrote it down last and when
 */
public record ChangeRequest(
        long id, Stage stage, String source, String document, int version, long clauseId, String text, Signed said) {

    /** Where requests come up. */
    public enum Stage {
        /** In an appraisal. */
        APPRAISAL,
        /** In an opinion slip. */
        SLIP,
        /** In the decision, where its notice tells them; only these reach the ward. */
        DECISION
    }

    /**
     * A request as somebody words it.
     *
     * @param document id of the document
     * @param clause "Đ12", or empty for the document as a whole
     * @param text the words
     */
    public record Wanted(String document, String clause, String text) {}
}
