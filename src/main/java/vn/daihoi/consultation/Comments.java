package vn.daihoi.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CommentStore.Moderation;
import vn.daihoi.consultation.CommentStore.Standing;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/** What people said, for reading, and the moderation of it. */
@Service
public class Comments {

    /** The longest reason for hiding, in characters. */
    public static final int REASON_LENGTH = 500;

    private final CommentStore store;
    private final ClusterStore clusters;
    private final Clusters grouping;
    private final RoundStore rounds;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Comments(
            CommentStore store,
            ClusterStore clusters,
            Clusters grouping,
            RoundStore rounds,
            Congresses congresses,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.clusters = clusters;
        this.grouping = grouping;
        this.rounds = rounds;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** A comment of a round. */
    public Optional<Comment> find(String round, long id) {
        return store.find(round, id);
    }

    /**
     * The comment a receipt code belongs to, whatever its round. A code that cannot be one takes as long as one that
     * isn't known: the same hash, the same look into the index.
     */
    public Optional<Comment> byReceipt(String code) {
        return store.byReceipt(Receipts.hash(code));
    }

    /** The cluster a comment is in; empty while it isn't grouped yet or is hidden. */
    public Optional<Cluster> clusterOf(long comment) {
        return clusters.ofComment(comment);
    }

    /** The comments of a cluster, the one that stands for it first, then in the order they came. */
    public List<Comment> ofCluster(long cluster, int offset, int limit) {
        return store.ofCluster(cluster, offset, limit).stream()
                .map(Standing::comment)
                .toList();
    }

    /** All comments of a round that aren't hidden, in the order they came, with the cluster of each. */
    public List<Grouped> ofRound(String round) {
        return store.ofRound(round);
    }

    /**
     * A comment and its cluster.
     *
     * @param comment the comment
     * @param cluster id of its cluster, null while it isn't grouped yet
     */
    public record Grouped(Comment comment, @Nullable Long cluster) {}

    /** How many comments of a round wait for moderation. */
    public int pending(String round) {
        return store.pending(round);
    }

    /** Comments waiting for moderation, the oldest first. */
    public List<Comment> pending(String round, int offset, int limit) {
        return store.pending(round, offset, limit);
    }

    /** Comments that were hidden, with the reason, the last hidden first; kept, but owed no answer. */
    public List<Hidden> hidden(String round) {
        return store.hidden(round).stream()
                .map(one -> {
                    var signed = Objects.requireNonNull(one.moderated());
                    return new Hidden(
                            one.comment(), Objects.requireNonNull(one.hiddenReason()), signed.by(), signed.at());
                })
                .toList();
    }

    /** A hidden comment. */
    public record Hidden(Comment comment, String reason, String by, Instant at) {}

    /** Whether the person may moderate: an editor, or the office that runs the round. */
    public boolean mayModerate(String user, Round round) {
        var today = VietnamTime.today(clock);
        return members.holds(user, Role.EDITOR, round.ward(), today)
                || members.holds(user, Role.WARD_OFFICE, round.ward(), today);
    }

    /** Lets comments pass moderation; those that already have are left alone. */
    @Transactional
    public Verdict show(String round, List<Long> comments, String user) {
        var locked = rounds.lock(round);
        var fault = fault(locked, user);
        if (fault != null) {
            return fault;
        }
        var chosen = store.standings(round, new LinkedHashSet<>(comments));
        if (chosen.isEmpty()) {
            return Verdict.refused("comments", "Hãy chọn ít nhất một ý kiến.");
        }
        var waiting = with(chosen, Moderation.PENDING);
        if (waiting.isEmpty()) {
            return chosen.stream()
                    .filter(one -> one.moderation() == Moderation.HIDDEN || isOthers(one, user))
                    .findFirst()
                    .<Verdict>map(this::settled)
                    .orElseGet(Verdict::done);
        }
        store.show(ids(waiting), new Signed(user, clock.instant()));
        record(locked, user, "COMMENTS_SHOWN", "Cho hiển thị " + waiting.size() + " ý kiến.");
        return Verdict.done();
    }

    /** Hides comments from everybody but the editors; needs a reason. Refused once the answers are decided. */
    @Transactional
    public Verdict hide(String round, List<Long> comments, @Nullable String reason, String user) {
        return hide(round, comments, reason, user, false);
    }

    /** The same from the queue: only those that still wait are hidden, for somebody else may just have let one pass. */
    @Transactional
    public Verdict hidePending(String round, List<Long> comments, @Nullable String reason, String user) {
        return hide(round, comments, reason, user, true);
    }

    private Verdict hide(String round, List<Long> comments, @Nullable String reason, String user, boolean pendingOnly) {
        var locked = rounds.lock(round);
        var fault = fault(locked, user);
        if (fault != null) {
            return fault;
        }
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            return Verdict.refused("reason", "Khi ẩn ý kiến phải ghi “Lý do ẩn”.");
        }
        if (why.length() > REASON_LENGTH) {
            return Verdict.refused("reason", "“Lý do ẩn” dài quá " + REASON_LENGTH + " ký tự.");
        }
        var chosen = store.standings(round, new LinkedHashSet<>(comments));
        if (chosen.isEmpty()) {
            return Verdict.refused("comments", "Hãy chọn ít nhất một ý kiến.");
        }
        var going = pendingOnly
                ? with(chosen, Moderation.PENDING)
                : chosen.stream()
                        .filter(one -> one.moderation() != Moderation.HIDDEN)
                        .toList();
        if (going.isEmpty()) {
            return chosen.stream()
                    .filter(one -> one.moderation() == Moderation.SHOWN || isOthers(one, user))
                    .findFirst()
                    .<Verdict>map(this::settled)
                    .orElseGet(Verdict::done);
        }
        var left = going.stream()
                .map(one -> Objects.requireNonNull(one.cluster()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (clusters.withIds(round, left).stream().anyMatch(one -> one.decision() != null)) {
            return Verdict.refused("Ý kiến đã có quyết định tiếp thu, giải trình nên không ẩn được nữa.");
        }
        store.hide(ids(going), why, new Signed(user, clock.instant()));
        grouping.left(locked, left);
        record(locked, user, "COMMENTS_HIDDEN", "Ẩn " + going.size() + " ý kiến.");
        return Verdict.done();
    }

    private static List<Standing> with(List<Standing> chosen, Moderation moderation) {
        return chosen.stream().filter(one -> one.moderation() == moderation).toList();
    }

    private static boolean isOthers(Standing standing, String user) {
        var signed = standing.moderated();
        return signed != null && !signed.by().equals(user);
    }

    /** Somebody was faster. */
    private Verdict.Refused settled(Standing standing) {
        var signed = standing.moderated();
        var deed = standing.moderation() == Moderation.HIDDEN ? "ẩn" : "cho hiển thị";
        return Verdict.refused(
                signed == null
                        ? standing.comment().code() + " đang được hiển thị, không chờ kiểm duyệt."
                        : standing.comment().code() + " đã được " + members.displayName(signed.by()) + " " + deed
                                + " lúc " + VietnamTime.moment(signed.at()) + ".");
    }

    private Verdict.@Nullable Refused fault(Round round, String user) {
        if (!mayModerate(user, round)) {
            return Verdict.refused(
                    "Việc này thuộc về " + Role.EDITOR.title() + " hoặc " + Role.WARD_OFFICE.title() + ".");
        }
        if (round.ofSuperior()) {
            return Verdict.refused("Ý kiến của cấp trên không qua kiểm duyệt và không ẩn được.");
        }
        return round.status().answering()
                ? null
                : Verdict.refused("Vòng lấy ý kiến đang ở trạng thái “"
                        + round.status().title() + "”, không kiểm duyệt được nữa.");
    }

    private void record(Round round, String user, String action, String detail) {
        audit.record(AuditEntry.of(user, action, "round:" + round.id(), detail)
                .under(congresses.get(round.congress()).ruleSet()));
    }

    private static List<Long> ids(List<Standing> standings) {
        return standings.stream().map(one -> one.comment().id()).toList();
    }
}
