package vn.daihoi.document.web;

/**
 * A part of a long text that the browser lays out only when it comes near the screen.
 *
 * @param size about how many tens of lines it takes, from 1 to 30; the style sheet reserves their room
 * @param html what stands in it
 */
public record Chunk(int size, Html html) {

    static final int LARGEST = 30;
    static final int LINES_PER_SIZE = 10;

    /** About what a line holds on a desktop. */
    private static final int LINE = 85;

    static Chunk of(int lines, Html html) {
        return new Chunk(Math.max(1, Math.min(LARGEST, Math.round((float) lines / LINES_PER_SIZE))), html);
    }

    /** About how many lines a text takes. */
    static int lines(String text) {
        return 1 + text.length() / LINE;
    }
}
