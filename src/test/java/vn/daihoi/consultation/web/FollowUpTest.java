package vn.daihoi.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.HostileText;
import vn.daihoi.consultation.PublicVisitor;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.support.IntegrationTest;

/** What a resident sees of an own comment, from the receipt to the place in the new version. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpTest {

    private static final String SAID = "Đề nghị trồng 2.000 cây xanh mỗi năm trên các tuyến đường mới mở.";
    private static final String REASON = "Ngân sách phường chỉ bảo đảm được 1.500 cây.";

    @Autowired
    ApplicationContext context;

    @Autowired
    Clusters clusters;

    @Autowired
    Comments comments;

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private Round round;
    private PublicVisitor visitor;
    private long clause;

    @BeforeAll
    void openRound() {
        ward = RoundWard.open(context, "Mục tiêu chung", "Trồng 1.000 cây xanh mỗi năm.");
        round = ward.round();
        visitor = new PublicVisitor(context, port);
        clause = ward.clauses().get(1).id();
    }

    @Test
    void anAuthorFollowsACommentFromTheReceiptToTheNewText() {
        var receipt = sent(SAID);
        sent(SAID + " Xin cảm ơn.");

        var received = page(receipt);
        assertThat(received)
                .contains("Đã tiếp nhận", SAID, "Trồng 1.000 cây xanh mỗi năm.", "<svg", "http://localhost:" + port + receipt)
                .doesNotContain("Xin cảm ơn");

        clusters.assignNew(round.id());
        var grouped = page(receipt);
        assertThat(grouped).contains("Có 1 góp ý khác cùng nội dung").doesNotContain("Xin cảm ơn");

        var code = receipt.substring(receipt.lastIndexOf('/') + 1);
        var comment = comments.byReceipt(code).orElseThrow();
        var cluster = comments.clusterOf(comment.id()).orElseThrow().id();
        done(answers.propose(round.id(), List.of(cluster), Disposition.PARTLY, REASON, ward.editor));
        assertThat(page(receipt))
                .contains("Tổ biên tập đã nghiên cứu, thảo luận")
                .doesNotContain(Disposition.PARTLY.title(), REASON);

        ward.status(RoundStatus.DECIDING);
        done(answers.decide(round.id(), List.of(cluster), Disposition.PARTLY, REASON, ward.secretary));
        assertThat(page(receipt))
                .as("the committee may still decide otherwise")
                .doesNotContain(Disposition.PARTLY.title(), REASON);

        ward.status(RoundStatus.REPORTING);
        assertThat(page(receipt)).contains("Cấp ủy đã quyết định", Disposition.PARTLY.title(), REASON);

        ward.publish("Mục tiêu chung", "Trồng 1.500 cây xanh mỗi năm.");
        jdbc.sql("update comment_round set new_version = 2 where id = ?")
                .param(round.id())
                .update();
        jdbc.sql("insert into answer_proof values (?, ?, 2, 'test', now())")
                .params(cluster, clause)
                .update();
        ward.status(RoundStatus.PUBLISHED);
        var link = "/gop-y/" + round.slug() + "/ban-moi#c" + clause;
        assertThat(page(receipt)).contains("Trồng 1.500 cây xanh mỗi năm.", "href=\"" + link + "\"");
        assertThat(visitor.get("/gop-y/" + round.slug() + "/ban-moi").body())
                .contains("id=\"c" + clause + "\"", "Trồng 1.500 cây xanh mỗi năm.")
                .doesNotContain("?doan=");
        assertThat(visitor.get("/gop-y").body()).contains("/gop-y/" + round.slug() + "/ket-qua");
    }

    @Test
    void theCodeIsFoundHoweverItIsTypedAndIsNobodyElses() {
        var own = RoundWard.open(context, "Mục tiêu");
        var receipt = visitor.send(own.round(), visitor.form(own.round(), 0, "Góp ý riêng"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        var code = receipt.substring(receipt.lastIndexOf('/') + 1);
        var typed = code.toLowerCase(Locale.ROOT).replace("-", "+");

        var found = visitor.get("/gop-y/theo-doi?ma=" + typed);
        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("location")).contains(receipt);
        var shown = visitor.get(receipt);
        assertThat(shown.headers().firstValue("cache-control")).contains("no-store");
        assertThat(shown.headers().firstValue("x-robots-tag")).contains("noindex");
        assertThat(shown.headers().map()).doesNotContainKey("set-cookie");
        for (var wrong : List.of("0000-0000-0000", "x", "%3Cscript%3E", "%E1%BA")) {
            var answer = visitor.get("/gop-y/bien-nhan/" + wrong);
            assertThat(answer.statusCode()).as(wrong).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("<script>");
            assertThat(visitor.get("/gop-y/theo-doi?ma=" + wrong).statusCode()).isIn(303, 404);
        }
    }

    @Test
    void whoWroteWhatWasHiddenIsToldWhy() {
        var own = RoundWard.open(context, "Mục tiêu");
        var receipt = visitor.send(own.round(), visitor.form(own.round(), 0, "Ghi tên người khác vào đây"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        clusters.assignNew(own.round);
        var comment = comments.byReceipt(receipt.substring(receipt.lastIndexOf('/') + 1))
                .orElseThrow();
        done(comments.hide(own.round, List.of(comment.id()), "Có thông tin cá nhân của người khác.", own.editor));

        assertThat(page(receipt)).contains("không đưa vào tổng hợp", "Có thông tin cá nhân của người khác.");
    }

    @Test
    void noHostileTextComesOutActive() {
        var own = RoundWard.open(context, "Mục tiêu <script>1</script>");
        for (var hostile : HostileText.samples(40)) {
            var fields = visitor.form(own.round(), own.clauses().get(0).id(), hostile + " chữ");
            fields.put("area", hostile.length() > 90 ? "" : hostile);
            fields.put("quote", "Mục tiêu <script>1");
            var answer = visitor.send(own.round(), fields);
            assertThat(answer.statusCode()).as(hostile).isEqualTo(303);
            var page = page(answer.headers().firstValue("location").orElseThrow());
            assertThat(InertPage.active(page)).as(hostile).isEmpty();
        }
        assertThat(InertPage.active(visitor.get("/gop-y/" + own.slug).body())).isEmpty();
    }

    private String sent(String text) {
        var answer = visitor.send(round, visitor.form(round, clause, text));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private String page(String path) {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static void done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
    }
}
