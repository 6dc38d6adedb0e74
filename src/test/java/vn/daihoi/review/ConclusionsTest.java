package vn.daihoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.document.numbering.Series;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.organisation.WorkingCalendar;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions.Wording;
import vn.daihoi.support.IntegrationTest;

/** What the head concludes, who may do what about it, and what comes of it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConclusionsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Conclusions conclusions;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private WorkingSessions sessions;

    @Autowired
    private SuperiorRounds rounds;

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

    @Test
    void theHeadWritesOrdersAndEditsWhatOthersReadOnceItIsConcluded() {
        var session = ward.held();
        ward.write(session);
        var second = ward.item(session, Part.DOCUMENTS, "Rà soát chỉ tiêu", null);

        assertThat(texts(session))
                .containsExactly(
                        "Bổ sung chỉ tiêu",
                        "Rà soát chỉ tiêu",
                        "Đẩy mạnh tuyên truyền",
                        "Ghi nhận kết quả chuyển đổi số");
        int seen = conclusions.revision(session);
        done(conclusions.move(session, second, true, seen, ward.head));
        assertThat(texts(session)).startsWith("Rà soát chỉ tiêu", "Bổ sung chỉ tiêu");
        done(conclusions.move(session, second, true, conclusions.revision(session), ward.head));
        assertThat(texts(session)).as("the first stays").startsWith("Rà soát chỉ tiêu");
        done(conclusions.change(
                session,
                second,
                new Wording(Part.SECURITY, "Nắm tình hình", null, null),
                conclusions.revision(session),
                ward.head));
        assertThat(conclusions.find(session).orElseThrow().items())
                .extracting(Item::part, Item::position)
                .contains(org.assertj.core.groups.Tuple.tuple(Part.SECURITY, 3));
        done(conclusions.remove(session, second, ward.head));
        done(conclusions.remove(session, second, ward.head));

        assertThat(readable(session, ward.head)).isTrue();
        assertThat(Stream.of(ward.member, ward.secretary, ward.superiorOffice)
                        .noneMatch(user -> readable(session, user)))
                .isTrue();
        done(conclusions.conclude(session, ward.head));
        assertThat(Stream.of(ward.member, ward.secretary, ward.superiorOffice)
                        .allMatch(user -> readable(session, user)))
                .isTrue();
        refused(conclusions.write(session, "Khác", null, conclusions.revision(session), ward.head), "đã kết luận");
    }

    @Test
    void anOpinionIsTakenOverOnce() {
        var session = ward.held();
        var suggested = conclusions.suggestions(session);
        assertThat(suggested).hasSize(2);
        for (int sent = 0; sent < 2; sent++) {
            done(conclusions.takeOver(
                    session, UUID.randomUUID().toString(), suggested.get(0).id(), ward.head));
        }
        assertThat(texts(session)).singleElement().asString().contains("chuyển đổi số", "100% thủ tục trực tuyến");
        assertThat(conclusions.suggestions(session)).hasSize(1);
        refused(conclusions.takeOver(session, UUID.randomUUID().toString(), -1, ward.head), "không còn");
    }

    @Test
    void theSameFormTwiceAddsOneItem() {
        var session = ward.held();
        var item = UUID.randomUUID().toString();
        var wording = new Wording(Part.DOCUMENTS, "Bổ sung", null, null);
        done(conclusions.add(session, item, wording, ward.head));
        done(conclusions.add(session, item, wording, ward.head));
        assertThat(texts(session)).hasSize(1);
    }

    @Test
    void nothingIsConcludedThatIsMissingOrPast() {
        var session = ward.held();
        refused(conclusions.conclude(session, ward.head), "Đánh giá chung");
        done(conclusions.write(session, "Tốt.", null, 0, ward.head));
        refused(conclusions.conclude(session, ward.head), "Chưa có nội dung");
        var item = ward.item(session, Part.DOCUMENTS, "Bổ sung", Role.EDITOR);
        jdbc.sql("update conclusion_item set due_on = date '2026-01-01' where id = ?")
                .param(item)
                .update();
        refused(conclusions.conclude(session, ward.head), "Mục kết luận thứ 1");
        assertThat(sessions.get(session).status()).isEqualTo(SessionStatus.HELD);
    }

    @Test
    void whoeverIsNotTheHeadIsRefusedAndLeavesATrace() {
        var session = ward.held();
        ward.write(session);
        for (var user : List.of(ward.member, ward.superiorOffice, ward.secretary, ward.office)) {
            refused(conclusions.conclude(session, user), "Chỉ Tổ trưởng");
            refused(conclusions.write(session, "Khác", null, 0, user), "Chỉ Tổ trưởng");
            refused(conclusions.signForGroup(session, user), "Chỉ Tổ trưởng");
            assertThat(actions("session:" + session, user))
                    .containsExactly(
                            "CONCLUDE_ATTEMPT_REFUSED", "CONCLUDE_ATTEMPT_REFUSED", "CONCLUSION_SIGN_ATTEMPT_REFUSED");
        }
        done(conclusions.conclude(session, ward.head));
        refused(conclusions.signForWard(session, ward.secretary), "Tổ công tác chưa ký");
        done(conclusions.signForGroup(session, ward.head));
        for (var user : List.of(ward.member, ward.head, ward.office, ward.superiorOffice)) {
            refused(conclusions.signForWard(session, user), "Bí thư Đảng ủy");
            refused(conclusions.sendBack(session, "Không", user), "Bí thư Đảng ủy");
        }
    }

    @Test
    void aSubstituteConcludesInTheNameOfTheAbsentHead() {
        var own = ConcludingWard.open(context);
        var session = own.held();
        own.write(session);
        assertThat(context.getBean(Substitutions.class)
                        .record(
                                new NewSubstitution(
                                        own.head,
                                        own.member,
                                        Role.WORKING_GROUP_HEAD,
                                        own.group,
                                        own.today(),
                                        own.today().plusDays(2),
                                        "Đi công tác",
                                        "Trưởng đoàn, Giấy ủy quyền 12"),
                                "admin"))
                .isInstanceOf(vn.daihoi.organisation.Outcome.Done.class);

        done(conclusions.conclude(session, own.member));

        assertThat(audit.of("session:" + session))
                .extracting(AuditLog.Recorded::entry)
                .filteredOn(entry -> entry.action().equals("SESSION_CONCLUDED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo(own.member);
                    assertThat(entry.forWhom()).isEqualTo(own.head);
                });
    }

    @Test
    void theWardSendsItBackTheHeadRevisesAndTheEarlierWordsStay() {
        var session = ward.held();
        ward.write(session);
        done(conclusions.conclude(session, ward.head));
        done(conclusions.signForGroup(session, ward.head));
        refused(conclusions.sendBack(session, " ", ward.secretary), "Lý do gửi lại");
        done(conclusions.sendBack(session, "Thời hạn quá gấp", ward.secretary));

        assertThat(sessions.get(session).status()).isEqualTo(SessionStatus.HELD);
        assertThat(conclusions.find(session).orElseThrow()).satisfies(open -> {
            assertThat(open.concluded()).isNull();
            assertThat(open.signedForGroup()).isNull();
            assertThat(open.returnReason()).isEqualTo("Thời hạn quá gấp");
        });
        done(conclusions.write(session, "Đánh giá đã sửa.", null, conclusions.revision(session), ward.head));
        done(conclusions.conclude(session, ward.head));
        assertThat(conclusions.returned(session)).singleElement().satisfies(earlier -> {
            assertThat(earlier.reason()).isEqualTo("Thời hạn quá gấp");
            assertThat(earlier.text()).contains("Chuẩn bị tốt.", "2.1. Bổ sung chỉ tiêu");
            assertThat(earlier.returned().by()).isEqualTo(ward.secretary);
        });
        assertThat(conclusions.find(session).orElseThrow().returnReason()).isNull();
    }

    @Test
    void whatStandsCanNotBeChangedInTheTablesEither() {
        var session = ward.signed();
        for (var change : List.of(
                "update conclusion set assessment = 'x' where session = ?",
                "update conclusion set ward_signed_by = 'x' where session = ?",
                "update conclusion set concluded_by = null, concluded_at = null, group_signed_by = null,"
                        + " group_signed_at = null, ward_signed_by = null, ward_signed_at = null where session = ?",
                "update conclusion_item set text = 'x' where session = ?",
                "update conclusion_item set owner = 'EDITOR', due_on = date '2030-01-01' where session = ?",
                "delete from conclusion_item where session = ?",
                "insert into conclusion_item (id, session, part, position, text) values ('x', ?, 'DIGITAL', 9, 'x')")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(session).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        conclusions.issue(session);
        assertThatThrownBy(() -> jdbc.sql("update conclusion set number = '99-TB/TCT' where session = ?")
                        .param(session)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from conclusion where session = ?")
                        .param(session)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoWhoConcludeAtOnceGetOneResultAndOneSentence() {
        var session = ward.held();
        ward.write(session);
        var verdicts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> conclusions.conclude(session, ward.head)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
        assertThat(verdicts)
                .filteredOn(Verdict.Refused.class::isInstance)
                .hasSize(3)
                .allSatisfy(no -> assertThat(((Verdict.Refused) no).message())
                        .contains("Tài khoản " + ward.head, "đã kết luận lúc"));
        assertThat(actions("session:" + session, ward.head)).containsExactly("SESSION_CONCLUDED");
    }

    @Test
    void issuingGivesANumberARoundOfAnswersAndATaskForEachOwner() {
        var own = ConcludingWard.open(context);
        var session = own.signed();
        conclusions.issue(session);
        conclusions.issue(session);

        var issued = conclusions.find(session).orElseThrow();
        assertThat(issued.number()).isEqualTo("01-TB/TCT");
        assertThat(issued.issuedOn()).isEqualTo(own.today());
        assertThat(sessions.get(session).status()).isEqualTo(SessionStatus.ISSUED);
        assertThat(rounds.ofSource("session:" + session)).singleElement().satisfies(standing -> {
            assertThat(standing.round().document()).isEqualTo(own.document);
            assertThat(standing.undecided()).isEqualTo(2);
        });
        var opinion = context.getBean(Opinions.class).ofSession(session).stream()
                .filter(one -> !one.proposed().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(rounds.commentOf("session:" + session, "opinion:" + opinion.id()))
                .hasValueSatisfying(comment -> assertThat(comment.text()).contains(opinion.text(), opinion.proposed()));
        assertThat(followUps.ofSession(session))
                .extracting(FollowUp::owner)
                .containsExactly(Role.EDITOR, Role.PROPAGANDA);
        assertThat(followUps.ofSession(session)).allMatch(one -> own.running(one.id()) == 1);
        assertThat(actions("session:" + session, AuditEntry.SYSTEM)).containsExactly("CONCLUSION_ISSUED");
    }

    @Test
    void whenIssuingFailsHalfWayNothingIsLeftAndNoNumberIsLost() {
        var own = ConcludingWard.open(context);
        var session = own.signed();
        var failing = mock(SuperiorRounds.class);
        when(failing.open(any(), anyInt(), any(), any(), any())).thenThrow(new IllegalStateException("half-way"));
        var broken = new ConclusionIssue(
                context.getBean(ConclusionStore.class),
                context.getBean(SessionStore.class),
                followUps,
                context.getBean(Opinions.class),
                failing,
                context.getBean(Series.class),
                context.getBean(Congresses.class),
                context.getBean(RuleSets.class),
                context.getBean(Members.class),
                context.getBean(WorkingCalendar.class),
                audit,
                context.getBean(Clock.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> broken.issue(
                        sessions.get(session), conclusions.find(session).orElseThrow())))
                .hasMessage("half-way");
        assertThat(conclusions.find(session).orElseThrow().number()).isNull();
        assertThat(followUps.ofSession(session)).isEmpty();

        conclusions.issue(session);
        var next = own.signed();
        var third = own.signed();
        var both = Stream.of(next, third)
                .map(one -> CompletableFuture.runAsync(() -> conclusions.issue(one)))
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(Stream.of(session, next, third)
                        .map(one -> conclusions.find(one).orElseThrow().number()))
                .containsExactlyInAnyOrder("01-TB/TCT", "02-TB/TCT", "03-TB/TCT");
    }

    private List<String> texts(String session) {
        return conclusions.find(session).orElseThrow().items().stream()
                .map(Item::text)
                .toList();
    }

    private boolean readable(String session, String user) {
        return conclusions.readable(sessions.get(session), user).isPresent();
    }

    private List<String> actions(String subject, String who) {
        return audit.of(subject).stream()
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
