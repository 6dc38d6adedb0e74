package vn.daihoi.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.audit.RefusedAttempts;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Members.HeldRole;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.review.FollowUpEvent.Kind;

/**
 * The conclusions being carried out: their owners report, the working group accepts or sends back. Forms, pages and the
 * process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class FollowUps {

    private static final int REPORT_LENGTH = 4000;
    private static final int EVIDENCE_LENGTH = 500;
    private static final int REASON_LENGTH = 2000;
    private static final LocalTime CLOSING_TIME = LocalTime.of(17, 0);

    private final FollowUpStore store;
    /** Found when needed: it needs the engine, which in turn needs the forms that lead here. */
    private final ObjectProvider<FollowUpFlow> flow;

    private final Congresses congresses;
    private final Members members;
    private final Substitutions substitutions;
    private final RefusedAttempts attempts;
    private final AuditLog audit;
    private final Clock clock;

    FollowUps(
            FollowUpStore store,
            ObjectProvider<FollowUpFlow> flow,
            Congresses congresses,
            Members members,
            Substitutions substitutions,
            RefusedAttempts attempts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.flow = flow;
        this.congresses = congresses;
        this.members = members;
        this.substitutions = substitutions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many of a number of follow-ups are where.
     *
     * @param done accepted
     * @param reported waiting for review
     * @param overdue whose owner is late
     * @param total all that are still asked for or accepted
     */
    public record Tally(int done, int reported, int overdue, int total) {}

    /** Begins one for each item of an issued conclusion that names an owner, and gives back how many there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int open(WorkingSession session, Conclusion conclusion) {
        var group = Objects.requireNonNull(session.workingGroup());
        for (var item : conclusion.items()) {
            var owner = item.owner();
            var due = item.dueOn();
            if (owner != null && due != null) {
                store.insert(session, group, item.id(), owner, due, clock.instant());
                note(item.id(), Kind.ASSIGNED, now(AuditEntry.SYSTEM), null, "");
                flow.getObject().assigned(get(item.id()));
            }
        }
        return store.ofSession(session.id()).size();
    }

    /**
     * A follow-up that is known to exist.
     *
     * @throws java.util.NoSuchElementException when it doesn't
     */
    @Transactional(readOnly = true)
    public FollowUp get(String id) {
        return store.find(id).orElseThrow();
    }

    /** A follow-up this person may see; one of another ward is as unknown as one that doesn't exist. */
    @Transactional(readOnly = true)
    public Optional<FollowUp> visible(String id, String user) {
        return store.find(id)
                .filter(one -> congresses.visible(one.congress(), user).isPresent()
                        && readers(user).test(one));
    }

    /** All follow-ups the person may see: what goes on first, the earliest due first. */
    @Transactional(readOnly = true)
    public List<FollowUp> visible(String user) {
        var wards = congresses.visible(user).stream().map(Congress::ward).collect(Collectors.toSet());
        return store.ofWards(wards).stream().filter(readers(user)).toList();
    }

    /** Those of a session, in the order of its conclusion. */
    @Transactional(readOnly = true)
    public List<FollowUp> ofSession(String session) {
        return store.ofSession(session);
    }

    /** What happened to one, oldest first. */
    @Transactional(readOnly = true)
    public List<FollowUpEvent> events(String id) {
        return store.events(id);
    }

    /** Counts them; what was taken back or called off doesn't count. */
    public Tally tally(List<FollowUp> all) {
        var today = VietnamTime.today(clock);
        return new Tally(
                (int) all.stream()
                        .filter(one -> one.status() == FollowUpStatus.ACCEPTED)
                        .count(),
                (int) all.stream()
                        .filter(one -> one.status() == FollowUpStatus.REPORTED)
                        .count(),
                (int) all.stream().filter(one -> one.overdue(today)).count(),
                (int) all.stream()
                        .filter(one -> !one.status().ended() || one.status() == FollowUpStatus.ACCEPTED)
                        .count());
    }

    /** Ids of those that wait for this person: to be reported, or to be reviewed. */
    @Transactional(readOnly = true)
    public Set<String> waitingFor(String user, List<FollowUp> all) {
        var held = Set.copyOf(members.rolesOf(user, VietnamTime.today(clock)));
        return all.stream()
                .filter(one -> one.status().withOwner() && held.contains(new HeldRole(one.owner(), one.ward()))
                        || one.status() == FollowUpStatus.REPORTED
                                && (held.contains(new HeldRole(Role.WORKING_GROUP_HEAD, one.workingGroup()))
                                        || held.contains(new HeldRole(Role.SUPERIOR_OFFICE, one.superior()))))
                .map(FollowUp::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the person is the owner today, in their own right or as a substitute. */
    @Transactional(readOnly = true)
    public boolean owns(String user, FollowUp one) {
        return holds(user, one.owner(), one.ward());
    }

    /** Whether the person reviews reports on it. */
    @Transactional(readOnly = true)
    public boolean reviews(String user, FollowUp one) {
        return heads(user, one) || holds(user, Role.SUPERIOR_OFFICE, one.superior());
    }

    /** Whether the person heads the working group that asked for it. */
    @Transactional(readOnly = true)
    public boolean heads(String user, FollowUp one) {
        return holds(user, Role.WORKING_GROUP_HEAD, one.workingGroup());
    }

    /** The owner tells how far it is; it goes on. */
    @Transactional
    public Verdict progress(String id, int percent, String words, String user) {
        var one = store.lock(id);
        var text = TypedText.required("text", "Việc đã làm", words, REPORT_LENGTH);
        return owned(one, user, () -> {
            if (percent < 0 || percent > 99) {
                return Verdict.refused(
                        "percent", "“Mức hoàn thành” từ 0 đến 99; khi đã xong, hãy gửi báo cáo kết quả.");
            }
            if (text.fault() != null) {
                return text.fault();
            }
            var detail = percent + "%. " + text.text();
            if (one.progress() == percent && said(id, Kind.PROGRESS, user, detail)) {
                return Verdict.done();
            }
            store.progress(id, percent);
            note(id, Kind.PROGRESS, now(user), absentOwner(one, user), detail);
            return Verdict.done();
        });
    }

    /** The owner reports the result and hands it to review. */
    @Transactional
    public Verdict report(String id, String words, @Nullable String shownBy, String user) {
        var one = store.lock(id);
        var text = TypedText.required("report", "Kết quả thực hiện", words, REPORT_LENGTH);
        var shown = TypedText.optional("evidence", "Minh chứng", shownBy, EVIDENCE_LENGTH)
                .inOneLine();
        var evidence = shown.text();
        return owned(one, user, () -> {
            var fault = TypedText.fault(text, shown);
            if (fault != null) {
                return fault;
            }
            store.report(id, text.text(), evidence.isEmpty() ? null : evidence, now(user));
            var absent = absentOwner(one, user);
            note(
                    id,
                    Kind.REPORTED,
                    now(user),
                    absent,
                    text.text() + (evidence.isEmpty() ? "" : "\nMinh chứng: " + evidence));
            log(one, user, absent, "FOLLOW_UP_REPORTED", "Báo cáo kết quả thực hiện kết luận.");
            return Verdict.done();
        });
    }

    /** The working group or the superior's office accepts the result. */
    @Transactional
    public Verdict accept(String id, String user) {
        var one = store.lock(id);
        return reviewed(one, user, () -> {
            store.end(id, FollowUpStatus.ACCEPTED, now(user));
            var absent = absentReviewer(one, user);
            note(id, Kind.ACCEPTED, now(user), absent, "");
            log(one, user, absent, "FOLLOW_UP_ACCEPTED", "Chấp nhận kết quả thực hiện kết luận.");
            return Verdict.done();
        });
    }

    /** The working group or the superior's office sends the report back; that needs a reason. */
    @Transactional
    public Verdict sendBack(String id, @Nullable String reason, String user) {
        var one = store.lock(id);
        var why = TypedText.required("reason", "Lý do trả lại", reason, REASON_LENGTH);
        return reviewed(one, user, () -> {
            if (why.fault() != null) {
                return why.fault();
            }
            store.sendBack(id, why.text());
            var absent = absentReviewer(one, user);
            note(id, Kind.RETURNED, now(user), absent, why.text());
            log(one, user, absent, "FOLLOW_UP_RETURNED", "Trả lại báo cáo thực hiện kết luận: " + why.text());
            return Verdict.done();
        });
    }

    /** The head of the working group no longer asks for it; that needs a reason. */
    @Transactional
    public Verdict withdraw(String id, @Nullable String reason, String user) {
        var one = get(id);
        var why = TypedText.required("reason", "Lý do", reason, REASON_LENGTH);
        if (!heads(user, one)) {
            return forbidden(one, user, "Tìm cách rút việc.", Role.WORKING_GROUP_HEAD.title());
        }
        if (one.status().ended()) {
            return overtaken(one);
        }
        if (why.fault() != null) {
            return why.fault();
        }
        // the task first and the record second, as whoever completes the task locks them
        flow.getObject().withdrawn(id);
        var locked = store.lock(id);
        if (locked.status().ended()) {
            return overtaken(locked);
        }
        store.end(id, FollowUpStatus.WITHDRAWN, now(user));
        var absent = absentReviewer(one, user);
        note(id, Kind.WITHDRAWN, now(user), absent, why.text());
        log(one, user, absent, "FOLLOW_UP_WITHDRAWN", "Rút việc đã giao: " + why.text());
        return Verdict.done();
    }

    /** Tells the superior that it is overdue, once; safe to repeat. */
    @Transactional
    public void escalate(String id) {
        var one = store.lock(id);
        if (one.escalatedAt() != null || !one.status().withOwner()) {
            return;
        }
        var now = now(AuditEntry.SYSTEM);
        store.escalated(id, now.at());
        note(id, Kind.ESCALATED, now, null, "");
        log(
                one,
                AuditEntry.SYSTEM,
                null,
                "FOLLOW_UP_OVERDUE",
                "Quá hạn ngày " + VietnamTime.day(one.dueOn()) + ", chưa có báo cáo.");
    }

    /** Ends what goes on, in the transaction that calls off the congress; these processes run beside that of the congress. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        for (var one : store.goingOn(event.congress())) {
            // in this order, as in withdraw()
            flow.getObject().withdrawn(one.id());
            if (!store.lock(one.id()).status().ended()) {
                store.end(one.id(), FollowUpStatus.CANCELLED, event.cancelled());
                note(one.id(), Kind.CANCELLED, event.cancelled(), null, event.reason());
            }
        }
    }

    /** By when the report is due: closing time of the due day. */
    @Transactional(readOnly = true)
    public Instant reportDue(String id) {
        return get(id).dueOn().atTime(CLOSING_TIME).atZone(VietnamTime.ZONE).toInstant();
    }

    /** From when it is overdue: the end of the due day. */
    @Transactional(readOnly = true)
    public Instant overdueAt(String id) {
        return get(id).dueOn().plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    private Verdict owned(FollowUp one, String user, Supplier<Verdict> deed) {
        if (!owns(user, one)) {
            return forbidden(
                    one,
                    user,
                    "Tìm cách báo cáo thay nơi được giao.",
                    one.owner().title());
        }
        return one.status().withOwner() ? deed.get() : overtaken(one);
    }

    private Verdict reviewed(FollowUp one, String user, Supplier<Verdict> deed) {
        if (!reviews(user, one)) {
            return forbidden(
                    one,
                    user,
                    "Tìm cách quyết định về kết quả thực hiện.",
                    Role.WORKING_GROUP_HEAD.title() + " hoặc " + Role.SUPERIOR_OFFICE.title());
        }
        if (one.status() != FollowUpStatus.REPORTED) {
            return overtaken(one);
        }
        var reported = one.reported();
        if (reported != null && reported.by().equals(user)) {
            refused(one, user, "Tìm cách quyết định về báo cáo của mình.");
            return Verdict.refused("Người đã báo cáo không được tự quyết định về báo cáo đó.");
        }
        return deed.get();
    }

    private Verdict.Refused forbidden(FollowUp one, String user, String attempt, String whose) {
        refused(one, user, attempt);
        return Verdict.refused("Việc này thuộc về " + whose + ".");
    }

    private void refused(FollowUp one, String user, String attempt) {
        attempts.note(AuditEntry.of(user, "FOLLOW_UP_ATTEMPT_REFUSED", subject(one), attempt));
    }

    /** Says by whom and when it came to where it is. */
    private Verdict.Refused overtaken(FollowUp one) {
        var last = one.ended() != null ? one.ended() : one.reported();
        return Verdict.refused("Việc này đang ở trạng thái “" + one.status().title() + "”"
                + (last == null
                        ? "."
                        : ": “" + members.displayName(last.by()) + "”, " + VietnamTime.moment(last.at()) + "."));
    }

    /** Whether it was noted last in the same words by the same person: a form sent twice. */
    private boolean said(String id, Kind kind, String user, String detail) {
        var events = store.events(id);
        var last = events.isEmpty() ? null : events.get(events.size() - 1);
        return last != null
                && last.kind() == kind
                && last.by().equals(user)
                && last.detail().equals(detail);
    }

    /** They are for those who work in the ward's own offices and for the superior's side. */
    private Predicate<FollowUp> readers(String user) {
        var wards = members.dealingsReadBy(user, VietnamTime.today(clock));
        return one -> wards.test(one.ward());
    }

    private boolean holds(String user, Role role, String unit) {
        return members.holds(user, role, unit, VietnamTime.today(clock));
    }

    private @Nullable String absentOwner(FollowUp one, String user) {
        return absent(user, one.owner(), one.ward());
    }

    private @Nullable String absentReviewer(FollowUp one, String user) {
        return heads(user, one)
                ? absent(user, Role.WORKING_GROUP_HEAD, one.workingGroup())
                : absent(user, Role.SUPERIOR_OFFICE, one.superior());
    }

    private @Nullable String absent(String user, Role role, String unit) {
        return substitutions
                .representedBy(user, role, unit, VietnamTime.today(clock))
                .orElse(null);
    }

    private void note(String id, Kind kind, Signed by, @Nullable String absent, String detail) {
        store.add(id, new FollowUpEvent(kind, by.by(), absent, by.at(), detail));
    }

    private void log(FollowUp one, String user, @Nullable String absent, String action, String detail) {
        audit.record(AuditEntry.of(user, action, subject(one), detail)
                .standingInFor(absent)
                .under(congresses.get(one.congress()).ruleSet()));
    }

    private static String subject(FollowUp one) {
        return "followUp:" + one.id();
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
