package vn.daihoi.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import vn.daihoi.consultation.HostileText;
import vn.daihoi.consultation.PublicVisitor;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.support.IntegrationTest;

/** The public pages as a browser without JavaScript sees them, and as strangers try them. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([A-Za-z0-9_-]{43})\"");
    private static final Pattern RECEIPT = Pattern.compile("/gop-y/bien-nhan/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Throttle throttle;

    @Autowired
    PublicIntake limits;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private Round round;
    private PublicVisitor visitor;
    private long clause;

    @BeforeAll
    void openRound() {
        ward = RoundWard.open(context, "Mục tiêu <b>chung</b> & riêng", "Trồng 1.000 cây xanh mỗi năm.");
        round = ward.round();
        visitor = new PublicVisitor(context, port);
        clause = ward.clauses().get(1).id();
    }

    // reading

    @Test
    void everybodyFindsTheRoundReadsTheDraftAndOpensTheFormOnAClause() {
        assertThat(visitor.get("/gop-y").body()).contains("href=\"/gop-y/" + round.slug() + "\"");

        var draft = visitor.get("/gop-y/" + round.slug());
        assertThat(draft.statusCode()).isEqualTo(200);
        assertThat(draft.headers().map()).doesNotContainKey("set-cookie");
        assertThat(draft.body())
                .contains("Mục tiêu &lt;b&gt;chung&lt;/b&gt; &amp; riêng", "Trồng 1.000 cây xanh mỗi năm.")
                .contains("Mục tiêu đã sát thực tế chưa?")
                .contains("href=\"/gop-y/" + round.slug() + "?doan=" + clause + "#gop-y\"")
                .doesNotContain("name=\"stamp\"");

        var form = visitor.get("/gop-y/" + round.slug() + "?doan=" + clause);
        assertThat(form.headers().map()).doesNotContainKey("set-cookie");
        assertThat(form.headers().firstValue("cache-control")).contains("no-store");
        assertThat(form.body())
                .contains("Trồng 1.000 cây xanh mỗi năm.", "IP", "name=\"website\"", "Nhân dân", "Đảng viên")
                .doesNotContain("Cấp trên", "value=\"ORGANISATION\"")
                .containsPattern(STAMP);
        assertThat(visitor.get("/gop-y/" + round.slug() + "/phieu?doan=" + clause)
                        .body())
                .startsWith("<form")
                .containsPattern(STAMP);
    }

    @Test
    void aBrowserThatHasTheDraftIsNotSentItAgain() {
        var first = visitor.get("/gop-y/" + round.slug());
        var tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(visitor.get("/gop-y/" + round.slug(), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        var squeezed = visitor.get("/gop-y/" + round.slug(), "Accept-Encoding", "gzip");
        assertThat(squeezed.headers().firstValue("content-encoding")).contains("gzip");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var withdrawn = RoundWard.open(context, "Mục tiêu");
        withdrawn.status(RoundStatus.WITHDRAWN);

        for (var path : List.of(
                "/gop-y/khong-co",
                "/gop-y/" + withdrawn.slug,
                "/gop-y/" + round.slug() + "?doan=4711",
                "/gop-y/" + round.slug() + "?doan=<script>",
                "/gop-y/" + round.slug() + "/phieu?doan=-1",
                "/gop-y/" + round.slug() + "/ban-moi")) {
            var answer = visitor.get(path.replace("<", "%3C").replace(">", "%3E"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.post("/gop-y/khong-co", FORM, BodyPublishers.ofString("text=x"))
                        .statusCode())
                .isEqualTo(404);
    }

    // sending

    @Test
    void aCommentIsStoredAndItsAuthorSentToTheReceipt() {
        var fields = visitor.form(round, clause, "Đề nghị tăng lên 2.500 cây.");
        fields.put("quote", "1.000 cây xanh");
        fields.put("area", "Khu phố 3");

        var sent = visitor.send(round, fields);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(receipt(sent)).matches(RECEIPT);
        assertThat(sent.body()).isEmpty();
        assertThat(sent.headers().map()).doesNotContainKey("set-cookie");
        assertThat(stored("Đề nghị tăng lên 2.500 cây.")).isOne();
        assertThat(jdbc.sql("select * from comment where text = 'Đề nghị tăng lên 2.500 cây.'")
                        .query()
                        .singleRow()
                        .values())
                .as("no address, no receipt")
                .noneMatch(value -> String.valueOf(value).matches(".*(127\\.0\\.0\\.1|0:0:0:0:0:0:0:1).*"))
                .doesNotContain(receipt(sent).substring("/gop-y/bien-nhan/".length()));
    }

    @Test
    void aDoubleClickAndAReloadAreOneComment() throws Exception {
        var fields = visitor.form(round, clause, "Gửi hai lần cùng lúc");
        var people = Executors.newFixedThreadPool(8);
        var receipts = new HashSet<String>();
        try {
            var clicks = new ArrayList<Callable<HttpResponse<String>>>();
            for (int click = 0; click < 24; click++) {
                clicks.add(() -> visitor.send(round, fields));
            }
            for (var answer : people.invokeAll(clicks)) {
                receipts.add(receipt(answer.get()));
            }
        } finally {
            people.shutdown();
        }

        assertThat(receipts).hasSize(1);
        assertThat(stored("Gửi hai lần cùng lúc")).isOne();
    }

    @Test
    void whoGoesBackAndWritesSomethingElseHasSaidTwoThings() {
        var fields = visitor.form(round, clause, "Điều thứ nhất");
        var first = receipt(visitor.send(round, fields));
        fields.put("text", "Điều thứ hai");

        assertThat(receipt(visitor.send(round, fields))).isNotEqualTo(first);
        assertThat(stored("Điều thứ nhất") + stored("Điều thứ hai")).isEqualTo(2);
    }

    @Test
    void whateverIsRefusedTheTextIsStillThere() {
        var text = "Giữ lại dòng này\nvà dòng này";
        var wrong = Map.of(
                "website", "http://x",
                "stamp", visitor.stamp(round, Duration.ofHours(25)),
                "quote", "câu này không có trong dự thảo",
                "area", "ă".repeat(101),
                "source", "SUPERIOR",
                "type", "NONSENSE",
                "clause", "4711");
        wrong.forEach((field, value) -> {
            var fields = visitor.form(round, clause, text);
            fields.put(field, value);
            var answer = visitor.send(round, fields);
            assertThat(answer.statusCode()).as(field).isEqualTo(400);
            assertThat(answer.body()).as(field).contains("role=\"alert\"", text);
            assertThat(InertPage.active(answer.body())).isEmpty();
        });
        for (var missing : List.of("clause", "stamp", "type", "source")) {
            var fields = visitor.form(round, clause, text);
            fields.remove(missing);
            var answer = visitor.send(round, fields);
            assertThat(answer.statusCode()).as("without " + missing).isEqualTo(400);
            assertThat(answer.body()).as("without " + missing).contains(text);
        }
        var tooLong = visitor.send(round, visitor.form(round, clause, "ă".repeat(4001)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("dài quá 4000 ký tự", "ă".repeat(4001));
        assertThat(stored(text)).isZero();
    }

    @Test
    void aFormSentInTheSecondItWasOpenedIsAskedForAgainAndThenTaken() {
        var fields = visitor.form(round, clause, "Vừa mở đã gửi");
        fields.put("stamp", visitor.stamp(round, Duration.ZERO));

        var asked = visitor.send(round, fields);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("Vừa mở đã gửi", fields.get("stamp"));
    }

    @Test
    void aFormKeptForLongGetsAFreshStamp() {
        var fields = visitor.form(round, clause, "Để qua đêm");
        fields.put("stamp", visitor.stamp(round, Duration.ofDays(3)));

        var stamp = STAMP.matcher(visitor.send(round, fields).body());
        assertThat(stamp.find()).isTrue();
        assertThat(stamp.group(1)).isNotEqualTo(fields.get("stamp"));
    }

    @Test
    void whoSendsTooMuchIsToldWhenToTryAgain() {
        var address = "203.0.113.77";
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var source = throttle.source(request);
        assertThat(Stream.generate(() -> throttle.comment(source))
                        .limit(2L * limits.perSource())
                        .anyMatch(Optional::isPresent))
                .isTrue();

        var fields = visitor.form(round, clause, "Một góp ý nữa");
        var answer = visitor.send(round, fields, "X-Forwarded-For", address);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("retry-after")).isPresent();
        assertThat(answer.body()).contains("Một góp ý nữa", fields.get("stamp"));
        assertThat(stored("Một góp ý nữa")).isZero();
        assertThat(visitor.send(round, fields, "X-Forwarded-For", "203.0.113.78")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whileTheDatabaseIsBusyTheTextIsGivenBackAndCanBeSentAgain() {
        var fields = visitor.form(round, clause, "Gửi lúc hệ thống bận");

        var told = Objects.requireNonNull(transactions.execute(holding -> {
            jdbc.sql("lock table comment in exclusive mode").update();
            return visitor.send(round, fields);
        }));
        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(told.headers().firstValue("retry-after")).isPresent();
        assertThat(told.body()).contains("CHƯA được lưu", "Gửi lúc hệ thống bận", fields.get("stamp"));

        assertThat(receipt(visitor.send(round, fields))).matches(RECEIPT);
        assertThat(stored("Gửi lúc hệ thống bận")).isOne();
    }

    @Test
    void afterTheRoundIsClosedTheTextIsGivenBack() {
        var closing = RoundWard.open(context, "Mục tiêu");
        var fields = visitor.form(closing.round(), 0, "Đến muộn");
        closing.status(RoundStatus.MERGING);

        var answer = visitor.send(closing.round(), fields);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("không còn nhận góp ý", "Đến muộn");
        assertThat(visitor.get("/gop-y/" + closing.slug).body()).contains("không còn nhận góp ý");
        assertThat(visitor.get("/gop-y/" + closing.slug + "/phieu").body()).startsWith("<p");
        assertThat(stored("Đến muộn")).isZero();
    }

    // strangers

    @Test
    void noHostileTextComesOutActive() {
        for (var hostile : HostileText.samples(60)) {
            for (var field : List.of("text", "quote", "area", "type", "source", "stamp", "clause")) {
                var fields = visitor.form(round, clause, "Chữ " + hostile.length());
                // refused by the field "area", so that the page shows everything again
                fields.put("area", "ă".repeat(101));
                fields.put(field, hostile + "ă".repeat(field.equals("area") ? 101 : 0));
                var answer = visitor.send(round, fields);
                assertThat(answer.statusCode()).as(hostile).isEqualTo(400);
                assertThat(InertPage.active(answer.body())).as(hostile).isEmpty();
            }
        }
    }

    @Test
    void bodiesNoFormHasAreRefusedAndNothingIsStored() {
        int before = stored();
        var path = "/gop-y/" + round.slug();
        var million = "text=" + "a".repeat(1 << 20);
        var answers = List.of(
                visitor.post(path, FORM, BodyPublishers.ofString(million)),
                visitor.post(
                        path,
                        FORM,
                        BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(million.getBytes(StandardCharsets.UTF_8)))),
                visitor.post(path, FORM, BodyPublishers.ofByteArray(new byte[] {'t', '=', (byte) 0xC3, '('})),
                visitor.post(path, FORM, BodyPublishers.ofString("text=%ED%A0%80")),
                visitor.post(path, FORM, BodyPublishers.ofString("text=%")),
                visitor.post(path, FORM, BodyPublishers.ofString("")),
                visitor.post(path, "application/json", BodyPublishers.ofString("{\"text\":\"x\"}")),
                visitor.post(path, "text/plain", BodyPublishers.ofString("text=x")),
                visitor.post(
                        path,
                        "multipart/form-data; boundary=x",
                        BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--x--")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.body()).contains("role=\"alert\"");
            assertThat(InertPage.active(answer.body())).isEmpty();
        });
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void thePagesHoldNothingActive() {
        for (var path :
                List.of("/gop-y", "/gop-y/" + round.slug(), "/gop-y/" + round.slug() + "?doan=0", "/gop-y/theo-doi")) {
            var answer = visitor.get(path);
            assertThat(InertPage.active(answer.body())).as(path).isEmpty();
            assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'");
        }
        assertThat(InertPage.active(
                        "<p onclick=x><script>1</script><a href='javascript:1'>\u202E</a><iframe></iframe>"))
                .as("this test can fail")
                .hasSize(5);
    }

    private static String receipt(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(HtmlUtils.htmlUnescape(answer.body()))
                .isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private int stored(String text) {
        return jdbc.sql("select count(*) from comment where text = ?")
                .param(text)
                .query(Integer.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from comment").query(Integer.class).single();
    }
}
