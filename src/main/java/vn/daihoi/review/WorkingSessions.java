package vn.daihoi.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.daihoi.consultation.TypedText;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleLevel;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * The working sessions and the steps of their life up to the minutes; what the head concludes is in {@link Conclusions}.
 * Forms, pages and the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class WorkingSessions {

    private static final Set<SessionStatus> PREPARING = EnumSet.of(SessionStatus.PREPARING);
    private static final Set<SessionStatus> SCHEDULED = EnumSet.of(SessionStatus.SCHEDULED);
    private static final Set<SessionStatus> OPEN = EnumSet.of(SessionStatus.OPEN);
    private static final Set<SessionStatus> TO_BE_HELD = EnumSet.of(SessionStatus.SCHEDULED, SessionStatus.OPEN);
    private static final Set<SessionStatus> RUNNING = EnumSet.range(SessionStatus.PREPARING, SessionStatus.CONCLUDED);

    private static final int REASON_LENGTH = 2000;
    private static final int AGENDA_LENGTH = 4000;
    private static final int PARTICIPANTS_LENGTH = 2000;
    private static final int PRESENT_LENGTH = 4000;
    private static final int COURSE_LENGTH = 8000;
    private static final int RESULTS_LENGTH = 4000;
    private static final int DIFFICULTIES_LENGTH = 1500;
    private static final int PROPOSALS_LENGTH = 1000;

    // the report has to be read before the session; the reminder leaves a day to write it
    private static final int REPORT_DAYS_BEFORE = 1;
    private static final int REMINDER_DAYS_BEFORE = 2;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);
    private static final LocalTime OFFICE_CLOSES = LocalTime.of(17, 0);

    private final SessionStore store;
    private final Conflicts conflicts;
    private final GroupMembers groups;
    private final PreparationFacts facts;
    private final ObjectProvider<SessionFlow> flow;
    private final Congresses congresses;
    private final Units units;
    private final Members members;
    private final Substitutions substitutions;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock clock;

    WorkingSessions(
            SessionStore store,
            Conflicts conflicts,
            GroupMembers groups,
            PreparationFacts facts,
            // the process knows this service itself
            ObjectProvider<SessionFlow> flow,
            Congresses congresses,
            Units units,
            Members members,
            Substitutions substitutions,
            WorkingCalendar calendar,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.conflicts = conflicts;
        this.groups = groups;
        this.facts = facts;
        this.flow = flow;
        this.congresses = congresses;
        this.units = units;
        this.members = members;
        this.substitutions = substitutions;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the superior's office schedules.
     *
     * @param workingGroup id of the working group
     * @param appointment when and where
     * @param agenda what is talked about, empty or null for the usual
     * @param participants offices invited beside both sides, one a line; empty or null for none
     */
    public record Schedule(
            @Nullable String workingGroup,
            Appointment appointment,
            @Nullable String agenda,
            @Nullable String participants) {}

    /**
     * What the ward says of its preparation in its own words; what is counted comes from the system.
     *
     * @param results what has been done
     * @param difficulties what makes trouble, empty or null for nothing
     * @param proposals what it asks for, empty or null for nothing
     */
    public record Report(@Nullable String results, @Nullable String difficulties, @Nullable String proposals) {}

    /**
     * The minutes.
     *
     * @param groupPresent offices of the superior's side that were present, one a line
     * @param wardPresent offices of the ward's side that were present, one a line
     * @param course how it went
     */
    public record Minutes(@Nullable String groupPresent, @Nullable String wardPresent, @Nullable String course) {}

    /** Opens the next session of a congress for scheduling; gives back the one that waits for it when there is one. */
    @Transactional
    public String prepare(String congress) {
        var sessions = store.ofCongress(congress);
        var waiting = sessions.stream()
                .filter(session -> session.status() == SessionStatus.PREPARING)
                .findFirst();
        if (waiting.isPresent()) {
            return waiting.get().id();
        }
        var prepared = congresses.get(congress);
        var superior = units.superiorOf(prepared.ward(), today())
                .orElseThrow(() -> new IllegalStateException("Ward " + prepared.ward() + " has no superior today"));
        var id = UUID.randomUUID().toString();
        store.insert(id, prepared, superior.id(), sessions.size() + 1, clock.instant());
        audit(get(id), AuditEntry.SYSTEM, "SESSION_PREPARED", "Mở buổi làm việc lần " + (sessions.size() + 1) + ".");
        return id;
    }

    /**
     * A session that is known to exist.
     *
     * @throws NoSuchElementException when it doesn't
     */
    public WorkingSession get(String id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("No working session " + id));
    }

    /** A session this person may see; one of another ward is as unknown as one that doesn't exist. */
    public Optional<WorkingSession> visible(String id, String user) {
        return store.find(id)
                .filter(session -> congresses.visible(session.congress(), user).isPresent()
                        && readers(user).test(session));
    }

    /** The sessions this person may see: what is still to be held first, in the order of its time. */
    public List<WorkingSession> visible(String user) {
        var wards = congresses.visible(user).stream().map(Congress::ward).collect(Collectors.toSet());
        return store.ofWards(wards).stream().filter(readers(user)).toList();
    }

    /** What is said in a session is for those who work in the ward's own offices and for the superior's side. */
    private Predicate<WorkingSession> readers(String user) {
        var wards = members.dealingsReadBy(user, today());
        return session -> wards.test(session.ward());
    }

    /** The sessions of a congress, in their order. */
    public List<WorkingSession> ofCongress(String congress) {
        return store.ofCongress(congress);
    }

    /** "Buổi làm việc lần 1 – Phường Demo", where sessions of several wards stand side by side. */
    public String title(WorkingSession session) {
        return session.title() + " – " + units.shortNameOf(session.ward());
    }

    /** Ids of the accounts in the working group on the day of the session: its head first; they file opinions. */
    public List<String> members(WorkingSession session) {
        var starts = session.startsAt();
        return groups.members(session.workingGroup(), starts == null ? today() : starts.toLocalDate());
    }

    /** Whether the person heads the session's working group today, in their own right or as a substitute. */
    public boolean heads(String user, WorkingSession session) {
        return groups.heads(user, session.workingGroup(), today());
    }

    /** Whether the person belongs to the session's working group today: its head or a member. */
    public boolean belongs(String user, WorkingSession session) {
        return groups.belongs(user, session.workingGroup(), today());
    }

    /** Whether the person runs the session: the office of the superior. */
    public boolean mayRun(String user, WorkingSession session) {
        return members.holds(user, Role.SUPERIOR_OFFICE, session.superior(), today());
    }

    /** The working groups that look after the ward of a session today. */
    public List<Unit> groupsFor(WorkingSession session) {
        return units.workingGroupsOf(session.ward(), today());
    }

    /** The sessions of the same superior that are still to be held, in the order of their time. */
    public List<WorkingSession> calendarOf(WorkingSession session) {
        return store.calendar(session.superior(), LocalDateTime.ofInstant(clock.instant(), VietnamTime.ZONE)).stream()
                .filter(other -> !other.id().equals(session.id()))
                .toList();
    }

    /** The sessions that want the same room or the same people at the same time; none once it was held. */
    public List<Conflict> conflicts(WorkingSession session) {
        var group = session.workingGroup();
        var time = session.time();
        return group == null || time == null || !TO_BE_HELD.contains(session.status())
                ? List.of()
                : conflicts.of(session, group, time, Objects.requireNonNullElse(session.room(), ""));
    }

    /** What the system itself knows of the ward's preparation, as sentences. */
    public List<String> facts(WorkingSession session) {
        return facts.of(session.congress());
    }

    /** Who is expected on the superior's side, by office: the working group and the office. */
    public List<String> expectedFromAbove(WorkingSession session) {
        return Stream.concat(
                        members(session).stream(),
                        members.holders(session.superior(), Role.SUPERIOR_OFFICE, today()).stream())
                .distinct()
                .map(members::displayName)
                .toList();
    }

    /** Who is expected on the ward's side, by office; whoever else was invited comes last. */
    public List<String> expectedFromWard(WorkingSession session) {
        return Stream.concat(
                        Stream.of(Role.WARD_SECRETARY, Role.WARD_DEPUTY, Role.WARD_OFFICE)
                                .flatMap(role -> members.holders(session.ward(), role, today()).stream())
                                .distinct()
                                .map(members::displayName),
                        session.participants().stream())
                .toList();
    }

    /** The superior's office schedules it. Taken rooms and people are named; it takes a reason to schedule all the same. */
    @Transactional
    public Verdict schedule(String id, Schedule schedule, String user) {
        return step(id, Role.SUPERIOR_OFFICE, PREPARING, user, session -> {
            var read = ScheduleRules.read(schedule.appointment(), today());
            var agenda = TypedText.optional("agenda", "Nội dung", schedule.agenda(), AGENDA_LENGTH);
            var participants = TypedText.optional(
                    "participants", "Thành phần mời thêm", schedule.participants(), PARTICIPANTS_LENGTH);
            var time = read.time();
            if (time == null) {
                return Objects.requireNonNull(read.fault());
            }
            var fault = TypedText.fault(agenda, participants);
            var group = schedule.workingGroup();
            if (fault == null) {
                fault = groupFault(session, group, time.startsAt().toLocalDate());
            }
            if (fault != null || group == null) {
                return Objects.requireNonNull(fault);
            }
            store.lockCalendar(session.superior());
            var clash = clash(session, group, time, read.room(), schedule.appointment());
            if (clash.fault() != null) {
                return clash.fault();
            }
            store.schedule(id, group, time, read.room(), agenda.text(), participants.text(), clash.reason(), now(user));
            audit(
                    session,
                    user,
                    "SESSION_SCHEDULED",
                    "Xếp lịch: " + time.text() + ", " + units.shortNameOf(group) + "." + clash.remark());
            return Verdict.done();
        });
    }

    private Verdict.@Nullable Refused groupFault(WorkingSession session, @Nullable String group, LocalDate on) {
        if (group == null
                || units.workingGroupsOf(session.ward(), on).stream()
                        .noneMatch(unit -> unit.id().equals(group))) {
            return Verdict.refused(
                    "workingGroup", "“Tổ công tác” phải là tổ được phân công theo dõi phường vào ngày làm việc.");
        }
        return members.holders(group, Role.WORKING_GROUP_HEAD, on).isEmpty()
                ? Verdict.refused(
                        "workingGroup", "“Tổ công tác” chưa có Tổ trưởng vào ngày làm việc nên không ai kết luận được.")
                : null;
    }

    /**
     * What comes of the conflicts of a time.
     *
     * @param reason why it stands all the same, null when there are none
     * @param remark for the log, empty when there are none
     * @param fault why it can't be so, null when it can
     */
    private record Clash(@Nullable String reason, String remark, Verdict.@Nullable Refused fault) {}

    private Clash clash(WorkingSession session, String group, SessionTime time, String room, Appointment typed) {
        var found = conflicts.of(session, group, time, room);
        if (found.isEmpty()) {
            return new Clash(null, "", null);
        }
        var sentences = found.stream().map(Conflict::sentence).collect(Collectors.joining("; "));
        if (!typed.despiteConflicts()) {
            return new Clash(
                    null,
                    "",
                    Verdict.refused(
                            "despiteConflicts",
                            sentences + ". Hãy chọn giờ khác, hoặc đánh dấu “Vẫn xếp lịch dù trùng” và ghi lý do."));
        }
        var why = TypedText.required("conflictReason", "Lý do vẫn xếp lịch", typed.conflictReason(), REASON_LENGTH);
        return new Clash(why.text(), " " + sentences + ". Vẫn xếp lịch: " + why.text(), why.fault());
    }

    /** The superior's office holds no session; needs a reason. */
    @Transactional
    public Verdict waive(String id, @Nullable String reason, String user) {
        return step(id, Role.SUPERIOR_OFFICE, PREPARING, user, session -> {
            var why = TypedText.required("waiveReason", "Lý do không tổ chức", reason, REASON_LENGTH);
            if (why.fault() != null) {
                return why.fault();
            }
            store.waive(id, why.text(), now(user));
            audit(session, user, "SESSION_WAIVED", "Không tổ chức buổi làm việc: " + why.text());
            return Verdict.done();
        });
    }

    /** It takes place at another time or in another room; needs a reason. Refused once the minutes are in. */
    @Transactional
    public Verdict move(String id, Appointment appointment, @Nullable String reason, String user) {
        var read = ScheduleRules.read(appointment, today());
        var why = TypedText.required("reason", "Lý do dời lịch", reason, REASON_LENGTH);
        var time = read.time();
        if (time == null) {
            return Objects.requireNonNull(read.fault());
        }
        return push(id, TO_BE_HELD, user, session -> why.fault(), running -> running.moved(id), session -> {
            store.lockCalendar(session.superior());
            var group = Objects.requireNonNull(session.workingGroup());
            var fault = groupFault(session, group, time.startsAt().toLocalDate());
            var clash = clash(session, group, time, read.room(), appointment);
            if (fault != null || clash.fault() != null) {
                return fault == null ? clash.fault() : fault;
            }
            store.move(id, time, read.room(), clash.reason(), now(user));
            audit(
                    session,
                    user,
                    "SESSION_MOVED",
                    "Dời buổi làm việc từ " + session.when() + " sang " + time.text() + ": " + why.text()
                            + clash.remark());
            return null;
        });
    }

    /** It is called off, at any step before its notice is issued; needs a reason. What was filed stays. */
    @Transactional
    public Verdict withdraw(String id, @Nullable String reason, String user) {
        var why = TypedText.required("reason", "Lý do thu hồi", reason, REASON_LENGTH);
        return push(id, RUNNING, user, session -> why.fault(), running -> running.withdrawn(id), session -> {
            store.end(id, SessionStatus.WITHDRAWN, why.text(), now(user));
            audit(session, user, "SESSION_WITHDRAWN", "Thu hồi buổi làm việc: " + why.text());
            return null;
        });
    }

    /** The ward reports its preparation, which opens the session. */
    @Transactional
    public Verdict report(String id, Report report, String user) {
        return step(id, Role.WARD_OFFICE, SCHEDULED, user, session -> {
            var results = TypedText.required("results", "Kết quả chuẩn bị", report.results(), RESULTS_LENGTH);
            var difficulties = TypedText.optional(
                    "difficulties", "Khó khăn, vướng mắc", report.difficulties(), DIFFICULTIES_LENGTH);
            var proposals =
                    TypedText.optional("proposals", "Kiến nghị với Tổ công tác", report.proposals(), PROPOSALS_LENGTH);
            var fault = TypedText.fault(results, difficulties, proposals);
            if (fault != null) {
                return fault;
            }
            var text = Stream.of(
                            facts.text(session.congress()),
                            part("Kết quả chuẩn bị", results),
                            part("Khó khăn, vướng mắc", difficulties),
                            part("Kiến nghị", proposals))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n\n"));
            store.report(id, text, now(user));
            audit(session, user, "SESSION_REPORTED", "Báo cáo công tác chuẩn bị.");
            return Verdict.done();
        });
    }

    private static String part(String heading, TypedText words) {
        return words.text().isEmpty() ? "" : heading + ":\n" + words.text();
    }

    /** The superior's office records the minutes, which ends the session: both sides are named. */
    @Transactional
    public Verdict record(String id, Minutes minutes, String user) {
        return step(id, Role.SUPERIOR_OFFICE, OPEN, user, session -> {
            var starts = Objects.requireNonNull(session.startsAt());
            if (today().isBefore(starts.toLocalDate())) {
                return Verdict.refused("Chưa đến ngày làm việc (" + session.when()
                        + "). Nếu đã họp sớm hơn, hãy dời lịch về ngày đã họp trước.");
            }
            var above = TypedText.required(
                    "groupPresent", "Tổ công tác và cấp trên có mặt", minutes.groupPresent(), PRESENT_LENGTH);
            var ward = TypedText.required("wardPresent", "Phường có mặt", minutes.wardPresent(), PRESENT_LENGTH);
            var course = TypedText.required("course", "Diễn biến buổi làm việc", minutes.course(), COURSE_LENGTH);
            var fault = TypedText.fault(above, ward, course);
            if (fault != null) {
                return fault;
            }
            store.record(id, above.text(), ward.text(), course.text(), now(user));
            audit(session, user, "SESSION_MINUTES_RECORDED", "Ghi biên bản buổi làm việc.");
            return Verdict.done();
        });
    }

    /** When the ward's report is due. */
    public Instant reportDue(String id) {
        return daysBefore(id, REPORT_DAYS_BEFORE, OFFICE_CLOSES);
    }

    /** When the ward is reminded of its report. */
    public Instant remindReportAt(String id) {
        return daysBefore(id, REMINDER_DAYS_BEFORE, OFFICE_OPENS);
    }

    /** When the session ends. */
    public Instant endsAt(String id) {
        return moment(Objects.requireNonNull(get(id).endsAt()));
    }

    /** When the superior's office is reminded of the minutes. */
    public Instant remindMinutesAt(String id) {
        return moment(nextWorkingDay(id).atTime(OFFICE_OPENS));
    }

    /** When the minutes are due. */
    public Instant minutesDue(String id) {
        return moment(nextWorkingDay(id).atTime(OFFICE_CLOSES));
    }

    private Instant daysBefore(String id, int days, LocalTime time) {
        var day = Objects.requireNonNull(get(id).startsAt()).toLocalDate();
        return moment(calendar.minusWorkingDays(day, days).atTime(time));
    }

    private LocalDate nextWorkingDay(String id) {
        return calendar.plusWorkingDays(Objects.requireNonNull(get(id).endsAt()).toLocalDate(), 1);
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(VietnamTime.ZONE).toInstant();
    }

    /** The ward is reminded of its report; safe to repeat. */
    @Transactional
    public void remindOfReport(String id) {
        var session = store.lock(id);
        if (session.status() == SessionStatus.SCHEDULED) {
            audit(session, AuditEntry.SYSTEM, "SESSION_REPORT_REMINDED", "Nhắc phường báo cáo công tác chuẩn bị.");
        }
    }

    /** The superior's office is reminded of the minutes; safe to repeat. */
    @Transactional
    public void remindOfMinutes(String id) {
        var session = store.lock(id);
        if (session.status() == SessionStatus.OPEN) {
            audit(session, AuditEntry.SYSTEM, "SESSION_MINUTES_REMINDED", "Nhắc ghi biên bản buổi làm việc.");
        }
    }

    /** Notes that the withdrawal went through; safe to repeat. */
    @Transactional
    public void withdrawn(String id) {
        audit(get(id), AuditEntry.SYSTEM, "SESSION_PROCESS_STOPPED", "Quy trình buổi làm việc đã dừng.");
    }

    /** In the transaction that calls off the congress. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        for (var one : store.ofCongress(event.congress())) {
            if (!store.lock(one.id()).status().ended()) {
                store.end(one.id(), SessionStatus.CANCELLED, null, event.cancelled());
            }
        }
    }

    /** Every step is taken by one role, from one place on the way, by one person at a time. */
    private Verdict step(
            String id, Role role, Set<SessionStatus> from, String user, Function<WorkingSession, Verdict> deed) {
        var session = store.lock(id);
        var fault = fault(session, role, from, user);
        return fault == null ? deed.apply(session) : fault;
    }

    /**
     * What the office does outside of a task moves the process. Its tasks are locked first and the session second, as
     * whoever completes a task locks them.
     *
     * @param deed gives what is wrong with it after all, null when it is done
     */
    private Verdict push(
            String id,
            Set<SessionStatus> from,
            String user,
            Function<WorkingSession, Verdict.@Nullable Refused> check,
            Predicate<SessionFlow> message,
            Function<WorkingSession, Verdict.@Nullable Refused> deed) {
        var session = get(id);
        var fault = fault(session, Role.SUPERIOR_OFFICE, from, user);
        var why = fault == null ? check.apply(session) : fault;
        if (why != null) {
            return why;
        }
        var running = flow.getIfAvailable();
        if (running == null || !message.test(running)) {
            return Verdict.refused("Buổi làm việc đang chuyển bước, chưa thực hiện được. Hãy thử lại sau ít phút.");
        }
        var locked = store.lock(id);
        var late = fault(locked, Role.SUPERIOR_OFFICE, from, user);
        if (late == null) {
            late = deed.apply(locked);
        }
        if (late != null) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return late;
        }
        return Verdict.done();
    }

    private Verdict.@Nullable Refused fault(WorkingSession session, Role role, Set<SessionStatus> from, String user) {
        if (!members.holds(user, role, unit(role, session), today())) {
            return Verdict.refused("Việc này thuộc về " + role.title() + ".");
        }
        return from.contains(session.status())
                ? null
                : Verdict.refused("Buổi làm việc đang ở trạng thái “"
                        + session.status().title() + "”" + doneBy(session) + ", bước này không còn thực hiện được.");
    }

    /** Who took the last step and when, so that whoever comes second knows whom to ask. */
    private String doneBy(WorkingSession session) {
        return Stream.of(session.ended(), session.recorded(), session.reported(), session.scheduled())
                .filter(Objects::nonNull)
                .findFirst()
                .map(last -> " (" + members.displayName(last.by()) + ", " + VietnamTime.moment(last.at()) + ")")
                .orElse("");
    }

    private static String unit(Role role, WorkingSession session) {
        return role.level() == RoleLevel.WARD ? session.ward() : session.superior();
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private void audit(WorkingSession session, String user, String action, String detail) {
        var role = members.holds(user, Role.SUPERIOR_OFFICE, session.superior(), today())
                ? Role.SUPERIOR_OFFICE
                : Role.WARD_OFFICE;
        audit.record(AuditEntry.of(user, action, "session:" + session.id(), detail)
                .standingInFor(substitutions
                        .representedBy(user, role, unit(role, session), today())
                        .orElse(null))
                .under(congresses.get(session.congress()).ruleSet()));
    }
}
