package vn.daihoi.consultation;

/** Whose words a round answers. */
public enum RoundKind {
    /** Those of the people it asks. */
    COMMENT,
    /** Those of the superior, see {@link SuperiorRounds}: nobody is asked and nothing is public. */
    SUPERIOR
}
