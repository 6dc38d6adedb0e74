package vn.daihoi.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/**
 * The documents of the congresses and the steps of their preparation. Forms and pages alike come through here, so what a
 * person may not do is refused here. An expected "no" is returned, never thrown.
 */
@Service
public class Documents {

    /** The types there are, in their order. */
    public List<DocumentType> types() {
        throw new UnsupportedOperationException();
    }

    /**
     * A document that is known to exist.
     *
     * @throws java.util.NoSuchElementException when it doesn't
     */
    public Document get(String id) {
        throw new UnsupportedOperationException();
    }

    /** A document this person may read; one of another ward is as unknown as one that doesn't exist. */
    public Optional<Document> visible(String id, String user) {
        throw new UnsupportedOperationException();
    }

    /** The documents of a congress that this person may read, in the order of their types. */
    public List<Document> visibleOf(String congress, String user) {
        throw new UnsupportedOperationException();
    }

    /** Whether the person may bring in and publish versions: an editor or the office of the ward. */
    public boolean mayEdit(String user, Document document) {
        throw new UnsupportedOperationException();
    }

    /** Opens the documents every congress prepares; safe to repeat. */
    public void openAll(String congress) {
        throw new UnsupportedOperationException();
    }

    /** Ids of the documents opened with the congress, in the order of their types; one process runs for each. */
    public List<String> openedIds(String congress) {
        throw new UnsupportedOperationException();
    }

    /** Adds one more document, such as an annex. */
    public Verdict add(String congress, String type, @Nullable String title, String user) {
        throw new UnsupportedOperationException();
    }

    /** The editors hand the newest published version to the secretary; refused while there is none. */
    public Verdict submit(String id, @Nullable String note, String user) {
        throw new UnsupportedOperationException();
    }

    /** The secretary lets the version that was handed in go out for comment. */
    public Verdict clear(String id, String user) {
        throw new UnsupportedOperationException();
    }

    /** The secretary sends it back; that needs a reason. */
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException();
    }

    /** Ends the documents of a congress that was called off; safe to repeat. */
    public void cancelAll(String congress) {
        throw new UnsupportedOperationException();
    }

    /** What a paper receipt says. */
    public record PaperReceipt(String registerNumber, java.time.LocalDate receivedOn, String holder) {}

    /** Notes that a paper which may not be kept here lies somewhere; no title, no content. */
    public Verdict recordPaper(String id, PaperReceipt receipt, String user) {
        throw new UnsupportedOperationException();
    }

    /** The paper receipts of a document, the newest first. */
    public List<PaperReceipt> papers(String id) {
        throw new UnsupportedOperationException();
    }
}
