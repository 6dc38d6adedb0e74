package vn.daihoi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * How many comments the public page takes a second over HTTP, as a fraction of what {@code pgbench} gets of one bare
 * INSERT a transaction into a like table on the same server. The program runs in a process of its own; slices of both
 * take turns, so that what else the machine does meets both.
 */
final class IntakeCosts {

    /** The least fraction. */
    private static final double LIMIT = 0.25;

    private static final List<Integer> CLIENTS = List.of(8, 32);
    private static final int SLICES = 3;
    private static final int WARM_UP = 30;
    private static final int CLAUSES = 300;
    private static final String DATABASE = "bench_intake";
    private static final String ROUND = "00000000-0000-4000-8000-000000000003";
    private static final String SLUG = "bench";
    private static final Pattern READY = Pattern.compile("daihoi is ready: http://localhost:(\\d+)/");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String STAMP = "name=\"stamp\" value=\"";

    private static final String SAID =
            "Đề nghị nêu rõ trách nhiệm của từng đơn vị và bổ sung chỉ tiêu trồng cây xanh ở các khu phố, vì nhiều tuyến"
                    + " đường mới chưa có bóng mát cho người đi bộ và học sinh.";

    private final Server server;
    private final int seconds;
    private final PrintStream out;
    private Process program;
    private int port;
    private int sent;

    private IntakeCosts(Server server, int seconds, PrintStream out) {
        this.server = server;
        this.seconds = seconds;
        this.out = out;
    }

    /** What one or more slices of posting came to. */
    private record Posted(List<Long> nanos, Duration time, double programMillis, double serverMillis) {

        double rate() {
            return nanos.size() * 1e9 / time.toNanos();
        }
    }

    /** Measures and prints; throws when the limit isn't kept. */
    static void run(Server server, int seconds, PrintStream out) throws Exception {
        server.create(DATABASE);
        var costs = new IntakeCosts(server, seconds, out);
        try {
            costs.start();
            costs.prepare();
            costs.measure();
        } finally {
            if (costs.program != null) {
                costs.program.destroy();
                costs.program.waitFor();
            }
        }
    }

    private void start() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.daihoi.DaihoiApplication",
                "--server.port=0",
                "--spring.datasource.url=" + server.url(DATABASE),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                // one machine is all visitors here
                "--daihoi.demo-story=false",
                "--daihoi.public-intake.per-source=100000000",
                "--daihoi.public-intake.overall=100000000");
        program = new ProcessBuilder(command).redirectErrorStream(true).start();
        var reader = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            var ready = READY.matcher(line);
            if (ready.find()) {
                port = Integer.parseInt(ready.group(1));
                var drain = new Thread(() -> reader.lines().forEach(out::println), "program-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("the program didn't get ready:\n" + said);
    }

    /** A document of some hundred clauses, an open round on it, and the table for the bare inserts. */
    private void prepare() throws SQLException {
        try (var database = server.connect(DATABASE)) {
            Server.run(
                    database,
                    "insert into congress (id, ward, term, status, created_by, created_at, version)"
                            + " values ('c', 'bench', '2025–2030', 'DRAFT', 'bench', now(), 1)");
            Server.run(
                    database,
                    "insert into document (id, congress, ward, type, title, status, created_by, created_at)"
                            + " values ('d', 'c', 'bench', 'POLITICAL_REPORT', 'Báo cáo chính trị', 'CLEARED', 'bench', now())");
            Server.run(
                    database,
                    "insert into document_version (id, document, base, sha256, file_name, uploaded_by, uploaded_at)"
                            + " values ('v', 'd', 0, '', 'x.docx', 'bench', now())");
            Server.run(
                    database,
                    "insert into clause (version_id, position, id, kind, depth, label, text, marks)"
                            + " select 'v', n, n, 'PARAGRAPH', 0, '', 'Đoạn ' || n || ': ' || repeat('chăm lo đời sống"
                            + " nhân dân, ', 12), '' from generate_series(1, ?) n",
                    CLAUSES);
            Server.run(
                    database,
                    "update document_version set number = 1, published_by = 'bench', published_at = now() where id = 'v'");
            Server.run(
                    database,
                    "insert into comment_round (id, document, congress, ward, number, status, version_number, closes_at,"
                            + " sources, channels, slug, opened_by, opened_at, created_at) values (?, 'd', 'c', 'bench', 1,"
                            + " 'OPEN', 1, now() + interval '1 day', 'RESIDENT', 'PUBLIC_PAGE', ?, 'bench', now(), now())",
                    ROUND,
                    SLUG);
            Server.run(database, "create table bare_comment (like comment including all)");
        }
    }

    private void measure() throws Exception {
        int slice = Math.max(1, seconds / SLICES);
        out.printf(Locale.ROOT, "%nPublic intake, %d slices of %d s each%n", SLICES, slice);
        // until what is compiled has been compiled; pgbench lets the forms grow old enough
        var early = forms(4_000, 32);
        pgbench(32, 5);
        post(early, 32, WARM_UP);
        double rate = 400;
        boolean kept = true;
        for (int clients : CLIENTS) {
            var nanos = new ArrayList<Long>();
            var bare = new ArrayList<Double>();
            double programMillis = 0;
            double serverMillis = 0;
            var time = Duration.ZERO;
            for (int at = 0; at < SLICES; at++) {
                // opened before, as visitors do, and old enough once pgbench had its turn
                var forms = forms((int) (Math.max(rate, 400) * slice * 1.5), clients);
                bare.add(pgbench(clients, slice));
                var posted = post(forms, clients, slice);
                rate = posted.rate();
                nanos.addAll(posted.nanos());
                time = time.plus(posted.time());
                programMillis += posted.programMillis();
                serverMillis += posted.serverMillis();
                out.printf(
                        Locale.ROOT,
                        "  %2d clients, slice %d: %,.0f accepted/s, pgbench %,.0f/s%n",
                        clients,
                        at + 1,
                        rate,
                        bare.get(at));
            }
            var all = new Posted(nanos, time, programMillis, serverMillis);
            double ratio =
                    all.rate() / bare.stream().mapToDouble(one -> one).average().orElseThrow();
            kept &= ratio >= LIMIT;
            print(clients, all, ratio);
        }
        everythingIsThere();
        if (!kept) {
            throw new IllegalStateException("fewer comments than the limit");
        }
    }

    private void print(int clients, Posted all, double ratio) {
        var sorted = all.nanos().stream().mapToLong(one -> one).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "  %2d clients: %,.0f accepted/s = %.2f of pgbench (limit %.2f), p50 %.1f ms, p95 %.1f ms, p99 %.1f ms;"
                        + " CPU per comment %.3f ms JVM, %.3f ms PostgreSQL%n",
                clients,
                all.rate(),
                ratio,
                LIMIT,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                all.programMillis() / sorted.length,
                all.serverMillis() / sorted.length);
    }

    /** Opens forms as visitors do; gives their stamps. */
    private List<String> forms(int number, int clients) throws Exception {
        var stamps = new ArrayList<String>();
        for (var some : together(clients, client -> {
            var own = new ArrayList<String>();
            try (var http = new KeepAlive(port)) {
                for (int at = client; at < number; at += clients) {
                    var form = http.get("/gop-y/" + SLUG + "/phieu?doan=" + (1 + at % CLAUSES))
                            .body();
                    int begin = form.indexOf(STAMP) + STAMP.length();
                    own.add(form.substring(begin, form.indexOf('"', begin)));
                }
            }
            return own;
        })) {
            stamps.addAll(some);
        }
        return stamps;
    }

    /** Fills in and sends the forms, each client one after the other, until the time is over. */
    private Posted post(List<String> stamps, int clients, int seconds) throws Exception {
        int number = ++sent;
        double programBefore = programMillis();
        double serverBefore = serverMillis();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        var nanos = new ArrayList<Long>();
        for (var some : together(clients, client -> {
            var own = new ArrayList<Long>();
            try (var http = new KeepAlive(port)) {
                int at = client;
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    // a form more than was opened: its visitor goes back and writes something else
                    var form =
                            "clause=" + (1 + at % CLAUSES) + "&type=AMEND&source=RESIDENT&quote=&area=&website=&stamp="
                                    + stamps.get(at % stamps.size()) + "&text="
                                    + URLEncoder.encode(SAID + " " + number + "." + at, StandardCharsets.UTF_8);
                    var answer = http.post("/gop-y/" + SLUG, form);
                    if (answer.status() != 303) {
                        throw new IllegalStateException(answer.toString());
                    }
                    own.add(System.nanoTime() - now);
                    at += clients;
                }
            }
            return own;
        })) {
            nanos.addAll(some);
        }
        return new Posted(
                nanos,
                Duration.ofNanos(System.nanoTime() - begin),
                programMillis() - programBefore,
                serverMillis() - serverBefore);
    }

    private interface Work<T> {
        T of(int client) throws Exception;
    }

    private static <T> List<T> together(int clients, Work<T> work) throws Exception {
        var people = Executors.newFixedThreadPool(clients);
        try {
            var calls = new ArrayList<Callable<T>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                calls.add(() -> work.of(number));
            }
            var done = new ArrayList<T>();
            for (Future<T> one : people.invokeAll(calls)) {
                done.add(one.get());
            }
            return done;
        } finally {
            people.shutdown();
        }
    }

    /** The same row, one a transaction, prepared, with the indexes of the table of the comments. */
    private double pgbench(int clients, int seconds) throws Exception {
        var script = Files.createTempFile("intake", ".sql");
        Files.writeString(
                script,
                """
                \\set n random(1, 9000000000000000000)
                insert into bare_comment (round, source, channel, clause_id, quote, type, text, origin, receipt, received_at)
                values ('%s', 'RESIDENT', 'PUBLIC_PAGE', 1 + :n::bigint %% %d, '', 'AMEND', '%s ' || :n::text, 'aaaaaaaaaaaaaaaaaaaaaaaaaaa' || :n::text,
                  lpad(:n::text, 64, '0'), now());
                """
                        .formatted(ROUND, CLAUSES, SAID));
        var address =
                URI.create(server.url(DATABASE).substring("jdbc:".length()).replaceAll("\\?.*", ""));
        var process = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        "2",
                        "-T",
                        String.valueOf(seconds),
                        "-f",
                        script.toString(),
                        "-h",
                        address.getHost(),
                        "-p",
                        String.valueOf(address.getPort()),
                        "-U",
                        "postgres",
                        DATABASE)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        var tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private double programMillis() {
        return millis(program.toHandle());
    }

    /** Of all processes of the server that live; those of the program's pool do through the run. */
    private double serverMillis() throws SQLException {
        try (var connection = server.connect("postgres")) {
            long backend = Server.query(connection, row -> row.getLong(1), "select pg_backend_pid()")
                    .get(0);
            return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToDouble(IntakeCosts::millis)
                    .sum();
        }
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }

    private void everythingIsThere() throws SQLException {
        try (var connection = server.connect(DATABASE)) {
            out.println("  stored: "
                    + Arrays.toString(Server.query(
                                    connection,
                                    row -> row.getLong(1) + " comments, " + row.getLong(2) + " origins",
                                    "select count(*), count(distinct origin) from comment")
                            .toArray()));
        }
    }
}
