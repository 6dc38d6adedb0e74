package vn.daihoi.document.word;

/**
 * A line as somebody typed it, its label apart.
 *
 * @param label as typed, empty for none
 * @param text what follows
 */
public record Labelled(String label, String text) {

    /** Takes a label off the front of a line, if it looks like one and something follows it. */
    public static Labelled of(String line) {
        var found = Label.typed(line);
        var text = found == null ? "" : line.substring(found.end()).strip();
        return found == null || text.isEmpty()
                ? new Labelled("", line)
                : new Labelled(found.label().text(), text);
    }
}
