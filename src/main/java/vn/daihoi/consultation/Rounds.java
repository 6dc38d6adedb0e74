package vn.daihoi.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/**
 * The comment rounds and the steps of their life. Forms, pages and the process alike come through here; an expected "no"
 * is returned, never thrown.
 */
@Service
public class Rounds {

    /** The round with this id. */
    public Optional<Round> find(String id) {
        throw new UnsupportedOperationException(id);
    }

    /**
     * A round that is known to exist.
     *
     * @throws java.util.NoSuchElementException when it doesn't
     */
    public Round get(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** A round this person may see; one of another ward is as unknown as one that doesn't exist. */
    public Optional<Round> visible(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /** The rounds this person may see, the running ones first, the newest first. */
    public List<Round> visible(String user) {
        throw new UnsupportedOperationException(user);
    }

    /** The rounds of a document, in their order. */
    public List<Round> ofDocument(String document) {
        throw new UnsupportedOperationException(document);
    }

    /** The round at this address below /gop-y, whatever its status. */
    public Optional<Round> bySlug(String slug) {
        throw new UnsupportedOperationException(slug);
    }

    /** The rounds on which strangers may comment now, those that close first come first. */
    public List<Round> openToPublic() {
        throw new UnsupportedOperationException();
    }

    /** The rounds whose result was made public, the newest first. */
    public List<Round> published() {
        throw new UnsupportedOperationException();
    }

    /** "Vòng 1 – Báo cáo chính trị", for headings. */
    public String title(Round round) {
        throw new UnsupportedOperationException(round.id());
    }

    /** Whom the round asks: the cells first, each kind in its order; empty before it is opened. */
    public List<Invitee> invitees(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** One of those the round asks. */
    public Optional<Invitee> invitee(String round, String unit) {
        throw new UnsupportedOperationException(round + unit);
    }

    /** Whether the person may work on the answers of this round: an editor of its ward. */
    public boolean mayEdit(String user, Round round) {
        throw new UnsupportedOperationException(user + round.id());
    }

    /** Whether the person may decide on the answers of this round: the secretary of its ward. */
    public boolean mayDecide(String user, Round round) {
        throw new UnsupportedOperationException(user + round.id());
    }

    /** Whether the person runs this round: the office of its ward. */
    public boolean mayRun(String user, Round round) {
        throw new UnsupportedOperationException(user + round.id());
    }

    /** Whether the person speaks for this unit of the round's ward: its cell secretary, or its organisation. */
    public boolean speaksFor(String user, Round round, String unit) {
        throw new UnsupportedOperationException(user + round.id() + unit);
    }

    /** Opens the next round of a document for planning; gives back the one being planned when there is one. */
    public String prepare(String document) {
        throw new UnsupportedOperationException(document);
    }

    /** The office plans whom to ask. */
    public Verdict plan(String id, RoundPlan plan, String user) {
        throw new UnsupportedOperationException(id + plan + user);
    }

    /** The office proposes to ask nobody; needs a reason. */
    public Verdict planToSkip(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + reason + user);
    }

    /** The secretary approves the plan, also one to ask nobody. */
    public Verdict approve(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /** The secretary sends the plan back; needs a reason. */
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + reason + user);
    }

    /** Freezes whom it asks, gives it its address and opens it; safe to repeat. */
    public void open(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** Takes comments for longer; needs a reason. Refused once it is closed. */
    public Verdict extend(String id, LocalDate closesOn, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + closesOn + reason + user);
    }

    /** Closes it before its time; needs a reason. */
    public Verdict closeEarly(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + reason + user);
    }

    /** Withdraws it at any step before its result is public; needs a reason. What was said stays. */
    public Verdict withdraw(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + reason + user);
    }

    /** Closes it and groups what came last; safe to repeat. */
    public void close(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** Notes that the withdrawal went through; safe to repeat. */
    public void withdrawn(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** The editors have merged; refused while a comment waits for moderation. */
    public Verdict merged(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /** The editors have proposed an answer to everything; refused while one is missing, saying how many. */
    public Verdict proposed(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /** The committee has decided on everything; refused while one is undecided, saying how many. */
    public Verdict decided(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /** The committee sends the answers back to the editors; needs a reason. */
    public Verdict answersSentBack(String id, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(id + reason + user);
    }

    /** The office has written its part of the reports. */
    public Verdict reported(String id, Round.Synthesis synthesis, String user) {
        throw new UnsupportedOperationException(id + synthesis + user);
    }

    /** The new version is there and proves the answers; refused while {@link Proofs#check} finds something. */
    public Verdict revised(String id, String user) {
        throw new UnsupportedOperationException(id + user);
    }

    /**
     * The result becomes public; refused while a comment is unanswered.
     *
     * @param another whether the document goes out for one more round
     */
    public Verdict publish(String id, boolean another, String user) {
        throw new UnsupportedOperationException(id + another + user);
    }
}
