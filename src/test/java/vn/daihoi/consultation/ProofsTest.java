package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Proofs.Waivable;
import vn.daihoi.consultation.anchor.Traces;
import vn.daihoi.document.text.Change;
import vn.daihoi.support.IntegrationTest;

@IntegrationTest
class ProofsTest {

    private static final String[] FIELDS = {
        "thu ngân sách", "cải cách hành chính", "chỉnh trang đô thị", "y tế cơ sở", "giáo dục mầm non",
                "an sinh xã hội",
        "thể dục thể thao", "kết nạp đảng viên", "kiểm tra giám sát", "dân vận khéo", "chuyển đổi số",
                "vệ sinh môi trường"
    };

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Proofs proofs;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient jdbc;

    /** Twelve paragraphs on different fields, so that no one is taken for another. */
    private static String[] draft() {
        return IntStream.rangeClosed(1, FIELDS.length)
                .mapToObj(ProofsTest::paragraph)
                .toArray(String[]::new);
    }

    private static String paragraph(int number) {
        return "Về %s, cấp ủy các khu phố tiếp tục thực hiện %d nhiệm vụ trọng tâm, bảo đảm đúng tiến độ đã đề ra."
                .formatted(FIELDS[number - 1], number);
    }

    private static String asked(int number) {
        return "mỗi quý sơ kết " + FIELDS[number - 1] + " một lần tại nhà văn hóa";
    }

    private static String carriedOut(int number) {
        return paragraph(number).replace("đã đề ra.", "đã đề ra, " + asked(number) + ".");
    }

    private RoundWard ward(RoundStatus status) {
        var ward = RoundWard.open(context, draft());
        assertThat(ward.clauses()).extracting(clause -> clause.text()).containsExactly(draft());
        ward.status(status);
        return ward;
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }

    private static String refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).message();
    }

    private List<Long> unexplained(RoundWard ward) {
        return proofs.check(ward.round).unexplained().stream()
                .map(Traces::clauseId)
                .toList();
    }

    private List<Long> unproved(RoundWard ward) {
        return proofs.check(ward.round).unproved().stream().map(Cluster::id).toList();
    }

    /** Ten accepted; eight carried out, one undone by a later version, one never done, one change nobody asked for. */
    @Test
    void theCheckerNamesExactlyWhatIsMissingAndWhatNobodyAskedFor() {
        var ward = ward(RoundStatus.REVISING);
        var planted = new Planted(ward, context);
        var clusters = new ArrayList<Long>();
        for (int number = 1; number <= 10; number++) {
            clusters.add(planted.accepted(number, "Đề nghị bổ sung " + asked(number) + "."));
        }
        planted.cluster(3, CommentType.OTHER, "Ghi nhận", "", Disposition.ACCEPTED, Disposition.KEPT);
        assertThat(proofs.check(ward.round).newVersion()).isNull();
        assertThat(unproved(ward)).isEqualTo(clusters);

        var second = draft();
        for (int number = 1; number <= 9; number++) {
            second[number - 1] = carriedOut(number);
        }
        second[11] = second[11].replace("các khu phố", "các chi bộ");
        ward.publish(second);
        assertThat(proofs.check(ward.round).newVersion()).isEqualTo(2);
        assertThat(unproved(ward)).isEqualTo(clusters);
        assertThat(unexplained(ward)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 12L);
        assertThat(proofs.suggest(ward.round, clusters.get(4)).get(0).clauseId())
                .isEqualTo(5);

        done(proofs.confirmCertain(ward.round, 2, ward.editor));
        assertThat(unproved(ward)).containsExactly(clusters.get(9));
        assertThat(unexplained(ward)).containsExactly(12L);
        assertThat(proofs.confirmed(clusters.get(4))).containsExactly(5L);

        var third = second.clone();
        third[8] = paragraph(9);
        ward.publish(third);
        assertThat(unproved(ward)).containsExactly(clusters.get(8), clusters.get(9));
        assertThat(unexplained(ward)).containsExactly(12L);

        third[8] = carriedOut(9);
        third[9] = carriedOut(10);
        ward.publish(third);
        assertThat(unproved(ward)).containsExactly(clusters.get(9));
        done(proofs.confirm(ward.round, clusters.get(9), List.of(10L), ward.editor));
        done(proofs.waive(ward.round, Waivable.UNEXPLAINED, 12, "Sửa theo tên gọi mới của đơn vị.", ward.editor));
        assertThat(proofs.check(ward.round).content()).isTrue();
    }

    @Test
    void aChangeThatWasUndoneInPartIsAskedAboutAgain() {
        var ward = ward(RoundStatus.PROPOSING);
        var cluster = new Planted(ward, context).accepted(1, "Bổ sung " + asked(1));
        var text = draft();
        text[0] = carriedOut(1);
        ward.publish(text);
        done(proofs.confirm(ward.round, cluster, List.of(1L), ward.editor));
        text[0] = carriedOut(1).replace("cấp ủy các khu phố", "cấp ủy các chi bộ khu phố");
        ward.publish(text);
        assertThat(unproved(ward)).as("still there beside another change").isEmpty();

        text[0] = paragraph(1).replace("cấp ủy các khu phố", "cấp ủy các chi bộ khu phố");
        ward.publish(text);

        assertThat(unproved(ward)).containsExactly(cluster);
        assertThat(proofs.review(ward.round).confirmed())
                .extracting(Proofs.Confirmed::standing)
                .containsExactly(false);
    }

    @Test
    void onlyEditorsConfirmAndOnlyFromProposingToPublishing() {
        var ward = ward(RoundStatus.REVISING);
        var cluster = new Planted(ward, context).accepted(1, "Bổ sung " + asked(1));
        var text = draft();
        text[0] = carriedOut(1);
        ward.publish(text);

        for (var user : List.of(ward.office, ward.secretary, ward.front, ward.cellSecretary(0), "admin")) {
            assertThat(refusal(proofs.confirm(ward.round, cluster, List.of(1L), user)))
                    .as(user)
                    .contains("Chỉ tổ biên tập");
            refusal(proofs.attach(ward.round, cluster, List.of(1L), 2, user));
            refusal(proofs.confirmCertain(ward.round, 2, user));
            refusal(proofs.detach(ward.round, cluster, 1, user));
            refusal(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "Vì sao", user));
        }
        for (var status : RoundStatus.values()) {
            ward.status(status);
            var verdict = proofs.confirm(ward.round, cluster, List.of(1L), ward.editor);
            boolean within =
                    status.compareTo(RoundStatus.PROPOSING) >= 0 && status.compareTo(RoundStatus.PUBLISHING) <= 0;
            assertThat(verdict instanceof Verdict.Done).as(status.name()).isEqualTo(within);
            assertThat(proofs.waive(ward.round, Waivable.UNEXPLAINED, 1, "Vì sao", ward.editor) instanceof Verdict.Done)
                    .as(status.name())
                    .isEqualTo(within);
        }
    }

    @Test
    void whatIsConfirmedHasToBeAChangeOfTheNewestVersionAndAnAcceptedCluster() {
        var ward = ward(RoundStatus.REVISING);
        var planted = new Planted(ward, context);
        var cluster = planted.accepted(1, "Bổ sung " + asked(1));
        var kept = planted.cluster(2, CommentType.AMEND, "Sửa", "", Disposition.ACCEPTED, Disposition.KEPT);
        var elsewhere = new Planted(ward(RoundStatus.REVISING), context).accepted(1, "Bổ sung");
        assertThat(refusal(proofs.confirm(ward.round, cluster, List.of(1L), ward.editor)))
                .contains("Chưa có phiên bản mới");
        var text = draft();
        text[0] = carriedOut(1);
        text[1] = carriedOut(2);
        ward.publish(text);

        assertThat(refusal(proofs.confirm(ward.round, cluster, List.of(1L, 3L), ward.editor)))
                .contains("không thay đổi ở phiên bản 2");
        refusal(proofs.confirm(ward.round, kept, List.of(2L), ward.editor));
        refusal(proofs.confirm(ward.round, elsewhere, List.of(1L), ward.editor));
        refusal(proofs.waive(ward.round, Waivable.UNPROVED, elsewhere, "Vì sao", ward.editor));
        refusal(proofs.waive(ward.round, Waivable.UNPROVED, kept, "Vì sao", ward.editor));
        refusal(proofs.waive(ward.round, Waivable.UNEXPLAINED, 3, "Vì sao", ward.editor));
        assertThat(refusal(proofs.attach(ward.round, cluster, List.of(1L), 1, ward.editor)))
                .contains("phiên bản 2");

        done(proofs.attach(ward.round, cluster, List.of(1L), 2, ward.editor));
        done(proofs.attachToComment(ward.round, planted.commentOf(cluster), List.of(2L), 2, ward.secondEditor));
        assertThat(proofs.confirmed(cluster)).containsExactly(1L, 2L);
        done(proofs.confirm(ward.round, cluster, List.of(2L), ward.editor));
        assertThat(proofs.confirmed(cluster)).containsExactly(2L);
        done(proofs.detach(ward.round, cluster, 2, ward.editor));
        done(proofs.detach(ward.round, cluster, 2, ward.editor));
        assertThat(proofs.confirmed(cluster)).isEmpty();
    }

    @Test
    void aWaiverNeedsAReasonIsLoggedAndStays() {
        var ward = ward(RoundStatus.REVISING);
        var cluster = new Planted(ward, context).accepted(1, "Bổ sung " + asked(1));

        assertThat(refusal(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "  ", ward.editor)))
                .startsWith("Lý do:");
        refusal(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "x".repeat(2001), ward.editor));
        done(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "Đã có ở đoạn khác.", ward.editor));
        done(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "Đã có ở đoạn khác.", ward.editor));
        assertThat(refusal(proofs.waive(ward.round, Waivable.UNPROVED, cluster, "Lý do khác", ward.secondEditor)))
                .contains("Tài khoản " + ward.editor, "đã ghi lý do lúc");

        assertThat(proofs.check(ward.round).content()).isTrue();
        assertThat(proofs.waivers(ward.round)).extracting(Proofs.Waiver::reason).containsExactly("Đã có ở đoạn khác.");
        assertThat(log.of("round:" + ward.round))
                .filteredOn(entry -> entry.entry().action().equals("PROOF_WAIVED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.entry().detail()).contains("" + cluster));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql("delete from round_waiver where round = ?")
                        .param(ward.round)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoEditorsWhoWaiveAtOnceMakeOneWaiver() {
        var ward = ward(RoundStatus.REVISING);
        var cluster = new Planted(ward, context).accepted(1, "Bổ sung");

        var verdicts = java.util.stream.Stream.of(ward.editor, ward.secondEditor, ward.editor, ward.secondEditor)
                .map(user -> CompletableFuture.supplyAsync(
                        () -> proofs.waive(ward.round, Waivable.UNPROVED, cluster, "Lý do của " + user, user)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(verdicts)
                .filteredOn(verdict -> verdict instanceof Verdict.Done)
                .hasSize(2);
        assertThat(proofs.waivers(ward.round)).hasSize(1);
    }

    @Test
    void fiveThousandAcceptedClustersAreChecked() {
        var ward = ward(RoundStatus.REVISING);
        var planted = new Planted(ward, context);
        var first = planted.accepted(1, "Bổ sung " + asked(1));
        jdbc.sql(
                        """
                        with c as (insert into comment (round, source, channel, clause_id, type, text, origin, received_at)
                            select round, source, channel, 1 + n % 12, type, text || ' ' || n, origin || n, received_at
                            from comment, generate_series(1, 4999) n where round = :round returning id, round, clause_id, text),
                        k as (insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist, proposal,
                            proposed_by, proposed_at)
                            select round, clause_id, clause_id, 1, 1, id, text, 'ACCEPTED', 'x', now() from c
                            returning id, round, first_comment)
                        insert into comment_standing (comment, round, moderation, cluster)
                        select first_comment, round, 'SHOWN', id from k""")
                .param("round", ward.round)
                .update();
        var text = draft();
        text[0] = carriedOut(1);
        ward.publish(text);

        var review = proofs.review(ward.round);

        assertThat(review.check().unproved()).hasSize(5_000);
        assertThat(review.suggestions().get(first))
                .extracting(Proofs.Suggestion::clauseId)
                .contains(1L);
        assertThat(review.changes()).extracting(Change::kind).containsExactly(Change.Kind.REWRITTEN);
    }
}
