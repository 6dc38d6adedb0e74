package vn.daihoi.document.indicator;

import org.jspecify.annotations.Nullable;

/**
 * Something about an indicator that its editors should look at.
 *
 * @param kind what it is
 * @param code of the indicator
 * @param first the first place; null for the row of the table itself
 * @param second the other place; null where there is none
 * @param sure whether hardly anything speaks against it; the page asks about the others
 * @param sentence in Vietnamese, naming both places
 */
public record Finding(
        Kind kind, String code, @Nullable Place first, @Nullable Place second, boolean sure, String sentence) {

    /** What can be found. */
    public enum Kind {
        /** The text names another target than the table. */
        OTHER_TARGET("Mục tiêu ghi khác bảng chỉ tiêu"),
        /** The text names another base than the table, for the same year. */
        OTHER_BASE("Hiện trạng ghi khác bảng chỉ tiêu"),
        /** Two places of the text name different targets. */
        TWO_PLACES("Hai nơi trong văn bản ghi khác nhau"),
        /** The text never speaks of it. */
        NOT_MENTIONED("Văn bản chưa nhắc đến");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }

    /**
     * A place in the text.
     *
     * @param clause permanent id of the clause
     * @param where what one calls the place, "mục II.3"
     * @param start first character of the quoted words in the text of the clause
     * @param end one past the last
     * @param words the quoted words
     */
    public record Place(long clause, String where, int start, int end, String words) {}
}
