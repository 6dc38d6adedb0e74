package vn.daihoi.document.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Incoming;

/**
 * What a Word file says.
 *
 * @param clauses its text in reading order
 * @param proposals its tracked changes and margin comments; see {@link TrackedChanges}
 * @param remarks Vietnamese sentences about what couldn't be taken in (pictures, fields, embedded objects)
 * @param secrecyWords places where a stamp of secrecy seems to stand ("MẬT", "TỐI MẬT", "TUYỆT MẬT"), quoted; the
 *     uploader has to confirm that it is none
 * @param origin the document and version our own export wrote into the file; null for a file from elsewhere
 */
public record WordFile(
        List<Incoming> clauses,
        List<Proposal> proposals,
        List<String> remarks,
        List<String> secrecyWords,
        @Nullable Origin origin) {

    /** Where a file came from. */
    public record Origin(String document, int version) {}

    /** What to do with tracked changes. */
    public enum TrackedChanges {
        /** The text is read as it stood before them, each becomes a proposal. */
        PROPOSE,
        /** The text is read as if all had been accepted; only margin comments become proposals. */
        ACCEPT
    }
}
