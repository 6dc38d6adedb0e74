package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.review.process.WorkingSessionProcess;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;

/** A ward of one test with a working group of its own and a session that waits to be scheduled, its process running. */
final class SessionWard {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final String SUPERIOR = "thanhuy";
    private static final String BY = "test";

    final RoundWard ward;
    final String group;
    final String above;
    final String head;
    final String member;
    final String newcomer;
    final String session;
    final LocalDate today;

    private final ApplicationContext context;
    private final WorkingSessions sessions;

    SessionWard(ApplicationContext context) {
        this.context = context;
        sessions = context.getBean(WorkingSessions.class);
        today = VietnamTime.today(context.getBean(Clock.class));
        ward = RoundWard.open(context, "Mục tiêu chung của nhiệm kỳ.", "Chỉ tiêu kinh tế.");
        group = "tct" + ward.id;
        above = "vanphongtu." + ward.id;
        head = "totruong." + ward.id;
        member = "thanhvien." + ward.id;
        newcomer = "nguoimoi." + ward.id;
        var units = context.getBean(UnitChanges.class);
        done(units.add(
                new NewUnit(
                        group,
                        UnitKind.WORKING_GROUP,
                        "Tổ công tác " + ward.id,
                        "Tổ " + ward.id,
                        null,
                        null,
                        80,
                        BEGIN,
                        SUPERIOR),
                BY));
        done(units.assignBody(group, ward.id, BEGIN, null, BY));
        context.getBean(Accounts.class)
                .openForDemo(
                        List.of(account(above), account(head), account(member), account(newcomer)),
                        RoundWard.PASSWORD,
                        BY);
        assign(above, Role.SUPERIOR_OFFICE, SUPERIOR, BEGIN);
        assign(head, Role.WORKING_GROUP_HEAD, group, BEGIN);
        assign(member, Role.WORKING_GROUP_MEMBER, group, BEGIN);
        session = sessions.prepare(ward.congress);
        context.getBean(RunningProcesses.class)
                .start(
                        WorkingSessionProcess.KEY,
                        session,
                        ward.id,
                        ProcessValues.of(Variables.WARD_ID, ward.id)
                                .and(Variables.CONGRESS_ID, ward.congress)
                                .and(Variables.SUPERIOR_ID, SUPERIOR)
                                .and(Variables.SESSION_ID, session));
    }

    WorkingSession now() {
        return sessions.get(session);
    }

    Appointment at(LocalDate day, String room) {
        return new Appointment(day, DayPart.MORNING, null, null, room, false, null);
    }

    WorkingSessions.Schedule schedule(Appointment appointment) {
        return new WorkingSessions.Schedule(group, appointment, null, null);
    }

    /** Schedules it for today, in a room of its own. */
    void scheduled() {
        assertThat(sessions.schedule(session, schedule(at(today, "Phòng " + ward.id)), above))
                .isEqualTo(Verdict.done());
    }

    /** Waits until its process has done what a message set moving. */
    void settled() {
        var engine = context.getBean(ProcessEngine.class);
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(session, WorkingSessionProcess.KEY)
                .singleResult()
                .getId();
        await().until(() -> engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .messages()
                        .count()
                == 0);
    }

    /** Puts its process where the service has brought the record. */
    void jump(String from, String to) {
        var runtime = context.getBean(ProcessEngine.class).getRuntimeService();
        context.getBean(EngineCommands.class)
                .inside(() -> runtime.createProcessInstanceModification(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(session, WorkingSessionProcess.KEY)
                                .singleResult()
                                .getId())
                        .cancelAllForActivity(from)
                        .startBeforeActivity(to)
                        .setVariable(Variables.WORKING_GROUP_ID.name(), group)
                        .execute());
    }

    /** Opens it by the ward's report. */
    void opened() {
        scheduled();
        assertThat(sessions.report(session, new WorkingSessions.Report("Đã chuẩn bị.", null, null), ward.office))
                .isEqualTo(Verdict.done());
    }

    Verdict record(String user) {
        return sessions.record(
                session, new WorkingSessions.Minutes("Tổ công tác", "Thường trực Đảng ủy", "Đã trao đổi."), user);
    }

    NewOpinion opinion(String text) {
        return new NewOpinion(OpinionType.AMEND, ward.document, 0, 0, null, "", text, "");
    }

    Verdict file(String text, String stamp, String user) {
        return context.getBean(Opinions.class).file(session, opinion(text), stamp, user);
    }

    /** Gives a role in the group from today on. */
    void joins(String user, Role role) {
        assign(user, role, group, today);
    }

    /** Ends a role in the group: yesterday was its last day. */
    void leaves(String user, Role role) {
        long assignment = context.getBean(JdbcClient.class)
                .sql("select id from role_assignment where account_id = ? and role = ? and unit_id = ?")
                .params(user, role.name(), group)
                .query(Long.class)
                .single();
        done(context.getBean(RoleAssignments.class).end(assignment, today.minusDays(1), BY));
    }

    private void assign(String account, Role role, @Nullable String unit, LocalDate from) {
        done(context.getBean(RoleAssignments.class).assign(new NewRole(account, role, unit, from, null), BY));
    }

    private static NewAccount account(String id) {
        return new NewAccount(id, "Tài khoản " + id, BEGIN);
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }
}
