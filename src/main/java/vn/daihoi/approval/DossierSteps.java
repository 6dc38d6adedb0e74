package vn.daihoi.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/**
 * What every step in the life of a dossier has to keep to: the role, the moment, one person at a time, nobody in their own
 * case, and that it is on record.
 */
@Component
class DossierSteps {

    /** What the ward's office may still change. */
    static final Set<DossierStatus> OPEN = EnumSet.of(DossierStatus.ASSEMBLING, DossierStatus.INCOMPLETE);

    private static final Set<DossierStatus> WITH_THE_WARD =
            EnumSet.of(DossierStatus.ASSEMBLING, DossierStatus.INCOMPLETE, DossierStatus.COMPLETE);

    private final DossierStore dossiers;
    private final ApprovalStore approvals;
    private final Submissions submissions;
    private final WorkingSessions sessions;
    private final Congresses congresses;
    private final Members members;
    private final Substitutions substitutions;
    private final AuditLog audit;
    private final RefusedAttempts attempts;
    private final ObjectProvider<ApprovalFlow> flow;
    private final Clock clock;

    DossierSteps(
            DossierStore dossiers,
            ApprovalStore approvals,
            Submissions submissions,
            WorkingSessions sessions,
            Congresses congresses,
            Members members,
            Substitutions substitutions,
            AuditLog audit,
            RefusedAttempts attempts,
            // the process knows the services that use this
            ObjectProvider<ApprovalFlow> flow,
            Clock clock) {
        this.dossiers = dossiers;
        this.approvals = approvals;
        this.submissions = submissions;
        this.sessions = sessions;
        this.congresses = congresses;
        this.members = members;
        this.substitutions = substitutions;
        this.audit = audit;
        this.attempts = attempts;
        this.flow = flow;
        this.clock = clock;
    }

    /** The row of a dossier, locked until the transaction ends. */
    Dossier lock(String id) {
        return dossiers.lock(id);
    }

    /** Every step is taken by one role, from one place on the way, by one person at a time. */
    Verdict step(String id, Role role, Set<DossierStatus> from, String user, Function<Dossier, Verdict> deed) {
        var dossier = dossiers.lock(id);
        var fault = fault(dossier, role, from, user);
        return fault == null ? deed.apply(dossier) : fault;
    }

    /**
     * What is done outside of a task moves the process. Its tasks are locked first and the dossier second, as whoever
     * completes a task locks them; so what may be done is asked before and once more with the lock.
     */
    Verdict push(
            String id,
            Role role,
            Set<DossierStatus> from,
            String user,
            Function<Dossier, Verdict> check,
            Predicate<ApprovalFlow> message,
            Function<Dossier, Verdict> deed) {
        var dossier = dossiers.find(id).orElseThrow();
        var fault = fault(dossier, role, from, user);
        var asked = fault == null ? check.apply(dossier) : fault;
        if (asked instanceof Verdict.Refused) {
            return asked;
        }
        var running = flow.getIfAvailable();
        if (running == null || !message.test(running)) {
            return Verdict.refused("Hồ sơ đang chuyển bước, chưa thực hiện được. Hãy thử lại sau ít phút.");
        }
        var locked = dossiers.lock(id);
        var late = fault(locked, role, from, user);
        var done = late == null ? deed.apply(locked) : late;
        if (done instanceof Verdict.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return done;
    }

    /** What stands against somebody taking a step in a role; null for nothing. */
    Verdict.@Nullable Refused fault(Dossier dossier, Role role, Set<DossierStatus> from, String user) {
        if (!holds(user, role, dossier)) {
            return forbidden(role);
        }
        return from.contains(dossier.status())
                ? null
                : Verdict.refused("Hồ sơ đang ở trạng thái “" + dossier.status().title()
                        + "”, bước này không còn thực hiện được." + lastStep(dossier));
    }

    /** By whom and when the last step was taken, for whoever came second; empty when the program took it. */
    String lastStep(Dossier dossier) {
        var decision = approvals.decision(dossier.id(), dossier.submission());
        return Stream.of(
                        Optional.ofNullable(dossier.completed()),
                        Optional.ofNullable(dossier.sent()),
                        Optional.ofNullable(dossier.received()),
                        decision.map(Decision::reported),
                        decision.map(Decision::decided),
                        decision.map(Decision::issued),
                        Optional.ofNullable(dossier.ended()))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Signed::at))
                .filter(last -> !last.by().equals(AuditEntry.SYSTEM))
                .map(last -> " Bước gần nhất: " + members.displayName(last.by()) + ", " + VietnamTime.moment(last.at())
                        + ".")
                .orElse("");
    }

    /**
     * What stands against the office changing a locked dossier's files; null for nothing. Trying it on what was signed or
     * sent leaves a trace, whoever does.
     */
    Verdict.@Nullable Refused closedFault(Dossier dossier, String user) {
        var open = OPEN.contains(dossier.status());
        if (!open) {
            noteAltering(dossier, Role.WARD_OFFICE, user);
        }
        if (!holds(user, Role.WARD_OFFICE, dossier)) {
            return forbidden(Role.WARD_OFFICE);
        }
        return open
                ? null
                : Verdict.refused("Hồ sơ đang ở trạng thái “" + dossier.status().title()
                        + "” nên không sửa được nữa; nội dung đã ký trình được giữ nguyên.");
    }

    /** Leaves a trace of an attempt to change what is closed. */
    void noteAltering(Dossier dossier, Role role, String user) {
        attempt(
                dossier,
                role,
                user,
                "DOSSIER_ALTER_ATTEMPT_REFUSED",
                "Không cho sửa hồ sơ đang ở trạng thái “" + dossier.status().title() + "”.");
    }

    /**
     * Ids of the accounts that wrote what was sent last: who published one of its versions, uploaded one of its files, put
     * it together or signed it, or reported the ward's preparation to a working group.
     */
    Set<String> writers(Dossier dossier) {
        var writers = new TreeSet<>(submissions.writers(dossier));
        Stream.concat(
                        Stream.of(dossier.completed(), dossier.sent()),
                        sessions.ofCongress(dossier.congress()).stream().map(WorkingSession::reported))
                .filter(Objects::nonNull)
                .forEach(signed -> writers.add(signed.by()));
        return writers;
    }

    /**
     * Nobody appraises, gives a slip for or decides on what they wrote; trying leaves a trace.
     *
     * @param action of the trace, ending with {@code _ATTEMPT_REFUSED}
     * @param deed what was tried, as in "không được thẩm định"
     */
    Verdict.@Nullable Refused own(Dossier dossier, Role role, String user, String action, String deed) {
        if (!writers(dossier).contains(user)) {
            return null;
        }
        attempt(dossier, role, user, action, "Không cho " + deed + " hồ sơ do mình viết, ký hoặc lập.");
        return Verdict.refused("Người đã viết, ký hoặc lập tài liệu trong hồ sơ không được " + deed + " hồ sơ đó.");
    }

    /** Leaves a trace of what somebody tried and wasn't let, on which dossier and submission. */
    void attempt(Dossier dossier, Role role, String user, String action, String detail) {
        attempts.note(entry(dossier, role, user, action, detail));
    }

    /** Logs what a person did in a role, in their own name or for somebody absent, on which dossier and submission. */
    void log(Dossier dossier, Role role, String user, String action, String detail) {
        audit.record(entry(dossier, role, user, action, detail));
    }

    /** Logs what the program did by itself. */
    void log(Dossier dossier, String action, String detail) {
        log(dossier, Role.SUPERIOR_OFFICE, AuditEntry.SYSTEM, action, detail);
    }

    private AuditEntry entry(Dossier dossier, Role role, String user, String action, String detail) {
        // what the ward has in hand is part of no submission yet
        var which = " (hồ sơ lần " + dossier.number()
                + (WITH_THE_WARD.contains(dossier.status()) ? ")" : ", lần gửi " + dossier.submission() + ")");
        return AuditEntry.of(user, action, "dossier:" + dossier.id(), detail + which)
                .standingInFor(represented(dossier, role, user))
                .under(ruleSet(dossier));
    }

    boolean holds(String user, Role role, Dossier dossier) {
        return members.holds(user, role, unit(role, dossier), today());
    }

    /** For whom the person holds the role, null when it is their own or they don't hold it. */
    @Nullable
    String represented(Dossier dossier, Role role, String user) {
        return substitutions
                .representedBy(user, role, unit(role, dossier), today())
                .orElse(null);
    }

    private static String unit(Role role, Dossier dossier) {
        return role.level() == RoleLevel.SUPERIOR ? dossier.superior() : dossier.ward();
    }

    private static Verdict.Refused forbidden(Role role) {
        return Verdict.refused("Việc này thuộc về " + role.title() + ".");
    }

    /**
     * Tag of the rule set a dossier is treated under: the one its last submission was frozen under, whatever its congress is
     * switched to meanwhile; that of the congress while the ward puts it together.
     */
    String ruleSet(Dossier dossier) {
        return Optional.of(dossier)
                .filter(one -> !WITH_THE_WARD.contains(one.status()))
                .flatMap(one -> submissions.numbered(one.id(), one.submission()))
                .map(Submissions.Submission::ruleSet)
                .orElseGet(() -> Objects.requireNonNull(
                        congresses.get(dossier.congress()).ruleSet(), "A congress with a dossier has a rule set"));
    }

    LocalDate today() {
        return VietnamTime.today(clock);
    }

    Signed now(String user) {
        return new Signed(user, clock.instant());
    }
}
