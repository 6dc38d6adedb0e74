package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.CongressPlan;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Contents;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Documents;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions.Wording;
import vn.daihoi.support.Instances;
import vn.daihoi.support.Publication;

/**
 * A ward of one test and a working group of its own, with sessions whose minutes are in. They are put into their table as
 * they stand then; a process runs only for those that {@link #run} says.
 */
public final class ConcludingWard {

    /** Password of everybody here. */
    public static final String PASSWORD = "demo";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final String BY = "test";
    private static final String SUPERIOR = "thanhuy";

    public final String id = "kl" + NUMBER.incrementAndGet();
    public final String group = "tct" + id;
    public final String office = "vanphong." + id;
    public final String secretary = "bithu." + id;
    public final String editor = "bientap." + id;
    public final String propaganda = "tuyengiao." + id;
    public final String head = "totruong." + id;
    public final String member = "thanhvien." + id;
    public final String superiorOffice = "vanphongtu." + id;
    public final String congress;
    public final String document;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final Timestamp now;
    private int sessions;

    private ConcludingWard(ApplicationContext context) {
        this.context = context;
        jdbc = context.getBean(JdbcClient.class);
        now = Timestamp.from(context.getBean(Clock.class).instant());
        var units = context.getBean(UnitChanges.class);
        done(units.add(unit(id, UnitKind.WARD, "Đảng bộ phường " + id, "Phường " + id), BY));
        done(units.add(unit(group, UnitKind.WORKING_GROUP, "Tổ công tác " + id, "Tổ " + id), BY));
        done(units.assignBody(group, id, BEGIN, null, BY));
        var roles = new ArrayList<NewRole>(List.of(
                role(office, Role.WARD_OFFICE, id),
                role(secretary, Role.WARD_SECRETARY, id),
                role(editor, Role.EDITOR, id),
                role(propaganda, Role.PROPAGANDA, id),
                role(head, Role.WORKING_GROUP_HEAD, group),
                role(member, Role.WORKING_GROUP_MEMBER, group),
                role(superiorOffice, Role.SUPERIOR_OFFICE, SUPERIOR)));
        context.getBean(Accounts.class)
                .openForDemo(
                        roles.stream()
                                .map(role -> new NewAccount(role.account(), "Tài khoản " + role.account(), BEGIN))
                                .toList(),
                        PASSWORD,
                        BY);
        roles.forEach(role -> done(context.getBean(RoleAssignments.class).assign(role, BY)));
        var congresses = context.getBean(Congresses.class);
        congress = ((Congresses.Opening.Opened) congresses.open("2025–2030", null, office))
                .congress()
                .id();
        var opensOn = today().plusDays(90);
        assertThat(congresses.plan(
                        congress,
                        new CongressPlan(opensOn, opensOn, "Hội trường", Contents.FOUR, "CT45-2025", null),
                        office))
                .isEqualTo(Verdict.done());
        assertThat(congresses.approvePlan(congress, secretary)).isEqualTo(Verdict.done());
        context.getBean(Documents.class).openAll(congress);
        document = context.getBean(Documents.class).openedIds(congress).get(0);
        new Publication(context).of(document, editor, "Mục tiêu thứ nhất.", "Mục tiêu thứ hai.");
    }

    /** Opens one. */
    public static ConcludingWard open(ApplicationContext context) {
        return new ConcludingWard(context);
    }

    /** Today in Vietnam. */
    public LocalDate today() {
        return VietnamTime.today(context.getBean(Clock.class));
    }

    /** A session that was held; a member filed two opinions on the document. */
    public String held() {
        var session = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into working_session (id, congress, ward, superior, number, status, working_group, starts_at,
                            ends_at, room, minutes, recorded_by, recorded_at, group_present, ward_present, created_at)
                        values (:id, :congress, :ward, :superior, :number, 'HELD', :group, timestamp '2026-11-20 14:00',
                            timestamp '2026-11-20 17:00', 'Hội trường', 'Đã họp.', :office, :at, 'Tổ trưởng', 'Bí thư Đảng ủy',
                            :at)""")
                .param("id", session)
                .param("congress", congress)
                .param("ward", id)
                .param("superior", SUPERIOR)
                .param("number", ++sessions)
                .param("group", group)
                .param("office", superiorOffice)
                .param("at", now)
                .update();
        opinion(session, OpinionType.ADD_TARGET, "Bổ sung chỉ tiêu chuyển đổi số.", "100% thủ tục trực tuyến");
        opinion(session, OpinionType.AMEND, "Viết gọn phần đánh giá.", "");
        return session;
    }

    /** Files an opinion on the document. */
    public void opinion(String session, OpinionType type, String text, String proposed) {
        jdbc.sql(
                        """
                        insert into opinion (session, type, document, version_number, clause_id, text, proposed, origin,
                            filed_by, filed_at)
                        values (:session, :type, :document, 1, 1, :text, :proposed, :origin, :by, :at)""")
                .param("session", session)
                .param("type", type.name())
                .param("document", document)
                .param("text", text)
                .param("proposed", proposed)
                .param("origin", UUID.randomUUID().toString())
                .param("by", member)
                .param("at", now)
                .update();
    }

    /** Writes an assessment and items for the editors and propaganda, and one without owner. */
    public void write(String session) {
        var conclusions = context.getBean(Conclusions.class);
        assertThat(conclusions.write(session, "Chuẩn bị tốt.", today().plusDays(30), 0, head))
                .isEqualTo(Verdict.done());
        item(session, Part.DOCUMENTS, "Bổ sung chỉ tiêu", Role.EDITOR);
        item(session, Part.PUBLICITY, "Đẩy mạnh tuyên truyền", Role.PROPAGANDA);
        item(session, Part.DIGITAL, "Ghi nhận kết quả chuyển đổi số", null);
    }

    /** Writes one item, due in ten days where it has an owner. */
    public String item(String session, Part part, String text, @org.jspecify.annotations.Nullable Role owner) {
        var item = UUID.randomUUID().toString();
        var wording = new Wording(part, text, owner, owner == null ? null : today().plusDays(10));
        assertThat(context.getBean(Conclusions.class).add(session, item, wording, head))
                .isEqualTo(Verdict.done());
        return item;
    }

    /** A session whose conclusion both sides have signed. */
    public String signed() {
        var session = held();
        write(session);
        var conclusions = context.getBean(Conclusions.class);
        assertThat(conclusions.conclude(session, head)).isEqualTo(Verdict.done());
        assertThat(conclusions.signForGroup(session, head)).isEqualTo(Verdict.done());
        assertThat(conclusions.signForWard(session, secretary)).isEqualTo(Verdict.done());
        return session;
    }

    /** The follow-ups of a session whose notice is issued: that of the editors, then that of propaganda. */
    public List<FollowUp> followUps() {
        var session = signed();
        context.getBean(Conclusions.class).issue(session);
        return context.getBean(FollowUps.class).ofSession(session);
    }

    /** Lets the process of a session run from the task of the head on. */
    public void run(String session) {
        run(session, "UserTask_Conclude");
    }

    /** Lets the process of a session run from this element on. */
    public void run(String session, String activity) {
        Instances.startBefore(
                context,
                "workingSession",
                session,
                activity,
                Map.of(
                        "wardId",
                        id,
                        "congressId",
                        congress,
                        "superiorId",
                        SUPERIOR,
                        "sessionId",
                        session,
                        "workingGroupId",
                        group));
    }

    /** Lets somebody stand in for the member from today on. */
    public void standInForMember(String substitute) {
        done(context.getBean(Substitutions.class)
                .record(
                        new Substitutions.NewSubstitution(
                                member,
                                substitute,
                                Role.WORKING_GROUP_MEMBER,
                                group,
                                today(),
                                today().plusDays(30),
                                "Đi công tác",
                                "Thường trực Thành ủy, thông báo số 2"),
                        BY));
    }

    /** How many instances run for a follow-up. */
    public long running(String followUp) {
        return context.getBean(EngineCommands.class).<Long>inside(() -> context.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey("followUp")
                .processInstanceBusinessKey(followUp)
                .count());
    }

    /** Gives another role in the ward. */
    public void also(String account, Role role) {
        done(context.getBean(RoleAssignments.class).assign(role(account, role, id), BY));
    }

    private static NewUnit unit(String id, UnitKind kind, String name, String shortName) {
        return new NewUnit(id, kind, name, shortName, null, null, 80, BEGIN, SUPERIOR);
    }

    private static NewRole role(String account, Role role, String unit) {
        return new NewRole(account, role, unit, BEGIN, null);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
