package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.support.IntegrationTest;

/** The steps of a round, taken by the right and the wrong people, in and out of turn, once and twice. */
@IntegrationTest
class RoundsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundBoard board;

    @Autowired
    private Congresses congresses;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void whatAPlanMustKeepTo() {
        var ward = RoundWard.open(context, "Mục tiêu");
        ward.status(RoundStatus.PLANNING);
        var good = plan(14);

        assertThat(refused(rounds.plan(ward.round, plan(0), ward.office))).contains("“Ngày kết thúc”", "tương lai");
        assertThat(refused(rounds.plan(ward.round, plan(181), ward.office))).contains("“Ngày kết thúc”", "180");
        assertThat(refused(plan(
                        ward, new RoundPlan(9, good.closesOn(), good.sources(), good.channels(), List.of(), false))))
                .contains("“Phiên bản”");
        assertThat(refused(plan(ward, new RoundPlan(1, good.closesOn(), Set.of(), good.channels(), List.of(), false))))
                .contains("“Đối tượng lấy ý kiến”");
        assertThat(refused(plan(ward, new RoundPlan(1, good.closesOn(), good.sources(), Set.of(), List.of(), false))))
                .contains("“Hình thức lấy ý kiến”");
        assertThat(refused(plan(
                        ward,
                        new RoundPlan(
                                1,
                                good.closesOn(),
                                Set.of(SourceGroup.PARTY_MEMBER),
                                Set.of(Channel.PUBLIC_PAGE),
                                List.of(),
                                false))))
                .contains("“Nhân dân”");
        assertThat(refused(plan(
                        ward,
                        new RoundPlan(
                                1, good.closesOn(), good.sources(), Set.of(Channel.PUBLIC_PAGE), List.of(), true))))
                .contains("không áp dụng cho nhân dân");
        assertThat(refused(plan(ward, questions(Collections.nCopies(11, "Vì sao?")))))
                .contains("“Nội dung gợi ý”", "10");
        assertThat(refused(plan(ward, questions(List.of("a".repeat(301)))))).contains("“Nội dung gợi ý”", "300");
        assertThat(rounds.get(ward.round).status()).as("nothing was stored").isEqualTo(RoundStatus.PLANNING);

        assertThat(plan(ward, questions(List.of("Mục tiêu đã sát chưa?", "Còn thiếu gì?"))))
                .isEqualTo(Verdict.done());
        assertThat(rounds.get(ward.round)).satisfies(round -> {
            assertThat(round.status()).isEqualTo(RoundStatus.PLANNED);
            assertThat(round.questions()).containsExactly("Mục tiêu đã sát chưa?", "Còn thiếu gì?");
            assertThat(round.sources()).isEqualTo(good.sources());
            assertThat(round.channels()).isEqualTo(good.channels());
            assertThat(VietnamTime.moment(round.closesAt()))
                    .isEqualTo("23:59 ngày " + VietnamTime.day(good.closesOn()));
        });
    }

    @Test
    void approvedByAnotherAndOpenedOnceForThoseWhoAreAsked() {
        var ward = planned(plan(14));
        assertThat(refused(rounds.approve(ward.round, ward.office))).contains("Bí thư Đảng ủy");
        assertThat(refused(rounds.sendBack(ward.round, " ", ward.secretary))).contains("“Lý do trả lại”");
        rounds.open(ward.round);
        assertThat(rounds.get(ward.round).status())
                .as("not before it is approved")
                .isEqualTo(RoundStatus.PLANNED);

        assertThat(rounds.approve(ward.round, ward.secretary)).isEqualTo(Verdict.done());
        assertThat(refused(rounds.approve(ward.round, ward.secretary))).contains("đã được phê duyệt");
        rounds.open(ward.round);
        var open = rounds.get(ward.round);
        rounds.open(ward.round);
        assertThat(rounds.get(ward.round)).as("opening twice opens once").isEqualTo(open);
        assertThat(open.status()).isEqualTo(RoundStatus.OPEN);
        assertThat(open.slug()).matches("[a-z0-9-]+-[a-z0-9]{6}").hasSizeLessThan(40);
        assertThat(rounds.invitees(ward.round))
                .extracting(Invitee::unit)
                .containsExactly(ward.cells.get(0), ward.cells.get(1), ward.cells.get(2), ward.frontUnit());
        assertThat(rounds.invitee(ward.round, ward.cells.get(0)).orElseThrow().members())
                .isEqualTo(40);
        assertThat(refused(rounds.approve(ward.round, ward.secretary))).contains("“Đang lấy ý kiến”");
    }

    @Test
    void whoPlannedDoesNotApprove() {
        var ward = planned(plan(14));
        jdbc.sql("update comment_round set planned_by = ? where id = ?")
                .params(ward.secretary, ward.round)
                .update();

        assertThat(refused(rounds.approve(ward.round, ward.secretary))).contains("không được tự phê duyệt");
        assertThat(refused(rounds.sendBack(ward.round, "Xem lại", ward.secretary)))
                .contains("không được tự phê duyệt");
    }

    @Test
    void aRoundWithoutConferencesAsksNoUnit() {
        var ward = planned(new RoundPlan(
                1, plan(14).closesOn(), Set.of(SourceGroup.RESIDENT), Set.of(Channel.PUBLIC_PAGE), List.of(), false));
        rounds.approve(ward.round, ward.secretary);
        rounds.open(ward.round);

        assertThat(rounds.invitees(ward.round)).isEmpty();
        assertThat(rounds.openToPublic()).extracting(Round::id).contains(ward.round);
    }

    @Test
    void aPlanThatRanOutOfTimeIsNotApproved() {
        var ward = planned(plan(14));
        jdbc.sql("update comment_round set closes_at = now() - interval '1 minute' where id = ?")
                .param(ward.round)
                .update();

        assertThat(refused(rounds.approve(ward.round, ward.secretary))).contains("“Ngày kết thúc”", "đã qua");
    }

    @Test
    void nobodyIsAskedForAReasonAlone() {
        var ward = unplanned();
        assertThat(refused(rounds.planToSkip(ward.round, null, ward.office))).contains("“Lý do không tổ chức”");
        assertThat(refused(rounds.planToSkip(ward.round, "a".repeat(2001), ward.office)))
                .contains("2000");
        assertThat(rounds.planToSkip(ward.round, "Đã lấy ý kiến", ward.office)).isEqualTo(Verdict.done());
        assertThat(rounds.sendBack(ward.round, "Cần hỏi dân", ward.secretary)).isEqualTo(Verdict.done());
        assertThat(rounds.get(ward.round).returnReason()).isEqualTo("Cần hỏi dân");
        assertThat(rounds.planToSkip(ward.round, "Đã lấy ý kiến", ward.office)).isEqualTo(Verdict.done());
        assertThat(rounds.approve(ward.round, ward.secretary)).isEqualTo(Verdict.done());

        assertThat(rounds.get(ward.round).status()).isEqualTo(RoundStatus.SKIPPED);
        assertThat(board.report(congresses.get(ward.congress)).counter())
                .startsWith("1/4 văn kiện đã công khai kết quả lấy ý kiến");
        assertThat(audit.of("round:" + ward.round))
                .extracting(recorded -> recorded.entry().action())
                .contains("ROUND_PLANNED", "ROUND_PLAN_RETURNED", "ROUND_SKIPPED");
    }

    @Test
    void everyStepIsForOneRoleAndOneStatus() {
        var ward = RoundWard.open(context, "Mục tiêu");
        var synthesis = new Round.Synthesis("Thống nhất", "Không có", "Không có");
        step(ward, RoundStatus.MERGING, ward.editor, user -> rounds.merged(ward.round, user));
        step(ward, RoundStatus.PROPOSING, ward.editor, user -> rounds.proposed(ward.round, user));
        step(ward, RoundStatus.DECIDING, ward.secretary, user -> rounds.answersSentBack(ward.round, "Xem lại", user));
        assertThat(rounds.get(ward.round))
                .satisfies(round -> assertThat(round.status()).isEqualTo(RoundStatus.PROPOSING))
                .satisfies(round -> assertThat(round.returnReason()).isEqualTo("Xem lại"));
        step(ward, RoundStatus.DECIDING, ward.secretary, user -> rounds.decided(ward.round, user));
        step(ward, RoundStatus.REPORTING, ward.office, user -> rounds.reported(ward.round, synthesis, user));
        step(ward, RoundStatus.REVISING, ward.editor, user -> rounds.revised(ward.round, user));
        step(ward, RoundStatus.PUBLISHING, ward.office, user -> rounds.publish(ward.round, false, user));

        assertThat(rounds.get(ward.round).status()).isEqualTo(RoundStatus.PUBLISHED);
        assertThat(rounds.get(ward.round).synthesis()).isEqualTo(synthesis);
        assertThat(rounds.published()).extracting(Round::id).contains(ward.round);
    }

    @Test
    void theReportNeedsAllItsParts() {
        var ward = RoundWard.open(context, "Mục tiêu");
        ward.status(RoundStatus.REPORTING);

        assertThat(refused(rounds.reported(ward.round, new Round.Synthesis(" ", "Có", "Có"), ward.office)))
                .contains("“Những nội dung thống nhất”");
        assertThat(refused(rounds.reported(ward.round, new Round.Synthesis("Có", " ", "Có"), ward.office)))
                .contains("“Những ý kiến khác nhau”");
        assertThat(refused(rounds.reported(ward.round, new Round.Synthesis("Có", "Có", "a".repeat(8001)), ward.office)))
                .contains("“Đề xuất xử lý”", "8000");
    }

    @Test
    void nothingMovesWithoutItsProcessAndNothingIsStoredThen() {
        var ward = RoundWard.open(context, "Mục tiêu");
        var before = rounds.get(ward.round);
        var later = VietnamTime.today(clock).plusDays(30);

        assertThat(refused(rounds.extend(ward.round, later, "Mưa bão", ward.secretary)))
                .contains("Văn phòng");
        assertThat(refused(rounds.extend(ward.round, later.minusDays(20), "Mưa bão", ward.office)))
                .contains("“Ngày kết thúc mới”");
        assertThat(refused(rounds.extend(ward.round, later.plusDays(300), "Mưa bão", ward.office)))
                .contains("180");
        assertThat(refused(rounds.extend(ward.round, later, "", ward.office))).contains("“Lý do gia hạn”");
        assertThat(refused(rounds.closeEarly(ward.round, "", ward.office))).contains("“Lý do kết thúc sớm”");
        assertThat(refused(rounds.withdraw(ward.round, "", ward.office))).contains("“Lý do thu hồi”");
        assertThat(refused(rounds.extend(ward.round, later, "Mưa bão", ward.office)))
                .contains("đang chuyển bước");
        assertThat(refused(rounds.closeEarly(ward.round, "Đủ ý kiến", ward.office)))
                .contains("đang chuyển bước");
        assertThat(refused(rounds.withdraw(ward.round, "Nhầm bản", ward.office)))
                .contains("đang chuyển bước");
        assertThat(rounds.get(ward.round)).isEqualTo(before);
    }

    @Test
    void closingTwiceClosesOnce() {
        var ward = RoundWard.open(context, "Mục tiêu");
        rounds.close(ward.round);
        var closed = rounds.get(ward.round);
        rounds.close(ward.round);

        assertThat(closed.status()).isEqualTo(RoundStatus.MERGING);
        assertThat(closed.closed()).satisfies(signed -> assertThat(signed.by()).isEqualTo(AuditEntry.SYSTEM));
        assertThat(rounds.get(ward.round)).isEqualTo(closed);
        assertThat(refused(rounds.extend(ward.round, LocalDate.MAX, "Mưa", ward.office)))
                .contains("“Đang gộp ý kiến”");
    }

    @Test
    void aCongressThatIsCalledOffEndsItsRounds() {
        var ward = RoundWard.open(context, "Mục tiêu");
        assertThat(congresses.cancel(ward.congress, "Sáp nhập", ward.secretary)).isEqualTo(Verdict.done());

        assertThat(rounds.get(ward.round).status()).isEqualTo(RoundStatus.CANCELLED);
        assertThat(refused(rounds.withdraw(ward.round, "Nhầm", ward.office))).contains("“Đã hủy”");
    }

    @Test
    void theNextRoundIsPreparedOnce() {
        var ward = RoundWard.open(context, "Mục tiêu");
        ward.status(RoundStatus.WITHDRAWN);
        var next = rounds.prepare(ward.document);

        assertThat(rounds.prepare(ward.document)).isEqualTo(next);
        assertThat(rounds.get(next).number()).isEqualTo(2);
        assertThat(rounds.ofDocument(ward.document)).hasSize(2);
    }

    @Test
    void ofTwoWhoPlanAtOnceOneIsTaken() throws Exception {
        var ward = RoundWard.open(context, "Mục tiêu");
        for (int attempt = 0; attempt < 10; attempt++) {
            ward.status(RoundStatus.PLANNING);
            var verdicts = atOnce(
                    () -> rounds.plan(ward.round, plan(14), ward.office),
                    () -> rounds.planToSkip(ward.round, "Đã lấy ý kiến", ward.office));
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict instanceof Verdict.Done)
                    .hasSize(1);
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict instanceof Verdict.Refused)
                    .singleElement()
                    .satisfies(no -> assertThat(refused(no)).contains("“Chờ phê duyệt kế hoạch”"));
        }
    }

    /** Takes the step from every other status and as everybody else first. */
    private void step(RoundWard ward, RoundStatus from, String who, Function<String, Verdict> step) {
        for (var status : EnumSet.complementOf(EnumSet.of(from))) {
            ward.status(status);
            assertThat(refused(step.apply(who))).contains("“" + status.title() + "”");
        }
        ward.status(from);
        for (var other : List.of(ward.office, ward.secretary, ward.editor, ward.cellSecretary(0), ward.front)) {
            if (!other.equals(who)) {
                assertThat(refused(step.apply(other))).contains("Việc này thuộc về");
            }
        }
        assertThat(rounds.get(ward.round).status()).isEqualTo(from);
        assertThat(step.apply(who)).isEqualTo(Verdict.done());
    }

    private RoundWard unplanned() {
        var ward = RoundWard.open(context, "Mục tiêu");
        jdbc.sql("delete from round_invitee where round = ?").param(ward.round).update();
        jdbc.sql(
                        "update comment_round set status = 'PLANNING', slug = null, opened_at = null, opened_by = null where id = ?")
                .param(ward.round)
                .update();
        return ward;
    }

    private RoundWard planned(RoundPlan plan) {
        var ward = unplanned();
        assertThat(plan(ward, plan)).isEqualTo(Verdict.done());
        return ward;
    }

    private Verdict plan(RoundWard ward, RoundPlan plan) {
        return rounds.plan(ward.round, plan, ward.office);
    }

    private RoundPlan plan(int days) {
        return new RoundPlan(
                1,
                VietnamTime.today(clock).plusDays(days),
                Set.of(SourceGroup.PARTY_MEMBER, SourceGroup.ASSOCIATION_MEMBER, SourceGroup.RESIDENT),
                Set.of(Channel.CONFERENCE, Channel.PUBLIC_PAGE),
                List.of(),
                false);
    }

    private RoundPlan questions(List<String> questions) {
        var plan = plan(14);
        return new RoundPlan(1, plan.closesOn(), plan.sources(), plan.channels(), questions, false);
    }

    private static List<Verdict> atOnce(Callable<Verdict> one, Callable<Verdict> other) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(one);
            var second = pool.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            pool.shutdown();
        }
    }

    private static String refused(@Nullable Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }
}
