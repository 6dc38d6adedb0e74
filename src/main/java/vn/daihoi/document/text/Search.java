package vn.daihoi.document.text;

import java.util.List;

/** Finds words in a text whatever their accents, their case, and where the tone mark stands. */
public final class Search {

    private Search() {}

    /**
     * The text as it is searched: lower case, without accents, đ as d, every run of other characters as one blank. Old
     * and new placement of tone marks, composed and decomposed letters come out the same.
     */
    public static String normal(String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Where the typed words stand in the text, next to each other and in this order.
     *
     * @return stretches of {@code text} in order, not overlapping; empty when it isn't there or nothing was typed
     */
    public static List<Stretch> find(String text, String typed) {
        throw new UnsupportedOperationException();
    }

    /**
     * A stretch of a text.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Stretch(int start, int end) {}
}
