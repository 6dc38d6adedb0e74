package vn.daihoi.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.document.text.Clause;
import vn.daihoi.organisation.Role;
import vn.daihoi.support.IntegrationTest;

/** What the superior makes of a dossier: by the right and the wrong people, in and out of turn, once and twice. */
@IntegrationTest
class ApprovalsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Congresses congresses;

    @Autowired
    private RuleSets ruleSets;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Slips slips;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalBoard board;

    @Autowired
    private Revisions revisions;

    @Autowired
    private DecisionNotice notice;

    @Autowired
    private SuperiorRounds superiorRounds;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static String refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    private List<AuditEntry> trace(String dossier, String action) {
        return audit.of("dossier:" + dossier).stream()
                .map(AuditLog.Recorded::entry)
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private Verdict appraise(String dossier, Board board, String user, Wanted... wanted) {
        var outcome = wanted.length == 0 ? Appraisal.Outcome.AGREE : Appraisal.Outcome.CHANGES;
        return appraisals.give(dossier, board, outcome, "Đã xem xét.", List.of(wanted), user);
    }

    private Verdict slip(String dossier, String member, SlipAnswer answer, String user, Wanted... wanted) {
        var reason = answer == SlipAnswer.DISAGREE ? "Chưa đủ căn cứ." : null;
        return slips.give(dossier, member, answer, reason, List.of(wanted), user);
    }

    /** From the adoption to the notice: at each step only what it needs is filled in, and each of that is left open once. */
    @Test
    void whatTheRuleSetLeavesOpenStopsTheStepThatNeedsItAndNoOther() {
        var superior = ApprovalWard.open(context);
        var ward = superior.ward;
        var today = VietnamTime.today(clock);
        superior.standIn(superior.members.get(4), today);
        var dossier = ward.dossier();
        ward.bringIn(dossier);
        var meeting = new Adoptions.Meeting(today, 15, 14, "09-BB/ĐU", true, null);
        var tried = EnumSet.noneOf(RuleParameter.class);
        try {
            step(
                    ward,
                    () -> adoptions.record(ward.congress, meeting, ward.office),
                    tried,
                    RuleParameter.ADOPTION_QUORUM_PERCENT);
            step(ward, () -> dossiers.complete(dossier, null, ward.office), tried, RuleParameter.DOSSIER_WORKING_DAYS);
            step(ward, () -> dossiers.sign(dossier, ward.secretary), tried, RuleParameter.DOSSIER_WORKING_DAYS);
            dossiers.send(dossier);
            step(ward, () -> dossiers.receive(dossier, superior.office), tried, RuleParameter.APPRAISAL_WORKING_DAYS);
            assertThat(appraisals.dueOn(dossier)).isAfter(today.plusDays(2));
            step(ward, () -> appraise(dossier, Board.ORGANISATION, superior.organisation), tried);
            step(ward, () -> appraise(dossier, Board.PROPAGANDA, superior.propaganda), tried);
            step(ward, () -> appraise(dossier, Board.OFFICE, superior.office), tried);
            step(
                    ward,
                    () -> slips.open(dossier, "Thống nhất", superior.office),
                    tried,
                    RuleParameter.SLIP_WORKING_DAYS,
                    RuleParameter.SLIP_QUORUM_PERCENT,
                    RuleParameter.SLIP_MAJORITY_PERCENT);
            for (var member : superior.members.subList(0, 4)) {
                step(ward, () -> slip(dossier, member, SlipAnswer.AGREE, member), tried);
            }
            step(
                    ward,
                    () -> slip(dossier, superior.members.get(4), SlipAnswer.AGREE, superior.substitute),
                    tried,
                    RuleParameter.SLIP_BY_SUBSTITUTE);
            assertThat(slips.count(dossier)).isTrue();
            step(ward, () -> approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary), tried);
            step(ward, () -> approvals.issue(dossier, null, superior.office), tried);
        } finally {
            ward.fill(RuleParameter.ADOPTION_QUORUM_PERCENT, null);
            ward.fill(RuleParameter.DOSSIER_WORKING_DAYS, 20);
            superior.fillAll();
        }
        assertThat(tried).as("a new parameter needs its step here").isEqualTo(EnumSet.allOf(RuleParameter.class));
    }

    /** Takes a step with each of these parameters left open in turn, then with these alone filled in. */
    private static void step(
            DossierWard ward, Supplier<Verdict> deed, Set<RuleParameter> tried, RuleParameter... needed) {
        for (var each : RuleParameter.values()) {
            ward.fill(each, List.of(needed).contains(each) ? enough(each) : null);
        }
        for (var open : needed) {
            ward.fill(open, null);
            assertThat(refused(deed.get())).containsOnlyOnce("chưa được điền").contains("“" + open.title() + "”");
            ward.fill(open, enough(open));
            tried.add(open);
        }
        done(deed.get());
    }

    private static int enough(RuleParameter parameter) {
        return switch (parameter.measure()) {
            case WORKING_DAYS -> 3;
            case PERCENT -> 50;
            case YES_NO -> 1;
        };
    }

    @Test
    void aDossierIsTreatedUnderTheRuleSetItWasSentUnder() {
        var superior = ApprovalWard.open(context);
        var ward = superior.ward;
        var other = "CT35-2024";
        assertThat(RuleParameter.values())
                .as("nothing is filled in there, so whatever asks it stops")
                .allSatisfy(each -> assertThat(ruleSets.value(other, each)).isInstanceOf(RuleValue.Unfilled.class));
        var dossier = ward.sent();
        done(congresses.switchRuleSet(ward.congress, other, "Theo chỉ đạo", ward.secretary));
        done(dossiers.mark(dossier, Set.of(), Set.of("WORKING_RULES"), superior.office));
        done(dossiers.returnIncomplete(dossier, "Thiếu trang", superior.office));
        assertThat(refused(dossiers.complete(dossier, null, ward.office)))
                .as("while the ward has it, the rules of its congress count")
                .contains(RuleParameter.DOSSIER_WORKING_DAYS.title(), RuleSets.title(other));
        done(congresses.switchRuleSet(ward.congress, DossierWard.RULES, "Nhầm", ward.secretary));
        ward.send(dossiers, dossier);
        done(congresses.switchRuleSet(ward.congress, other, "Theo chỉ đạo", ward.secretary));

        done(dossiers.receive(dossier, superior.office));
        done(appraise(dossier, Board.ORGANISATION, superior.organisation));
        done(appraise(dossier, Board.PROPAGANDA, superior.propaganda));
        done(appraise(dossier, Board.OFFICE, superior.office));
        done(slips.open(dossier, "Thống nhất", superior.office));
        assertThat(slips.current(dossiers.get(dossier)))
                .hasValueSatisfying(round -> assertThat(tuple(round.quorumPercent(), round.majorityPercent()))
                        .isEqualTo(tuple(60, 50)));
        superior.members.forEach(member -> superior.agree(dossier, member));
        assertThat(slips.count(dossier)).isTrue();
        done(approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary));
        assertThat(List.of("DOSSIER_RECEIVED", "SLIPS_OPENED", "SLIPS_COUNTED", "DOSSIER_DECIDED"))
                .allSatisfy(action -> assertThat(trace(dossier, action))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.ruleSet()).isEqualTo(DossierWard.RULES)));
    }

    @Test
    void eachBoardAppraisesOnceAndNobodyTheirOwn() {
        var superior = ApprovalWard.open(context);
        var other = ApprovalWard.open(context);
        var dossier = superior.received();
        for (var user : List.of(
                superior.propaganda,
                superior.secretary,
                superior.members.get(0),
                superior.ward.secretary,
                other.organisation)) {
            assertThat(refused(appraise(dossier, Board.ORGANISATION, user)))
                    .contains(Role.SUPERIOR_ORGANISATION.title());
        }
        superior.also(superior.ward.editor, Role.SUPERIOR_ORGANISATION);
        assertThat(refused(appraise(dossier, Board.ORGANISATION, superior.ward.editor)))
                .contains("không được thẩm định");
        assertThat(trace(dossier, "APPRAISE_ATTEMPT_REFUSED")).hasSize(1);

        var document = superior.document();
        var organisation = superior.organisation;
        assertThat(refused(appraise(dossier, Board.ORGANISATION, organisation, new Wanted(document, "Đ99", "a"))))
                .contains("Đ99");
        assertThat(refused(appraise(dossier, Board.ORGANISATION, organisation, new Wanted("x", "", "a"))))
                .contains("“Văn kiện”");
        assertThat(refused(appraise(dossier, Board.ORGANISATION, organisation, new Wanted(document, "", "---"))))
                .as("what says nothing could never be answered")
                .contains("“Nội dung đề nghị”");
        assertThat(refused(appraisals.give(
                        dossier, Board.ORGANISATION, Appraisal.Outcome.CHANGES, "a", List.of(), organisation)))
                .contains("ít nhất một");
        assertThat(refused(appraisals.give(
                        dossier, Board.ORGANISATION, Appraisal.Outcome.AGREE, " ", List.of(), organisation)))
                .contains("“Ý kiến thẩm định”");
        done(appraisals.ask(dossier, Board.ORGANISATION, new Wanted(document, "d1", "Sửa lại."), organisation));
        assertThat(refused(appraise(dossier, Board.ORGANISATION, organisation))).contains("Đang có 1 đề nghị");
        var asked = appraisals.requests(dossiers.get(dossier), Board.ORGANISATION);
        done(appraisals.drop(dossier, Board.ORGANISATION, asked.get(0).id(), organisation));
        done(appraise(dossier, Board.ORGANISATION, organisation, new Wanted(document, "", "Viết gọn hơn.")));

        assertThat(refused(appraise(dossier, Board.ORGANISATION, organisation))).contains("đã gửi ý kiến");
        assertThat(refused(
                        appraisals.ask(dossier, Board.ORGANISATION, new Wanted(document, "", "Thêm."), organisation)))
                .contains("không sửa được nữa");
        assertThat(refused(slips.open(dossier, "Báo cáo", superior.office))).contains("Còn đơn vị chưa thẩm định");
        for (var change : List.of(
                "update appraisal set opinion = 'x' where given_at is not null and dossier = ?",
                "delete from appraisal where dossier = ?",
                "update change_request set text = 'x' where dossier = ?",
                "delete from change_request where dossier = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(dossier).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void remindersAndEscalationsAreNotedForWhoIsLateAndDecideNothing() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.received();
        done(appraise(dossier, Board.OFFICE, superior.office));
        appraisals.remind(dossier);
        appraisals.escalate(dossier);
        assertThat(appraisals.of(dossiers.get(dossier))).allSatisfy(one -> {
            assertThat(one.reminded() == null).isEqualTo(one.board() == Board.OFFICE);
            assertThat(one.escalated() == null).isEqualTo(one.board() == Board.OFFICE);
        });
        assertThat(trace(dossier, "APPRAISAL_ESCALATED")).singleElement().satisfies(entry -> {
            assertThat(entry.detail()).contains("Ban Tổ chức, Ban Tuyên giáo").doesNotContain("Văn phòng.");
            assertThat(entry.who()).isEqualTo(AuditEntry.SYSTEM);
        });
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.APPRAISING);

        var asking = ApprovalWard.open(context);
        var asked = asking.asked();
        asking.agree(asked, asking.members.get(0));
        slips.remind(asked);
        slips.escalate(asked);
        var round = slips.current(dossiers.get(asked)).orElseThrow();
        assertThat(round.escalated()).isNotNull();
        assertThat(round.slips()).filteredOn(one -> one.reminded() != null).hasSize(4);
        assertThat(dossiers.get(asked).status()).isEqualTo(DossierStatus.ASKING);
    }

    @Test
    void aSlipIsGivenOnceByWhoseItIs() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        var first = superior.members.get(0);
        var second = superior.members.get(1);
        for (var user : List.of(superior.office, superior.secretary, superior.ward.secretary)) {
            assertThat(refused(slip(dossier, first, SlipAnswer.AGREE, user))).contains(Role.SUPERIOR_STANDING.title());
        }
        assertThat(refused(slip(dossier, first, SlipAnswer.AGREE, second))).contains("chỉ gửi phiếu của mình");
        superior.also(superior.ward.editor, Role.SUPERIOR_STANDING);
        assertThat(refused(slip(dossier, superior.ward.editor, SlipAnswer.AGREE, superior.ward.editor)))
                .contains("không được cho ý kiến");
        assertThat(trace(dossier, "SLIP_ATTEMPT_REFUSED")).hasSize(2);
        var late = superior.organisation;
        superior.also(late, Role.SUPERIOR_STANDING);
        assertThat(refused(slip(dossier, late, SlipAnswer.AGREE, late))).contains("không có trong danh sách");

        assertThat(refused(slips.give(dossier, first, SlipAnswer.DISAGREE, " ", List.of(), first)))
                .contains("“Lý do không đồng ý”");
        assertThat(refused(slip(dossier, first, SlipAnswer.AGREE_WITH_REQUESTS, first)))
                .contains("“Nội dung đề nghị chỉnh sửa”");
        assertThat(refused(
                        slip(dossier, first, SlipAnswer.AGREE, first, new Wanted(superior.document(), "", "Rút gọn"))))
                .as("nothing typed is dropped")
                .contains("“Đồng ý, kèm đề nghị chỉnh sửa”");
        assertThat(refused(slips.give(dossier, first, SlipAnswer.AGREE, "Chưa rõ", List.of(), first)))
                .contains("“Không đồng ý”");
        done(slips.give(
                dossier,
                first,
                SlipAnswer.AGREE_WITH_REQUESTS,
                null,
                Appraisals.lines(superior.document(), "Đ1: Nêu rõ nguồn lực\n\nRút gọn toàn văn"),
                first));
        assertThat(refused(slip(dossier, first, SlipAnswer.DISAGREE, first))).contains("đã được Tài khoản");
        var dossierNow = dossiers.get(dossier);
        assertThat(slips.requests(dossierNow, slips.current(dossierNow).orElseThrow(), first))
                .extracting(ChangeRequest::clauseId, ChangeRequest::text)
                .containsExactly(tuple(1L, "Nêu rõ nguồn lực"), tuple(0L, "Rút gọn toàn văn"));
        assertThatThrownBy(() -> jdbc.sql("update slip set answer = 'DISAGREE' where dossier = ? and member = ?")
                        .params(dossier, first)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(trace(dossier, "SLIP_GIVEN"))
                .as("the log doesn't tell what a slip says")
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).doesNotContain("nguồn lực", "Đồng ý"));
        assertThat(slips.mayRead(first, dossierNow)).isFalse();
        assertThat(slips.mayRead(superior.ward.secretary, dossierNow)).isFalse();
        assertThat(slips.mayRead(superior.secretary, dossierNow)).isTrue();
        assertThat(slips.mayGive(first, dossierNow)).isEmpty();
        assertThat(slips.mayGive(second, dossierNow)).hasValue(second);
    }

    @Test
    void aSubstituteGivesASlipOnlyWhereTheRulesSaySo() {
        var superior = ApprovalWard.open(context);
        var absent = superior.members.get(2);
        superior.standIn(absent, VietnamTime.today(clock));
        var dossier = superior.asked();
        var substitute = superior.substitute;
        assertThat(slips.current(dossiers.get(dossier)).orElseThrow().members())
                .as("who stands in is no further member")
                .isEqualTo(5);
        try {
            superior.ward.fill(RuleParameter.SLIP_BY_SUBSTITUTE, null);
            assertThat(refused(slip(dossier, absent, SlipAnswer.AGREE, substitute)))
                    .contains(RuleParameter.SLIP_BY_SUBSTITUTE.title());
            superior.ward.fill(RuleParameter.SLIP_BY_SUBSTITUTE, 0);
            assertThat(refused(slip(dossier, absent, SlipAnswer.AGREE, substitute)))
                    .contains("người thay thế không được");
        } finally {
            superior.fillAll();
        }
        assertThat(slips.mayGive(substitute, dossiers.get(dossier))).hasValue(absent);
        assertThat(refused(slip(dossier, superior.members.get(0), SlipAnswer.AGREE, substitute)))
                .contains("chỉ gửi phiếu của mình");
        done(slip(dossier, absent, SlipAnswer.AGREE, substitute));
        assertThat(slips.current(dossiers.get(dossier)).orElseThrow().of(absent))
                .satisfies(slip -> assertThat(slip.bySubstitute()).isTrue());
        assertThat(trace(dossier, "SLIP_GIVEN")).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(substitute);
            assertThat(entry.forWhom()).isEqualTo(absent);
        });
        assertThat(refused(slip(dossier, absent, SlipAnswer.DISAGREE, absent))).contains("đã được Tài khoản");
    }

    @Test
    void withoutAQuorumTheCommitteeIsAskedAgainAndNothingIsApproved() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        var first = superior.members.get(0);
        done(slip(
                dossier,
                first,
                SlipAnswer.AGREE_WITH_REQUESTS,
                first,
                new Wanted(superior.document(), "Đ1", "Nêu rõ nguồn lực.")));
        superior.agree(dossier, superior.members.get(1));
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary)))
                .contains("Đang lấy phiếu xin ý kiến");
        assertThat(slips.count(dossier)).isFalse();
        assertThat(slips.count(dossier)).as("counting twice counts once").isFalse();
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.ASKING);
        assertThat(refused(slip(dossier, superior.members.get(2), SlipAnswer.AGREE, superior.members.get(2))))
                .contains("đã kết thúc");

        done(slips.open(dossier, "Gửi lại phiếu.", superior.office));
        assertThat(refused(slips.open(dossier, "Gửi lại phiếu.", superior.office)))
                .contains("đang chờ trả lời");
        done(slip(
                dossier,
                first,
                SlipAnswer.AGREE_WITH_REQUESTS,
                first,
                new Wanted(superior.document(), "Đ1", "Nêu rõ nguồn lực")));
        superior.agree(dossier, superior.members.get(1));
        var third = superior.members.get(2);
        done(slip(dossier, third, SlipAnswer.DISAGREE, third));
        assertThat(slips.count(dossier)).as("three of five answered").isTrue();
        assertThat(slips.rounds(dossier, 1))
                .extracting(SlipRound::given, SlipRound::agreeing, SlipRound::quorum)
                .containsExactly(tuple(2, 2, false), tuple(3, 2, true));
        assertThat(approvals.requests(dossier, 1))
                .as("what a member says again is one request")
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Nêu rõ nguồn lực."));

        assertThat(refused(approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary)))
                .contains("2/5 ủy viên đồng ý", "chưa quá 50%");
        assertThat(trace(dossier, "APPROVE_ATTEMPT_REFUSED")).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(superior.secretary);
            assertThat(entry.detail()).contains("lần gửi 1");
        });
        done(approvals.drop(dossier, approvals.requests(dossier, 1).get(0).id(), superior.secretary));
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.RETURNED, null, superior.secretary)))
                .contains("ít nhất một nội dung");
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.REFUSED, " ", superior.secretary)))
                .contains("“Lý do”");
        // as long as a reason may be: the log has room for it
        var reason = "Chưa đạt đa số. " + "a".repeat(3984);
        done(approvals.decide(dossier, Decision.Outcome.REFUSED, reason, superior.secretary));
        done(approvals.issue(dossier, null, superior.office));
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.REFUSED);
        assertThat(returns(superior)).containsExactly(reason);
    }

    /** Why the documents came back, each time round. */
    private List<String> returns(ApprovalWard superior) {
        var history = revisions.history(superior.ward.congress);
        assertThat(history).extracting(Revisions.Event::what).contains("Buổi làm việc lần 1: không tổ chức");
        var events = history.stream().filter(Revisions.Event::returned).toList();
        assertThat(revisions.number(superior.ward.congress)).isEqualTo(events.size() + 1);
        return events.stream().map(Revisions.Event::reason).toList();
    }

    @Test
    void aReturnWithoutSlipsNeedsABoardThatWantsChanges() {
        var superior = ApprovalWard.open(context);
        var agreed = superior.appraised(false);
        assertThat(refused(slips.skip(agreed, "Báo cáo", superior.office))).contains("Không đơn vị nào");

        var ward = ApprovalWard.open(context);
        var dossier = ward.appraised(true);
        assertThat(refused(slips.skip(dossier, "Báo cáo", ward.secretary))).contains(Role.SUPERIOR_OFFICE.title());
        done(slips.skip(dossier, "Ban Tổ chức đề nghị chỉnh sửa.", ward.office));
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.APPROVED, null, ward.secretary)))
                .contains("chưa lấy phiếu");
        assertThat(trace(dossier, "APPROVE_ATTEMPT_REFUSED")).hasSize(1);

        var draft = approvals.requests(dossier, 1);
        assertThat(draft).singleElement().satisfies(one -> assertThat(one.text())
                .isEqualTo("Nêu rõ căn cứ của chỉ tiêu."));
        assertThat(refused(approvals.ask(dossier, new Wanted(ward.document(), "", "Thêm."), ward.office)))
                .contains(Role.SUPERIOR_SECRETARY.title());
        done(approvals.reword(dossier, draft.get(0).id(), "Nêu rõ căn cứ, số liệu.", ward.secretary));
        done(approvals.ask(dossier, new Wanted(ward.document(), "", "Rà soát lỗi chính tả."), ward.secretary));
        done(approvals.ask(
                dossier, new Wanted(ward.ward.documentIds().get(1), "", "Ghi rõ phân công."), ward.secretary));
        done(approvals.ask(dossier, new Wanted(ward.document(), "", "Bỏ đi."), ward.secretary));
        done(approvals.drop(dossier, approvals.requests(dossier, 1).get(3).id(), ward.secretary));
        done(approvals.decide(dossier, Decision.Outcome.RETURNED, null, ward.secretary));
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.REFUSED, "a", ward.secretary)))
                .contains("Chờ ban hành thông báo", "Bước gần nhất: Tài khoản");
        assertThat(superiorRounds.ofCongress(ward.ward.congress))
                .as("nothing is owed before the notice")
                .isEmpty();
        done(approvals.issue(dossier, null, ward.office));

        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(returns(ward)).containsExactly("3 nội dung yêu cầu chỉnh sửa");
        assertThat(approvals.decision(dossier, 1).orElseThrow().number()).isEqualTo("Số 01-TB/TU");
        assertThat(superiorRounds.ofSource("decision:" + dossier + ":1"))
                .extracting(standing -> standing.round().document(), SuperiorRounds.Standing::unproposed)
                .containsExactlyInAnyOrder(
                        tuple(ward.document(), 2), tuple(ward.ward.documentIds().get(1), 1));
        for (var change : List.of(
                "update approval_decision set reason = 'x' where dossier = ?",
                "update change_request set text = 'x' where stage = 'DECISION' and dossier = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(dossier).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobodyDecidesOnWhatTheyWroteOrAppraised() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.deciding();
        for (var user : List.of(superior.office, superior.members.get(0), superior.ward.secretary)) {
            assertThat(refused(approvals.decide(dossier, Decision.Outcome.REFUSED, "a", user)))
                    .contains(Role.SUPERIOR_SECRETARY.title());
        }
        superior.also(superior.organisation, Role.SUPERIOR_SECRETARY);
        superior.also(superior.ward.secretary, Role.SUPERIOR_SECRETARY);
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.REFUSED, "a", superior.organisation)))
                .contains("đã thẩm định");
        assertThat(refused(approvals.decide(dossier, Decision.Outcome.REFUSED, "a", superior.ward.secretary)))
                .contains("không được quyết định");
        assertThat(trace(dossier, "DECIDE_ATTEMPT_REFUSED")).hasSize(2);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.DECIDING);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoesAndTheOtherLearnsWho() throws Exception {
        var superior = ApprovalWard.open(context);
        var dossier = superior.deciding();
        superior.also(superior.substitute, Role.SUPERIOR_SECRETARY);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = pool
                    .invokeAll(List.<Callable<Verdict>>of(
                            () -> approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary),
                            () -> approvals.decide(dossier, Decision.Outcome.REFUSED, "Không", superior.substitute)))
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();
            assertThat(answers).filteredOn(Verdict.done()::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn(Verdict.Refused.class::isInstance)
                    .singleElement()
                    .satisfies(no -> assertThat(refused(no)).contains("Bước gần nhất: Tài khoản"));
        } finally {
            pool.shutdown();
        }
        assertThat(trace(dossier, "DOSSIER_DECIDED")).hasSize(1);
    }

    @Test
    void theNoticeIsNumberedWithoutGapsAndSaysWhatWasTyped() throws Exception {
        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        var hostile = "=HYPERLINK(\"http://x\") <script>alert(1)</script>\n\u202Egnort\u202C & \"trích\"";
        agreedButAsked(superior, dossier, hostile);
        done(approvals.decide(dossier, Decision.Outcome.RETURNED, "Theo <b>phiếu</b>.", superior.secretary));
        assertThat(refused(approvals.issue(dossier, null, superior.ward.office)))
                .contains(Role.SUPERIOR_OFFICE.title());
        done(approvals.issue(dossier, "Đảng ủy <phường>\nLưu", superior.office));
        assertThat(refused(approvals.issue(dossier, null, superior.office))).contains("Yêu cầu chỉnh sửa");
        var decision = approvals.decision(dossier, 1).orElseThrow();
        assertThat(decision.number()).isEqualTo("Số 01-TB/TU");

        var word = new ByteArrayOutputStream();
        notice.word(dossiers.get(dossier), decision, word);
        String xml = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(word.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).doesNotContain("vba", "embeddings");
                if (entry.getName().equals("word/document.xml")) {
                    xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(xml)
                .contains("&lt;script&gt;alert(1)", "Số 01-TB/TU", "T/M BAN THƯỜNG VỤ")
                .doesNotContain("<script>", "\u202E", "instrText");
        var pdf = new ByteArrayOutputStream();
        notice.pdf(dossiers.get(dossier), decision, pdf);
        try (var loaded = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(loaded.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(new PDFTextStripper().getText(loaded))
                    .contains("THÔNG BÁO", "<script>alert(1)</script>", "5/5 ủy viên gửi phiếu", "<b>phiếu</b>");
        }

        var next = superior.ward.dossier();
        assertThat(dossiers.get(next).number()).isEqualTo(2);
        assertThat(refused(dossiers.complete(next, null, superior.ward.office)))
                .as("what was asked for is owed an answer first")
                .contains("Thông báo số 01-TB/TU", "1 ý kiến chưa có đề xuất trả lời");
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.Outcome.class,
            names = {"APPROVED", "REFUSED"})
    void whatIsStillAskedForReachesTheWardWithoutAReturnToo(Decision.Outcome outcome) {
        var superior = ApprovalWard.open(context);
        var dossier = superior.asked();
        agreedButAsked(superior, dossier, "Nêu rõ nguồn lực.");
        done(approvals.decide(
                dossier, outcome, outcome == Decision.Outcome.REFUSED ? "Chưa đạt." : null, superior.secretary));
        done(approvals.issue(dossier, null, superior.office));

        var decision = approvals.decision(dossier, 1).orElseThrow();
        assertThat(notice.text(dossiers.get(dossier), decision))
                .extracting(Clause::text)
                .anySatisfy(row -> assertThat(row).contains("Đ1", "Nêu rõ nguồn lực."));
        // an approval ends the matter: it is for the ward to finish the documents
        assertThat(superiorRounds.ofSource("decision:" + dossier + ":1"))
                .extracting(standing -> standing.round().document(), SuperiorRounds.Standing::unproposed)
                .isEqualTo(outcome == Decision.Outcome.APPROVED ? List.of() : List.of(tuple(superior.document(), 1)));
    }

    @Test
    void thatTheNewestIsNotWhatWasApprovedIsSaid() {
        var superior = ApprovalWard.open(context);
        var dossier = superior.deciding();
        done(approvals.decide(dossier, Decision.Outcome.APPROVED, null, superior.secretary));
        done(approvals.issue(dossier, null, superior.office));
        var congress = congresses.get(superior.ward.congress);
        assertThat(board.report(congress).parts()).singleElement().satisfies(part -> assertThat(part.state())
                .endsWith("Đã duyệt"));
        superior.ward.publish(superior.document(), "Hoàn thiện theo thông báo.");
        assertThat(board.report(congress).parts()).singleElement().satisfies(part -> assertThat(part.state())
                .endsWith("Đã duyệt; 1 văn kiện có phiên bản mới hơn phiên bản được duyệt"));
    }

    /** All members answer, and the first wants something changed. */
    private void agreedButAsked(ApprovalWard superior, String dossier, String wanted) {
        var first = superior.members.get(0);
        done(slips.give(
                dossier,
                first,
                SlipAnswer.AGREE_WITH_REQUESTS,
                null,
                List.of(new Wanted(superior.document(), "Đ1", wanted)),
                first));
        superior.members.stream()
                .skip(1)
                .forEach(member -> done(slips.give(dossier, member, SlipAnswer.AGREE, null, List.of(), member)));
        assertThat(slips.count(dossier)).isTrue();
    }
}
