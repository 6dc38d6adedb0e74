package vn.daihoi.cell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.cell.CellHistory.Kind;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * The congresses of the cells and everything that is decided about them. Forms and pages alike come through here. An
 * expected "no" is returned, never thrown.
 */
@Service
public class CellCongresses {

    // A result is expected on the working day after the planned one; two working days later the ward is told.
    private static final int REPORT_DAYS = 1;
    private static final int ESCALATION_DAYS = 3;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING_TIME = LocalTime.of(17, 0);

    private final CellCongressRepository repository;
    private final CellHistory history;
    private final Congresses congresses;
    private final Units units;
    private final Members members;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock clock;

    CellCongresses(
            CellCongressRepository repository,
            CellHistory history,
            Congresses congresses,
            Units units,
            Members members,
            WorkingCalendar calendar,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.congresses = congresses;
        this.units = units;
        this.members = members;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens one congress for every cell of the ward; cells that have one keep it, so this is safe to repeat. */
    @Transactional
    public void openAll(String congress) {
        var ward = congresses.cellsOpened(congress).ward();
        var opened = repository.findByCongress(congress).stream()
                .map(CellCongress::cell)
                .toList();
        for (var cell : units.cellsOf(ward, today())) {
            if (!opened.contains(cell.id())) {
                open(congress, cell.id(), AuditEntry.SYSTEM);
            }
        }
    }

    /** Ids of those opened with the congress, in the order of the units. */
    @Transactional(readOnly = true)
    public List<String> openedIds(String congress) {
        var opened = repository.findByCongress(congress);
        var order = units.cellsOf(congresses.get(congress).ward(), today()).stream()
                .map(Unit::id)
                .toList();
        return opened.stream()
                .sorted(Comparator.<CellCongress>comparingInt(cell -> place(order, cell))
                        .thenComparing(CellCongress::cell))
                .map(CellCongress::id)
                .toList();
    }

    /** Opens the congress of a cell that joined later, and lets the running process take it in. */
    @Transactional
    public Verdict add(String congress, String cell, String user) {
        var ward = congresses.get(congress);
        if (!congresses.may(user, ward, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        if (ward.status() != CongressStatus.CELLS_RUNNING) {
            return Verdict.refused("Chỉ bổ sung được chi bộ khi đại hội các chi bộ đang tiến hành.");
        }
        if (units.cellsOf(ward.ward(), today()).stream()
                .noneMatch(unit -> unit.id().equals(cell))) {
            return Verdict.refused("unit", "“Chi bộ” phải là chi bộ trực thuộc của phường.");
        }
        if (repository.findByCongress(congress).stream()
                .anyMatch(one -> one.cell().equals(cell))) {
            return Verdict.refused("unit", "“Chi bộ” này đã có trong đợt đại hội.");
        }
        var added = open(congress, cell, user);
        if (!congresses.letUnitJoin(congress, added.id())) {
            // stored first, because the process looks the cell up as it starts; without a process it must not stay
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Verdict.refused("Đại hội các chi bộ chưa mở hoặc đã kết thúc, không bổ sung được chi bộ.");
        }
        audit(
                ward,
                added,
                user,
                Role.WARD_OFFICE,
                "CELL_CONGRESS_ADDED",
                "Bổ sung chi bộ " + cell + " vào đợt đại hội.");
        return Verdict.done();
    }

    /** Stores the plan of a cell and hands it to the ward office. */
    @Transactional
    public Verdict plan(String id, CellPlan plan, String user) {
        var cell = get(id);
        if (!holds(user, cell)) {
            return forbidden(Role.CELL_SECRETARY);
        }
        if (!cell.status().mayBecome(CellStatus.PLAN_SUBMITTED)) {
            return overtaken(cell);
        }
        if (plan.plannedDate().isBefore(today())) {
            return Verdict.refused("plannedDate", "“Ngày dự kiến tổ chức” không được ở trong quá khứ.");
        }
        store(cell.submit(plan), Kind.PLANNED, user, "Dự kiến ngày " + VietnamTime.day(plan.plannedDate()) + ".");
        return Verdict.done();
    }

    /** The ward office lets the plan stand. */
    @Transactional
    public Verdict clearPlan(String id, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        if (!cell.status().mayBecome(CellStatus.CLEARED)) {
            return overtaken(cell);
        }
        audit(
                congress,
                store(cell.clear(), Kind.PLAN_CLEARED, user, ""),
                user,
                Role.WARD_OFFICE,
                "CELL_PLAN_CLEARED",
                "Duyệt kế hoạch.");
        return Verdict.done();
    }

    /** The ward office sends the plan back; that needs a reason. */
    @Transactional
    public Verdict returnPlan(String id, @Nullable String reason, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        if (cell.status() != CellStatus.PLAN_SUBMITTED) {
            return overtaken(cell);
        }
        var why = stripped(reason);
        if (why.isEmpty()) {
            return Verdict.refused("reason", "Khi trả lại kế hoạch phải ghi “Lý do trả lại”.");
        }
        audit(
                congress,
                store(cell.sendPlanBack(why), Kind.PLAN_RETURNED, user, why),
                user,
                Role.WARD_OFFICE,
                "CELL_PLAN_RETURNED",
                "Trả lại kế hoạch: " + why);
        return Verdict.done();
    }

    /** The cell reports what came of its congress; a re-vote or a postponement needs a reason. */
    @Transactional
    public Verdict report(String id, CellReport report, @Nullable String reason, String user) {
        var cell = get(id);
        if (!holds(user, cell)) {
            return forbidden(Role.CELL_SECRETARY);
        }
        if (!cell.status().mayBecome(CellStatus.REPORTED)) {
            return overtaken(cell);
        }
        var fault = ReportRules.fault(report, reason, today());
        if (fault != null) {
            return fault;
        }
        if (report.outcome() == CellOutcome.HELD) {
            store(cell.held(report), Kind.REPORTED, user, describe(report));
        } else {
            var why = stripped(reason);
            store(cell.again(report, why), Kind.REPORTED, user, describe(report) + " Lý do: " + why);
        }
        return Verdict.done();
    }

    /** The ward office finds the result file complete; refused while the number of the minutes is missing. */
    @Transactional
    public Verdict checkComplete(String id, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        var report = cell.report();
        if (!cell.status().mayBecome(CellStatus.CHECKED) || report == null) {
            return overtaken(cell);
        }
        if (stripped(report.minutesNumber()).isEmpty()) {
            return Verdict.refused(
                    "decision", "“Hồ sơ kết quả” chưa đầy đủ: chi bộ chưa ghi “Số biên bản”. Hãy trả lại để bổ sung.");
        }
        audit(
                congress,
                store(cell.checked(), Kind.CHECKED, user, ""),
                user,
                Role.WARD_OFFICE,
                "CELL_RESULT_CHECKED",
                "Hồ sơ kết quả đầy đủ.");
        return Verdict.done();
    }

    /** The ward office sends the result file back; that needs to say what is missing. */
    @Transactional
    public Verdict checkIncomplete(String id, @Nullable String reason, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        if (!cell.status().mayBecome(CellStatus.INCOMPLETE)) {
            return overtaken(cell);
        }
        var why = stripped(reason);
        if (why.isEmpty()) {
            return Verdict.refused("reason", "Khi trả lại hồ sơ phải ghi “Phần còn thiếu”.");
        }
        audit(
                congress,
                store(cell.sendReportBack(why, today()), Kind.INCOMPLETE, user, why),
                user,
                Role.WARD_OFFICE,
                "CELL_RESULT_INCOMPLETE",
                "Trả lại hồ sơ kết quả: " + why);
        return Verdict.done();
    }

    /** The ward secretary recognises the result: from now on the cell counts. */
    @Transactional
    public Verdict recognise(String id, String decisionNumber, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!cell.status().mayBecome(CellStatus.RECOGNISED)) {
            return overtaken(cell);
        }
        audit(
                congress,
                store(cell.recognise(decisionNumber), Kind.RECOGNISED, user, "Quyết định số " + decisionNumber + "."),
                user,
                Role.WARD_SECRETARY,
                "CELL_RESULT_RECOGNISED",
                "Chuẩn y kết quả, quyết định số " + decisionNumber + ".");
        return Verdict.done();
    }

    /** The ward secretary annuls the result, so that the vote is repeated; that needs a reason. */
    @Transactional
    public Verdict annul(String id, String decisionNumber, @Nullable String reason, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (cell.status() != CellStatus.CHECKED) {
            return overtaken(cell);
        }
        var why = stripped(reason);
        if (why.isEmpty()) {
            return Verdict.refused("reason", "Khi không chuẩn y phải ghi “Lý do không chuẩn y”.");
        }
        var detail = "Quyết định số " + decisionNumber + ": " + why;
        audit(
                congress,
                store(cell.annul(decisionNumber, why), Kind.ANNULLED, user, detail),
                user,
                Role.WARD_SECRETARY,
                "CELL_RESULT_ANNULLED",
                "Không chuẩn y kết quả. " + detail);
        return Verdict.done();
    }

    /** Notes what the ward office did to get the report of a late cell. */
    @Transactional
    public Verdict chase(String id, String action, String user) {
        var cell = get(id);
        var congress = congresses.get(cell.congress());
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        history.add(cell, Kind.CHASED, user, action.strip());
        return Verdict.done();
    }

    /** Notes that the cell was reminded of its report. */
    @Transactional
    public void remind(String id) {
        history.add(get(id), Kind.REMINDED, AuditEntry.SYSTEM, "");
    }

    /** Calls off what still runs, in the transaction that calls off the ward's congress. Recognised results stay. */
    @EventListener
    @Transactional
    void on(CongressCancelled event) {
        for (var cell : repository.findByCongress(event.congress())) {
            if (cell.status().mayBecome(CellStatus.CANCELLED)) {
                store(
                        cell.cancel(event.reason()),
                        Kind.CANCELLED,
                        event.cancelled().by(),
                        event.reason());
            }
        }
    }

    /** By when the report is due: closing time of the working day after the planned one. */
    @Transactional(readOnly = true)
    public Instant reportDue(String id) {
        return at(id, REPORT_DAYS, CLOSING_TIME);
    }

    /** When the cell is reminded: on the morning of the day the report is due. */
    @Transactional(readOnly = true)
    public Instant reminderAt(String id) {
        return at(id, REPORT_DAYS, MORNING);
    }

    /** When the ward office is told to chase the cell up: on the morning of the third working day. */
    @Transactional(readOnly = true)
    public Instant escalationAt(String id) {
        return at(id, ESCALATION_DAYS, MORNING);
    }

    /** Whether the report of this cell is overdue. */
    boolean late(CellCongress cell) {
        var from = cell.awaitedFrom();
        return from != null && clock.instant().isAfter(moment(from, REPORT_DAYS, CLOSING_TIME));
    }

    /** The cell's congress with this id. */
    @Transactional(readOnly = true)
    public Optional<CellCongress> find(String id) {
        return repository.findById(id);
    }

    /**
     * The cell's congress with this id, which something already refers to.
     *
     * @throws IllegalArgumentException when there is none
     */
    @Transactional(readOnly = true)
    public CellCongress get(String id) {
        return repository.findById(id).orElseThrow(() -> new IllegalArgumentException("No cell congress " + id));
    }

    /** What the cell is called on the screen. */
    public String name(CellCongress cell) {
        return units.nameOf(cell.cell());
    }

    /** What the reader of a report should look at twice; empty when nothing. */
    public List<String> remarks(CellCongress cell) {
        var report = cell.report();
        var known = units.find(cell.cell()).map(Unit::memberCount);
        if (report == null || report.convened() == null || known.isEmpty() || report.convened() <= known.get()) {
            return List.of();
        }
        return List.of("số đảng viên được triệu tập (" + report.convened() + ") nhiều hơn số đảng viên của chi bộ ("
                + known.get() + ").");
    }

    private CellCongress open(String congress, String cell, String user) {
        var opened = CellCongress.open(UUID.randomUUID().toString(), congress, cell, clock.instant());
        return store(opened, Kind.OPENED, user, "");
    }

    private CellCongress store(CellCongress cell, Kind kind, String user, String detail) {
        var stored = repository.save(cell);
        history.add(stored, kind, user, detail);
        return stored;
    }

    private void audit(Congress congress, CellCongress cell, String user, Role role, String action, String detail) {
        audit.record(congresses.deed(congress, role, AuditEntry.of(user, action, "cellCongress:" + cell.id(), detail)));
    }

    private boolean holds(String user, CellCongress cell) {
        return members.holds(user, Role.CELL_SECRETARY, cell.cell(), today());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private Instant at(String id, int workingDays, LocalTime time) {
        var cell = get(id);
        var from = cell.awaitedFrom();
        if (from == null) {
            throw new IllegalStateException("Cell congress " + id + " is " + cell.status() + ", no report is awaited");
        }
        return moment(from, workingDays, time);
    }

    private Instant moment(LocalDate from, int workingDays, LocalTime time) {
        return calendar.plusWorkingDays(from, workingDays)
                .atTime(time)
                .atZone(VietnamTime.ZONE)
                .toInstant();
    }

    private static int place(List<String> order, CellCongress cell) {
        var place = order.indexOf(cell.cell());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static String describe(CellReport report) {
        var held = report.heldOn();
        return report.outcome().title()
                + (held == null ? "." : " ngày " + VietnamTime.day(held) + ".")
                + (report.convened() == null
                        ? ""
                        : " Triệu tập " + report.convened() + ", có mặt " + report.present() + ".")
                + (report.minutesNumber() == null ? "" : " Biên bản số " + report.minutesNumber() + ".");
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Verdict forbidden(Role role) {
        return Verdict.refused("Việc này thuộc về " + role.title() + ".");
    }

    private static Verdict overtaken(CellCongress cell) {
        return Verdict.refused(
                "Đại hội chi bộ đang ở trạng thái “" + cell.status().title() + "”, bước này không còn thực hiện được.");
    }
}
