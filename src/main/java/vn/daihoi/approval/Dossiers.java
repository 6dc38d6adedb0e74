package vn.daihoi.approval;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;

/**
 * The dossiers and the steps of their life up to their being received, and whatever changes their status. Forms, pages and
 * the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class Dossiers {

    private static final Set<DossierStatus> COMPLETE = EnumSet.of(DossierStatus.COMPLETE);
    private static final Set<DossierStatus> SENT = EnumSet.of(DossierStatus.SENT);

    private final DossierStore store;
    private final Checklists checklists;
    private final ContributionStore contributions;
    private final Completeness completeness;
    private final Submissions submissions;
    private final DossierReceipts receipts;
    private final Congresses congresses;
    private final Units units;
    private final Members members;
    private final AppraisalTerms terms;
    private final DossierSteps steps;
    private final Clock clock;

    Dossiers(
            DossierStore store,
            Checklists checklists,
            ContributionStore contributions,
            Completeness completeness,
            Submissions submissions,
            DossierReceipts receipts,
            Congresses congresses,
            Units units,
            Members members,
            AppraisalTerms terms,
            DossierSteps steps,
            Clock clock) {
        this.store = store;
        this.checklists = checklists;
        this.contributions = contributions;
        this.completeness = completeness;
        this.submissions = submissions;
        this.receipts = receipts;
        this.congresses = congresses;
        this.units = units;
        this.members = members;
        this.terms = terms;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Opens the next dossier of a congress, with the papers that were brought in for the last; gives back the one that is
     * being put together when there is one.
     */
    @Transactional
    public String prepare(String congress) {
        var all = store.ofCongress(congress);
        var running = all.stream().filter(one -> !one.status().ended()).findFirst();
        if (running.isPresent()) {
            return running.get().id();
        }
        var ward = congresses.get(congress).ward();
        var superior = units.superiorOf(ward, steps.today())
                .map(Unit::id)
                .orElseThrow(() -> new IllegalStateException("No superior is recorded for " + ward));
        var id = UUID.randomUUID().toString();
        store.insert(id, congress, ward, superior, all.size() + 1, clock.instant());
        var opened = store.lock(id);
        checklists.take(opened);
        if (!all.isEmpty()) {
            contributions.carryOver(all.get(all.size() - 1).id(), id);
        }
        steps.log(opened, "DOSSIER_OPENED", "Mở hồ sơ trình duyệt.");
        return id;
    }

    /**
     * A dossier that is known to exist.
     *
     * @throws NoSuchElementException when it doesn't
     */
    public Dossier get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("No dossier " + id));
    }

    /**
     * A dossier this person may see: somebody with a role in its ward's committee or in the superior it is put before. One
     * of another ward is as unknown as one that doesn't exist.
     */
    public Optional<Dossier> visible(String id, String user) {
        return store.find(id).filter(dossier -> ofWard(user, dossier) || ofSuperior(user, dossier));
    }

    /** The dossiers this person may see, what moved last first. */
    public List<Dossier> visible(String user) {
        return store.of(unitsWithRole(user, RoleLevel.WARD), unitsWithRole(user, RoleLevel.SUPERIOR));
    }

    /** The dossiers of a congress, in their order. */
    public List<Dossier> ofCongress(String congress) {
        return store.ofCongress(congress);
    }

    /** Whether the person works in the ward's committee: what isn't sent yet is theirs alone to read. */
    public boolean ofWard(String user, Dossier dossier) {
        return unitsWithRole(user, RoleLevel.WARD).contains(dossier.ward());
    }

    /** Whether the person works in the superior it is put before. */
    public boolean ofSuperior(String user, Dossier dossier) {
        return unitsWithRole(user, RoleLevel.SUPERIOR).contains(dossier.superior());
    }

    /** Whether the person puts it together: the office of its ward. */
    public boolean mayAssemble(String user, Dossier dossier) {
        return steps.holds(user, Role.WARD_OFFICE, dossier);
    }

    /** Whether the person takes it in: the office of the superior. */
    public boolean mayReceive(String user, Dossier dossier) {
        return steps.holds(user, Role.SUPERIOR_OFFICE, dossier);
    }

    /**
     * Ids of the accounts that wrote what was sent last: who published one of its versions, uploaded one of its files, put
     * it together or signed it, or reported the ward's preparation to a working group. None of them appraises it, gives a
     * slip for it or decides on it.
     */
    public Set<String> writers(String id) {
        return steps.writers(get(id));
    }

    /** The row of a dossier, locked until the transaction ends; whoever changes a dossier or what hangs on it comes here. */
    @Transactional
    public Dossier lock(String id) {
        return store.lock(id);
    }

    /** Moves a locked dossier on from being received, for the one who appraises, asks and decides ({@link Approvals}). */
    @Transactional
    void become(String id, DossierStatus status) {
        store.become(id, status);
    }

    /** Ends a locked dossier. */
    @Transactional
    void end(String id, DossierStatus status, @Nullable String reason, Signed by) {
        store.end(id, status, reason, by);
    }

    /** The office says that all is there; refused with everything that isn't, and that leaves a trace. */
    @Transactional
    public Verdict complete(String id, @Nullable String note, String user) {
        return steps.step(id, Role.WARD_OFFICE, DossierSteps.OPEN, user, dossier -> {
            checklists.take(dossier);
            var fault = missing(dossier, Role.WARD_OFFICE, user);
            if (fault != null) {
                return fault;
            }
            store.complete(id, steps.now(user));
            var said = note == null || note.isBlank() ? "" : " Ghi chú: " + note.strip();
            steps.log(dossier, Role.WARD_OFFICE, user, "DOSSIER_COMPLETED", "Trình Bí thư ký." + said);
            return Verdict.done();
        });
    }

    /** The secretary signs; refused for whoever put it together, and while anything is missing. It is sent a moment later. */
    @Transactional
    public Verdict sign(String id, String user) {
        return steps.step(id, Role.WARD_SECRETARY, COMPLETE, user, dossier -> {
            var unfit = signerFault(dossier, user);
            if (unfit != null) {
                return unfit;
            }
            checklists.take(dossier);
            var report = completeness.of(dossier);
            var fault = missing(report, dossier, Role.WARD_SECRETARY, user);
            if (fault != null) {
                return fault;
            }
            submissions.noteSigned(dossier);
            store.sign(id, steps.now(user));
            var remarks = report.remarks().isEmpty() ? "" : " Lưu ý: " + String.join(" ", report.remarks());
            steps.log(
                    dossier,
                    Role.WARD_SECRETARY,
                    user,
                    "DOSSIER_SIGNED",
                    "Ký trình, lần gửi " + (dossier.submission() + 1) + "." + remarks);
            return Verdict.done();
        });
    }

    /** The secretary sends it back to the office; needs a reason. */
    @Transactional
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        return steps.step(id, Role.WARD_SECRETARY, COMPLETE, user, dossier -> {
            var unfit = signerFault(dossier, user);
            if (unfit != null) {
                return unfit;
            }
            var why = TypedText.reason("reason", "Lý do trả lại", reason);
            if (why.fault() != null) {
                return why.fault();
            }
            store.sendBack(id, why.text());
            steps.log(
                    dossier, Role.WARD_SECRETARY, user, "DOSSIER_NOT_SIGNED", "Chưa ký, trả lại hồ sơ: " + why.text());
            return Verdict.done();
        });
    }

    /** Freezes what was signed and sends it; safe to repeat. */
    @Transactional
    public void send(String id) {
        var dossier = store.lock(id);
        if (dossier.status() != DossierStatus.COMPLETE || dossier.sent() == null) {
            return;
        }
        var hash = submissions.freeze(dossier);
        store.sent(id);
        steps.log(dossier, "DOSSIER_SENT", "Gửi lần " + (dossier.submission() + 1) + ", mục lục SHA-256 " + hash + ".");
    }

    /** The superior's office takes it in; the boards appraise from now on, refused while no rule says how long they have. */
    @Transactional
    public Verdict receive(String id, String user) {
        return steps.step(id, Role.SUPERIOR_OFFICE, SENT, user, dossier -> {
            var own = own(dossier, Role.SUPERIOR_OFFICE, user);
            if (own != null) {
                return own;
            }
            var marked = receipts.findings(dossier);
            if (!marked.isEmpty()) {
                return Verdict.refused(
                        "decision",
                        "Đang có " + marked.size()
                                + " mục được đánh dấu còn thiếu. Hãy bỏ đánh dấu trên trang hồ sơ, hoặc chọn trả lại.");
            }
            var unsaid = terms.begin(dossier, steps.ruleSet(dossier));
            if (unsaid != null) {
                return unsaid;
            }
            var by = steps.now(user);
            receipts.record(dossier, true, "", by);
            store.receive(id, by);
            steps.log(dossier, Role.SUPERIOR_OFFICE, user, "DOSSIER_RECEIVED", "Tiếp nhận.");
            return Verdict.done();
        });
    }

    /** The superior's office returns it as incomplete; needs the items that were marked on its page, and a reason. */
    @Transactional
    public Verdict returnIncomplete(String id, @Nullable String reason, String user) {
        return steps.step(id, Role.SUPERIOR_OFFICE, SENT, user, dossier -> {
            var own = own(dossier, Role.SUPERIOR_OFFICE, user);
            if (own != null) {
                return own;
            }
            var why = TypedText.reason("reason", "Lý do trả lại", reason);
            if (why.fault() != null) {
                return why.fault();
            }
            var marked = receipts.findings(dossier);
            if (marked.isEmpty()) {
                return Verdict.refused(
                        "decision",
                        "Phải đánh dấu các mục còn thiếu hoặc chưa đúng trên trang hồ sơ trước khi trả lại.");
            }
            receipts.record(dossier, false, why.text(), steps.now(user));
            store.incomplete(id, why.text());
            steps.log(
                    dossier,
                    Role.SUPERIOR_OFFICE,
                    user,
                    "DOSSIER_RETURNED_INCOMPLETE",
                    "Trả lại hồ sơ để bổ sung " + marked.size() + " mục: " + why.text());
            return Verdict.done();
        });
    }

    /**
     * The superior's office marks the items that are missing or not as they should be. Where several do so at once, what
     * one changes stands beside what another does. Trying it as somebody else or at another time leaves a trace.
     *
     * @param seen what was marked when the person began
     * @param items what is to be marked; of what was seen, the rest is fine
     */
    @Transactional
    public Verdict mark(String id, Set<String> seen, Set<String> items, String user) {
        var dossier = store.lock(id);
        var fault = steps.fault(dossier, Role.SUPERIOR_OFFICE, SENT, user);
        if (fault != null) {
            steps.noteAltering(dossier, Role.SUPERIOR_OFFICE, user);
            return fault;
        }
        var own = own(dossier, Role.SUPERIOR_OFFICE, user);
        return own != null ? own : receipts.mark(dossier, seen, items, steps.now(user));
    }

    /** In the transaction that calls off the congress. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        for (var one : store.ofCongress(event.congress())) {
            if (!store.lock(one.id()).status().ended()) {
                store.end(one.id(), DossierStatus.CANCELLED, null, event.cancelled());
            }
        }
    }

    private Verdict.@Nullable Refused missing(Dossier dossier, Role role, String user) {
        return missing(completeness.of(dossier), dossier, role, user);
    }

    private Verdict.@Nullable Refused missing(Completeness.Report report, Dossier dossier, Role role, String user) {
        if (report.missing().isEmpty()) {
            return null;
        }
        steps.attempt(
                dossier,
                role,
                user,
                "DOSSIER_SEND_ATTEMPT_REFUSED",
                "Chưa trình được, còn " + report.missing().size() + " điều chưa xong.");
        return Verdict.refused(
                "Hồ sơ chưa đủ để trình: " + report.missing().stream().limit(20).collect(Collectors.joining(" ")));
    }

    private Verdict.@Nullable Refused signerFault(Dossier dossier, String user) {
        return dossier.sent() == null
                ? own(dossier, Role.WARD_SECRETARY, user)
                : Verdict.refused("Hồ sơ đã được ký và đang được gửi." + steps.lastStep(dossier));
    }

    /** Nobody signs or takes in what they put together or signed themselves; trying leaves a trace. */
    private Verdict.@Nullable Refused own(Dossier dossier, Role role, String user) {
        if (Stream.of(Optional.ofNullable(dossier.completed()), Optional.ofNullable(dossier.sent()))
                .flatMap(Optional::stream)
                .noneMatch(signed -> signed.by().equals(user))) {
            return null;
        }
        steps.attempt(
                dossier,
                role,
                user,
                "DOSSIER_OWN_ATTEMPT_REFUSED",
                "Không cho tự quyết định hồ sơ do mình lập hoặc ký.");
        return Verdict.refused("Người lập hồ sơ không được tự ký trình hoặc tự tiếp nhận hồ sơ của mình.");
    }

    private Set<String> unitsWithRole(String user, RoleLevel level) {
        return members.rolesOf(user, steps.today()).stream()
                .filter(held -> held.role().level() == level)
                .map(Members.HeldRole::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
