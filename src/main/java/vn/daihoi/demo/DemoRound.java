package vn.daihoi.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Conferences;
import vn.daihoi.consultation.CoverageBoard;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.Intake.Received;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.NewComment;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.demo.DemoComments.Said;
import vn.daihoi.document.Document;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;

/** The first round on the political report: planned, opened, and everything that is said in it. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class DemoRound {

    /** Everything in it is in, but its secretary still has to hand in the minutes. */
    static final String LATE = DemoPeople.WARD + ".cb09";

    /** So many of the residents' comments are left for whoever tries the moderation. */
    private static final int LEFT_TO_MODERATE = 8;

    private static final List<Said> SAID = DemoComments.all();

    private final Rounds rounds;
    private final Conferences conferences;
    private final Intake intake;
    private final CoverageBoard coverage;
    private final Clusters clusters;
    private final Comments comments;
    private final Versions versions;
    private final Clock clock;

    DemoRound(
            Rounds rounds,
            Conferences conferences,
            Intake intake,
            CoverageBoard coverage,
            Clusters clusters,
            Comments comments,
            Versions versions,
            Clock clock) {
        this.rounds = rounds;
        this.conferences = conferences;
        this.intake = intake;
        this.coverage = coverage;
        this.clusters = clusters;
        this.comments = comments;
        this.versions = versions;
        this.clock = clock;
    }

    /** What a person fills into the form of a task of the round, as for {@link DemoPeople}. */
    Optional<Map<String, Object>> answer(Round round, String person) {
        return switch (round.status()) {
            case PLANNING, RETURNED -> person.equals(DemoPeople.OFFICE) ? Optional.of(plan()) : Optional.empty();
            case PLANNED ->
                person.equals(DemoPeople.SECRETARY) ? Optional.of(Map.of("decision", "APPROVE")) : Optional.empty();
            case OPEN ->
                rounds.invitees(round.id()).stream()
                        .filter(one -> rounds.speaksFor(person, round, one.unit()))
                        .findFirst()
                        .flatMap(one -> conference(round, one, person));
            default -> Optional.empty();
        };
    }

    /**
     * Brings in what residents send and what comes by letter. Sent twice it is there once.
     *
     * @return whether anything was left to bring in
     */
    boolean speak(Document document) {
        var round = first(document);
        if (round.isEmpty() || round.get().status() != RoundStatus.OPEN) {
            return false;
        }
        var there = coverage.of(round.get().id()).byChannel();
        boolean residents = there.getOrDefault(Channel.PUBLIC_PAGE, 0) < count(Channel.PUBLIC_PAGE);
        boolean letters = there.getOrDefault(Channel.WRITTEN, 0) < count(Channel.WRITTEN);
        if (residents) {
            residents(round.get());
        }
        if (letters) {
            letters(round.get());
        }
        return residents || letters;
    }

    /**
     * An editor lets most of what residents sent be seen.
     *
     * @return whether anything was left to do
     */
    boolean moderate(Document document) {
        var round = first(document)
                .filter(one -> one.status() == RoundStatus.OPEN && allSpoke(one))
                .orElse(null);
        if (round == null) {
            return false;
        }
        // what nobody has grouped yet doesn't wait for anybody
        boolean grouped = clusters.assignNew(round.id()) > 0;
        var waiting = comments.pending(round.id(), 0, count(Channel.PUBLIC_PAGE));
        if (waiting.size() <= LEFT_TO_MODERATE) {
            return grouped;
        }
        var seen = waiting.subList(0, waiting.size() - LEFT_TO_MODERATE).stream()
                .map(Comment::id)
                .toList();
        must(comments.show(round.id(), seen, DemoPeople.EDITOR));
        return true;
    }

    /** Whether the round stands where the story ends, or people took it further. */
    boolean complete(Document document) {
        return first(document)
                .filter(round -> round.status().ordinal() > RoundStatus.OPEN.ordinal()
                        || (round.status() == RoundStatus.OPEN && allSpoke(round)))
                .isPresent();
    }

    /** Whether a round on the document is there to be planned. */
    boolean prepared(Document document) {
        return first(document).isPresent();
    }

    private boolean allSpoke(Round round) {
        var reached = coverage.of(round.id());
        return reached.comments() >= SAID.size()
                && reached.units().stream()
                        .map(CoverageBoard.UnitCoverage::invitee)
                        .allMatch(one -> one.minutes() != null || one.unit().equals(LATE));
    }

    private Optional<Round> first(Document document) {
        return rounds.ofDocument(document.id()).stream().findFirst();
    }

    private Map<String, Object> plan() {
        return Map.ofEntries(
                Map.entry("choice", "ASK"),
                Map.entry("version", "1"),
                Map.entry("closesOn", VietnamTime.today(clock).plusDays(14).toString()),
                Map.entry("partyMembers", true),
                Map.entry("unionMembers", true),
                Map.entry("associationMembers", true),
                Map.entry("residents", true),
                Map.entry("organisations", true),
                Map.entry("conferences", true),
                Map.entry("written", true),
                Map.entry("publicPage", true),
                Map.entry(
                        "questions",
                        """
                        14 chỉ tiêu chủ yếu đã sát với điều kiện của phường chưa?
                        Ba khâu đột phá đã đúng và đủ chưa?
                        Việc gì người dân mong phường làm trước tiên?"""));
    }

    private Optional<Map<String, Object>> conference(Round round, Invitee unit, String person) {
        var spoken = of(Channel.CONFERENCE).stream()
                .filter(said -> unit.unit().equals(DemoPeople.WARD + "." + said.unit()))
                .toList();
        if (conferences.said(round.id(), unit.unit()) < spoken.size()) {
            must(conferences.add(round.id(), unit.unit(), noted(round, spoken), person));
        }
        if (unit.unit().equals(LATE)) {
            return Optional.empty();
        }
        var members = unit.members();
        // not as many everywhere, so that coverage has something to show
        int present = members == null ? 20 + spoken.size() : members - members * (spoken.size() % 5) / 20;
        return Optional.of(Map.of(
                "heldOn",
                VietnamTime.today(clock).toString(),
                "minutesNumber",
                "BB-góp ý-" + unit.unit().substring(DemoPeople.WARD.length() + 1),
                "present",
                present,
                "speakers",
                Math.min(present, spoken.size())));
    }

    private void letters(Round round) {
        of(Channel.WRITTEN).stream()
                .collect(Collectors.groupingBy(said -> DemoPeople.WARD + "." + said.unit()))
                .forEach((unit, said) -> must(conferences.addWritten(
                        round.id(), said.get(0).source(), unit, noted(round, said), DemoPeople.OFFICE)));
    }

    private void residents(Round round) {
        var clauses = clauses(round);
        for (int i = 0; i < SAID.size(); i++) {
            var said = SAID.get(i);
            if (said.channel() == Channel.PUBLIC_PAGE) {
                var received = intake.receive(
                        round,
                        new NewComment(
                                said.source(),
                                said.channel(),
                                null,
                                said.area(),
                                said.clauseIn(clauses),
                                said.quote(),
                                said.type(),
                                said.text(),
                                "demo-" + i,
                                null));
                if (received instanceof Received.Refused no) {
                    throw new IllegalStateException("the demo's own comment was refused: " + no.message());
                }
            }
        }
    }

    private List<Conferences.Said> noted(Round round, List<Said> spoken) {
        var clauses = clauses(round);
        return spoken.stream()
                .map(said -> new Conferences.Said(
                        said.clauseIn(clauses), said.quote(), said.type(), said.text(), said.source()))
                .toList();
    }

    private List<Clause> clauses(Round round) {
        // a round that is open circulates a version
        var version = Objects.requireNonNull(round.version());
        return versions.read(versions.numbered(round.document(), version).orElseThrow())
                .clauses();
    }

    private static List<Said> of(Channel channel) {
        return SAID.stream().filter(said -> said.channel() == channel).toList();
    }

    private static int count(Channel channel) {
        return of(channel).size();
    }

    private static void must(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException("the demo's own comments were refused: " + refused.message());
        }
    }
}
