package vn.daihoi.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * Rounds of answers to what the superior said of a document: opinions of a working session, requests with which a dossier
 * came back. They are comments of the group {@link SourceGroup#SUPERIOR} and owed an answer under the same rules and at the
 * same desk; nobody is asked, nothing is public, and such a round has no process of its own: the revision of the documents
 * waits for it.
 */
@Service
public class SuperiorRounds {

    private static final int TEXT_LENGTH = 12000;

    private final RoundStore rounds;
    private final SuperiorStore store;
    private final Clusters clusters;
    private final AnswerStore answers;
    private final Proofs proofs;
    private final RoundTexts texts;
    private final Documents documents;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    SuperiorRounds(
            RoundStore rounds,
            SuperiorStore store,
            Clusters clusters,
            AnswerStore answers,
            Proofs proofs,
            RoundTexts texts,
            Documents documents,
            Congresses congresses,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.clusters = clusters;
        this.answers = answers;
        this.proofs = proofs;
        this.texts = texts;
        this.documents = documents;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

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
            @Nullable String owner,
            @Nullable LocalDate dueOn) {}

    /**
     * Where such a round stands.
     *
     * @param round which
     * @param unproposed clusters without any answer, neither proposed nor decided
     * @param undecided clusters without a decided answer
     * @param unproved accepted, but the newest version doesn't show it
     * @param unexplained changed, but nothing explains it; a round that has ended is owed nothing of all this
     */
    public record Standing(Round round, int unproposed, int undecided, int unproved, int unexplained) {

        /** Whether nothing is owed any more. */
        public boolean settled() {
            return unproposed == 0 && undecided == 0 && unproved == 0 && unexplained == 0;
        }

        /** What is owed, such as "2 ý kiến chưa được quyết định"; empty when nothing is. */
        public List<String> owed() {
            return Stream.of(
                            counted(unproposed, "ý kiến chưa có đề xuất trả lời"),
                            counted(undecided, "ý kiến chưa được quyết định"),
                            counted(unproved, "ý kiến đã tiếp thu mà dự thảo chưa thể hiện"),
                            counted(unexplained, "chỗ sửa chưa có căn cứ"))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<String> counted(int number, String what) {
            return number == 0 ? Optional.empty() : Optional.of(number + " " + what);
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
        rounds.insertSuperior(
                UUID.randomUUID().toString(),
                documents.get(document),
                version,
                source,
                CleanText.line(title),
                clock.instant());
        var round = rounds.lock(rounds.ofSource(source).stream()
                .filter(one -> one.document().equals(document))
                .findFirst()
                .orElseThrow()
                .id());
        if (round.status().ended()) {
            return round.id();
        }
        var added = said.stream()
                .map(one -> clean(round, one))
                .filter(one -> store.insert(round.id(), one, clock.instant()))
                .toList();
        if (!added.isEmpty()) {
            clusters.assignNew(round.id());
            for (var one : added) {
                if (one.owner() != null || one.dueOn() != null) {
                    answers.assign(store.clusters(round.id(), one.origin()), one.owner(), one.dueOn());
                }
            }
            audit(
                    round,
                    AuditEntry.SYSTEM,
                    "SUPERIOR_ROUND_OPENED",
                    round.title() + ": " + added.size() + " ý kiến về phiên bản " + version + " cần trả lời.");
        }
        return round.id();
    }

    /** What the superior said is never refused: words that aren't in the clause are kept with the text instead. */
    private Said clean(Round round, Said said) {
        boolean known =
                said.clauseId() != 0 && texts.clause(round, said.clauseId()).isPresent();
        long clause = known ? said.clauseId() : 0;
        var quote = CleanText.line(said.quote());
        var words = Search.normal(quote).isEmpty() || !known
                ? Optional.<String>empty()
                : texts.quoted(round, clause, quote)
                        .map(CleanText::line)
                        .filter(found -> found.length() <= Intake.QUOTE_LENGTH);
        var text =
                CleanText.lines(words.isPresent() || quote.isEmpty() ? said.text() : "“" + quote + "”\n" + said.text());
        if (Search.normal(text).isEmpty() || text.length() > TEXT_LENGTH) {
            throw new IllegalArgumentException("An opinion of " + text.length() + " characters: " + said.origin());
        }
        return new Said(
                said.origin(), clause, words.orElse(""), said.type(), text, said.saidBy(), said.owner(), said.dueOn());
    }

    /** The rounds of a congress of this kind, ended or not, in the order of opening. */
    @Transactional(readOnly = true)
    public List<Standing> ofCongress(String congress) {
        return rounds.ofSuperior(congress).stream().map(this::standing).toList();
    }

    /** The rounds opened for a source, such as those of one session. */
    @Transactional(readOnly = true)
    public List<Standing> ofSource(String source) {
        return rounds.ofSource(source).stream().map(this::standing).toList();
    }

    /**
     * Where one of them stands.
     *
     * @throws NoSuchElementException when there is no such round
     */
    @Transactional(readOnly = true)
    public Standing of(String round) {
        return standing(rounds.find(round)
                .filter(Round::ofSuperior)
                .orElseThrow(() -> new NoSuchElementException("No round of the superior " + round)));
    }

    private Standing standing(Round round) {
        if (round.status().ended()) {
            return new Standing(round, 0, 0, 0, 0);
        }
        var check = proofs.check(round.id());
        return new Standing(
                round,
                answers.unanswered(round.id()),
                answers.undecided(round.id()),
                check.unproved().size(),
                check.unexplained().size());
    }

    /** The comment that stands for something said, for the way back from an opinion to its answer. */
    public Optional<Comment> commentOf(String source, String origin) {
        return store.comment(source, origin);
    }

    /** Ends every round of a congress of this kind once all is settled; refused with what is still owed. */
    @Transactional
    public Verdict settle(String congress, String user) {
        var running = rounds.ofSuperior(congress).stream()
                .map(Round::id)
                .sorted()
                .map(rounds::lock)
                .filter(round -> !round.status().ended())
                .toList();
        if (running.stream()
                .anyMatch(round -> !members.holds(user, Role.EDITOR, round.ward(), VietnamTime.today(clock)))) {
            return Verdict.refused("Việc này thuộc về " + Role.EDITOR.title() + ".");
        }
        var owing = running.stream()
                .map(this::standing)
                .filter(standing -> !standing.settled())
                .map(standing -> documents.get(standing.round().document()).title() + " – "
                        + standing.round().title() + ": " + String.join(", ", standing.owed()))
                .collect(Collectors.joining("; "));
        if (!owing.isEmpty()) {
            return Verdict.refused("Chưa hoàn thiện được: " + owing + ".");
        }
        for (var round : running) {
            var version = proofs.check(round.id()).newVersion();
            rounds.answered(
                    round.id(), version, new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            audit(
                    round,
                    user,
                    "SUPERIOR_ROUND_ANSWERED",
                    round.title() + ": đã tiếp thu, giải trình xong"
                            + (version == null ? "." : ", thể hiện ở phiên bản " + version + "."));
        }
        return Verdict.done();
    }

    private void audit(Round round, String user, String action, String detail) {
        audit.record(AuditEntry.of(user, action, "round:" + round.id(), detail)
                .under(congresses.get(round.congress()).ruleSet()));
    }
}
