package vn.daihoi.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * The answers: what the editors propose and what the committee decides, cluster by cluster. Each deed is for some clusters
 * at once, all of them or none; doing it again changes nothing. The round is locked meanwhile, so of two people at once
 * the second meets what the first did.
 */
@Service
public class Answers {

    /** The most clusters that are answered at once. */
    public static final int AT_ONCE = 1000;

    /** The longest reason, in characters. */
    public static final int REASON_LENGTH = 4000;

    /** The longest title of a template, in characters. */
    public static final int TITLE_LENGTH = 100;

    private static final int QUOTED = 60;
    /** A line of the log holds so many numbers. */
    private static final int LOGGED_AT_ONCE = 300;

    private final AnswerStore store;
    private final ClusterStore clusters;
    private final RoundStore rounds;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Answers(
            AnswerStore store,
            ClusterStore clusters,
            RoundStore rounds,
            Congresses congresses,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.clusters = clusters;
        this.rounds = rounds;
        this.congresses = congresses;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many clusters of a round have no proposal. */
    public int unproposed(String round) {
        return store.unproposed(round);
    }

    /** How many clusters of a round have no decision. */
    public int undecided(String round) {
        return store.undecided(round);
    }

    /** Proposes one answer for some clusters; a former proposal makes way. Refused for a decided one, and for no reason. */
    @Transactional
    public Verdict propose(
            String round, List<Long> clusters, Disposition disposition, @Nullable String reason, String user) {
        return propose(round, clusters, disposition, reason, cluster -> false, user);
    }

    /**
     * Proposes an answer for one cluster, unless somebody else proposed one meanwhile, which the person hasn't read.
     *
     * @param seen when the proposal on the screen was made, null when there was none
     */
    @Transactional
    public Verdict proposeHavingSeen(
            String round,
            long cluster,
            Disposition disposition,
            @Nullable String reason,
            @Nullable Instant seen,
            String user) {
        return propose(
                round,
                List.of(cluster),
                disposition,
                reason,
                found -> {
                    var proposal = found.proposal();
                    return proposal != null
                            && !proposal.signed().at().equals(seen)
                            && !proposal.signed().by().equals(user);
                },
                user);
    }

    private Verdict propose(
            String id,
            List<Long> clusters,
            Disposition disposition,
            @Nullable String reason,
            Predicate<Cluster> overtaken,
            String user) {
        var round = rounds.lock(id);
        if (!holds(user, Role.EDITOR, round)) {
            return belongsTo(Role.EDITOR);
        }
        if (!round.status().answering()) {
            return tooLate(round);
        }
        var why = clean(reason);
        var fault = reasonFault(disposition, why);
        if (fault != null) {
            return fault;
        }
        var chosen = choose(round, clusters);
        if (chosen.fault() != null) {
            return chosen.fault();
        }
        var open = chosen.without(cluster -> same(cluster.proposal(), disposition, why));
        for (var cluster : open) {
            var decision = cluster.decision();
            if (decision != null) {
                return decided(cluster, decision);
            }
            var proposal = cluster.proposal();
            if (proposal != null && overtaken.test(cluster)) {
                return Verdict.refused("Cụm ý kiến " + quoted(cluster) + " vừa được " + name(proposal.signed())
                        + " đề xuất “" + proposal.disposition().title() + "” lúc " + moment(proposal.signed())
                        + ". Hãy xem đề xuất đó; nếu vẫn muốn thay, hãy lưu lần nữa.");
            }
        }
        if (!open.isEmpty()) {
            store.propose(ids(open), disposition, why, now(user));
            log(round, user, Role.EDITOR, "ANSWER_PROPOSED", "Đề xuất “" + disposition.title() + "”", ids(open));
        }
        return Verdict.done();
    }

    /**
     * Decides on some clusters otherwise than, or as, proposed; who proposed may not decide. As long as the committee is
     * deciding, the one who decided may correct it; nobody else may.
     */
    @Transactional
    public Verdict decide(
            String round, List<Long> clusters, Disposition disposition, @Nullable String reason, String user) {
        var locked = rounds.lock(round);
        var why = clean(reason);
        var fault = firstOf(decisionFault(locked, user), reasonFault(disposition, why));
        if (fault != null) {
            return fault;
        }
        var chosen = choose(locked, clusters);
        if (chosen.fault() != null) {
            return chosen.fault();
        }
        var open = chosen.without(cluster -> same(cluster.decision(), disposition, why));
        for (var cluster : open) {
            var taken = decisionFault(cluster, user);
            if (taken != null) {
                return taken;
            }
        }
        if (!open.isEmpty()) {
            store.decide(ids(open), disposition, why, now(user));
            log(
                    locked,
                    user,
                    Role.WARD_SECRETARY,
                    "ANSWER_DECIDED",
                    "Quyết định “" + disposition.title() + "”",
                    ids(open));
        }
        return Verdict.done();
    }

    /** Decides on clusters as they are proposed; all undecided ones of the round when the list is empty. */
    @Transactional
    public Verdict adoptProposals(String round, List<Long> clusters, String user) {
        var locked = rounds.lock(round);
        var fault = decisionFault(locked, user);
        if (fault != null) {
            return fault;
        }
        return clusters.isEmpty() ? adoptAll(locked, user) : adopt(locked, clusters, user);
    }

    private Verdict adoptAll(Round round, String user) {
        var blocking = store.notAdoptable(round.id(), user);
        if (blocking.isPresent()) {
            return blocking.get().proposal() == null ? unproposed(blocking.get()) : ownProposal(blocking.get());
        }
        int adopted = store.adoptAll(round.id(), now(user));
        if (adopted > 0) {
            audit(
                    round,
                    user,
                    Role.WARD_SECRETARY,
                    "ANSWER_DECIDED",
                    "Quyết định theo đề xuất đối với tất cả cụm ý kiến chưa quyết định (" + adopted + " cụm).");
        }
        return Verdict.done();
    }

    private Verdict adopt(Round round, List<Long> clusters, String user) {
        var chosen = choose(round, clusters);
        if (chosen.fault() != null) {
            return chosen.fault();
        }
        var open = chosen.without(cluster -> {
            var proposal = cluster.proposal();
            return proposal != null && same(cluster.decision(), proposal.disposition(), proposal.reason());
        });
        for (var cluster : open) {
            if (cluster.proposal() == null) {
                return unproposed(cluster);
            }
            var taken = decisionFault(cluster, user);
            if (taken != null) {
                return taken;
            }
        }
        if (!open.isEmpty()) {
            store.adopt(ids(open), now(user));
            log(round, user, Role.WARD_SECRETARY, "ANSWER_DECIDED", "Quyết định theo đề xuất", ids(open));
        }
        return Verdict.done();
    }

    /** Gives clusters an owner and a due day; null takes it away. Editors and the secretary who decides may. */
    @Transactional
    public Verdict assign(
            String round, List<Long> clusters, @Nullable String owner, @Nullable LocalDate dueOn, String user) {
        var locked = rounds.lock(round);
        var fault = deskFault(locked, user);
        if (fault != null) {
            return fault;
        }
        var chosen = choose(locked, clusters);
        if (chosen.fault() != null) {
            return chosen.fault();
        }
        var open = chosen.without(
                cluster -> Objects.equals(cluster.owner(), owner) && Objects.equals(cluster.dueOn(), dueOn));
        if (open.isEmpty()) {
            return Verdict.done();
        }
        if (owner != null && !holds(owner, Role.EDITOR, locked)) {
            return Verdict.refused("owner", "“Người phụ trách” phải là thành viên " + Role.EDITOR.title() + ".");
        }
        if (dueOn != null && dueOn.isBefore(VietnamTime.today(clock))) {
            return Verdict.refused("dueOn", "“Hạn trả lời” không được ở trong quá khứ.");
        }
        store.assign(ids(open), owner, dueOn);
        log(
                locked,
                user,
                deskRole(user, locked),
                "ANSWER_ASSIGNED",
                owner == null ? "Bỏ phân công" : "Phân công cho " + owner,
                ids(open));
        return Verdict.done();
    }

    /** Marks clusters as needing to be talked over, or no longer. Editors and the secretary who decides may. */
    @Transactional
    public Verdict contest(String round, List<Long> clusters, boolean contested, String user) {
        var locked = rounds.lock(round);
        var fault = deskFault(locked, user);
        if (fault != null) {
            return fault;
        }
        var chosen = choose(locked, clusters);
        if (chosen.fault() != null) {
            return chosen.fault();
        }
        var open = chosen.without(cluster -> cluster.contested() == contested);
        if (!open.isEmpty()) {
            store.contest(ids(open), contested);
            log(
                    locked,
                    user,
                    deskRole(user, locked),
                    "ANSWER_CONTESTED",
                    contested ? "Đánh dấu cần thảo luận" : "Bỏ đánh dấu cần thảo luận",
                    ids(open));
        }
        return Verdict.done();
    }

    /** The answer templates of a ward, by title. */
    public List<Template> templates(String ward) {
        return store.templates(ward);
    }

    /** Words that answer many. */
    public record Template(long id, String title, Disposition disposition, String reason) {}

    /** Keeps a template; one of the same title makes way. */
    @Transactional
    public Verdict keepTemplate(String ward, String title, Disposition disposition, String reason, String user) {
        if (!members.holds(user, Role.EDITOR, ward, VietnamTime.today(clock))) {
            return belongsTo(Role.EDITOR);
        }
        var called = CleanText.line(title);
        if (called.isEmpty() || called.length() > TITLE_LENGTH) {
            return Verdict.refused("title", "Phải ghi “Tên mẫu”, không quá " + TITLE_LENGTH + " ký tự.");
        }
        var why = clean(reason);
        var fault = reasonFault(disposition, why);
        if (fault != null) {
            return fault;
        }
        boolean there = store.template(ward, called)
                .filter(known ->
                        known.disposition() == disposition && known.reason().equals(why))
                .isPresent();
        if (!there) {
            store.keep(ward, called, disposition, why, now(user));
            audit.record(
                    AuditEntry.of(user, "ANSWER_TEMPLATE_KEPT", "ward:" + ward, "Lưu mẫu trả lời “" + called + "”."));
        }
        return Verdict.done();
    }

    /** The clusters a deed is for, or why it is for none. */
    private record Chosen(List<Cluster> clusters, Verdict.@Nullable Refused fault) {

        static Chosen refused(String message) {
            return new Chosen(List.of(), Verdict.refused(message));
        }

        List<Cluster> without(Predicate<Cluster> done) {
            return clusters.stream().filter(done.negate()).toList();
        }
    }

    private Chosen choose(Round round, Collection<Long> ids) {
        var wanted = new LinkedHashSet<>(ids);
        if (wanted.isEmpty()) {
            return Chosen.refused("Hãy chọn ít nhất một cụm ý kiến.");
        }
        if (wanted.size() > AT_ONCE) {
            return Chosen.refused(
                    "Mỗi lần chỉ xử lý được tối đa " + AT_ONCE + " cụm ý kiến; đang chọn " + wanted.size() + " cụm.");
        }
        var found = clusters.withIds(round.id(), wanted).stream()
                .filter(cluster -> cluster.size() > 0)
                .sorted(Comparator.comparing(Cluster::id))
                .toList();
        found.forEach(cluster -> wanted.remove(cluster.id()));
        return wanted.isEmpty()
                ? new Chosen(found, null)
                : Chosen.refused(gone(wanted.iterator().next()));
    }

    private String gone(long cluster) {
        return "Cụm ý kiến số " + cluster
                + clusters.merged(cluster)
                        .map(merged -> " đã được " + name(merged.signed()) + " gộp vào cụm số " + merged.into()
                                + " lúc " + moment(merged.signed()) + ".")
                        .orElse(" không còn trong vòng này.")
                + " Hãy tải lại danh sách.";
    }

    private Verdict.@Nullable Refused decisionFault(Round round, String user) {
        if (!holds(user, Role.WARD_SECRETARY, round)) {
            return belongsTo(Role.WARD_SECRETARY);
        }
        return round.status() == RoundStatus.DECIDING
                ? null
                : Verdict.refused("Vòng lấy ý kiến đang ở trạng thái “"
                        + round.status().title() + "”; chỉ quyết định được ở bước “" + RoundStatus.DECIDING.title()
                        + "”.");
    }

    private Verdict.@Nullable Refused decisionFault(Cluster cluster, String user) {
        var decision = cluster.decision();
        if (decision != null && !decision.signed().by().equals(user)) {
            return decided(cluster, decision);
        }
        var proposal = cluster.proposal();
        return proposal != null && proposal.signed().by().equals(user) ? ownProposal(cluster) : null;
    }

    private Verdict.@Nullable Refused deskFault(Round round, String user) {
        if (!holds(user, Role.EDITOR, round) && !holds(user, Role.WARD_SECRETARY, round)) {
            return Verdict.refused(
                    "Việc này thuộc về " + Role.EDITOR.title() + " hoặc " + Role.WARD_SECRETARY.title() + ".");
        }
        return round.status().answering() ? null : tooLate(round);
    }

    private static Verdict.@Nullable Refused reasonFault(Disposition disposition, String reason) {
        if (reason.isEmpty() && disposition.needsReason()) {
            return Verdict.refused(
                    "reason", "Trả lời “" + disposition.title() + "” phải ghi “Lý do, nội dung giải trình”.");
        }
        return reason.length() > REASON_LENGTH
                ? Verdict.refused("reason", "“Lý do, nội dung giải trình” dài quá " + REASON_LENGTH + " ký tự.")
                : null;
    }

    private Verdict.Refused decided(Cluster cluster, Cluster.Answer decision) {
        return Verdict.refused("Cụm ý kiến " + quoted(cluster) + " đã được " + name(decision.signed()) + " quyết định “"
                + decision.disposition().title() + "” lúc " + moment(decision.signed()) + ".");
    }

    private static Verdict.Refused unproposed(Cluster cluster) {
        return Verdict.refused("Cụm ý kiến " + quoted(cluster) + " chưa có đề xuất trả lời.");
    }

    private static Verdict.Refused ownProposal(Cluster cluster) {
        return Verdict.refused("Người đề xuất không được tự quyết định: cụm ý kiến " + quoted(cluster) + ".");
    }

    private static Verdict.Refused tooLate(Round round) {
        return Verdict.refused("Vòng lấy ý kiến đang ở trạng thái “"
                + round.status().title() + "”, bước này không còn thực hiện được.");
    }

    private static Verdict.Refused belongsTo(Role role) {
        return Verdict.refused("Việc này thuộc về " + role.title() + ".");
    }

    private static boolean same(Cluster.@Nullable Answer answer, Disposition disposition, String reason) {
        return answer != null
                && answer.disposition() == disposition
                && answer.reason().equals(reason);
    }

    private static Verdict.@Nullable Refused firstOf(
            Verdict.@Nullable Refused first, Verdict.@Nullable Refused second) {
        return first != null ? first : second;
    }

    /** By number and beginning, as the list shows it. */
    private static String quoted(Cluster cluster) {
        var gist = cluster.gist();
        var begin = gist.length() <= QUOTED
                ? gist
                : gist.substring(0, gist.offsetByCodePoints(0, gist.codePointCount(0, QUOTED)))
                                .strip() + "…";
        return "số " + cluster.id() + " “" + begin + "”";
    }

    private static String clean(@Nullable String typed) {
        return typed == null ? "" : CleanText.lines(typed);
    }

    private String name(Signed signed) {
        return members.displayName(signed.by());
    }

    private static String moment(Signed signed) {
        return VietnamTime.moment(signed.at());
    }

    private boolean holds(String user, Role role, Round round) {
        return members.holds(user, role, round.ward(), VietnamTime.today(clock));
    }

    private Role deskRole(String user, Round round) {
        return holds(user, Role.EDITOR, round) ? Role.EDITOR : Role.WARD_SECRETARY;
    }

    /** As exact as the database keeps it, so that what is read back is equal. */
    private Signed now(String user) {
        return new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static List<Long> ids(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::id).toList();
    }

    private void log(Round round, String user, Role role, String action, String deed, List<Long> clusters) {
        var left = new ArrayList<>(clusters);
        while (!left.isEmpty()) {
            var some = left.subList(0, Math.min(LOGGED_AT_ONCE, left.size()));
            audit(
                    round,
                    user,
                    role,
                    action,
                    deed + ", cụm ý kiến số "
                            + some.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
            some.clear();
        }
    }

    private void audit(Round round, String user, Role role, String action, String detail) {
        var entry = AuditEntry.of(user, action, "round:" + round.id(), detail);
        audit.record(congresses.deed(congresses.get(round.congress()), role, entry));
    }
}
