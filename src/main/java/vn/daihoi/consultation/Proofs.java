package vn.daihoi.consultation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
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
import vn.daihoi.consultation.ProofStore.Proof;
import vn.daihoi.consultation.anchor.Traces;
import vn.daihoi.consultation.anchor.Traces.Wish;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/**
 * Where the next version carries out what was accepted, and what it doesn't show. A change goes by the id of its clause,
 * which no two visible changes share.
 */
@Service
public class Proofs {

    /** From here on, and this far ahead of the next, a suggestion is taken for certain. */
    private static final double SURE = 0.75;

    private static final double AHEAD = 0.1;
    private static final int SUGGESTIONS = 5;
    private static final int REASON_LENGTH = 2000;

    private final RoundStore rounds;
    private final ProofStore store;
    private final Versions versions;
    private final Congresses congresses;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Proofs(
            RoundStore rounds,
            ProofStore store,
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
     * What stands between a round and its end.
     *
     * @param newVersion number of the newest version published after the round's own, null while there is none
     * @param unproved accepted clusters that point at no change and aren't waived
     * @param unexplained visible changes of the new version that no accepted cluster points at, neither of this round nor of
     *     another one of the document, and that no round let pass
     */
    public record Check(@Nullable Integer newVersion, List<Cluster> unproved, List<Change> unexplained) {

        /** Keeps its own copies. */
        public Check {
            unproved = List.copyOf(unproved);
            unexplained = List.copyOf(unexplained);
        }

        /** Whether nothing does. */
        public boolean content() {
            return unproved.isEmpty() && unexplained.isEmpty();
        }
    }

    /**
     * Checks the answers against the text as both stand now. Pure renumbering needs no explanation, and a clause that
     * moved is one change.
     */
    @Transactional(readOnly = true)
    public Check check(String round) {
        return state(get(round)).check();
    }

    /** The clauses that show a cluster was taken up, as confirmed; one that was to go stands in the older version only. */
    public List<Long> confirmed(long cluster) {
        return store.proofs(cluster).stream().map(Proof::clause).toList();
    }

    /** Changes that may carry out a cluster, the likeliest first; empty while there is no new version. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggest(String round, long cluster) {
        return store.accepted(round, cluster)
                .map(one -> suggest(text(get(round)), List.of(one)).getOrDefault(cluster, List.of()))
                .orElse(List.of());
    }

    /** A change that may carry out a cluster. */
    public record Suggestion(Change change, double likeness) {

        /** The id the change goes by. */
        public long clauseId() {
            return Traces.clauseId(change);
        }
    }

    /** Whether the first of some suggestions needs no thought: likely, and clearly more so than the next. */
    public static boolean certain(List<Suggestion> suggestions) {
        return !suggestions.isEmpty()
                && suggestions.get(0).likeness() >= SURE
                && (suggestions.size() == 1
                        || suggestions.get(0).likeness() - suggestions.get(1).likeness() >= AHEAD);
    }

    /**
     * All there is to see of a round's proofs.
     *
     * @param check what stands between it and its end
     * @param accepted all clusters the new version has to show
     * @param changes all visible changes of the new version
     * @param suggestions for each unproved cluster the changes that may carry it out, the likeliest first
     * @param confirmed what was confirmed of the accepted clusters
     * @param waivers what was let pass, in order
     */
    public record Review(
            Check check,
            List<Cluster> accepted,
            List<Change> changes,
            Map<Long, List<Suggestion>> suggestions,
            List<Confirmed> confirmed,
            List<Waiver> waivers) {

        /** The unproved clusters whose first suggestion is certain. */
        public List<Cluster> certain() {
            return check.unproved().stream()
                    .filter(cluster -> Proofs.certain(suggestions.getOrDefault(cluster.id(), List.of())))
                    .toList();
        }
    }

    /**
     * A confirmed proof.
     *
     * @param cluster what was accepted
     * @param clauseId the clause that shows it
     * @param change what became of the clause; null when it is as it was
     * @param standing whether the change is still there as confirmed
     * @param signed who confirmed it and when
     */
    public record Confirmed(Cluster cluster, long clauseId, @Nullable Change change, boolean standing, Signed signed) {}

    /** Checks a round and gathers what helps to make it content. */
    @Transactional(readOnly = true)
    public Review review(String id) {
        var round = get(id);
        var state = state(round);
        var check = state.check();
        var accepted = state.accepted.stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster));
        return new Review(
                check,
                state.accepted,
                state.text.changes(),
                suggest(state.text, check.unproved()),
                state.proofs.stream()
                        .filter(proof -> accepted.containsKey(proof.cluster()))
                        .map(proof -> new Confirmed(
                                Objects.requireNonNull(accepted.get(proof.cluster())),
                                proof.clause(),
                                state.text.byClause.get(proof.clause()),
                                state.standing.contains(proof),
                                proof.signed()))
                        .toList(),
                state.waivers);
    }

    /** What the comments that stand for some clusters say, by cluster. */
    public Map<Long, Voice> voices(Collection<Cluster> clusters) {
        return store.voices(clusters);
    }

    /**
     * The words of a comment.
     *
     * @param text what it says
     * @param quote words of its clause, empty for none
     */
    public record Voice(String text, String quote) {}

    /** An editor confirms which changes carry out a cluster; clauses confirmed before and not named now are dropped. */
    @Transactional
    public Verdict confirm(String round, long cluster, List<Long> clauses, String user) {
        return confirm(round, cluster, clauses, null, user, (before, named) -> Set.copyOf(named));
    }

    /**
     * An editor confirms that some changes carry out a cluster, too; those confirmed before stay.
     *
     * @param seen number of the version the editor looked at; refused when a newer one was published since
     */
    @Transactional
    public Verdict attach(String round, long cluster, List<Long> clauses, int seen, String user) {
        return clauses.isEmpty()
                ? Verdict.refused("doan", "Thay đổi: hãy chọn ít nhất một thay đổi trong văn bản.")
                : confirm(round, cluster, clauses, seen, user, Proofs::union);
    }

    /** The same for the cluster a comment is in, by the number of the comment. */
    @Transactional
    public Verdict attachToComment(String round, long comment, List<Long> clauses, int seen, String user) {
        return store.acceptedOf(round, comment)
                .map(cluster -> attach(round, cluster.id(), clauses, seen, user))
                .orElse(Verdict.refused(
                        "ma", "Mã ý kiến: YK-" + comment + " không phải ý kiến được tiếp thu của vòng này."));
    }

    /** An editor takes back that a change carries out a cluster. */
    @Transactional
    public Verdict detach(String round, long cluster, long clause, String user) {
        return confirm(round, cluster, List.of(clause), null, user, (before, named) -> before.stream()
                .filter(one -> one != clause)
                .collect(Collectors.toSet()));
    }

    /**
     * An editor confirms the first suggestion of every cluster where it is certain.
     *
     * @param seen number of the version the editor looked at; refused when a newer one was published since
     */
    @Transactional
    public Verdict confirmCertain(String id, int seen, String user) {
        return act(id, user, round -> {
            var state = state(round);
            var newer = overtaken(state.text, seen);
            if (newer != null) {
                return newer;
            }
            var suggestions = suggest(state.text, state.check().unproved());
            var certain = suggestions.entrySet().stream()
                    .filter(entry -> certain(entry.getValue()))
                    .toList();
            certain.forEach(entry ->
                    store.keep(entry.getKey(), List.of(entry.getValue().get(0).clauseId()), seen, now(user)));
            if (!certain.isEmpty()) {
                log(
                        round,
                        user,
                        "PROOFS_CONFIRMED",
                        "Xác nhận nơi thể hiện của " + certain.size() + " cụm ý kiến được tiếp thu theo gợi ý.");
            }
            return Verdict.done();
        });
    }

    private Verdict confirm(
            String id,
            long cluster,
            List<Long> clauses,
            @Nullable Integer seen,
            String user,
            BiFunction<Set<Long>, List<Long>, Set<Long>> wanted) {
        return act(id, user, round -> {
            var text = text(round);
            if (store.accepted(id, cluster).isEmpty()) {
                return Verdict.refused("cum", "Cụm ý kiến này không thuộc diện tiếp thu của vòng lấy ý kiến.");
            }
            var newer = seen == null ? null : overtaken(text, seen);
            if (newer != null) {
                return newer;
            }
            var before = store.proofs(cluster);
            var old = before.stream().map(Proof::clause).collect(Collectors.toSet());
            var now = wanted.apply(old, clauses);
            var named = now.stream().filter(clauses::contains).toList();
            if (named.stream().anyMatch(clause -> !text.byClause.containsKey(clause))) {
                return Verdict.refused(
                        "doan",
                        text.number == null
                                ? "Chưa có phiên bản mới sau phiên bản đã lấy ý kiến."
                                : "Thay đổi: có đoạn không thay đổi ở phiên bản " + text.number
                                        + ". Hãy xem lại rồi xác nhận.");
            }
            var gone = old.stream().filter(clause -> !now.contains(clause)).toList();
            var fresh = named.stream()
                    .filter(clause -> before.stream()
                            .noneMatch(proof -> proof.clause() == clause && text.isCurrent(proof.version())))
                    .toList();
            if (!gone.isEmpty()) {
                store.drop(cluster, gone);
            }
            if (!fresh.isEmpty() && text.number != null) {
                store.keep(cluster, fresh, text.number, now(user));
            }
            if (!gone.isEmpty() || !fresh.isEmpty()) {
                log(
                        round,
                        user,
                        "PROOF_CONFIRMED",
                        "Cụm ý kiến " + cluster + ": xác nhận " + fresh.size() + ", bỏ xác nhận " + gone.size()
                                + " nơi thể hiện trong phiên bản mới.");
            }
            return Verdict.done();
        });
    }

    /** What may be waived. */
    public enum Waivable {
        /** An accepted cluster the text doesn't show. */
        UNPROVED,
        /** A changed clause no comment asked for. */
        UNEXPLAINED
    }

    /** Lets something pass with a reason; logged, and never taken back. Harmless when repeated. */
    @Transactional
    public Verdict waive(String round, Waivable kind, long target, @Nullable String reason, String user) {
        return waive(round, kind, List.of(target), reason, user);
    }

    /** Lets several things pass for one reason; those that passed before keep theirs. */
    @Transactional
    public Verdict waive(String id, Waivable kind, List<Long> targets, @Nullable String reason, String user) {
        var why = reason == null ? "" : reason.strip();
        return act(id, user, round -> {
            var former = store.waivers(id).stream()
                    .filter(waiver -> waiver.kind() == kind && targets.contains(waiver.target()))
                    .toList();
            var known = former.stream().map(Waiver::target).collect(Collectors.toSet());
            var fresh = targets.stream()
                    .distinct()
                    .filter(target -> !known.contains(target))
                    .toList();
            if (targets.isEmpty()) {
                return Verdict.refused("doan", "Thay đổi: hãy chọn ít nhất một thay đổi.");
            }
            if (fresh.isEmpty()) {
                return repeated(former, user);
            }
            if (why.isEmpty() || why.length() > REASON_LENGTH) {
                return Verdict.refused("lyDo", "Lý do: hãy nhập từ 1 đến " + REASON_LENGTH + " ký tự.");
            }
            if (!waivable(round, kind).containsAll(fresh)) {
                return Verdict.refused(
                        kind == Waivable.UNPROVED
                                ? "Cụm ý kiến này không thuộc diện tiếp thu của vòng lấy ý kiến."
                                : "Thay đổi: có đoạn không thay đổi ở phiên bản mới. Hãy xem lại.");
            }
            store.waive(id, kind, fresh, why, now(user));
            log(
                    round,
                    user,
                    "PROOF_WAIVED",
                    kind == Waivable.UNPROVED
                            ? "Không yêu cầu thể hiện trong văn bản: cụm ý kiến " + joined(fresh) + "."
                            : "Chấp nhận chỉnh sửa ngoài ý kiến góp ý: " + fresh.size() + " đoạn.");
            return Verdict.done();
        });
    }

    /** What was let pass, in order. */
    public List<Waiver> waivers(String round) {
        return store.waivers(round);
    }

    /** Something let pass. */
    public record Waiver(Waivable kind, long target, String reason, Signed signed) {}

    private Verdict repeated(List<Waiver> former, String user) {
        return former.stream()
                .filter(waiver -> !waiver.signed().by().equals(user))
                .findFirst()
                .<Verdict>map(waiver ->
                        Verdict.refused(members.displayName(waiver.signed().by()) + " đã ghi lý do lúc "
                                + VietnamTime.moment(waiver.signed().at()) + "; lý do đó được giữ nguyên."))
                .orElseGet(Verdict::done);
    }

    private Set<Long> waivable(Round round, Waivable kind) {
        return switch (kind) {
            case UNPROVED ->
                store.accepted(round.id()).stream().map(Cluster::id).collect(Collectors.toSet());
            case UNEXPLAINED -> text(round).byClause.keySet();
        };
    }

    private Verdict act(String id, String user, Function<Round, Verdict> deed) {
        var round = rounds.lock(id);
        if (!members.holds(user, Role.EDITOR, round.ward(), VietnamTime.today(clock))) {
            return Verdict.refused("Chỉ tổ biên tập được xác nhận hoặc bỏ qua kết quả đối chiếu.");
        }
        var status = round.status();
        if (status.compareTo(RoundStatus.PROPOSING) < 0 || status.compareTo(RoundStatus.PUBLISHING) > 0) {
            return Verdict.refused("Vòng lấy ý kiến ở bước “" + status.title() + "” nên không đối chiếu được.");
        }
        return deed.apply(round);
    }

    private static @Nullable Verdict overtaken(Text text, int seen) {
        return text.isCurrent(seen)
                ? null
                : Verdict.refused("Đã có phiên bản " + text.number
                        + " công bố sau khi mở trang này. Hãy xem lại các thay đổi rồi xác nhận.");
    }

    private Map<Long, List<Suggestion>> suggest(Text text, Collection<Cluster> clusters) {
        if (text.comparison == null || clusters.isEmpty()) {
            return Map.of();
        }
        var traces = new Traces(text.comparison);
        var wishes = store.wishes(clusters);
        var suggestions = new LinkedHashMap<Long, List<Suggestion>>();
        for (var cluster : clusters) {
            var wish = wishes.getOrDefault(cluster.id(), new Wish(cluster.clauseId(), cluster.gist(), "", false));
            suggestions.put(
                    cluster.id(),
                    traces.find(wish, SUGGESTIONS).stream()
                            .map(trace -> new Suggestion(trace.change(), trace.likeness()))
                            .toList());
        }
        return suggestions;
    }

    /** What a round is compared with: nothing while no later version is published. */
    private static final class Text {

        private final @Nullable Integer number;
        private final @Nullable Comparison comparison;
        private final Map<Long, Change> byClause = new LinkedHashMap<>();

        Text(@Nullable Integer number, @Nullable Comparison comparison) {
            this.number = number;
            this.comparison = comparison;
            if (comparison != null) {
                Traces.visible(comparison).forEach(change -> byClause.put(Traces.clauseId(change), change));
            }
        }

        boolean isCurrent(int version) {
            return number != null && number == version;
        }

        List<Change> changes() {
            return List.copyOf(byClause.values());
        }
    }

    /** The newest version after the round's own; for a round that ended, the one it ended with. */
    private Text text(Round round) {
        var base = round.version();
        if (base == null) {
            return new Text(null, null);
        }
        var newer = newer(round);
        var number = newer.map(DocumentVersion::number).orElse(null);
        return number == null || number <= base ? new Text(null, null) : text(round, base, number);
    }

    private Optional<DocumentVersion> newer(Round round) {
        var ended = round.newVersion();
        return round.status().ended() && ended != null
                ? versions.numbered(round.document(), ended)
                : versions.latest(round.document());
    }

    private Text text(Round round, int base, int number) {
        return new Text(
                number,
                versions.compare(
                        versions.numbered(round.document(), base).orElseThrow(),
                        versions.numbered(round.document(), number).orElseThrow()));
    }

    /** Answers and text side by side. */
    private record State(
            Text text,
            List<Cluster> accepted,
            List<Proof> proofs,
            Set<Proof> standing,
            List<Waiver> waivers,
            Set<Long> elsewhere) {

        Check check() {
            var proved = standing.stream().map(Proof::cluster).collect(Collectors.toSet());
            var ids = accepted.stream().map(Cluster::id).collect(Collectors.toSet());
            var explained = standing.stream()
                    .filter(proof -> ids.contains(proof.cluster()))
                    .map(Proof::clause)
                    .collect(Collectors.toSet());
            proved.addAll(waived(Waivable.UNPROVED));
            explained.addAll(waived(Waivable.UNEXPLAINED));
            explained.addAll(elsewhere);
            return new Check(
                    text.number,
                    accepted.stream()
                            .filter(cluster -> !proved.contains(cluster.id()))
                            .toList(),
                    text.byClause.entrySet().stream()
                            .filter(entry -> !explained.contains(entry.getKey()))
                            .map(Map.Entry::getValue)
                            .toList());
        }

        private Set<Long> waived(Waivable kind) {
            return waivers.stream()
                    .filter(waiver -> waiver.kind() == kind)
                    .map(Waiver::target)
                    .collect(Collectors.toSet());
        }
    }

    private State state(Round round) {
        var text = text(round);
        var proofs = store.proofs(round.id());
        return new State(
                text,
                store.accepted(round.id()),
                proofs,
                standing(round, text, proofs),
                store.waivers(round.id()),
                elsewhere(round, text));
    }

    /**
     * The changes that another round of the document explains. Only what it explained in a version after this round's own
     * counts, and only as long as the change is there as it was explained.
     */
    private Set<Long> elsewhere(Round round, Text text) {
        var base = round.version();
        if (base == null || text.number == null) {
            return Set.of();
        }
        var newest = text.number;
        var published = versions.published(round.document());
        var waived = store.waiversElsewhere(round).stream()
                .map(waiver -> new Proof(0, waiver.target(), newestAt(published, waiver.signed()), waiver.signed()));
        var explained = Stream.concat(store.proofsElsewhere(round, base).stream(), waived)
                .filter(proof -> proof.version() > base && proof.version() <= newest)
                .toList();
        return standing(round, text, explained).stream().map(Proof::clause).collect(Collectors.toSet());
    }

    /** Number of the version that was the newest when something was signed. */
    private static int newestAt(List<DocumentVersion> published, Signed deed) {
        return published.stream()
                .filter(version ->
                        version.published() != null && !version.published().at().isAfter(deed.at()))
                .mapToInt(version -> Objects.requireNonNull(version.number()))
                .max()
                .orElse(0);
    }

    /** The proofs whose change is still there; those of an earlier version are compared with what the editor saw. */
    private Set<Proof> standing(Round round, Text text, List<Proof> proofs) {
        var seen = new HashMap<Integer, Text>();
        var standing = new HashSet<Proof>();
        for (var proof : proofs) {
            var now = text.byClause.get(proof.clause());
            if (now == null) {
                continue;
            }
            var then = text.isCurrent(proof.version())
                    ? text
                    : seen.computeIfAbsent(
                            proof.version(), number -> text(round, Objects.requireNonNull(round.version()), number));
            var change = then.byClause.get(proof.clause());
            if (change != null && Traces.stillThere(change, now)) {
                standing.add(proof);
            }
        }
        return standing;
    }

    private static Set<Long> union(Collection<Long> one, Collection<Long> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Round get(String id) {
        return rounds.find(id).orElseThrow(() -> new NoSuchElementException("No comment round " + id));
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private void log(Round round, String user, String action, String detail) {
        audit.record(AuditEntry.of(user, action, "round:" + round.id(), detail)
                .under(congresses.get(round.congress()).ruleSet()));
    }
}
