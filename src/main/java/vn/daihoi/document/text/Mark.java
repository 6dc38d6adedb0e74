package vn.daihoi.document.text;

/**
 * How a stretch of a clause's text is set. Marks are for the eye: no comparison looks at them.
 *
 * @param style how
 * @param start first character, counted in UTF-16 units from 0
 * @param end one past the last; equal to start for {@link Style#NOTE}, which only marks a place
 */
public record Mark(Style style, int start, int end) {

    /** The ways of setting. */
    public enum Style {
        /** Bold. */
        BOLD,
        /** Italic. */
        ITALIC,
        /** Underlined. */
        UNDERLINE,
        /** Here stands the reference to a footnote; the n-th of a clause belongs to the n-th NOTE that follows it. */
        NOTE
    }
}
