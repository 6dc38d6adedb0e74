package vn.daihoi.document.text;

/**
 * Which clause of the former version one of the incoming text is.
 *
 * @param base index in the former version, or {@link #NEW} when it is a new clause
 * @param similarity of the two texts, from 0 to 1; 0 for a new clause
 * @param moved whether it changed its place among those that stayed
 * @param ground what the pairing rests on
 * @param sure whether no person needs to look at it; the page asks about the others
 */
public record Pairing(int base, double similarity, boolean moved, Ground ground, boolean sure) {

    /** No clause of the former version. */
    public static final int NEW = -1;

    /** What a pairing rests on. */
    public enum Ground {
        /** The file carries the id. */
        CLAIM,
        /** The same words. */
        SAME_TEXT,
        /** Words and place are alike. */
        ALIKE,
        /** Nothing in the former version is like it. */
        NONE
    }

    /** Whether it is a clause the former version didn't have. */
    public boolean isNew() {
        return base == NEW;
    }
}
