package vn.daihoi.document.text;

/**
 * A stretch of words in the comparison of two texts.
 *
 * @param kind whether it stands in both, only in the older, or only in the newer
 * @param text the words with the blanks between them; never empty
 */
public record Piece(Kind kind, String text) {

    /** Where the words stand. */
    public enum Kind {
        /** In both. */
        SAME,
        /** In the older only. */
        DELETED,
        /** In the newer only. */
        INSERTED
    }
}
