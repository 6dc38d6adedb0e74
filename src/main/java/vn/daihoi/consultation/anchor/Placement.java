package vn.daihoi.consultation.anchor;

import org.jspecify.annotations.Nullable;

/**
 * Where a comment stands in a later version.
 *
 * @param outcome what became of its place
 * @param clauseId the clause it stands at now; null when its place is gone
 * @param confidence from 0 to 1
 */
public record Placement(Outcome outcome, @Nullable Long clauseId, double confidence) {

    /** Below this a person has to look. */
    public static final double SURE = 0.75;

    /** What became of the place of a comment. */
    public enum Outcome {
        /** The words it is about still stand there. */
        APPLIES,
        /** They stand elsewhere now. */
        MOVED,
        /** They are gone. */
        DISSOLVED
    }

    /** Whether nobody needs to look. */
    public boolean sure() {
        return confidence >= SURE;
    }
}
