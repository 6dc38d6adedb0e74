package vn.daihoi.document.word;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.datatype.XMLGregorianCalendar;
import org.docx4j.wml.CTFtnEdn;
import org.docx4j.wml.CTTrackChange;
import org.jspecify.annotations.Nullable;

/** What the readers of one file share. */
final class Source {

    /** The zone of the clocks that files show. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    final Styles styles;
    final Numbering numbering;
    final boolean accepting;
    final Map<BigInteger, CTFtnEdn> footnotes;
    final Map<BigInteger, CTFtnEdn> endnotes;
    final Set<String> remarks = new LinkedHashSet<>();
    /** Lines that stand in boxes, where stamps are put. */
    final List<String> boxes = new ArrayList<>();

    Source(
            Styles styles,
            Numbering numbering,
            boolean accepting,
            Map<BigInteger, CTFtnEdn> footnotes,
            Map<BigInteger, CTFtnEdn> endnotes) {
        this.styles = styles;
        this.numbering = numbering;
        this.accepting = accepting;
        this.footnotes = footnotes;
        this.endnotes = endnotes;
    }

    /** For what stands beside the text: comments, headers and footers. What can't be read there is nobody's loss. */
    Source aside() {
        return new Source(styles, new Numbering(null, styles), true, new HashMap<>(), new HashMap<>());
    }

    static TrackedText.Edit edit(boolean insertion, CTTrackChange change) {
        return new TrackedText.Edit(insertion, author(change), at(change.getDate()));
    }

    static String author(CTTrackChange change) {
        return change.getAuthor() == null ? "" : change.getAuthor().strip();
    }

    /** Word writes the clock on the wall and a "Z" that means nothing, so the zone of a date is not looked at. */
    static @Nullable Instant at(@Nullable XMLGregorianCalendar date) {
        if (date == null || date.getXMLSchemaType() != javax.xml.datatype.DatatypeConstants.DATETIME) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            date.getYear(),
                            date.getMonth(),
                            date.getDay(),
                            date.getHour(),
                            date.getMinute(),
                            Math.max(0, date.getSecond()))
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
