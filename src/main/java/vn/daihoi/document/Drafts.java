package vn.daihoi.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.word.Proposal;
import vn.daihoi.document.word.WordFile.TrackedChanges;

/**
 * Drafts of the next version: brought in as a Word file, looked through, published. Every editor may have one of their
 * own; of two drafted on the same version the first published wins, and the other keeps every word until it is drafted
 * on the new one.
 */
@Service
public class Drafts {

    /** The marks of secrecy an uploader can choose; any of them means that the file isn't taken. */
    public enum Secrecy {
        /** Not secret. */
        NONE,
        /** Mật. */
        CONFIDENTIAL,
        /** Tối mật. */
        SECRET,
        /** Tuyệt mật. */
        TOP_SECRET
    }

    /**
     * What an uploader says about a file.
     *
     * @param fileName as the browser names it
     * @param secrecy what the uploader marks it as
     * @param trackedChanges what to do with tracked changes
     * @param notSecret whether the uploader has confirmed that words like a stamp of secrecy are none
     * @param note about this version, null for nothing
     */
    public record Upload(
            String fileName,
            Secrecy secrecy,
            TrackedChanges trackedChanges,
            boolean notSecret,
            @Nullable String note) {}

    /** What became of an upload. */
    public sealed interface Uploaded {

        /** It is a draft now. */
        record Taken(DocumentVersion draft, int unsure, int proposals, List<String> remarks) implements Uploaded {}

        /** It isn't stored. */
        record Refused(@Nullable String field, String message) implements Uploaded {}

        /** It isn't stored, because it must stay on paper. */
        record PaperOnly(String message) implements Uploaded {}

        /** It isn't stored until the uploader confirms that these words are no stamp of secrecy. */
        record StampFound(List<String> quotes) implements Uploaded {}
    }

    /** A pairing a person has to confirm. */
    public record Question(int position, Clause clause, Clause base, double similarity) {}

    /**
     * A tracked change or margin comment on a clause of a version.
     *
     * @param clauseId the clause, 0 for the front of the document
     * @param decided who decided and when, null while it is open
     * @param accepted whether it was taken over; false while it is open
     */
    public record StoredProposal(
            long id,
            long clauseId,
            Proposal.Kind kind,
            int start,
            String oldWords,
            String newWords,
            String remark,
            String author,
            java.time.@Nullable Instant at,
            @Nullable Signed decided,
            boolean accepted) {}

    /** Brings a file in as a draft of the next version. An uploader's former draft of the same document makes way. */
    public Uploaded upload(String document, Upload upload, byte[] file, String user) {
        throw new UnsupportedOperationException();
    }

    /** The drafts of a document, the newest first. */
    public List<DocumentVersion> of(String document) {
        throw new UnsupportedOperationException();
    }

    /** One draft of a document. */
    public Optional<DocumentVersion> find(String document, String draft) {
        throw new UnsupportedOperationException();
    }

    /** What is still to be confirmed before the draft can be published. */
    public List<Question> questions(String draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Answers questions.
     *
     * @param same by position: true when it is the clause of the former version, false when it is a new one
     */
    public Verdict answer(String draft, Map<Integer, Boolean> same, String user) {
        throw new UnsupportedOperationException();
    }

    /** The proposals that came with a version, in reading order. */
    public List<StoredProposal> proposals(String version) {
        throw new UnsupportedOperationException();
    }

    /** Takes a proposal over into the text of the draft, or lays it aside. */
    public Verdict decide(String draft, long proposal, boolean accept, String user) {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes a draft. Refused while a question is open, and when another version was published since it was drafted:
     * the message says by whom and when.
     */
    public Verdict publish(String draft, String user) {
        throw new UnsupportedOperationException();
    }

    /** Drafts it anew on the newest version: its clauses are found again there. */
    public Verdict rebase(String draft, String user) {
        throw new UnsupportedOperationException();
    }

    /** Throws a draft away. */
    public Verdict discard(String draft, String user) {
        throw new UnsupportedOperationException();
    }
}
