package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.HostileText;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.support.IntegrationTest;

/** Two people at once, a substitute among them, and whatever may be typed. */
@IntegrationTest
class WorkingSessionRacesTest {

    private static final WorkingSessions.Report REPORT = new WorkingSessions.Report("Đã chuẩn bị.", null, null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WorkingSessions sessions;

    @Autowired
    private Opinions opinions;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private AuditLog audit;

    @Test
    void twoWhoWantOneRoomAtOnceGetItOnceAndAReportIsTakenOnce() throws Exception {
        var one = new SessionWard(context);
        var other = new SessionWard(context);
        var room = "Hội trường " + one.ward.id;
        var wanted = atOnce(
                () -> sessions.schedule(one.session, one.schedule(one.at(one.today, room)), one.above),
                () -> sessions.schedule(other.session, other.schedule(other.at(one.today, room)), other.above));
        assertThat(wanted).filteredOn(Verdict.done()::equals).hasSize(1);
        assertThat(wanted)
                .filteredOn(Verdict.Refused.class::isInstance)
                .extracting(refused -> ((Verdict.Refused) refused).message())
                .singleElement()
                .asString()
                .contains("Trùng địa điểm");

        var winner = wanted.get(0).equals(Verdict.done()) ? one : other;
        var reports = atOnce(
                () -> sessions.report(winner.session, REPORT, winner.ward.office),
                () -> sessions.report(winner.session, REPORT, winner.ward.office));
        assertThat(reports).filteredOn(Verdict.done()::equals).hasSize(1);
        assertThat(reports)
                .filteredOn(Verdict.Refused.class::isInstance)
                .extracting(refused -> ((Verdict.Refused) refused).message())
                .as("by whom and when")
                .singleElement()
                .asString()
                .contains("Tài khoản " + winner.ward.office, VietnamTime.day(winner.today));
    }

    @Test
    void anOpinionSentTwiceAtOnceIsFiledOnceAlsoByASubstitute() throws Exception {
        var at = new SessionWard(context);
        at.opened();
        assertThat(substitutions.record(
                        new NewSubstitution(
                                at.member,
                                at.newcomer,
                                Role.WORKING_GROUP_MEMBER,
                                at.group,
                                at.today,
                                at.today.plusDays(5),
                                "Đi công tác",
                                "Văn phòng Thành ủy"),
                        "test"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(atOnce(
                        () -> at.file("Cần rõ hơn.", "m1", at.newcomer),
                        () -> at.file("Cần rõ hơn.", "m1", at.newcomer)))
                .containsOnly(Verdict.done());
        assertThat(opinions.ofSession(at.session)).hasSize(1);
        assertThat(audit.of("session:" + at.session))
                .filteredOn(entry -> entry.entry().action().equals("OPINION_FILED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.entry().who()).isEqualTo(at.newcomer);
                    assertThat(entry.entry().forWhom()).isEqualTo(at.member);
                });
    }

    @Test
    void whateverIsTypedIsKeptAsWordsOrRefusedByItsField() {
        var at = new SessionWard(context);
        at.opened();
        var samples = HostileText.samples(20);
        for (int number = 0; number < samples.size(); number++) {
            assertThat(at.file("Lời: " + samples.get(number), "h" + number, at.head))
                    .isEqualTo(Verdict.done());
        }
        assertThat(opinions.ofSession(at.session))
                .hasSameSizeAs(samples)
                .allSatisfy(opinion -> assertThat(opinion.text()).doesNotContain("\u0000", "\u202e", "\u200b"));
        assertThat(at.file(" \u200b ", "x", at.head))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, no -> assertThat(no.field()).isEqualTo("text"));
        var nowhere = new NewOpinion(OpinionType.AMEND, at.ward.document, 0, 99, null, "", "Sửa.", "");
        assertThat(opinions.file(at.session, nowhere, "x", at.head))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, no -> assertThat(no.field()).isEqualTo("clause"));
        at.ward.publish("Mục tiêu chung của nhiệm kỳ mới.");
        var outdated = new NewOpinion(OpinionType.AMEND, at.ward.document, 1, 1, null, "", "Sửa.", "");
        assertThat(opinions.file(at.session, outdated, "x", at.head))
                .as("said of a version that isn't the newest any more")
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, no -> assertThat(no.field()).isEqualTo("document"));
    }

    private static List<Verdict> atOnce(Callable<Verdict> one, Callable<Verdict> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            var second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
