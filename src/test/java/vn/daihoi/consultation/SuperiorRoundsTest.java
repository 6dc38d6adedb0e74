package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressCancelled;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Proofs.Waivable;
import vn.daihoi.consultation.SuperiorRounds.Said;
import vn.daihoi.consultation.SuperiorRounds.Standing;
import vn.daihoi.consultation.anchor.Traces;
import vn.daihoi.support.IntegrationTest;

/** What the superior said is answered at the desk, shown by the text, and kept from everybody else. */
@IntegrationTest
class SuperiorRoundsTest {

    private static final String[] DRAFT = {
        "Tăng trưởng kinh tế bình quân của phường đạt 8% mỗi năm.",
        "Giữ vững an ninh chính trị, trật tự an toàn xã hội trên địa bàn.",
        "Đẩy mạnh chuyển đổi số trong các cơ quan của phường.",
        "Phát triển đảng viên mới trong thanh niên và công nhân."
    };

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SuperiorRounds superior;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Clusters clusters;

    @Autowired
    private Comments comments;

    @Autowired
    private Answers answers;

    @Autowired
    private Proofs proofs;

    @Autowired
    private CoverageBoard coverage;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private AuditLog audit;

    private static Said said(int number, long clause, String text) {
        return new Said("opinion:" + number, clause, "", CommentType.AMEND, text, "tct.truong", null, null);
    }

    private String open(RoundWard ward, int version, String source, Said... said) {
        return superior.open(ward.document, version, source, "Thông báo kết luận số 03-TB/TCT", List.of(said));
    }

    private Standing standing(String round) {
        return superior.of(round);
    }

    private long cluster(String source, int opinion) {
        var comment = superior.commentOf(source, "opinion:" + opinion).orElseThrow();
        return comments.clusterOf(comment.id()).orElseThrow().id();
    }

    private static String[] with(String[] former, int paragraph, String text) {
        var next = former.clone();
        next[paragraph - 1] = text;
        return next;
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    private static String refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    @Test
    void eachOpinionIsSeatedAloneOnceAndStaysAmongStaff() {
        var ward = RoundWard.open(context, DRAFT);
        var source = "session:" + ward.id;
        var due = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(9);
        var same = "Đề nghị nâng chỉ tiêu tăng trưởng kinh tế bình quân lên 9% mỗi năm.";
        var first = new Said(
                "opinion:1", 1, "tăng trưởng  KINH TẾ", CommentType.AMEND, same, "tct.truong", ward.editor, due);
        var strange = new Said(
                "opinion:3", 2, "không có trong dự thảo", CommentType.ADD, "Bổ sung.", "tct.truong", null, null);

        var round = open(ward, 1, source, first, said(2, 1, same), strange);
        assertThat(open(ward, 1, source, first, said(2, 1, same))).isEqualTo(round);

        assertThat(clusters.ofRound(round)).hasSize(3).allSatisfy(one -> assertThat(one.size())
                .isEqualTo(1));
        assertThat(clusters.suggestions(round, 10)).as("said, not done").hasSize(1);
        assertThat(clusters.find(round, cluster(source, 1)).orElseThrow()).satisfies(one -> {
            assertThat(one.owner()).isEqualTo(ward.editor);
            assertThat(one.dueOn()).isEqualTo(due);
            assertThat(one.sources()).containsExactly(SourceGroup.SUPERIOR);
        });
        assertThat(superior.commentOf(source, "opinion:1").orElseThrow().quote())
                .isEqualTo("Tăng trưởng kinh tế");
        assertThat(superior.commentOf(source, "opinion:3").orElseThrow()).satisfies(one -> {
            assertThat(one.quote()).isEmpty();
            assertThat(one.text()).as("nothing said is lost").isEqualTo("“không có trong dự thảo”\nBổ sung.");
        });
        assertThat(rounds.get(round)).satisfies(one -> {
            assertThat(one.status()).isEqualTo(RoundStatus.DECIDING);
            assertThat(one.title()).isEqualTo("Ý kiến của Tổ công tác – Thông báo kết luận số 03-TB/TCT");
            assertThat(one.slug()).isNull();
            assertThat(rounds.openToPublic()).doesNotContain(one);
            assertThat(rounds.published()).doesNotContain(one);
        });
        assertThat(coverage.of(ward.round).comments()).isZero();
        assertThat(refused(rounds.withdraw(round, "Thôi", ward.office))).contains("cấp trên");
        assertThat(refused(comments.hide(round, List.of(1L), "Không hay", ward.editor)))
                .contains("không ẩn được");
        assertThat(rounds.prepare(ward.document)).isNotEqualTo(round);
        assertThat(rounds.ofDocument(ward.document).stream()
                        .filter(one -> !one.ofSuperior())
                        .map(Round::number))
                .as("what people are asked is counted by itself")
                .containsExactly(1, 2);
    }

    @Test
    void endsOnceAllIsAnsweredAndShownOverAsManyVersionsAsItTakes() {
        var ward = RoundWard.open(context, DRAFT);
        ward.status(RoundStatus.PUBLISHED);
        var source = "session:" + ward.id;
        var round = open(
                ward,
                1,
                source,
                said(1, 1, "Nâng chỉ tiêu tăng trưởng lên 9% mỗi năm."),
                said(2, 2, "Bổ sung phòng cháy, chữa cháy."));
        assertThat(standing(round)).isEqualTo(new Standing(rounds.get(round), 2, 2, 0, 0));
        assertThat(refused(superior.settle(ward.congress, ward.editor)))
                .contains(
                        "Thông báo kết luận số 03-TB/TCT", "2 ý kiến chưa có đề xuất", "2 ý kiến chưa được quyết định");

        done(answers.propose(round, List.of(cluster(source, 1)), Disposition.ACCEPTED, "", ward.editor));
        done(answers.adoptProposals(round, List.of(cluster(source, 1)), ward.secretary));
        done(answers.decide(
                round, List.of(cluster(source, 2)), Disposition.KEPT, "Đã có trong đề án riêng.", ward.secretary));
        assertThat(standing(round)).isEqualTo(new Standing(rounds.get(round), 0, 0, 1, 0));

        var second =
                with(with(DRAFT, 1, DRAFT[0].replace("8%", "9%")), 3, DRAFT[2].replace("phường", "phường và khu phố"));
        ward.publish(second);
        assertThat(standing(round)).isEqualTo(new Standing(rounds.get(round), 0, 0, 1, 2));
        done(proofs.attach(round, cluster(source, 1), List.of(1L), 2, ward.editor));
        assertThat(standing(round)).isEqualTo(new Standing(rounds.get(round), 0, 0, 0, 1));

        // the superior sends the documents back: another round explains what this one doesn't
        var decision = "decision:" + ward.id + ":1";
        var next = open(ward, 2, decision, said(7, 4, "Nêu rõ chỉ tiêu phát triển đảng viên."));
        done(answers.decide(next, List.of(cluster(decision, 7)), Disposition.ACCEPTED, "", ward.secretary));
        ward.publish(with(second, 4, DRAFT[3].replace("đảng viên mới", "ít nhất 20 đảng viên mới mỗi năm")));
        assertThat(standing(round).unexplained()).isEqualTo(2);
        done(proofs.attach(next, cluster(decision, 7), List.of(4L), 3, ward.editor));
        assertThat(standing(next).settled()).as("explained by itself").isTrue();
        assertThat(proofs.check(round).unexplained().stream().map(Traces::clauseId))
                .as("nothing is lost between the rounds")
                .containsExactly(3L);
        assertThat(refused(superior.settle(ward.congress, ward.editor))).contains("1 chỗ sửa chưa có căn cứ");

        done(proofs.waive(round, Waivable.UNEXPLAINED, 3, "Sửa theo thực tế khu phố.", ward.editor));
        assertThat(refused(superior.settle(ward.congress, ward.office))).contains("Tổ biên tập");
        done(superior.settle(ward.congress, ward.editor));
        done(superior.settle(ward.congress, ward.editor));
        assertThat(superior.ofCongress(ward.congress)).hasSize(2).allSatisfy(one -> {
            assertThat(one.round().status()).isEqualTo(RoundStatus.ANSWERED);
            assertThat(one.round().newVersion()).isEqualTo(3);
            assertThat(one.settled()).isTrue();
        });
        assertThat(superior.ofSource(source))
                .extracting(one -> one.round().id())
                .containsExactly(round);
        assertThat(actions(round)).containsOnlyOnce("SUPERIOR_ROUND_ANSWERED");
        assertThat(refused(answers.decide(
                        round, List.of(cluster(source, 2)), Disposition.NOTED, "Đổi ý.", ward.secretary)))
                .contains("Đã tiếp thu, giải trình xong");
    }

    @Test
    void endsWithItsCongress() {
        var ward = RoundWard.open(context, DRAFT);
        var round = open(ward, 1, "session:" + ward.id, said(1, 0, "Rà soát lại bố cục."));
        var cancelled = new Signed(ward.secretary, clock.instant());
        transactions.executeWithoutResult(
                status -> context.publishEvent(new CongressCancelled(ward.congress, "Sáp nhập phường.", cancelled)));
        assertThat(standing(round).round().status()).isEqualTo(RoundStatus.CANCELLED);
        assertThat(standing(round).settled()).isTrue();
    }

    private List<String> actions(String round) {
        return audit.of("round:" + round).stream()
                .map(one -> one.entry().action())
                .toList();
    }
}
