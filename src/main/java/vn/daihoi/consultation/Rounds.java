package vn.daihoi.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * The comment rounds and the steps of their life. Forms, pages and the process alike come through here; an expected "no"
 * is returned, never thrown.
 */
@Service
public class Rounds {

    private final RoundStore store;
    private final Congresses congresses;
    private final Documents documents;
    private final Members members;
    private final Clock clock;

    Rounds(RoundStore store, Congresses congresses, Documents documents, Members members, Clock clock) {
        this.store = store;
        this.congresses = congresses;
        this.documents = documents;
        this.members = members;
        this.clock = clock;
    }

    /** The round with this id. */
    public Optional<Round> find(String id) {
        return store.find(id);
    }

    /**
     * A round that is known to exist.
     *
     * @throws NoSuchElementException when it doesn't
     */
    public Round get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("No comment round " + id));
    }

    /** A round this person may see; one of another ward is as unknown as one that doesn't exist. */
    public Optional<Round> visible(String id, String user) {
        return store.find(id)
                .filter(round -> congresses.visible(round.congress(), user).isPresent());
    }

    /** The rounds this person may see, the running ones first, the newest first. */
    public List<Round> visible(String user) {
        return store.ofWards(
                congresses.visible(user).stream().map(Congress::ward).collect(Collectors.toSet()));
    }

    /** The rounds of a document, in their order. */
    public List<Round> ofDocument(String document) {
        return store.ofDocument(document);
    }

    /** The round at this address below /gop-y, whatever its status. */
    public Optional<Round> bySlug(String slug) {
        return store.bySlug(slug);
    }

    /** The rounds on which strangers may comment now, those that close first come first. */
    public List<Round> openToPublic() {
        var now = clock.instant();
        return store.withStatus(RoundStatus.OPEN).stream()
                .filter(round -> round.openToPublic(now))
                .toList();
    }

    /** The rounds whose result was made public, the newest first. */
    public List<Round> published() {
        return store.withStatus(RoundStatus.PUBLISHED).stream()
                .sorted(Comparator.comparing(Round::created).reversed())
                .toList();
    }

    /** "Vòng 1 – Báo cáo chính trị", for headings. */
    public String title(Round round) {
        return round.title() + " – " + documents.get(round.document()).title();
    }

    /** Whom the round asks: the cells first, each kind in its order; empty before it is opened. */
    public List<Invitee> invitees(String round) {
        return store.invitees(round);
    }

    /** One of those the round asks. */
    public Optional<Invitee> invitee(String round, String unit) {
        return store.invitee(round, unit);
    }

    /** Whether the person may work on the answers of this round: an editor of its ward. */
    public boolean mayEdit(String user, Round round) {
        return holds(user, Role.EDITOR, round.ward());
    }

    /** Whether the person may decide on the answers of this round: the secretary of its ward. */
    public boolean mayDecide(String user, Round round) {
        return holds(user, Role.WARD_SECRETARY, round.ward());
    }

    /** Whether the person runs this round: the office of its ward. */
    public boolean mayRun(String user, Round round) {
        return holds(user, Role.WARD_OFFICE, round.ward());
    }

    /** Whether the person speaks for this unit of the round's ward: its cell secretary, or its organisation. */
    public boolean speaksFor(String user, Round round, String unit) {
        return store.invitee(round.id(), unit).isPresent()
                && (holds(user, Role.CELL_SECRETARY, unit) || holds(user, Role.MASS_ORGANISATION, unit));
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

    private boolean holds(String user, Role role, String unit) {
        return members.holds(user, role, unit, VietnamTime.today(clock));
    }
}
