package vn.daihoi.consultation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.AnchorStore.Anchored;
import vn.daihoi.consultation.AnchorStore.Open;
import vn.daihoi.consultation.anchor.Placement;
import vn.daihoi.consultation.anchor.Placement.Outcome;
import vn.daihoi.consultation.anchor.Reanchoring;
import vn.daihoi.document.VersionPublished;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * Where the comments of a round stand in the versions that come after the one they were made on. The program finds their
 * places; where it isn't sure an editor says.
 */
@Service
public class Anchors {

    /** So many clauses are offered where a comment may stand. */
    private static final int CHOICES = 20;
    /** So many of them because of their words. */
    private static final int LIKELY = 5;
    /** So many before and as many behind. */
    private static final int NEIGHBOURS = 3;

    private final RoundStore rounds;
    private final AnchorStore store;
    private final Versions versions;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Anchors(
            RoundStore rounds,
            AnchorStore store,
            Versions versions,
            Congresses congresses,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.versions = versions;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How the comments of a round stand in a version.
     *
     * @param applies still where they were
     * @param moved elsewhere
     * @param dissolved nowhere
     * @param asked of all those how many wait for a person
     * @param settled of all those how many a person settled
     */
    public record Counts(int applies, int moved, int dissolved, int asked, int settled) {}

    /**
     * A comment whose place a person has to look at.
     *
     * @param comment its number
     * @param type what it wants
     * @param text its words
     * @param quote words of its clause, empty for none
     * @param before the clause it was made on, null when that can't be found
     * @param after where the program would put it, null for nowhere
     * @param placement what the program thinks
     * @param choices clauses of the newer version where it may stand, the likeliest first
     */
    public record Asked(
            long comment,
            CommentType type,
            String text,
            String quote,
            @Nullable Clause before,
            @Nullable Clause after,
            Placement placement,
            List<Clause> choices) {}

    /**
     * What there is to look at.
     *
     * @param older number of the round's own version
     * @param newer number of the newest one
     * @param counts of all comments
     * @param asked some of those that wait for a person
     */
    public record Look(int older, int newer, Counts counts, List<Asked> asked) {}

    /**
     * Finds the places of the comments in a version that is being published. In the same transaction, so that there is no
     * version whose comments have no place; 20,000 comments take a few seconds at most.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionPublished published) {
        var took = rounds.ofDocument(published.document()).stream()
                .filter(Anchors::collects)
                .toList();
        var last = took.stream().collect(Collectors.toMap(Round::kind, Function.identity(), (one, next) -> next));
        took.stream()
                .filter(round -> !round.status().ended() || last.containsValue(round))
                .forEach(round -> place(round, published.number()));
    }

    private static boolean collects(Round round) {
        return round.status() == RoundStatus.OPEN || round.status().collected();
    }

    private void place(Round round, int version) {
        var base = round.version();
        if (base == null || version <= base) {
            return;
        }
        var comments = store.unplaced(round.id(), version);
        if (comments.isEmpty()) {
            return;
        }
        var settled = store.settledBefore(round.id(), version);
        var newer = clauses(round, version);
        var since = new HashMap<Integer, Reanchoring>();
        Function<Integer, Reanchoring> from =
                older -> since.computeIfAbsent(older, number -> new Reanchoring(clauses(round, number), newer));
        // many comment on the same words
        var known = new HashMap<Place, Placement>();
        store.place(
                version,
                comments,
                comments.stream()
                        .map(comment -> {
                            var last = settled.get(comment.comment());
                            return last == null
                                    ? known.computeIfAbsent(
                                            new Place(comment.clause(), comment.quote()),
                                            place -> from.apply(base).place(place.clause(), place.quote()))
                                    : carriedOn(last, comment, from);
                        })
                        .toList());
    }

    /** What comments may be about together. */
    private record Place(long clause, String quote) {}

    /** What a person settled is where the next search begins; what is gone stays gone. */
    private static Placement carriedOn(
            AnchorStore.Settled last, Anchored comment, Function<Integer, Reanchoring> from) {
        var clause = last.clause();
        if (clause == null) {
            return new Placement(Outcome.DISSOLVED, null, 1);
        }
        var place = from.apply(last.version()).place(clause, comment.quote());
        boolean elsewhere = place.outcome() == Outcome.APPLIES && clause != comment.clause();
        return elsewhere ? new Placement(Outcome.MOVED, place.clauseId(), place.confidence()) : place;
    }

    /**
     * Some of the comments whose place in the newest version a person has to look at, in the order of their clauses. Empty
     * while there is no later version than the round's own.
     *
     * @param only one comment alone, null for all
     * @param words clauses that hold these are offered, empty for those the program thinks likely
     */
    @Transactional
    public Optional<Look> look(String id, @Nullable Long only, String words, int offset, int limit) {
        var round = get(id);
        var older = round.version();
        var newer = newest(round);
        if (older == null || newer == null || newer <= older) {
            return Optional.empty();
        }
        // comments that came in since it was published
        place(round, newer);
        var open = store.open(id, newer, only, offset, limit);
        return Optional.of(new Look(
                older,
                newer,
                store.counts(id, newer),
                open.isEmpty() ? List.of() : asked(open, words, clauses(round, older), clauses(round, newer))));
    }

    private static List<Asked> asked(List<Open> open, String words, List<Clause> older, List<Clause> newer) {
        var reanchoring = new Reanchoring(older, newer);
        var before = byId(older);
        var after = byId(newer);
        return open.stream()
                .map(one -> new Asked(
                        one.comment(),
                        one.type(),
                        one.text(),
                        one.quote(),
                        before.get(one.clause()),
                        after.get(one.placement().clauseId()),
                        one.placement(),
                        words.isBlank() ? choices(one, reanchoring, older, newer, after) : found(words, newer)))
                .toList();
    }

    private static List<Clause> found(String words, List<Clause> newer) {
        return newer.stream()
                .filter(clause -> !Search.find(clause.text(), words).isEmpty())
                .limit(CHOICES)
                .toList();
    }

    private static List<Clause> choices(
            Open one, Reanchoring reanchoring, List<Clause> older, List<Clause> newer, Map<Long, Clause> after) {
        var likely = reanchoring.likely(one.clause(), one.quote(), LIKELY).stream();
        var around = around(one.clause(), older).stream();
        var placed = one.placement().clauseId();
        var near = placed == null ? Stream.<Long>empty() : around(placed, newer).stream();
        return Stream.of(Stream.ofNullable(placed), likely, near, around)
                .flatMap(Function.identity())
                .map(after::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .limit(CHOICES)
                .toList();
    }

    /** A clause with those before and behind it. */
    private static List<Long> around(long clause, List<Clause> clauses) {
        int at = IntStream.range(0, clauses.size())
                .filter(index -> clauses.get(index).id() == clause)
                .findFirst()
                .orElse(-1);
        return at < 0
                ? List.of()
                : clauses.subList(Math.max(0, at - NEIGHBOURS), Math.min(clauses.size(), at + NEIGHBOURS + 1)).stream()
                        .map(Clause::id)
                        .toList();
    }

    private static Map<Long, Clause> byId(List<Clause> clauses) {
        return clauses.stream().collect(Collectors.toMap(Clause::id, clause -> clause, (one, other) -> one));
    }

    /**
     * An editor confirms the places the program found for some comments.
     *
     * @param seen number of the version the editor looked at; refused when a newer one was published since
     */
    @Transactional
    public Verdict confirm(String id, List<Long> comments, int seen, String user) {
        if (comments.isEmpty()) {
            return Verdict.refused("yKien", "Ý kiến: hãy chọn ít nhất một ý kiến.");
        }
        return act(id, comments, seen, user, round -> store.settle(id, seen, comments, now(user)));
    }

    /** An editor says at which clause of the version a comment stands. */
    @Transactional
    public Verdict choose(String id, long comment, long clause, int seen, String user) {
        return act(
                id,
                List.of(comment),
                seen,
                user,
                round -> clauses(round, seen).stream().noneMatch(one -> one.id() == clause)
                        ? null
                        : store.settle(id, seen, comment, (Long) clause, now(user)));
    }

    /** An editor says that what a comment is about is gone. */
    @Transactional
    public Verdict dissolve(String id, long comment, int seen, String user) {
        return act(id, List.of(comment), seen, user, round -> store.settle(id, seen, comment, null, now(user)));
    }

    /** Settles how many it can; null for a clause that isn't there. */
    private Verdict act(
            String id, Collection<Long> comments, int seen, String user, Function<Round, @Nullable Integer> deed) {
        var round = rounds.lock(id);
        if (!members.holds(user, Role.EDITOR, round.ward(), VietnamTime.today(clock))) {
            return Verdict.refused("Chỉ tổ biên tập được xác nhận vị trí của ý kiến.");
        }
        if (!collects(round)) {
            return Verdict.refused(
                    "Vòng lấy ý kiến ở bước “" + round.status().title() + "” nên không xác nhận được vị trí ý kiến.");
        }
        var newest = newest(round);
        if (newest == null || newest != seen) {
            return Verdict.refused("Đã có phiên bản " + newest
                    + " công bố sau khi mở trang này. Hãy xem lại vị trí các ý kiến rồi xác nhận.");
        }
        var settlers = new ArrayList<>(store.settlers(id, seen, comments));
        var settled = deed.apply(round);
        if (settled == null) {
            return Verdict.refused("doan", "Đoạn mới: hãy chọn một đoạn của phiên bản " + seen + ".");
        }
        if (settled == 0) {
            return nothing(settlers, user);
        }
        audit.record(AuditEntry.of(
                        user,
                        "ANCHORS_SETTLED",
                        "round:" + id,
                        "Xác nhận vị trí của " + settled + " ý kiến trong phiên bản " + seen + ".")
                .under(congresses.get(round.congress()).ruleSet()));
        return Verdict.done();
    }

    private Verdict nothing(List<Signed> settlers, String user) {
        if (settlers.isEmpty()) {
            return Verdict.refused("yKien", "Ý kiến: không có trong vòng lấy ý kiến này.");
        }
        return settlers.stream()
                .filter(signed -> !signed.by().equals(user))
                .findFirst()
                .<Verdict>map(signed -> Verdict.refused(members.displayName(signed.by()) + " đã xác nhận lúc "
                        + VietnamTime.moment(signed.at()) + "; kết quả đó được giữ nguyên."))
                .orElseGet(Verdict::done);
    }

    private @Nullable Integer newest(Round round) {
        return versions.latest(round.document())
                .map(version -> version.number())
                .orElse(null);
    }

    private List<Clause> clauses(Round round, int version) {
        return versions.read(versions.numbered(round.document(), version).orElseThrow())
                .clauses();
    }

    private Round get(String id) {
        return rounds.find(id).orElseThrow();
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }
}
