package vn.daihoi.document.word;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.daihoi.document.word.Redline.Track;

/** Gives every tracked change its number, and says whose it is. */
final class WordTracker {

    /** By Word's custom the clock on the wall, with a "Z" that means nothing. */
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(Source.ZONE);

    private final String author;
    private final String date;
    private int last;

    WordTracker(String author, Instant at) {
        this.author = author;
        this.date = CLOCK.format(at);
    }

    /** A number no other change or bookmark of the file has. */
    int next() {
        return ++last;
    }

    /** Opens the element that a change stands in or is noted with. */
    Xml open(Xml xml, Track track) {
        return open(xml, element(track), next());
    }

    /** Opens an element that names the author. */
    Xml open(Xml xml, String name, int id, Object... more) {
        Object[] attributes = new Object[6 + more.length];
        attributes[0] = "w:id";
        attributes[1] = id;
        attributes[2] = "w:author";
        attributes[3] = author;
        attributes[4] = "w:date";
        attributes[5] = date;
        System.arraycopy(more, 0, attributes, 6, more.length);
        return xml.open(name, attributes);
    }

    private static String element(Track track) {
        return switch (track) {
            case INSERTED -> "w:ins";
            case DELETED -> "w:del";
            case MOVED_HERE -> "w:moveTo";
            case MOVED_AWAY -> "w:moveFrom";
            case NONE -> throw new IllegalArgumentException("Nothing to track");
        };
    }
}
