package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.daihoi.consultation.Receipts;
import vn.daihoi.support.DaihoiProcess;
import vn.daihoi.support.TestDatabase;

/**
 * Residents send comments while the program is killed with {@code kill -9}, and send again what they got no receipt for.
 * Every comment whose author saw a receipt is there, once, under that receipt.
 */
class IntakeKillNineIT {

    private static final int RESIDENTS = 8;
    private static final int BEFORE_EACH_KILL = 300;
    private static final String ROUND = "11111111-1111-4111-8111-111111111111";
    private static final String SLUG = "vong";
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    /** Receipt by the text it was given for. */
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    /** Answers other than a receipt, for the message of a failed test. */
    private final Queue<String> others = new ConcurrentLinkedQueue<>();

    private final AtomicInteger resent = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    Path folder;

    private volatile String address = "";

    /** Nobody knocks at a door that isn't there: it would take the power the program needs to come back. */
    private volatile CountDownLatch up = new CountDownLatch(1);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyCommentWithAReceiptIsThereOnce() throws Exception {
        var database = TestDatabase.create();
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        ExecutorService residents = Executors.newFixedThreadPool(RESIDENTS);
        var program = start(database);
        try {
            openRound(jdbc);
            for (int resident = 0; resident < RESIDENTS; resident++) {
                int number = resident;
                residents.submit(() -> live(number));
            }
            for (int kill = 1; kill <= 2; kill++) {
                awaitReceipts(receipts.size() + BEFORE_EACH_KILL);
                up = new CountDownLatch(1);
                program.kill();
                program = start(database);
            }
            awaitReceipts(receipts.size() + BEFORE_EACH_KILL);
            over.set(true);
            residents.shutdown();
            assertThat(residents.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            var stored = jdbc.sql("select text, receipt from comment order by id")
                    .query()
                    .listOfRows();
            var byText = new ConcurrentHashMap<String, Object>();
            stored.forEach(row -> assertThat(byText.put((String) row.get("text"), row.get("receipt")))
                    .as("%s is there once", row)
                    .isNull());
            receipts.forEach(
                    (text, receipt) -> assertThat(byText.get(text)).as(text).isEqualTo(Receipts.hash(receipt)));
            assertThat(new HashSet<>(receipts.values())).hasSameSizeAs(receipts.values());
            assertThat(resent.get()).as("sendings a kill cut off").isPositive();
        } finally {
            over.set(true);
            residents.shutdownNow();
            program.close();
        }
    }

    private DaihoiProcess start(TestDatabase database) {
        var program = DaihoiProcess.in(folder)
                .on(database)
                .with("--daihoi.public-intake.per-source=1000000", "--daihoi.public-intake.overall=1000000")
                .start();
        address = program.address();
        up.countDown();
        return program;
    }

    private void awaitReceipts(int number) {
        await("receipts")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() ->
                        assertThat(receipts.size()).as("others: %s", others).isGreaterThanOrEqualTo(number));
    }

    /** Opens a form and sends comment after comment; what got no receipt is sent again as it is. */
    private void live(int number) {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        String stamp = "";
        for (int at = 0; !over.get(); ) {
            var text = "Góp ý " + number + "." + at;
            try {
                up.await();
                if (stamp.isEmpty()) {
                    stamp = stamp(http);
                }
                var answer = send(http, stamp, text);
                if (answer.statusCode() == 303) {
                    var receipt = answer.headers().firstValue("location").orElseThrow();
                    receipts.put(text, receipt.substring(receipt.lastIndexOf('/') + 1));
                    at++;
                } else {
                    // for the first seconds: the form was opened just now
                    others.add(text + ": " + answer.statusCode());
                }
            } catch (IOException e) {
                // killed under us, or not up again yet; whether it was stored nobody knows
                resent.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String stamp(HttpClient http) throws IOException, InterruptedException {
        var page = http.send(
                        HttpRequest.newBuilder(URI.create(address + "/gop-y/" + SLUG + "/phieu?doan=1"))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var stamp = STAMP.matcher(page);
        return stamp.find() ? stamp.group(1) : "";
    }

    private HttpResponse<String> send(HttpClient http, String stamp, String text)
            throws IOException, InterruptedException {
        var body = "clause=1&type=OTHER&source=RESIDENT&quote=&area=&website=&stamp=" + stamp + "&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create(address + "/gop-y/" + SLUG))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void openRound(JdbcClient jdbc) {
        for (var sql : List.of(
                "insert into congress (id, ward, term, status, created_by, created_at, version)"
                        + " values ('c', 'thu', '2025–2030', 'DRAFT', 'test', now(), 1)",
                "insert into document (id, congress, ward, type, title, status, created_by, created_at)"
                        + " values ('d', 'c', 'thu', 'POLITICAL_REPORT', 'Báo cáo', 'CLEARED', 'test', now())",
                "insert into document_version (id, document, base, sha256, file_name, uploaded_by, uploaded_at)"
                        + " values ('v', 'd', 0, '', 'x.docx', 'test', now())",
                "insert into clause (version_id, position, id, kind, depth, label, text, marks)"
                        + " values ('v', 1, 1, 'PARAGRAPH', 0, '', 'Mục tiêu', '')",
                "update document_version set number = 1, published_by = 'test', published_at = now() where id = 'v'",
                "insert into comment_round (id, document, congress, ward, number, status, version_number, closes_at,"
                        + " sources, channels, slug, opened_by, opened_at, created_at) values ('" + ROUND
                        + "', 'd', 'c', 'thu', 1, 'OPEN', 1, now() + interval '1 day', 'RESIDENT', 'PUBLIC_PAGE', '"
                        + SLUG
                        + "', 'test', now(), now())")) {
            jdbc.sql(sql).update();
        }
    }
}
