package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.Revisions;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Proofs;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.consultation.SuperiorRounds.Said;
import vn.daihoi.document.Documents;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.Substitutions;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.support.IntegrationTest;
import vn.daihoi.support.Publication;

/** Everything that is outstanding stands on one page, and nobody gets past it. */
@IntegrationTest
class RevisionPagesTest {

    private static final String TARGET = "Tăng trưởng kinh tế bình quân của phường đạt 8% mỗi năm.";

    @Autowired
    ApplicationContext context;

    @Autowired
    SuperiorRounds superior;

    @Autowired
    Revisions revisions;

    @Autowired
    Answers answers;

    @Autowired
    Comments comments;

    @Autowired
    Proofs proofs;

    @Autowired
    Documents documents;

    @Autowired
    Substitutions substitutions;

    @Autowired
    AuditLog audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** A ward of which one document was commented on and the superior spoke, and the other three owe nothing. */
    private RoundWard spokenOf() {
        var ward = RoundWard.open(context, TARGET, "Giữ vững an ninh chính trị trên địa bàn.");
        ward.status(RoundStatus.PUBLISHED);
        for (var other : documents.openedIds(ward.congress)) {
            if (!other.equals(ward.document)) {
                new Publication(context).of(other, ward.editor, "Nội dung dự thảo.");
                jdbc.sql(
                                """
                        insert into comment_round (id, document, congress, ward, number, status, skip_reason, created_at)
                        values (gen_random_uuid()::text, ?, ?, ?, 1, 'SKIPPED', 'Đã lấy ý kiến', now())""")
                        .params(other, ward.congress, ward.id)
                        .update();
            }
        }
        superior.open(
                ward.document,
                1,
                "session:" + ward.id,
                "Thông báo kết luận số 03-TB/TCT",
                List.of(
                        said(1, "Nâng chỉ tiêu tăng trưởng lên 9% mỗi năm."),
                        said(2, "Nêu rõ giải pháp huy động nguồn lực.")));
        return ward;
    }

    private static Said said(int number, String text) {
        return new Said("opinion:" + number, 1, "", CommentType.AMEND, text, "tct.truong", null, null);
    }

    private long cluster(RoundWard ward, int opinion) {
        var comment =
                superior.commentOf("session:" + ward.id, "opinion:" + opinion).orElseThrow();
        return comments.clusterOf(comment.id()).orElseThrow().id();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.done());
    }

    @Test
    void whatIsOutstandingIsNamedUntilNothingIs() {
        var ward = spokenOf();
        var round = superior.ofSource("session:" + ward.id).get(0).round().id();
        var page = "/hoan-thien/" + ward.congress;
        var editor = Session.signIn(port, ward.editor);

        assertThat(editor.get(page).body())
                .contains("3/4 văn kiện không còn việc", "Ý kiến của Tổ công tác – Thông báo kết luận số 03-TB/TCT")
                .contains("/lay-y-kien/" + round + "/ban-xu-ly", "/lay-y-kien/" + round + "/doi-chieu");
        assertThat(editor.get("/hoan-thien").body()).contains(page);
        assertThat(editor.get("/hoan-thien?tim=DANG+BO").body()).contains(page);
        assertThat(editor.get("/hoan-thien?tim=khong+co").body())
                .contains("Tìm thấy <span>0</span>")
                .doesNotContain(page);
        assertThat(refusal(ward)).contains("2 ý kiến chưa có đề xuất trả lời", "2 ý kiến chưa được quyết định");
        assertThat(editor.get("/lay-y-kien/" + round).body())
                .contains("Bàn xử lý", "Đối chiếu")
                .doesNotContain("Tiến độ", "Kiểm duyệt", "Thu hồi");
        for (var nowhere : List.of("/tien-do", "/kiem-duyet")) {
            assertThat(editor.get("/lay-y-kien/" + round + nowhere).statusCode())
                    .isEqualTo(404);
        }
        assertThat(editor.get("/lay-y-kien/" + round + "/bao-cao").statusCode()).isEqualTo(200);
        assertThat(editor.download("/lay-y-kien/" + round + "/giai-trinh.docx").statusCode())
                .isEqualTo(200);
        assertThat(Session.signIn(port, "chibo01.mau").get(page).statusCode())
                .as("not of this ward")
                .isEqualTo(404);
        for (var outside : List.of(ward.cellSecretary(0), ward.front)) {
            var reader = Session.signIn(port, outside);
            for (var path : List.of(
                    page,
                    "/lay-y-kien/" + round,
                    "/lay-y-kien/" + round + "/cum",
                    "/lay-y-kien/" + round + "/bao-cao")) {
                assertThat(reader.get(path).statusCode())
                        .as("%s of %s: not of the ward's own offices", path, outside)
                        .isEqualTo(404);
            }
            assertThat(reader.download("/lay-y-kien/" + round + "/giai-trinh.docx")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(reader.get("/hoan-thien").body()).doesNotContain(page);
            assertThat(reader.get("/lay-y-kien/" + ward.round).statusCode())
                    .as("what the people were asked is for all of them")
                    .isEqualTo(200);
        }

        var today = VietnamTime.today(clock);
        assertThat(substitutions.record(
                        new NewSubstitution(
                                ward.secretary,
                                ward.office,
                                Role.WARD_SECRETARY,
                                ward.id,
                                today,
                                today,
                                "Đi công tác",
                                "Thường trực Đảng ủy, thông báo số 1"),
                        "test"))
                .isInstanceOf(Outcome.Done.class);
        for (int opinion : List.of(1, 2)) {
            done(answers.decide(
                    round,
                    List.of(cluster(ward, opinion)),
                    opinion == 1 ? Disposition.ACCEPTED : Disposition.KEPT,
                    opinion == 1 ? "" : "Đã có trong đề án riêng.",
                    opinion == 1 ? ward.secretary : ward.office));
        }
        assertThat(audit.of("round:" + round).stream().map(one -> one.entry()).filter(entry -> entry.action()
                        .equals("ANSWER_DECIDED")))
                .extracting(AuditEntry::who, AuditEntry::forWhom)
                .containsExactly(tuple(ward.secretary, null), tuple(ward.office, ward.secretary));
        assertThat(refusal(ward)).contains("1 ý kiến đã tiếp thu mà dự thảo chưa thể hiện");
        ward.publish(TARGET.replace("8%", "9%"), "Giữ vững an ninh chính trị trên địa bàn.");
        done(proofs.attach(round, cluster(ward, 1), List.of(1L), 2, ward.editor));
        done(revisions.complete(ward.congress, null, ward.editor));
        assertThat(superior.of(round).round().status()).isEqualTo(RoundStatus.ANSWERED);
        assertThat(editor.get(page).body()).contains("4/4 văn kiện không còn việc");
    }

    private String refusal(RoundWard ward) {
        var refused = revisions.complete(ward.congress, null, ward.editor);
        assertThat(refused).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) refused).message();
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void thePagesAreAccessibleAndFitATelephone() {
        var ward = spokenOf();
        var round = superior.ofSource("session:" + ward.id).get(0).round().id();
        try (var chromium = Chromium.start(port)) {
            var page = chromium.signedIn(ward.editor);
            for (var path : List.of(
                    "/hoan-thien",
                    "/hoan-thien/" + ward.congress,
                    "/lay-y-kien/" + round,
                    "/lay-y-kien/" + round + "/bao-cao")) {
                Chromium.looksRight(
                        page,
                        path,
                        "revision" + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
            }
        }
    }
}
