package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.FollowUpEvent.Kind;
import vn.daihoi.support.IntegrationTest;

/** The conclusions being carried out: who may do what, and how they end. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ConcludingWard ward;

    @BeforeAll
    void open() {
        ward = ConcludingWard.open(context);
    }

    private String editorsTask() {
        return ward.followUps().get(0).id();
    }

    @Test
    void theOwnerReportsAndTheGroupOrTheOfficeAboveDecides() {
        var id = editorsTask();
        done(followUps.progress(id, 40, "Đã rà soát", ward.editor));
        done(followUps.progress(id, 40, "Đã rà soát", ward.editor));
        done(followUps.report(id, "Đã bổ sung", "https://example.org/bc", ward.editor));
        done(followUps.sendBack(id, "Thiếu số liệu", ward.superiorOffice));
        assertThat(followUps.get(id).status()).isEqualTo(FollowUpStatus.RETURNED);
        done(followUps.report(id, "Đã bổ sung số liệu", null, ward.editor));
        done(followUps.accept(id, ward.head));

        assertThat(followUps.get(id).status()).isEqualTo(FollowUpStatus.ACCEPTED);
        assertThat(followUps.events(id))
                .extracting(FollowUpEvent::kind)
                .containsExactly(
                        Kind.ASSIGNED, Kind.PROGRESS, Kind.REPORTED, Kind.RETURNED, Kind.REPORTED, Kind.ACCEPTED);
        assertThat(followUps.events(id)).anyMatch(event -> event.detail().contains("Thiếu số liệu"));
    }

    @Test
    void everybodyElseIsRefusedAndLeavesATrace() {
        var id = editorsTask();
        for (var user : List.of(ward.propaganda, ward.secretary, ward.head, ward.member, ward.superiorOffice)) {
            refused(followUps.report(id, "Xong", null, user), "Tổ biên tập");
            refused(followUps.progress(id, 10, "Xong", user), "Tổ biên tập");
            assertThat(actions(id, user)).containsExactly("FOLLOW_UP_ATTEMPT_REFUSED", "FOLLOW_UP_ATTEMPT_REFUSED");
        }
        done(followUps.report(id, "Xong", null, ward.editor));
        for (var user : List.of(ward.editor, ward.secretary, ward.member, ward.office)) {
            refused(followUps.accept(id, user), "Tổ trưởng");
            refused(followUps.sendBack(id, "Thiếu", user), "Tổ trưởng");
            refused(followUps.withdraw(id, "Thôi", user), "Tổ trưởng");
        }
        refused(followUps.withdraw(id, "Thôi", ward.superiorOffice), "Tổ trưởng");
        refused(followUps.sendBack(id, " ", ward.head), "Lý do trả lại");
    }

    @Test
    void nobodyDecidesOnTheirOwnReport() {
        var own = ConcludingWard.open(context);
        own.also(own.superiorOffice, Role.EDITOR);
        var id = own.followUps().get(0).id();
        done(followUps.report(id, "Xong", null, own.superiorOffice));

        refused(followUps.accept(id, own.superiorOffice), "không được tự quyết định");
        assertThat(actions(id, own.superiorOffice)).contains("FOLLOW_UP_ATTEMPT_REFUSED");
        done(followUps.accept(id, own.head));
    }

    @Test
    void overdueIsToldTheSuperiorOnce() {
        var id = editorsTask();
        jdbc.sql("update follow_up set due_on = date '2026-01-05' where id = ?")
                .param(id)
                .update();
        followUps.escalate(id);
        followUps.escalate(id);

        var one = followUps.get(id);
        assertThat(one.overdue(ward.today())).isTrue();
        assertThat(one.escalatedAt()).isNotNull();
        assertThat(followUps.tally(List.of(one))).isEqualTo(new FollowUps.Tally(0, 0, 1, 1));
        assertThat(actions(id, AuditEntry.SYSTEM)).containsExactly("FOLLOW_UP_OVERDUE");
        done(followUps.report(id, "Xong", null, ward.editor));
        assertThat(followUps.get(id).overdue(ward.today()))
                .as("what waits for review is not late")
                .isFalse();
    }

    @Test
    void oneThatIsTakenBackStopsItsProcess() {
        var id = editorsTask();
        assertThat(ward.running(id)).isEqualTo(1);
        refused(followUps.withdraw(id, "", ward.head), "Lý do");
        done(followUps.withdraw(id, "Đã làm ở việc khác", ward.head));

        assertThat(ward.running(id)).isZero();
        refused(followUps.report(id, "Xong", null, ward.editor), "Đã rút");
        refused(followUps.withdraw(id, "Lần nữa", ward.head), "Đã rút");
        assertThat(followUps.tally(List.of(followUps.get(id))).total()).isZero();
    }

    @Test
    void theyEndWithTheirCongress() {
        var own = ConcludingWard.open(context);
        var tasks = own.followUps();
        done(followUps.report(tasks.get(1).id(), "Xong", null, own.propaganda));
        done(context.getBean(Congresses.class).cancel(own.congress, "Sáp nhập phường", own.secretary));

        assertThat(tasks).allSatisfy(task -> {
            assertThat(followUps.get(task.id()).status()).isEqualTo(FollowUpStatus.CANCELLED);
            assertThat(own.running(task.id())).isZero();
        });
    }

    @Test
    void whatStopsAProcessLocksItsTaskBeforeItsRecordAsWhoeverCompletesTheTaskDoes() {
        var own = ConcludingWard.open(context);
        var tasks = own.followUps();
        var first = tasks.get(0).id();
        stopsAtTheTask(first, () -> followUps.withdraw(first, "Đã làm ở việc khác", own.head));
        stopsAtTheTask(tasks.get(1).id(), () -> context.getBean(Congresses.class)
                .cancel(own.congress, "Sáp nhập phường", own.secretary));
        assertThat(followUps.ofSession(tasks.get(0).session()))
                .extracting(FollowUp::status)
                .containsExactly(FollowUpStatus.WITHDRAWN, FollowUpStatus.CANCELLED);
    }

    /** While somebody holds the task, what stops its process waits for that and holds nothing of the record. */
    private void stopsAtTheTask(String id, Supplier<Verdict> stop) {
        var stopping = transaction.execute(status -> {
            jdbc.sql(
                            """
                            select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            where e.business_key_ = ? and e.parent_id_ is null for update of t""")
                    .param(id)
                    .query(String.class)
                    .single();
            var other = CompletableFuture.supplyAsync(stop);
            await().until(() -> jdbc.sql(
                                    """
                                    select count(*) from pg_stat_activity
                                    where wait_event_type = 'Lock' and query ilike '%act_ru_task%'""")
                            .query(Integer.class)
                            .single()
                    > 0);
            jdbc.sql("select id from follow_up where id = ? for no key update nowait")
                    .param(id)
                    .query(String.class)
                    .single();
            return other;
        });
        done(Objects.requireNonNull(stopping).join());
    }

    @Test
    void twoWhoDecideAtOnceGetOneResultAndOneSentence() {
        var id = editorsTask();
        done(followUps.report(id, "Xong", null, ward.editor));
        var verdicts = Stream.of(ward.head, ward.superiorOffice)
                .map(user -> CompletableFuture.supplyAsync(() -> followUps.accept(id, user)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
        assertThat(verdicts)
                .filteredOn(Verdict.Refused.class::isInstance)
                .singleElement()
                .satisfies(no -> assertThat(((Verdict.Refused) no).message()).contains("Đã hoàn thành", "Tài khoản"));
    }

    @Test
    void eachSeesTheirOwnWardsAndWhatWaitsForThem() {
        var own = ConcludingWard.open(context);
        var tasks = own.followUps();
        assertThat(followUps.visible(own.editor)).extracting(FollowUp::id).hasSize(2);
        assertThat(followUps.waitingFor(own.editor, tasks))
                .containsExactly(tasks.get(0).id());
        assertThat(followUps.waitingFor(own.head, tasks)).isEmpty();
        done(followUps.report(tasks.get(0).id(), "Xong", null, own.editor));
        var reported = followUps.visible(own.head);
        assertThat(followUps.waitingFor(own.head, reported))
                .containsExactly(tasks.get(0).id());
        assertThat(followUps.visible(tasks.get(0).id(), ward.editor)).isEmpty();
        assertThat(followUps.visible(tasks.get(0).id(), own.member)).isPresent();
    }

    private List<String> actions(String id, String who) {
        return audit.of("followUp:" + id).stream()
                .map(AuditLog.Recorded::entry)
                .filter(entry -> entry.who().equals(who))
                .map(AuditEntry::action)
                .toList();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static void refused(Verdict verdict, String part) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, no -> assertThat(no.message())
                .contains(part));
    }
}
