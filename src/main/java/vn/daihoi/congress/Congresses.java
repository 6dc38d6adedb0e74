package vn.daihoi.congress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.engine.Identities;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * The congresses of the wards and everything that is decided about them. Forms and pages alike come through here, so what
 * a person may not do is refused here, whichever way they came. An expected "no" is returned, never thrown.
 */
@Service
public class Congresses {

    private static final int REASON_LENGTH = 2000;

    private final CongressRepository repository;
    private final JdbcAggregateTemplate template;
    private final RuleSets ruleSets;
    private final Units units;
    private final Members members;
    private final Substitutions substitutions;
    private final Identities identities;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final ObjectProvider<CongressFlow> flow;
    private final ObjectProvider<Stream> streams;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Congresses(
            CongressRepository repository,
            JdbcAggregateTemplate template,
            RuleSets ruleSets,
            Units units,
            Members members,
            Substitutions substitutions,
            Identities identities,
            WorkingCalendar calendar,
            AuditLog audit,
            // both are implemented above and know this service themselves
            ObjectProvider<CongressFlow> flow,
            ObjectProvider<Stream> streams,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.template = template;
        this.ruleSets = ruleSets;
        this.units = units;
        this.members = members;
        this.substitutions = substitutions;
        this.identities = identities;
        this.calendar = calendar;
        this.audit = audit;
        this.flow = flow;
        this.streams = streams;
        this.events = events;
        this.clock = clock;
    }

    /** What became of the wish to open a congress. */
    public sealed interface Opening {

        /** It is opened and stored. */
        record Opened(Congress congress) implements Opening {}

        /** It is not; see {@link Verdict.Refused}. */
        record Refused(String field, String message) implements Opening {}
    }

    /**
     * Opens a congress.
     *
     * @param term the term of office as typed
     * @param wardCode id of the ward, null or blank for the only ward whose office the user is
     * @param user who asks
     */
    @Transactional
    public Opening open(String term, @Nullable String wardCode, String user) {
        var normal = Term.normalise(term);
        if (normal.isEmpty()) {
            return new Opening.Refused(
                    "term", "“Nhiệm kỳ” phải ghi năm đầu và năm cuối, năm đầu nhỏ hơn năm cuối, ví dụ: 2025–2030.");
        }
        var mine = members.unitsWhere(user, Role.WARD_OFFICE, VietnamTime.today(clock));
        var code = wardCode == null ? "" : wardCode.strip();
        if (mine.isEmpty()) {
            return new Opening.Refused(
                    "wardCode", "Đồng chí không thuộc Văn phòng Đảng ủy phường nào nên không mở được hồ sơ đại hội.");
        }
        if (code.isEmpty() && mine.size() > 1) {
            return new Opening.Refused(
                    "wardCode", "Đồng chí làm việc ở nhiều phường, hãy ghi “Mã phường”: " + codes(mine) + ".");
        }
        var ward = code.isEmpty()
                ? Optional.of(mine.get(0))
                : mine.stream().filter(unit -> unit.id().equalsIgnoreCase(code)).findFirst();
        return ward.<Opening>map(unit -> open(unit, normal.get(), user))
                .orElseGet(() -> new Opening.Refused(
                        "wardCode", "“Mã phường” phải là phường mà đồng chí làm việc: " + codes(mine) + "."));
    }

    /** Stores the plan and hands it to the secretary. */
    @Transactional
    public Verdict plan(String id, CongressPlan plan, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        if (!congress.status().mayBecome(CongressStatus.SUBMITTED)) {
            return overtaken(congress);
        }
        if (plan.openingDate().isBefore(VietnamTime.today(clock))) {
            return Verdict.refused("openingDate", "“Ngày khai mạc” không được ở trong quá khứ.");
        }
        if (plan.closingDate().isBefore(plan.openingDate())) {
            return Verdict.refused("closingDate", "“Ngày bế mạc” không được trước “Ngày khai mạc”.");
        }
        if (!ruleSets.knows(plan.ruleSet())) {
            return Verdict.refused("ruleSet", "“Bộ quy tắc áp dụng” phải là một bộ quy tắc có trong danh sách.");
        }
        repository.save(congress.submit(plan, now(user)));
        log(
                congress,
                user,
                Role.WARD_OFFICE,
                "CONGRESS_PLAN_SUBMITTED",
                "Trình kế hoạch đại hội lần " + (congress.round() + 1) + ".",
                plan.ruleSet());
        return Verdict.done();
    }

    /** The secretary lets the plan stand. */
    @Transactional
    public Verdict approvePlan(String id, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!congress.status().mayBecome(CongressStatus.APPROVED)) {
            return overtaken(congress);
        }
        repository.save(congress.approve(now(user)));
        log(
                congress,
                user,
                Role.WARD_SECRETARY,
                "CONGRESS_PLAN_APPROVED",
                "Phê duyệt kế hoạch đại hội.",
                congress.ruleSet());
        return Verdict.done();
    }

    /** The secretary sends the plan back; that needs a reason. */
    @Transactional
    public Verdict returnPlan(String id, @Nullable String reason, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!congress.status().mayBecome(CongressStatus.RETURNED)) {
            return overtaken(congress);
        }
        if (reason == null || reason.isBlank()) {
            return Verdict.refused("reason", "Khi trả lại kế hoạch phải ghi “Lý do trả lại”.");
        }
        repository.save(congress.sendBack(reason.strip()));
        log(
                congress,
                user,
                Role.WARD_SECRETARY,
                "CONGRESS_PLAN_RETURNED",
                "Trả lại kế hoạch đại hội: " + reason.strip(),
                congress.ruleSet());
        return Verdict.done();
    }

    /**
     * Notes that the cells have been asked to hold their congresses; safe to repeat.
     *
     * @throws IllegalStateException when the plan does not stand
     */
    @Transactional
    public Congress cellsOpened(String id) {
        var congress = get(id);
        return congress.status() == CongressStatus.CELLS_RUNNING ? congress : repository.save(congress.cellsOpened());
    }

    /**
     * The secretary confirms that the congress can be held; refused while a stream stands in the way by the rule set. The
     * streams count what is left to do; which of that blocks is for the decision table {@code readiness} to say.
     */
    @Transactional
    public Verdict confirmReadiness(String id, @Nullable String note, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!congress.status().mayBecome(CongressStatus.READY)) {
            return overtaken(congress);
        }
        var blockers = blockers(congress);
        if (!blockers.isEmpty()) {
            return Verdict.refused("Chưa xác nhận sẵn sàng được: " + String.join(" ", blockers));
        }
        repository.save(congress.confirmReady(note == null || note.isBlank() ? null : note.strip(), now(user)));
        log(
                congress,
                user,
                Role.WARD_SECRETARY,
                "CONGRESS_READY",
                "Xác nhận sẵn sàng tổ chức đại hội.",
                congress.ruleSet());
        return Verdict.done();
    }

    /** The secretary calls the congress off; everything running for it stops in the same transaction. */
    @Transactional
    public Verdict cancel(String id, @Nullable String reason, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        if (!congress.running()) {
            return Verdict.refused(
                    "Đại hội đang ở trạng thái “" + congress.status().title() + "” nên không hủy được.");
        }
        var why = reason == null ? "" : reason.strip();
        var fault = reasonFault(why, "Lý do hủy");
        if (fault != null) {
            return fault;
        }
        // the tasks first and the records second, as whoever completes a task locks them
        flow.ifAvailable(running -> running.cancelled(id));
        var by = now(user);
        repository.save(congress.cancel(why, by));
        events.publishEvent(new CongressCancelled(id, why, by));
        log(congress, user, Role.WARD_SECRETARY, "CONGRESS_CANCELLED", "Hủy đại hội: " + why, congress.ruleSet());
        return Verdict.done();
    }

    /** Notes that the process has come to rest after a cancellation. */
    @Transactional
    public void cancellationRecorded(String id) {
        var congress = get(id);
        log(
                congress,
                AuditEntry.SYSTEM,
                Role.WARD_SECRETARY,
                "CONGRESS_PROCESS_STOPPED",
                "Quy trình chuẩn bị đại hội đã dừng.",
                congress.ruleSet());
    }

    /** The secretary puts the congress under another rule set; that needs a reason and is logged. */
    @Transactional
    public Verdict switchRuleSet(String id, String tag, @Nullable String reason, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_SECRETARY)) {
            return forbidden(Role.WARD_SECRETARY);
        }
        var former = congress.ruleSet();
        if (former == null || !congress.running()) {
            return Verdict.refused("Chỉ chuyển được bộ quy tắc khi đại hội đã có kế hoạch và còn đang chuẩn bị.");
        }
        if (!ruleSets.knows(tag)) {
            return Verdict.refused("ruleSet", "“Bộ quy tắc mới” phải là một bộ quy tắc có trong danh sách.");
        }
        if (former.equals(tag)) {
            return Verdict.refused("ruleSet", "“Bộ quy tắc mới” phải khác bộ quy tắc đang áp dụng.");
        }
        var why = reason == null ? "" : reason.strip();
        var fault = reasonFault(why, "Lý do chuyển");
        if (fault != null) {
            return fault;
        }
        repository.save(congress.under(tag));
        log(
                congress,
                user,
                Role.WARD_SECRETARY,
                "CONGRESS_RULE_SET_SWITCHED",
                "Chuyển bộ quy tắc từ " + former + " sang " + tag + ": " + why,
                tag);
        return Verdict.done();
    }

    /**
     * Takes one more unit into a stream of a congress; the stream itself decides, in a transaction of its own that it may
     * roll back.
     *
     * @param stream code of the stream
     * @param unit id of the unit
     */
    public Verdict addUnit(String id, String stream, String unit, String user) {
        var congress = get(id);
        if (!may(user, congress, Role.WARD_OFFICE)) {
            return forbidden(Role.WARD_OFFICE);
        }
        return streams.stream()
                .filter(one -> one.key().equals(stream))
                .findFirst()
                .map(one -> one.add(congress, unit, user))
                .orElseGet(() -> Verdict.refused("Không có luồng công việc này."));
    }

    /** Lets the running process take in one more cell; false when the stream of the cells is not open. */
    public boolean letUnitJoin(String congress, String cellCongress) {
        var running = flow.getIfAvailable();
        return running != null && running.unitAdded(congress, cellCongress);
    }

    /** Lets the running process take in one more document, unless it isn't open to that or a stream speaks against it. */
    public Verdict letDocumentJoin(String congress, String document) {
        var joined = get(congress);
        var fault = streams.stream()
                .map(stream -> stream.documentFault(joined))
                .filter(Objects::nonNull)
                .findFirst();
        if (fault.isPresent()) {
            return fault.get();
        }
        var running = flow.getIfAvailable();
        return running != null && running.documentAdded(congress, document)
                ? Verdict.done()
                : Verdict.refused("Việc chuẩn bị văn kiện chưa mở hoặc đã kết thúc, không bổ sung được văn kiện.");
    }

    /** The congress with this id. */
    @Transactional(readOnly = true)
    public Optional<Congress> find(String id) {
        return repository.findById(id);
    }

    /**
     * The congress with this id, which something already refers to.
     *
     * @throws IllegalArgumentException when there is none
     */
    @Transactional(readOnly = true)
    public Congress get(String id) {
        return repository.findById(id).orElseThrow(() -> new IllegalArgumentException("No congress " + id));
    }

    /** The congress with this id if the person may see it: one of a ward they work in or look after. */
    @Transactional(readOnly = true)
    public Optional<Congress> visible(String id, String user) {
        return find(id).filter(congress -> identities.tenantsOf(user).contains(congress.ward()));
    }

    /** All congresses the person may see, the standing ones first, the newest first. */
    @Transactional(readOnly = true)
    public List<Congress> visible(String user) {
        var wards = identities.tenantsOf(user);
        return wards.isEmpty() ? List.of() : repository.ofWards(wards);
    }

    /** What each stream reports for a congress, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Stream.Report> reports(Congress congress) {
        return streams.stream()
                .map(stream -> stream.report(congress))
                .sorted(Comparator.comparing(Stream.Report::key))
                .toList();
    }

    /** Vietnamese sentences that say what stands in the way of readiness; none before there is a plan. */
    @Transactional(readOnly = true)
    public List<String> blockers(Congress congress) {
        var tag = congress.ruleSet();
        return tag == null ? List.of() : blockersUnder(congress, tag);
    }

    /** What would stand in the way of readiness under another rule set. */
    @Transactional(readOnly = true)
    public List<String> blockersUnder(Congress congress, String tag) {
        var sentences = new ArrayList<String>();
        for (var report : reports(congress)) {
            var rule = ruleSets.readiness(tag, report.key(), report.blockers().size());
            if (rule.blocks()) {
                sentences.add(rule.message());
                sentences.addAll(report.blockers());
            }
        }
        sentences.removeIf(String::isBlank);
        return List.copyOf(sentences);
    }

    /** Remarks on the plan according to the rule set it is pinned to; none before there is a plan. */
    @Transactional(readOnly = true)
    public List<String> findings(Congress congress) {
        var tag = congress.ruleSet();
        return tag == null ? List.of() : findingsUnder(congress, tag);
    }

    /** What the remarks would be under another rule set, so that one sees what switching changes. */
    @Transactional(readOnly = true)
    public List<String> findingsUnder(Congress congress, String tag) {
        var plan = congress.plan();
        if (plan == null || !ruleSets.knows(tag)) {
            return List.of();
        }
        var submitted = congress.submitted();
        LocalDate announced = submitted == null ? VietnamTime.today(clock) : VietnamTime.dayOf(submitted.at());
        return RuleFindings.of(
                plan,
                ruleSets.rules(tag, CongressLevel.WARD),
                announced,
                units.memberCountOf(congress.ward(), announced),
                calendar);
    }

    /**
     * Who takes part in the congress by the number of its members, under the rule set it is pinned to.
     *
     * @throws IllegalStateException when it has no plan yet
     */
    @Transactional(readOnly = true)
    public CongressForm form(Congress congress) {
        var tag = congress.ruleSet();
        if (tag == null) {
            throw new IllegalStateException("Congress " + congress.id() + " has no plan");
        }
        return formUnder(congress, tag);
    }

    /** The same under another rule set; delegates where it knows no threshold, since they need the longer dossier. */
    @Transactional(readOnly = true)
    public CongressForm formUnder(Congress congress, String tag) {
        var threshold = ruleSets.rules(tag, CongressLevel.WARD).delegateThreshold();
        return threshold == null || units.memberCountOf(congress.ward(), VietnamTime.today(clock)) >= threshold
                ? CongressForm.DELEGATES
                : CongressForm.ALL_MEMBERS;
    }

    /** What a congress is called on the screen. */
    @Transactional(readOnly = true)
    public String title(Congress congress) {
        var ward = units.nameOf(congress.ward());
        return "Đại hội " + ward + " nhiệm kỳ " + congress.term();
    }

    /** Whether the person holds this role in the ward of the congress today. */
    @Transactional(readOnly = true)
    public boolean may(String user, Congress congress, Role role) {
        return members.holds(user, role, congress.ward(), VietnamTime.today(clock));
    }

    /**
     * A deed as it is logged: for whom it was done by somebody who stands in, and under which rule set.
     *
     * @param role of the ward, in which it was done
     */
    @Transactional(readOnly = true)
    public AuditEntry deed(Congress congress, Role role, AuditEntry entry) {
        return entry.standingInFor(substitutions
                        .representedBy(entry.who(), role, congress.ward(), VietnamTime.today(clock))
                        .orElse(null))
                .under(congress.ruleSet());
    }

    private Opening open(Unit ward, String term, String user) {
        var taken = new Opening.Refused(
                "term", ward.name() + " đã có hồ sơ đại hội “Nhiệm kỳ” " + term + "; mỗi nhiệm kỳ chỉ mở một hồ sơ.");
        if (repository.standing(ward.id(), term)) {
            return taken;
        }
        var congress = Congress.open(UUID.randomUUID().toString(), ward.id(), term, now(user));
        try {
            // the template does not mark the surrounding transaction the way a repository does when two are equally
            // fast
            var stored = template.insert(congress);
            log(stored, user, Role.WARD_OFFICE, "CONGRESS_OPENED", "Mở hồ sơ đại hội nhiệm kỳ " + term + ".", null);
            return new Opening.Opened(stored);
        } catch (DuplicateKeyException | DbActionExecutionException race) {
            if (race instanceof DuplicateKeyException || race.getCause() instanceof DuplicateKeyException) {
                return taken;
            }
            throw race;
        }
    }

    private Signed now(String user) {
        return new Signed(user, clock.instant());
    }

    private void log(Congress congress, String who, Role role, String action, String detail, @Nullable String ruleSet) {
        var entry = AuditEntry.of(who, action, "congress:" + congress.id(), detail);
        audit.record(deed(congress, role, entry).under(ruleSet));
    }

    private static String codes(List<Unit> wards) {
        return String.join(", ", wards.stream().map(Unit::id).toList());
    }

    private static Verdict forbidden(Role role) {
        return Verdict.refused("Việc này thuộc về " + role.title() + ".");
    }

    private static Verdict overtaken(Congress congress) {
        return Verdict.refused(
                "Đại hội đang ở trạng thái “" + congress.status().title() + "”, bước này không còn thực hiện được.");
    }

    private static Verdict.@Nullable Refused reasonFault(String reason, String label) {
        if (reason.isEmpty()) {
            return Verdict.refused("reason", "Phải ghi “" + label + "”.");
        }
        return reason.length() > REASON_LENGTH
                ? Verdict.refused("reason", "“" + label + "” dài quá " + REASON_LENGTH + " ký tự.")
                : null;
    }
}
