package vn.daihoi.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Verdict;

/**
 * Rounds of answers to what the superior said of a document: opinions of a working session, requests with which a dossier
 * came back. They are comments of the group {@link SourceGroup#SUPERIOR} and owed an answer under the same rules and at the
 * same desk; nobody is asked, nothing is public, and such a round has no process of its own: the revision of the documents
 * waits for it.
 */
@Service
public class SuperiorRounds {

    /**
     * One thing the superior said of a document.
     *
     * @param origin what makes it the same when said again within its source, at most 80 characters
     * @param clauseId the clause of the version it was said of, 0 for the document as a whole
     * @param quote words of that clause, empty for none
     * @param type what it wants
     * @param text the words, with the wording proposed
     * @param saidBy id of the account that said it
     * @param owner id of the account or null for whoever is an editor; looks after the answer
     * @param dueOn by when the answer is due, null for no day
     */
    public record Said(
            String origin,
            long clauseId,
            String quote,
            CommentType type,
            String text,
            String saidBy,
            @org.jspecify.annotations.Nullable String owner,
            java.time.@org.jspecify.annotations.Nullable LocalDate dueOn) {}

    /**
     * Where such a round stands.
     *
     * @param round which
     * @param unproposed clusters without a proposed answer
     * @param undecided clusters without a decided answer
     * @param unproved accepted, but the newest version doesn't show it
     * @param unexplained changed, but nothing explains it
     */
    public record Standing(Round round, int unproposed, int undecided, int unproved, int unexplained) {

        /** Whether nothing is owed any more. */
        public boolean settled() {
            return unproposed == 0 && undecided == 0 && unproved == 0 && unexplained == 0;
        }
    }

    /**
     * Opens a round with what was said, ready to be answered; the same source on the same document gives the same round.
     * Joins the caller's transaction.
     *
     * @param document id of the document
     * @param version number of the version that was spoken of
     * @param source what it comes from, {@code session:<id>} or {@code decision:<id>}, at most 60 characters
     * @param title such as "Thông báo kết luận số 03-TB/TCT"
     * @return id of the round
     */
    @Transactional
    public String open(String document, int version, String source, String title, List<Said> said) {
        throw new UnsupportedOperationException("desk");
    }

    /** The rounds of a congress of this kind, ended or not, in the order of opening. */
    public List<Standing> ofCongress(String congress) {
        throw new UnsupportedOperationException("desk");
    }

    /** The rounds opened for a source, such as those of one session. */
    public List<Standing> ofSource(String source) {
        throw new UnsupportedOperationException("desk");
    }

    /** The comment that stands for something said, for the way back from an opinion to its answer. */
    public Optional<Comment> commentOf(String source, String origin) {
        throw new UnsupportedOperationException("desk");
    }

    /** Ends every round of a congress of this kind once all is settled; refused with what is still owed. */
    @Transactional
    public Verdict settle(String congress, String user) {
        throw new UnsupportedOperationException("desk");
    }
}
