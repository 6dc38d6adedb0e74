package vn.daihoi.document.word;

import java.util.Set;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Redline.Track;

/** The runs of one paragraph; neighbours that are tracked alike stand in one change. */
final class WordRuns {

    private final Xml xml;
    private final WordTracker tracker;
    private Track open = Track.NONE;

    WordRuns(Xml xml, WordTracker tracker) {
        this.xml = xml;
        this.tracker = tracker;
    }

    /** A label with what separates it from the text. */
    void label(Track track, String label) {
        if (!label.isEmpty()) {
            within(track);
            xml.open("w:r").open("w:rPr").val("w:rStyle", WordStyles.LABEL).close();
            content(track, label);
            xml.close();
        }
    }

    /** Words that are set alike. */
    void text(Track track, String text, Set<Mark.Style> look) {
        within(track);
        xml.open("w:r");
        if (!look.isEmpty()) {
            xml.open("w:rPr");
            if (look.contains(Mark.Style.BOLD)) {
                xml.leaf("w:b").leaf("w:bCs");
            }
            if (look.contains(Mark.Style.ITALIC)) {
                xml.leaf("w:i").leaf("w:iCs");
            }
            if (look.contains(Mark.Style.UNDERLINE)) {
                xml.val("w:u", "single");
            }
            xml.close();
        }
        content(track, text);
        xml.close();
    }

    /** A reference to a footnote. */
    void reference(Track track, int id) {
        within(track);
        xml.open("w:r").open("w:rPr").val("w:vertAlign", "superscript").close();
        xml.leaf("w:footnoteReference", "w:id", id).close();
    }

    /** The number at the front of a footnote. */
    void ownNumber() {
        within(Track.NONE);
        xml.open("w:r").open("w:rPr").val("w:vertAlign", "superscript").close();
        xml.leaf("w:footnoteRef").close();
        xml.open("w:r").text("w:t", " ").close();
    }

    /** Has to be called when the paragraph ends. */
    void end() {
        within(Track.NONE);
    }

    private void within(Track track) {
        if (track == open) {
            return;
        }
        if (open != Track.NONE) {
            xml.close();
        }
        if (track != Track.NONE) {
            tracker.open(xml, track);
        }
        open = track;
    }

    private void content(Track track, String text) {
        String element = track == Track.DELETED ? "w:delText" : "w:t";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\t') {
                if (i > start) {
                    xml.text(element, text.substring(start, i));
                }
                if (i < text.length()) {
                    xml.leaf(text.charAt(i) == '\n' ? "w:br" : "w:tab");
                }
                start = i + 1;
            }
        }
    }
}
