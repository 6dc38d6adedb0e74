package vn.daihoi.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.organisation.Substitutions;

/** What every step of appraising, asking and deciding has to keep to: the role, the moment, and nobody in their own case. */
@Component
class ApprovalChecks {

    private final Dossiers dossiers;
    private final ApprovalStore store;
    private final RuleSets ruleSets;
    private final Members members;
    private final Substitutions substitutions;
    private final RefusedAttempts attempts;
    private final ObjectProvider<ApprovalFlow> flow;
    private final Clock clock;

    ApprovalChecks(
            Dossiers dossiers,
            ApprovalStore store,
            RuleSets ruleSets,
            Members members,
            Substitutions substitutions,
            RefusedAttempts attempts,
            // the process knows the services that use this
            ObjectProvider<ApprovalFlow> flow,
            Clock clock) {
        this.dossiers = dossiers;
        this.store = store;
        this.ruleSets = ruleSets;
        this.members = members;
        this.substitutions = substitutions;
        this.attempts = attempts;
        this.flow = flow;
        this.clock = clock;
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
        var dossier = dossiers.get(id);
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

    Verdict.@Nullable Refused fault(Dossier dossier, Role role, Set<DossierStatus> from, String user) {
        if (!holds(user, role, dossier)) {
            return Verdict.refused("Việc này thuộc về " + role.title() + ".");
        }
        return from.contains(dossier.status())
                ? null
                : Verdict.refused("Hồ sơ đang ở trạng thái “" + dossier.status().title()
                        + "”, bước này không còn thực hiện được." + lastStep(dossier));
    }

    /** By whom and when the last step was taken, for whoever came second. */
    private String lastStep(Dossier dossier) {
        return store.decision(dossier.id(), dossier.submission())
                .map(decision -> decision.issued() != null
                        ? decision.issued()
                        : decision.decided() != null ? decision.decided() : decision.reported())
                .map(last -> " Bước gần nhất: " + members.displayName(last.by()) + ", " + VietnamTime.moment(last.at())
                        + ".")
                .orElse("");
    }

    /**
     * Nobody appraises, gives a slip for or decides on what they wrote; trying leaves a trace.
     *
     * @param action of the trace, ending with {@code _ATTEMPT_REFUSED}
     * @param deed what was tried, as in "không được thẩm định"
     */
    Verdict.@Nullable Refused own(Dossier dossier, Role role, String user, String action, String deed) {
        if (!dossiers.writers(dossier.id()).contains(user)) {
            return null;
        }
        attempt(dossier, role, user, action, "Không cho " + deed + " hồ sơ do mình viết, ký hoặc lập.");
        return Verdict.refused("Người đã viết, ký hoặc lập tài liệu trong hồ sơ không được " + deed + " hồ sơ đó.");
    }

    /** Leaves a trace of what somebody tried and wasn't let. */
    void attempt(Dossier dossier, Role role, String user, String action, String detail) {
        attempts.note(AuditEntry.of(user, action, "dossier:" + dossier.id(), detail + submission(dossier))
                .standingInFor(represented(dossier, role, user))
                .under(dossiers.ruleSet(dossier)));
    }

    /** Logs what a person did in a role, on which submission. */
    void log(Dossier dossier, Role role, String user, String action, String detail) {
        dossiers.log(dossier, role, user, action, detail + submission(dossier));
    }

    /** Logs what the program did by itself. */
    void log(Dossier dossier, String action, String detail) {
        dossiers.log(dossier, Role.SUPERIOR_OFFICE, AuditEntry.SYSTEM, action, detail + submission(dossier));
    }

    private static String submission(Dossier dossier) {
        return " (lần trình " + dossier.submission() + ")";
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

    /** What the rule set says under which the dossier was sent. */
    RuleValue rule(Dossier dossier, RuleParameter parameter) {
        return ruleSets.value(dossiers.ruleSet(dossier), parameter);
    }

    LocalDate today() {
        return VietnamTime.today(clock);
    }

    Signed now(String user) {
        return new Signed(user, clock.instant());
    }
}
