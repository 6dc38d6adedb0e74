package vn.daihoi.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Units;

/**
 * The comment rounds and the steps of their life. Forms, pages and the process alike come through here; an expected "no"
 * is returned, never thrown.
 */
@Service
public class Rounds {

    private static final Set<RoundStatus> PLANNABLE = EnumSet.of(RoundStatus.PLANNING, RoundStatus.RETURNED);
    private static final Set<RoundStatus> PLANNED = EnumSet.of(RoundStatus.PLANNED);
    private static final Set<RoundStatus> OPEN = EnumSet.of(RoundStatus.OPEN);
    private static final Set<RoundStatus> RUNNING = EnumSet.range(RoundStatus.PLANNING, RoundStatus.PUBLISHING);

    private final RoundStore store;
    private final RoundChecks checks;
    private final ObjectProvider<RoundFlow> flow;
    private final Congresses congresses;
    private final Documents documents;
    private final Versions versions;
    private final Units units;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Rounds(
            RoundStore store,
            RoundChecks checks,
            // the process knows this service itself
            ObjectProvider<RoundFlow> flow,
            Congresses congresses,
            Documents documents,
            Versions versions,
            Units units,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.flow = flow;
        this.congresses = congresses;
        this.documents = documents;
        this.versions = versions;
        this.units = units;
        this.members = members;
        this.audit = audit;
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
                .filter(round -> congresses.visible(round.congress(), user).isPresent()
                        && readers(user).test(round));
    }

    /** The rounds this person may see, the running ones first, the newest first. */
    public List<Round> visible(String user) {
        var wards = congresses.visible(user).stream().map(Congress::ward).collect(Collectors.toSet());
        return store.ofWards(wards).stream().filter(readers(user)).toList();
    }

    /** What the people say is for everybody in the ward; what the superior says is for whoever may read its sessions. */
    private Predicate<Round> readers(String user) {
        var wards = members.dealingsReadBy(user, today());
        return round -> !round.ofSuperior() || wards.test(round.ward());
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
    @Transactional
    public String prepare(String document) {
        var rounds = store.ofDocument(document).stream()
                .filter(round -> !round.ofSuperior())
                .toList();
        var planning = rounds.stream().filter(round -> !round.status().begun()).findFirst();
        if (planning.isPresent()) {
            return planning.get().id();
        }
        var id = UUID.randomUUID().toString();
        store.insert(id, documents.get(document), rounds.size() + 1, clock.instant());
        audit(
                get(id),
                AuditEntry.SYSTEM,
                Role.WARD_OFFICE,
                "ROUND_PREPARED",
                "Mở vòng lấy ý kiến " + (rounds.size() + 1) + ".");
        return id;
    }

    /** The office plans whom to ask. */
    @Transactional
    public Verdict plan(String id, RoundPlan plan, String user) {
        return step(id, Role.WARD_OFFICE, PLANNABLE, user, round -> {
            var fault = PlanRules.fault(plan, today());
            if (fault == null
                    && versions.numbered(round.document(), plan.version()).isEmpty()) {
                fault = Verdict.refused("version", "“Phiên bản” phải là một phiên bản đã công bố của văn kiện.");
            }
            if (fault != null) {
                return fault;
            }
            store.plan(id, plan, PlanRules.endOf(plan.closesOn()), now(user));
            audit(
                    round,
                    user,
                    Role.WARD_OFFICE,
                    "ROUND_PLANNED",
                    "Trình kế hoạch lấy ý kiến phiên bản " + plan.version() + " đến hết ngày "
                            + VietnamTime.day(plan.closesOn()) + ".");
            return Verdict.done();
        });
    }

    /** The office proposes to ask nobody; needs a reason. */
    @Transactional
    public Verdict planToSkip(String id, @Nullable String reason, String user) {
        return step(id, Role.WARD_OFFICE, PLANNABLE, user, round -> {
            var why = TypedText.reason("skipReason", "Lý do không tổ chức", reason);
            if (why.fault() != null) {
                return why.fault();
            }
            store.planToSkip(id, why.text(), now(user));
            audit(
                    round,
                    user,
                    Role.WARD_OFFICE,
                    "ROUND_PLANNED",
                    "Trình phương án không tổ chức lấy ý kiến: " + why.text());
            return Verdict.done();
        });
    }

    /** The secretary approves the plan, also one to ask nobody. */
    @Transactional
    public Verdict approve(String id, String user) {
        return step(id, Role.WARD_SECRETARY, PLANNED, user, round -> {
            var fault = decisionFault(round, user);
            if (fault != null) {
                return fault;
            }
            if (round.skipReason() != null) {
                store.end(id, RoundStatus.SKIPPED, null, now(user));
                audit(round, user, Role.WARD_SECRETARY, "ROUND_SKIPPED", "Đồng ý không tổ chức lấy ý kiến.");
                return Verdict.done();
            }
            var closesAt = round.closesAt();
            if (closesAt != null && !clock.instant().isBefore(closesAt)) {
                return Verdict.refused(
                        "decision", "“Ngày kết thúc” trong kế hoạch đã qua. Hãy trả lại để Văn phòng ghi lại.");
            }
            store.approve(id, now(user));
            audit(round, user, Role.WARD_SECRETARY, "ROUND_APPROVED", "Phê duyệt kế hoạch lấy ý kiến.");
            return Verdict.done();
        });
    }

    /** The secretary sends the plan back; needs a reason. */
    @Transactional
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        return step(id, Role.WARD_SECRETARY, PLANNED, user, round -> {
            var fault = decisionFault(round, user);
            if (fault != null) {
                return fault;
            }
            var why = TypedText.reason("reason", "Lý do trả lại", reason);
            if (why.fault() != null) {
                return why.fault();
            }
            store.status(id, RoundStatus.RETURNED, why.text());
            audit(
                    round,
                    user,
                    Role.WARD_SECRETARY,
                    "ROUND_PLAN_RETURNED",
                    "Trả lại kế hoạch lấy ý kiến: " + why.text());
            return Verdict.done();
        });
    }

    /** Freezes whom it asks, gives it its address and opens it; safe to repeat. */
    @Transactional
    public void open(String id) {
        var round = store.lock(id);
        if (round.status() != RoundStatus.PLANNED || round.opened() == null) {
            return;
        }
        if (round.channels().contains(Channel.CONFERENCE)) {
            invite(round);
        }
        store.open(id, Slug.of(documents.get(round.document()).title()));
        audit(
                round,
                AuditEntry.SYSTEM,
                Role.WARD_OFFICE,
                "ROUND_OPENED",
                "Bắt đầu lấy ý kiến phiên bản " + round.version() + ".");
    }

    /** Asks the units in whose conferences one of the groups speaks. */
    private void invite(Round round) {
        for (var kind : Invitee.Kind.values()) {
            if (Conferences.groups(kind).stream().anyMatch(round.sources()::contains)) {
                store.invite(
                        round.id(),
                        kind,
                        kind == Invitee.Kind.CELL
                                ? units.cellsOf(round.ward(), today())
                                : units.organisationsOf(round.ward(), today()));
            }
        }
    }

    /** Takes comments for longer; needs a reason. Refused once it is closed. */
    @Transactional
    public Verdict extend(String id, LocalDate closesOn, @Nullable String reason, String user) {
        var why = TypedText.reason("reason", "Lý do gia hạn", reason);
        return push(
                id,
                OPEN,
                user,
                round -> {
                    var fault = extensionFault(round, closesOn);
                    return fault == null ? why.fault() : fault;
                },
                running -> running.extended(id),
                round -> {
                    store.extend(id, PlanRules.endOf(closesOn));
                    audit(
                            round,
                            user,
                            Role.WARD_OFFICE,
                            "ROUND_EXTENDED",
                            "Gia hạn lấy ý kiến đến hết ngày " + VietnamTime.day(closesOn) + ": " + why.text());
                });
    }

    private Verdict.@Nullable Refused extensionFault(Round round, LocalDate closesOn) {
        var closesAt = round.closesAt();
        if (closesAt == null || !clock.instant().isBefore(closesAt)) {
            return over();
        }
        var closing = VietnamTime.dayOf(closesAt);
        return closesOn.isAfter(closing)
                ? PlanRules.closingFault("Ngày kết thúc mới", closesOn, today())
                : Verdict.refused("closesOn", "“Ngày kết thúc mới” phải sau ngày " + VietnamTime.day(closing) + ".");
    }

    /** Closes it before its time; needs a reason. */
    @Transactional
    public Verdict closeEarly(String id, @Nullable String reason, String user) {
        var why = TypedText.reason("reason", "Lý do kết thúc sớm", reason);
        return push(
                id,
                OPEN,
                user,
                round -> round.closed() != null ? over() : why.fault(),
                running -> running.closed(id),
                round -> {
                    store.closeEarly(id, now(user));
                    audit(
                            round,
                            user,
                            Role.WARD_OFFICE,
                            "ROUND_CLOSED_EARLY",
                            "Kết thúc lấy ý kiến sớm: " + why.text());
                });
    }

    /** Withdraws it at any step before its result is public; needs a reason. What was said stays. */
    @Transactional
    public Verdict withdraw(String id, @Nullable String reason, String user) {
        var why = TypedText.reason("reason", "Lý do thu hồi", reason);
        return push(id, RUNNING, user, round -> why.fault(), running -> running.withdrawn(id), round -> {
            store.end(id, RoundStatus.WITHDRAWN, why.text(), now(user));
            audit(round, user, Role.WARD_OFFICE, "ROUND_WITHDRAWN", "Thu hồi vòng lấy ý kiến: " + why.text());
        });
    }

    /** Closes it and groups what came last; safe to repeat. */
    @Transactional
    public void close(String id) {
        var round = store.lock(id);
        if (round.status() == RoundStatus.OPEN) {
            var early = round.closed();
            store.close(id, early == null ? now(AuditEntry.SYSTEM) : early);
            audit(round, AuditEntry.SYSTEM, Role.WARD_OFFICE, "ROUND_CLOSED", "Đóng lấy ý kiến.");
            checks.group(id);
        }
    }

    /** Notes that the withdrawal went through; safe to repeat. */
    @Transactional
    public void withdrawn(String id) {
        audit(get(id), AuditEntry.SYSTEM, Role.WARD_OFFICE, "ROUND_PROCESS_STOPPED", "Quy trình lấy ý kiến đã dừng.");
    }

    /** In the transaction that calls off the congress. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        for (var one : store.ofCongress(event.congress())) {
            if (!store.lock(one.id()).status().ended()) {
                store.end(one.id(), RoundStatus.CANCELLED, null, event.cancelled());
            }
        }
    }

    /** The editors have merged; refused while a comment waits for moderation. */
    @Transactional
    public Verdict merged(String id, String user) {
        return step(id, Role.EDITOR, EnumSet.of(RoundStatus.MERGING), user, round -> {
            // one that was being stored while the round closed wasn't there to be grouped then
            checks.group(id);
            var fault = checks.unmoderated(id);
            if (fault != null) {
                return fault;
            }
            store.status(id, RoundStatus.PROPOSING, null);
            audit(round, user, Role.EDITOR, "ROUND_MERGED", "Gộp xong các ý kiến trùng.");
            return Verdict.done();
        });
    }

    /** The editors have proposed an answer to everything; refused while one is missing, saying how many. */
    @Transactional
    public Verdict proposed(String id, String user) {
        return step(id, Role.EDITOR, EnumSet.of(RoundStatus.PROPOSING), user, round -> {
            var fault = checks.unproposed(id);
            if (fault != null) {
                return fault;
            }
            store.status(id, RoundStatus.DECIDING, null);
            audit(round, user, Role.EDITOR, "ROUND_PROPOSED", "Trình đề xuất tiếp thu, giải trình.");
            return Verdict.done();
        });
    }

    /** The committee has decided on everything; refused while one is undecided, saying how many. */
    @Transactional
    public Verdict decided(String id, String user) {
        return step(id, Role.WARD_SECRETARY, EnumSet.of(RoundStatus.DECIDING), user, round -> {
            var fault = checks.undecided(id);
            if (fault != null) {
                return fault;
            }
            store.status(id, RoundStatus.REPORTING, null);
            audit(round, user, Role.WARD_SECRETARY, "ROUND_DECIDED", "Quyết định tiếp thu, giải trình.");
            return Verdict.done();
        });
    }

    /** The committee sends the answers back to the editors; needs a reason. */
    @Transactional
    public Verdict answersSentBack(String id, @Nullable String reason, String user) {
        return step(id, Role.WARD_SECRETARY, EnumSet.of(RoundStatus.DECIDING), user, round -> {
            var why = TypedText.reason("reason", "Lý do trả lại", reason);
            if (why.fault() != null) {
                return why.fault();
            }
            store.status(id, RoundStatus.PROPOSING, why.text());
            audit(
                    round,
                    user,
                    Role.WARD_SECRETARY,
                    "ROUND_ANSWERS_RETURNED",
                    "Trả lại đề xuất tiếp thu, giải trình: " + why.text());
            return Verdict.done();
        });
    }

    /** The office has written its part of the reports. */
    @Transactional
    public Verdict reported(String id, Round.Synthesis synthesis, String user) {
        return step(id, Role.WARD_OFFICE, EnumSet.of(RoundStatus.REPORTING), user, round -> {
            var fault = PlanRules.fault(synthesis);
            if (fault != null) {
                return fault;
            }
            store.report(id, synthesis);
            audit(round, user, Role.WARD_OFFICE, "ROUND_REPORTED", "Lập báo cáo tổng hợp ý kiến.");
            return Verdict.done();
        });
    }

    /** The new version is there and proves the answers; refused while {@link Proofs#check} finds something. */
    @Transactional
    public Verdict revised(String id, String user) {
        return step(id, Role.EDITOR, EnumSet.of(RoundStatus.REVISING), user, round -> {
            var check = checks.proofs(id);
            var fault = RoundChecks.fault(check);
            if (fault != null) {
                return fault;
            }
            var version = check.newVersion();
            store.revise(id, version);
            audit(
                    round,
                    user,
                    Role.EDITOR,
                    "ROUND_REVISED",
                    version == null
                            ? "Không cần chỉnh sửa dự thảo."
                            : "Chỉnh sửa xong dự thảo, phiên bản " + version + ".");
            return Verdict.done();
        });
    }

    /**
     * The result becomes public; refused while a comment is unanswered.
     *
     * @param another whether the document goes out for one more round
     */
    @Transactional
    public Verdict publish(String id, boolean another, String user) {
        return step(id, Role.WARD_OFFICE, EnumSet.of(RoundStatus.PUBLISHING), user, round -> {
            var pending = checks.unmoderated(id);
            var fault = pending == null ? checks.undecided(id) : pending;
            if (fault != null) {
                return fault;
            }
            store.end(id, RoundStatus.PUBLISHED, null, now(user));
            audit(
                    round,
                    user,
                    Role.WARD_OFFICE,
                    "ROUND_PUBLISHED",
                    "Công khai kết quả lấy ý kiến." + (another ? " Văn kiện được lấy ý kiến thêm một vòng." : ""));
            return Verdict.done();
        });
    }

    /** Every step is taken by one role, from one place on the way, by one person at a time. */
    private Verdict step(String id, Role role, Set<RoundStatus> from, String user, Function<Round, Verdict> deed) {
        var round = store.lock(id);
        var fault = fault(round, role, from, user);
        return fault == null ? deed.apply(round) : fault;
    }

    /**
     * What the office does outside of a task moves the process. Its tasks are locked first and the round second, as
     * whoever completes a task locks them.
     */
    private Verdict push(
            String id,
            Set<RoundStatus> from,
            String user,
            Function<Round, Verdict.@Nullable Refused> check,
            Predicate<RoundFlow> message,
            Consumer<Round> deed) {
        var round = get(id);
        var fault = fault(round, Role.WARD_OFFICE, from, user);
        var why = fault == null ? check.apply(round) : fault;
        if (why != null) {
            return why;
        }
        var running = flow.getIfAvailable();
        if (running == null || !message.test(running)) {
            return Verdict.refused("Vòng lấy ý kiến đang chuyển bước, chưa thực hiện được. Hãy thử lại sau ít phút.");
        }
        var late = fault(store.lock(id), Role.WARD_OFFICE, from, user);
        if (late != null) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return late;
        }
        deed.accept(round);
        return Verdict.done();
    }

    private Verdict.@Nullable Refused fault(Round round, Role role, Set<RoundStatus> from, String user) {
        if (round.ofSuperior()) {
            return Verdict.refused(
                    "Ý kiến của cấp trên không có bước này: chỉ trả lời ở “Bàn xử lý” và đối chiếu với dự thảo.");
        }
        if (!holds(user, role, round.ward())) {
            return Verdict.refused("Việc này thuộc về " + role.title() + ".");
        }
        return from.contains(round.status())
                ? null
                : Verdict.refused("Vòng lấy ý kiến đang ở trạng thái “"
                        + round.status().title() + "”, bước này không còn thực hiện được.");
    }

    private Verdict.@Nullable Refused decisionFault(Round round, String user) {
        if (round.opened() != null) {
            return Verdict.refused("Kế hoạch lấy ý kiến này đã được phê duyệt.");
        }
        var planned = round.planned();
        return planned != null && planned.by().equals(user)
                ? Verdict.refused("Người lập kế hoạch lấy ý kiến không được tự phê duyệt.")
                : null;
    }

    private static Verdict.Refused over() {
        return Verdict.refused("Vòng lấy ý kiến đã hết thời gian nhận ý kiến.");
    }

    private boolean holds(String user, Role role, String unit) {
        return members.holds(user, role, unit, today());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private void audit(Round round, String user, Role role, String action, String detail) {
        var entry = AuditEntry.of(user, action, "round:" + round.id(), detail);
        audit.record(congresses.deed(congresses.get(round.congress()), role, entry));
    }
}
