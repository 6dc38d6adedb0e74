package vn.daihoi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.document.Documents;

/**
 * What the first page of the answer desk costs over HTTP as the comments of a round grow many: processor time of the JVM
 * (with the client that asks in it) and of PostgreSQL, and the statements sent. The pages of all rounds are asked for in
 * turn, so that whatever else the machine does meets them alike.
 */
final class DeskCosts {

    private static final double LIMIT = 2;
    private static final int WARM_UP = 15;
    private static final String WARD = "dm";
    private static final String EDITOR = "bientap1.dm";
    private static final List<String> VIEWS = List.of("", "?loc=tat-ca", "?xep=cum", "?xep=nhom&loc=tat-ca");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Server server;
    private final String name;
    private final ConfigurableApplicationContext application;
    private final SqlMeter meter;
    private final Connection database;
    private final String root;

    DeskCosts(Server server, String name, ConfigurableApplicationContext application, SqlMeter meter)
            throws SQLException {
        this.server = server;
        this.name = name;
        this.application = application;
        this.meter = meter;
        this.database = server.connect(name);
        this.root = "http://localhost:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private record Page(String view, int size) {}

    void run(List<Integer> sizes, int repeats, PrintStream out) throws Exception {
        plant(sizes);
        signIn();
        var figures = new LinkedHashMap<Page, Figures>();
        for (var view : VIEWS) {
            sizes.forEach(size -> figures.put(new Page(view, size), new Figures()));
        }
        for (int turn = -WARM_UP; turn < repeats; turn++) {
            for (var one : figures.entrySet()) {
                measure(one.getKey(), one.getValue(), turn >= 0);
            }
        }
        out.println();
        out.println(
                "Answer desk, first page over HTTP: CPU ms of JVM and of PostgreSQL, median (5 %–95 %); statements");
        figures.forEach((page, figure) -> out.printf(
                Locale.ROOT,
                "%-24s %,9d comments  JVM %-22s PostgreSQL %-22s %d statements%n",
                page.view().isEmpty() ? "unanswered, by clause" : page.view(),
                page.size(),
                figure.jvm,
                figure.postgres,
                figure.statements));
        for (var view : VIEWS) {
            var small = figures.get(new Page(view, sizes.get(0)));
            var large = figures.get(new Page(view, sizes.get(sizes.size() - 1)));
            double ratio = large.cpu() / small.cpu();
            out.printf(
                    Locale.ROOT,
                    "%-24s ×%.2f of the CPU (limit ×%.0f): %s%n",
                    view.isEmpty() ? "unanswered, by clause" : view,
                    ratio,
                    LIMIT,
                    ratio <= LIMIT ? "kept" : "BROKEN");
        }
    }

    private static final class Figures {

        private final Samples jvm = new Samples();
        private final Samples postgres = new Samples();
        private int statements = Integer.MAX_VALUE;

        double cpu() {
            return jvm.median() + postgres.median();
        }
    }

    private void measure(Page page, Figures figures, boolean counted) throws Exception {
        var backends = server.backends(name);
        long inPostgres = Server.cpu(backends);
        long inJvm = system.getProcessCpuTime();
        meter.start();
        var body = get("/lay-y-kien/" + round(page.size()) + "/ban-xu-ly" + page.view());
        int statements = meter.stop().size();
        inJvm = system.getProcessCpuTime() - inJvm;
        inPostgres = Server.cpu(backends) - inPostgres;
        if (!body.contains("id=\"cum-") || !body.contains("id=\"xem-tiep\"")) {
            throw new IllegalStateException("Not the desk: " + body);
        }
        if (counted) {
            figures.jvm.add(inJvm / 1e6);
            figures.postgres.add(inPostgres / 1e6);
            // something may run beside it once
            figures.statements = Math.min(figures.statements, statements);
        }
    }

    private static String round(int size) {
        return "bench-" + size;
    }

    private void plant(List<Integer> sizes) throws SQLException {
        var congresses = application.getBean(Congresses.class);
        var office = "vanphong." + WARD;
        var there = congresses.visible(office);
        var congress =
                there.isEmpty() && congresses.open("2025–2030", null, office) instanceof Congresses.Opening.Opened one
                        ? one.congress()
                        : congresses.visible(office).get(0);
        var document = document(congress);
        Server.run(
                database,
                "insert into document_version (id, document, base, sha256, file_name, uploaded_by, uploaded_at)"
                        + " values ('bench', ?, 0, 'bench', 'b.docx', 'bench', now())",
                document);
        Server.run(
                database,
                "insert into clause (version_id, position, id, kind, depth, label, text, marks)"
                        + " select 'bench', n - 1, n, 'ITEM', 0, n || '.', 'Nội dung của đoạn thứ ' || n, ''"
                        + " from generate_series(1, 300) n");
        Server.run(
                database,
                "update document_version set number = 99, published_by = 'bench', published_at = now() where id = 'bench'");
        long base = 1_000_000;
        // at once, or the program would begin to group what it finds without a cluster
        database.setAutoCommit(false);
        for (int at = 0; at < sizes.size(); at++) {
            plant(congress, document, at + 90, base, sizes.get(at));
            base += sizes.get(at);
        }
        database.commit();
        database.setAutoCommit(true);
        Server.run(database, "vacuum analyze");
    }

    private String document(Congress congress) {
        var documents = application.getBean(Documents.class);
        documents.openAll(congress.id());
        return documents.openedIds(congress.id()).get(0);
    }

    /** A twentieth of the comments says what fifty say, a tenth what one other says; a third is answered. */
    private void plant(Congress congress, String document, int number, long base, int size) throws SQLException {
        Server.run(
                database,
                """
                insert into comment_round (id, document, congress, ward, number, status, version_number, created_at)
                values (?, ?, ?, ?, ?, 'PROPOSING', 99, now())""",
                round(size),
                document,
                congress.id(),
                WARD,
                number);
        Server.run(
                database,
                """
                create temp table planted as
                select i, case when i % 1000 < 50 then i - i % 1000 when i % 10 = 0 then i - 1 else i end as head
                from generate_series(0, ? - 1) i""",
                size);
        Server.run(
                database,
                """
                insert into comment (id, round, source, channel, clause_id, type, text, origin, received_at)
                overriding system value
                select ? + i, ?, (array['PARTY_MEMBER', 'UNION_MEMBER', 'ASSOCIATION_MEMBER', 'RESIDENT'])[1 + i % 4],
                    'PUBLIC_PAGE', 1 + head % 300 * 7919 % 300, 'AMEND',
                    'Đề nghị bổ sung giải pháp cụ thể, nguồn lực và người chịu trách nhiệm cho nội dung này, lần thứ ' || i,
                    'bench-' || i, now()
                from planted""",
                base,
                round(size));
        Server.run(
                database,
                """
                insert into comment_cluster (id, round, clause_id, position, size, sources, first_comment, gist, proposal,
                    proposal_reason, proposed_by, proposed_at)
                overriding system value
                select ? + head, ?, 1 + head % 300 * 7919 % 300, 1 + head % 300 * 7919 % 300, count(*), bit_or(1 << i % 4), ? + head,
                    'Đề nghị bổ sung giải pháp cụ thể, nguồn lực và người chịu trách nhiệm, lần thứ ' || head,
                    case when head % 10 < 3 then 'NOTED' end, case when head % 10 < 3 then 'Cảm ơn' end,
                    case when head % 10 < 3 then 'bench' end, case when head % 10 < 3 then now() end
                from planted group by head""",
                base,
                round(size),
                base);
        Server.run(
                database,
                "insert into comment_standing (comment, round, moderation, cluster, likeness)"
                        + " select ? + i, ?, 'SHOWN', ? + head, 1 from planted",
                base,
                round(size),
                base);
        Server.run(database, "drop table planted");
    }

    private void signIn() throws Exception {
        var token = TOKEN.matcher(get("/dang-nhap"));
        if (!token.find()) {
            throw new IllegalStateException("No login page");
        }
        var form = "username=" + EDITOR + "&password=demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(root + "/dang-nhap"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html"));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
