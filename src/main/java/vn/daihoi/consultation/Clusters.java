package vn.daihoi.consultation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.ClusterStore.Growth;
import vn.daihoi.consultation.ClusterStore.Seat;
import vn.daihoi.consultation.CommentStore.Moderation;
import vn.daihoi.consultation.CommentStore.NewStanding;
import vn.daihoi.consultation.LiveRounds.LiveRound;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/** The comments of a round that say the same, found by the program and corrected by the editors. */
@Service
public class Clusters {

    private static final int BATCH = 500;
    private static final int GIST = 200;

    private final RoundStore rounds;
    private final ClusterStore store;
    private final CommentStore comments;
    private final LiveRounds live;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Clusters(
            RoundStore rounds,
            ClusterStore store,
            CommentStore comments,
            LiveRounds live,
            Congresses congresses,
            Members members,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.comments = comments;
        this.live = live;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A cluster of a round. */
    public Optional<Cluster> find(String round, long id) {
        return store.find(round, id);
    }

    /** All clusters of a round that hold a comment, in the order of the clauses they are about. */
    public List<Cluster> ofRound(String round) {
        return store.ofRound(round);
    }

    /**
     * A page of the clusters that hold a comment, the largest first, then by clause.
     *
     * @param clause only those about this clause; null for all
     */
    public List<Cluster> largest(String round, @Nullable Long clause, int offset, int limit) {
        return store.bySize(round, clause, offset, limit);
    }

    /**
     * The same, but only those of which the first comment holds these words, whatever their accents, or that have this
     * number.
     */
    @Transactional(readOnly = true)
    public List<Cluster> search(String round, @Nullable Long clause, String words, int offset, int limit) {
        var number = words.strip().replaceFirst("^(?i)(#|yk-)", "");
        return store.chosen(
                round,
                clause,
                (cluster, text) -> number.equals(String.valueOf(cluster.id()))
                        || number.equals(String.valueOf(cluster.firstComment()))
                        || !Search.find(text, words).isEmpty(),
                offset,
                limit);
    }

    /** The clauses that have a cluster, in their order; 0 for the draft as a whole. */
    public List<Long> clauses(String round) {
        return store.clauses(round);
    }

    /** Counts clusters; of one clause when it isn't null. */
    public Count count(String round, @Nullable Long clause) {
        int[] counts = store.count(round, clause);
        return new Count(counts[0], counts[1]);
    }

    /**
     * How many clusters there are.
     *
     * @param all those that hold a comment
     * @param several those that hold two and more
     */
    public record Count(int all, int several) {}

    /** Where the comments of an emptied cluster are now. */
    public Optional<Cluster> successor(String round, long id) {
        var seen = new HashSet<Long>();
        var next = store.merged(id);
        while (next.isPresent() && seen.add(next.get().into())) {
            var found = store.find(round, next.get().into());
            if (found.isEmpty() || found.get().size() > 0) {
                return found;
            }
            next = store.merged(found.get().id());
        }
        return Optional.empty();
    }

    /** The comments of a cluster as editors see them, the one that stands for it first. */
    public List<Seated> members(long cluster, int offset, int limit) {
        return comments.ofCluster(cluster, offset, limit).stream()
                .map(one -> new Seated(one.comment(), one.likeness(), one.moderation() == Moderation.PENDING))
                .toList();
    }

    /**
     * A comment in its cluster.
     *
     * @param comment the comment
     * @param likeness how alike it was to what it joined, from 0 to 1; 1 for the first, null when people put it there
     * @param pending whether it waits for moderation
     */
    public record Seated(Comment comment, @Nullable Double likeness, boolean pending) {}

    /**
     * Puts every comment that isn't in a cluster yet into the one it is most alike, or into one of its own; those from the
     * public page begin waiting for moderation. What editors split or merged stays so. Safe to repeat and to race.
     *
     * <p>A clause with comments for keeping it and for changing or removing it, the smaller side at least a fifth of the
     * larger, becomes contested: so are then its clusters that take sides. What editors make of that mark afterwards stays.
     *
     * @return how many were placed
     */
    public int assignNew(String round) {
        int all = 0;
        long after = 0;
        while (true) {
            long start = after;
            var batch = Objects.requireNonNull(transactions.execute(status -> assignBatch(round, start)));
            all += batch.placed();
            if (batch.placed() < BATCH) {
                return all;
            }
            after = batch.last();
        }
    }

    private record Batch(int placed, long last) {}

    private Batch assignBatch(String id, long after) {
        var round = rounds.lock(id);
        var unplaced = comments.unplaced(id, after, BATCH);
        if (unplaced.isEmpty()) {
            return new Batch(0, after);
        }
        var memory = live.of(round);
        new Assignment(round, memory, store.newIds(unplaced.size())).place(unplaced);
        memory.placedUpTo(comments.lastPlaced(id));
        return new Batch(unplaced.size(), unplaced.get(unplaced.size() - 1).id());
    }

    /** One batch of newcomers on their way into the clusters. */
    private final class Assignment {

        private final Round round;
        private final LiveRound memory;
        private final List<Long> ids;
        private final Map<Long, Optional<Seat>> seats = new HashMap<>();
        private final Map<Long, Cluster> begun = new LinkedHashMap<>();
        private final Map<Long, Growth> grown = new LinkedHashMap<>();
        private final Set<Long> contested = new LinkedHashSet<>();

        Assignment(Round round, LiveRound memory, List<Long> ids) {
            this.round = round;
            this.memory = memory;
            this.ids = ids;
        }

        void place(List<Comment> newcomers) {
            var standings = newcomers.stream().map(this::standing).toList();
            store.insert(List.copyOf(begun.values()));
            store.grow(List.copyOf(grown.values()));
            comments.insert(round.id(), standings);
            contested.forEach(clause -> store.contest(round.id(), clause, memory.position(clause)));
        }

        private NewStanding standing(Comment comment) {
            var placing = memory.alikes().place(LiveRounds.saying(comment), this::spokenForBy);
            if (memory.add(comment)) {
                contested.add(comment.clauseId());
            }
            var moderation = comment.channel() == Channel.PUBLIC_PAGE ? Moderation.PENDING : Moderation.SHOWN;
            // each of the superior's opinions is owed its own answer: what says the same is suggested only
            boolean alone = placing.joins() == 0 || round.ofSuperior();
            var seat = alone ? Optional.<Seat>empty() : seat(placing.joins());
            if (seat.isPresent()) {
                long cluster = seat.get().cluster();
                join(cluster, comment);
                seats.put(comment.id(), Optional.of(new Seat(cluster, seat.get().first(), false)));
                return new NewStanding(comment, moderation, cluster, placing.likeness(), 0, 0);
            }
            long cluster = ids.get(begun.size());
            begun.put(cluster, alone(cluster, comment));
            seats.put(comment.id(), Optional.of(new Seat(cluster, comment.id(), false)));
            long near = round.ofSuperior() && placing.joins() != 0 ? placing.joins() : placing.near();
            return new NewStanding(comment, moderation, cluster, 1, near, placing.likeness());
        }

        private long spokenForBy(long comment) {
            return seat(comment)
                    .map(seat -> seat.byHand() ? comment : seat.first())
                    .orElse(0L);
        }

        private Optional<Seat> seat(long comment) {
            return seats.computeIfAbsent(comment, store::seat);
        }

        private Cluster alone(long cluster, Comment comment) {
            return new Cluster(
                    cluster,
                    round.id(),
                    comment.clauseId(),
                    memory.position(comment.clauseId()),
                    1,
                    EnumSet.of(comment.source()),
                    comment.id(),
                    gist(comment.text()),
                    takesSide(comment) && memory.sides(comment.clauseId()).contested(),
                    null,
                    null,
                    null,
                    null);
        }

        private void join(long cluster, Comment comment) {
            var own = begun.get(cluster);
            if (own == null) {
                grown.merge(
                        cluster,
                        new Growth(cluster, 1, comment.source().bit()),
                        (one, more) -> new Growth(cluster, one.size() + 1, one.sources() | more.sources()));
                return;
            }
            var sources = EnumSet.copyOf(own.sources());
            sources.add(comment.source());
            begun.put(
                    cluster,
                    new Cluster(
                            cluster,
                            own.round(),
                            own.clauseId(),
                            own.position(),
                            own.size() + 1,
                            sources,
                            own.firstComment(),
                            own.gist(),
                            own.contested(),
                            null,
                            null,
                            null,
                            null));
        }

        private static boolean takesSide(Comment comment) {
            return comment.clauseId() != 0
                    && switch (comment.type()) {
                        case AGREE, AMEND, REMOVE -> true;
                        case ADD, OTHER -> false;
                    };
        }
    }

    /** Puts one or more clusters into another; answers of those that go are dropped. Refused once one is decided. */
    @Transactional
    public Verdict merge(String round, List<Long> clusters, long into, String user) {
        var locked = rounds.lock(round);
        var fault = fault(locked, user);
        if (fault != null) {
            return fault;
        }
        var going = new LinkedHashSet<>(clusters);
        going.remove(into);
        if (going.isEmpty()) {
            return Verdict.refused("clusters", "Hãy chọn ít nhất một cụm để gộp vào cụm khác.");
        }
        var involved = new LinkedHashSet<>(going);
        involved.add(into);
        var found = store.withIds(round, involved).stream().collect(Collectors.toMap(Cluster::id, Function.identity()));
        if (found.size() < involved.size()) {
            return Verdict.refused("into", "Không tìm thấy cụm cần gộp trong vòng lấy ý kiến này.");
        }
        if (found.values().stream().anyMatch(one -> one.decision() != null)) {
            return Verdict.refused("Cụm đã có quyết định tiếp thu, giải trình nên không gộp được nữa.");
        }
        if (going.stream().allMatch(id -> wentInto(id, into, user))) {
            return Verdict.done();
        }
        for (var id : involved) {
            var cluster = Objects.requireNonNull(found.get(id));
            if (cluster.size() == 0) {
                return gone(cluster);
            }
        }
        comments.moveAll(going, into);
        if (going.stream().anyMatch(id -> Objects.requireNonNull(found.get(id)).contested())) {
            store.contest(into);
        }
        store.empty(going, into, new Signed(user, clock.instant()));
        store.recount(into);
        record(locked, user, "CLUSTERS_MERGED", "Gộp " + named(going) + " vào cụm " + into + ".");
        return Verdict.done();
    }

    private boolean wentInto(long id, long into, String user) {
        return store.merged(id)
                .filter(merged -> merged.into() == into && merged.signed().by().equals(user))
                .isPresent();
    }

    private Verdict.Refused gone(Cluster cluster) {
        return store.merged(cluster.id())
                .map(merged -> Verdict.refused("Cụm " + cluster.id() + " đã được "
                        + members.displayName(merged.signed().by()) + " gộp vào cụm " + merged.into() + " lúc "
                        + VietnamTime.moment(merged.signed().at()) + "."))
                .orElseGet(() -> Verdict.refused("Cụm " + cluster.id() + " không còn ý kiến nào."));
    }

    /** Takes comments out of a cluster into a new one of their own, with a copy of its proposal. Refused once decided. */
    @Transactional
    public Verdict split(String round, long cluster, List<Long> comments, String user) {
        var locked = rounds.lock(round);
        var fault = fault(locked, user);
        if (fault != null) {
            return fault;
        }
        var found = store.find(round, cluster).orElse(null);
        if (found == null) {
            return Verdict.refused("Không tìm thấy cụm " + cluster + " trong vòng lấy ý kiến này.");
        }
        if (found.decision() != null) {
            return Verdict.refused("Cụm đã có quyết định tiếp thu, giải trình nên không tách được nữa.");
        }
        var chosen = this.comments.standings(round, new LinkedHashSet<>(comments));
        if (chosen.isEmpty()) {
            return Verdict.refused("comments", "Hãy chọn ít nhất một ý kiến để tách ra.");
        }
        var going = chosen.stream()
                .filter(one -> Objects.equals(one.cluster(), cluster))
                .map(CommentStore.Standing::comment)
                .toList();
        if (going.isEmpty()) {
            return alreadyApart(chosen)
                    ? Verdict.done()
                    : Verdict.refused(
                            "comments",
                            "Các ý kiến đã chọn không còn trong cụm " + cluster
                                    + ": vừa có người chuyển hoặc ẩn chúng. Hãy xem lại.");
        }
        if (going.size() == found.size()) {
            return Verdict.refused("comments", "Phải để lại trong cụm ít nhất một ý kiến.");
        }
        long apart = store.newIds(1).get(0);
        var first = going.get(0);
        store.insertCopy(apart, cluster, first, position(locked, first), gist(first.text()));
        this.comments.move(ids(going), apart);
        store.recount(apart);
        recount(locked, cluster);
        record(
                locked,
                user,
                "CLUSTER_SPLIT",
                "Tách " + going.size() + " ý kiến của cụm " + cluster + " thành cụm " + apart + ".");
        return Verdict.done();
    }

    /** The same was asked before: they already are by themselves. */
    private boolean alreadyApart(List<CommentStore.Standing> chosen) {
        var now = chosen.get(0).cluster();
        return now != null
                && chosen.stream().allMatch(one -> now.equals(one.cluster()) && one.likeness() == null)
                && store.withIds(chosen.get(0).comment().round(), List.of(now)).stream()
                        .allMatch(one -> one.size() == chosen.size());
    }

    /** Clusters that may say the same but aren't alike enough to be put together unasked, the most alike first. */
    public List<Suggestion> suggestions(String round, int limit) {
        return suggestions(round, null, limit);
    }

    /** Clusters that may say the same as this one, the most alike first. */
    public List<Suggestion> suggestions(String round, long cluster, int limit) {
        return suggestions(round, Long.valueOf(cluster), limit);
    }

    private List<Suggestion> suggestions(String round, @Nullable Long cluster, int limit) {
        // one pair may be named by several of its comments
        var pairs = new LinkedHashMap<Set<Long>, ClusterStore.Pair>();
        store.nearPairs(round, cluster, 4 * limit)
                .forEach(pair -> pairs.putIfAbsent(Set.of(pair.one(), pair.other()), pair));
        var chosen = pairs.values().stream().limit(limit).toList();
        var ids = new HashSet<Long>();
        chosen.forEach(pair -> ids.addAll(List.of(pair.one(), pair.other())));
        var found = store.withIds(round, ids).stream().collect(Collectors.toMap(Cluster::id, Function.identity()));
        var suggestions = new ArrayList<Suggestion>();
        for (var pair : chosen) {
            var one = Objects.requireNonNull(found.get(pair.one()));
            var other = Objects.requireNonNull(found.get(pair.other()));
            suggestions.add(
                    one.id() < other.id()
                            ? new Suggestion(one, other, pair.likeness())
                            : new Suggestion(other, one, pair.likeness()));
        }
        return suggestions;
    }

    /**
     * Two clusters that may say the same.
     *
     * @param one the older one
     * @param other the younger one
     * @param likeness from 0 to 1
     */
    public record Suggestion(Cluster one, Cluster other, double likeness) {}

    /** An editor says that two clusters don't say the same; they aren't suggested again. */
    @Transactional
    public Verdict keepApart(String round, long one, long other, String user) {
        var locked = rounds.lock(round);
        var fault = fault(locked, user);
        if (fault != null) {
            return fault;
        }
        if (store.withIds(round, Set.of(one, other)).size() < 2) {
            return Verdict.refused("Không tìm thấy cụm trong vòng lấy ý kiến này.");
        }
        comments.keepApart(one, other);
        return Verdict.done();
    }

    /** Takes comments that are being hidden out of their clusters; the caller holds the lock of the round. */
    void left(Round round, Collection<Long> clusters) {
        clusters.forEach(cluster -> recount(round, cluster));
    }

    private void recount(Round round, long cluster) {
        var next = store.recount(cluster);
        if (next.isPresent()) {
            var first = comments.find(round.id(), next.get()).orElseThrow();
            store.standFor(cluster, first, position(round, first), gist(first.text()));
        }
    }

    private int position(Round round, Comment comment) {
        return comment.clauseId() == 0 ? 0 : live.positions(round).getOrDefault(comment.clauseId(), 0);
    }

    private Verdict.@Nullable Refused fault(Round round, String user) {
        if (!members.holds(user, Role.EDITOR, round.ward(), VietnamTime.today(clock))) {
            return Verdict.refused("Việc này thuộc về " + Role.EDITOR.title() + ".");
        }
        return round.status().answering()
                ? null
                : Verdict.refused("Vòng lấy ý kiến đang ở trạng thái “"
                        + round.status().title() + "”, cụm ý kiến không thay đổi được nữa.");
    }

    private void record(Round round, String user, String action, String detail) {
        audit.record(AuditEntry.of(user, action, "round:" + round.id(), detail)
                .under(congresses.get(round.congress()).ruleSet()));
    }

    private static String named(Collection<Long> ids) {
        return ids.size() > 10
                ? ids.size() + " cụm"
                : "cụm " + ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<Long> ids(List<Comment> comments) {
        return comments.stream().map(Comment::id).toList();
    }

    /** The beginning of a comment on one line. */
    static String gist(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= GIST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(GIST - 1)) ? GIST - 1 : GIST;
        int blank = line.lastIndexOf(' ', end);
        return line.substring(0, blank > GIST / 2 ? blank : end) + "…";
    }
}
