package vn.daihoi.congress;

/** The floors of the organisation for which a rule set has a row. */
public enum CongressLevel {
    /** Cell under a grassroots committee. */
    CELL,
    /** Department-level organisation. */
    DEPARTMENT,
    /** Ward. */
    WARD,
    /** Directly above the grassroots. */
    DIRECT_SUPERIOR
}
