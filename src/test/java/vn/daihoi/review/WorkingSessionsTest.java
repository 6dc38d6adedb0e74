package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;
import vn.daihoi.support.IntegrationTest;
import vn.daihoi.support.Timers;

@IntegrationTest
class WorkingSessionsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WorkingSessions sessions;

    @Autowired
    private Opinions opinions;

    @Autowired
    private Conclusions conclusions;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    private SessionWard at;

    @BeforeEach
    void aSessionToBeScheduled() {
        at = new SessionWard(context);
    }

    @Test
    void eachStepIsTakenByItsRoleInItsOrder() {
        var schedule = at.schedule(at.at(at.today, "Phòng " + at.ward.id));
        for (var other : List.of(at.ward.office, at.ward.secretary, at.head, at.member)) {
            refused(sessions.schedule(at.session, schedule, other));
            refused(sessions.waive(at.session, "Không cần", other));
            refused(sessions.withdraw(at.session, "Không cần", other));
        }
        refused(sessions.schedule(at.session, at.schedule(at.at(at.today.minusDays(1), "Phòng 1")), at.above));
        refused(sessions.schedule(
                at.session, new WorkingSessions.Schedule("tct-khac", schedule.appointment(), null, null), at.above));
        at.scheduled();
        refused(sessions.schedule(at.session, schedule, at.above));

        refused(at.file("Cần rõ hơn.", "m1", at.member));
        refused(at.record(at.above));
        assertThat(at.now().status()).as("not open before the ward reports").isEqualTo(SessionStatus.SCHEDULED);
        var report = new WorkingSessions.Report("Đã chuẩn bị.", null, null);
        refused(sessions.report(at.session, report, at.above));
        refused(sessions.report(at.session, report, at.head));
        refused(sessions.report(at.session, new WorkingSessions.Report(" ", null, null), at.ward.office));
        done(sessions.report(at.session, report, at.ward.office));
        assertThat(at.now().status()).isEqualTo(SessionStatus.OPEN);

        refused(at.record(at.ward.office));
        refused(at.record(at.head));
        done(at.record(at.above));
        refused(at.record(at.above));
        assertThat(at.now().status()).isEqualTo(SessionStatus.HELD);
        assertThat(log())
                .containsExactly(
                        "SESSION_PREPARED", "SESSION_SCHEDULED", "SESSION_REPORTED", "SESSION_MINUTES_RECORDED");
    }

    @Test
    void takenRoomsAndPeopleAreNamedAndWantTheTickAndAReason() {
        at.scheduled();
        var other = new SessionWard(context);
        var sameRoom = other.at(at.today, "  phong   " + at.ward.id);
        var verdict = sessions.schedule(other.session, other.schedule(sameRoom), other.above);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, no -> {
            assertThat(no.field()).isEqualTo("despiteConflicts");
            assertThat(no.message()).contains("Trùng địa điểm với Buổi làm việc lần 1", at.ward.id);
        });
        other.joins(at.member, Role.WORKING_GROUP_MEMBER);
        assertThat(sessions.schedule(
                        other.session, other.schedule(other.at(at.today, "Phòng " + other.ward.id)), other.above))
                .isInstanceOfSatisfying(Verdict.Refused.class, no -> assertThat(no.message())
                        .contains("Trùng thành viên Tổ công tác với"));

        refused(sessions.schedule(other.session, other.schedule(despite(sameRoom, " ")), other.above));
        assertThat(other.now().status()).isEqualTo(SessionStatus.PREPARING);
        done(sessions.schedule(other.session, other.schedule(despite(sameRoom, "Hội trường chia đôi")), other.above));
        assertThat(other.now().conflictReason()).isEqualTo("Hội trường chia đôi");
        assertThat(sessions.conflicts(at.now()))
                .as("also seen from the other one")
                .hasSize(1);
    }

    @Test
    void waivedWithAReasonAndNothingFollows() {
        refused(sessions.waive(at.session, " ", at.above));
        done(sessions.waive(at.session, "Đã góp ý bằng văn bản", at.above));

        assertThat(at.now().status()).isEqualTo(SessionStatus.WAIVED);
        assertThat(at.now().waiveReason()).isEqualTo("Đã góp ý bằng văn bản");
        refused(sessions.schedule(at.session, at.schedule(at.at(at.today, "Phòng 1")), at.above));
        refused(sessions.withdraw(at.session, "Nhầm", at.above));
        assertThat(log()).endsWith("SESSION_WAIVED");
    }

    @Test
    void opinionsAreOfThoseWhoBelongToTheGroupNowUntilTheMinutes() {
        var other = new SessionWard(context);
        at.opened();
        done(at.file("Cần rõ hơn.", "m1", at.member));
        done(at.file("Cần rõ hơn.", "m1", at.member));
        assertThat(opinions.ofSession(at.session)).as("sent twice, filed once").hasSize(1);
        for (var stranger : List.of(at.ward.office, at.ward.secretary, at.above, other.head, at.newcomer)) {
            refused(at.file("Ý kiến.", "x1", stranger));
        }
        at.joins(at.newcomer, Role.WORKING_GROUP_MEMBER);
        done(at.file("Người mới góp ý.", "n1", at.newcomer));
        long filed = opinions.ofSession(at.session).get(0).id();
        refused(opinions.takeBack(at.session, filed, at.head));
        refused(opinions.takeBack(at.session, filed, at.newcomer));
        done(opinions.takeBack(at.session, filed, at.member));
        done(opinions.takeBack(at.session, filed, at.member));
        assertThat(opinions.ofSession(at.session)).extracting(Opinion::text).containsExactly("Người mới góp ý.");
        assertThat(log()).filteredOn("OPINION_TAKEN_BACK"::equals).hasSize(1);

        at.leaves(at.member, Role.WORKING_GROUP_MEMBER);
        refused(at.file("Vẫn góp ý.", "m2", at.member));
        done(at.record(at.above));
        refused(at.file("Góp ý muộn.", "n2", at.newcomer));
        done(at.file("Tổ trưởng góp ý trước khi kết luận.", "h1", at.head));
    }

    @Test
    void aHeadReplacedInMidSessionHandsEverythingOver() {
        at.opened();
        at.leaves(at.head, Role.WORKING_GROUP_HEAD);
        at.joins(at.newcomer, Role.WORKING_GROUP_HEAD);
        refused(at.file("Người cũ.", "h1", at.head));
        done(at.file("Người mới.", "n1", at.newcomer));
        assertThat(sessions.members(at.now())).containsExactly(at.newcomer, at.member);
        done(at.record(at.above));

        refused(conclusions.write(at.session, "Người cũ viết.", null, 0, at.head));
        done(conclusions.write(at.session, "Cơ bản đạt yêu cầu.", null, 0, at.newcomer));
        var wording = new Conclusions.Wording(Conclusion.Part.DOCUMENTS, "Rà soát chỉ tiêu.", null, null);
        done(conclusions.add(at.session, java.util.UUID.randomUUID().toString(), wording, at.newcomer));
        refused(conclusions.conclude(at.session, at.head));
        refused(conclusions.conclude(at.session, at.member));
        assertThat(log()).as("what was tried stays on record").contains("CONCLUDE_ATTEMPT_REFUSED");
        done(conclusions.conclude(at.session, at.newcomer));
        refused(conclusions.signForGroup(at.session, at.head));
        done(conclusions.signForGroup(at.session, at.newcomer));
    }

    @Test
    void itsTimersRemindWhoeverIsLateAndDoNothingElse() {
        at.scheduled();
        at.jump(Elements.SCHEDULE, Elements.REPORT);
        await("its moment is past when the session is today")
                .untilAsserted(() -> assertThat(log()).containsOnlyOnce("SESSION_REPORT_REMINDED"));
        assertThat(at.now().status()).isEqualTo(SessionStatus.SCHEDULED);

        done(sessions.report(at.session, new WorkingSessions.Report("Đã chuẩn bị.", null, null), at.ward.office));
        at.jump(Elements.REPORT, Elements.SESSION);
        Timers.fire(context, at.session, Elements.MINUTES_DUE);
        await().untilAsserted(() -> assertThat(log()).containsOnlyOnce("SESSION_MINUTES_REMINDED"));
        assertThat(at.now().status()).isEqualTo(SessionStatus.OPEN);
    }

    @Test
    void movedThenWithdrawnWithItsProcess() {
        at.scheduled();
        var tomorrow = at.at(at.today.plusDays(1), "Phòng " + at.ward.id);
        refused(sessions.move(at.session, tomorrow, " ", at.above));
        refused(sessions.move(at.session, tomorrow, "Bận", at.ward.office));
        done(sessions.move(at.session, tomorrow, "Trùng lịch họp", at.above));
        assertThat(at.now().sequence()).isEqualTo(1);
        assertThat(at.now().startsAt()).isEqualTo(at.today.plusDays(1).atTime(8, 0));

        at.settled();
        refused(sessions.withdraw(at.session, "", at.above));
        done(sessions.withdraw(at.session, "Hoãn sang quý sau", at.above));
        assertThat(at.now().status()).isEqualTo(SessionStatus.WITHDRAWN);
        assertThat(at.now().endedReason()).isEqualTo("Hoãn sang quý sau");
        refused(sessions.withdraw(at.session, "Lần nữa", at.above));
        assertThat(runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance())
                        .count())
                .as("nothing waits any more")
                .isZero();
        assertThat(log()).contains("SESSION_MOVED", "SESSION_WITHDRAWN");
        assertThat(sessions.prepare(at.ward.congress))
                .as("another one is prepared")
                .isNotEqualTo(at.session);
    }

    @Test
    void aCancelledCongressEndsItsSession() {
        at.scheduled();
        var event = new CongressCancelled(at.ward.congress, "Sáp nhập", new Signed(at.ward.secretary, clock.instant()));
        context.publishEvent(event);

        assertThat(at.now().status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(at.now().sequence())
                .as("so that the invitation is called off")
                .isEqualTo(1);
        refused(sessions.report(at.session, new WorkingSessions.Report("Đã chuẩn bị.", null, null), at.ward.office));
    }

    private Appointment despite(Appointment one, String reason) {
        return new Appointment(one.day(), one.part(), null, null, one.room(), true, reason);
    }

    /** Its process, or one that doesn't exist once it has ended. */
    private String instance() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(at.session).list().stream()
                .findFirst()
                .map(one -> one.getId())
                .orElse("none");
    }

    private List<String> log() {
        return audit.of("session:" + at.session).stream()
                .map(one -> one.entry().action())
                .toList();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static void refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    }
}
