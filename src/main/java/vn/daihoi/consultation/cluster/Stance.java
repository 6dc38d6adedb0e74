package vn.daihoi.consultation.cluster;

/** Which way a comment pulls. */
public enum Stance {
    /** Wants the text kept. */
    KEEP,
    /** Wants other words. */
    CHANGE,
    /** Wants something added. */
    ADD,
    /** Wants something taken out. */
    REMOVE,
    /** Doesn't say. */
    OPEN;

    /** Whether two comments cannot mean the same, however alike their words are. */
    boolean opposes(Stance other) {
        return this == KEEP && (other == CHANGE || other == REMOVE)
                || other == KEEP && (this == CHANGE || this == REMOVE)
                || this == ADD && other == REMOVE
                || this == REMOVE && other == ADD;
    }
}
