package vn.daihoi.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import vn.daihoi.bench.SqlMeter.Sent;
import vn.daihoi.engine.WorkList;

/**
 * What an open Tasklist repeats, and our home page, as tasks grow many: the first page and the count of the filters for a
 * clerk of one ward and for a supervisor of all of them, with authorization on. Beside the time stands how many blocks
 * the server touched, which does not swing with the machine.
 */
final class TaskLists {

    private static final int WARDS = 300;
    private static final int PAGE = 15;

    private record Person(String title, String id, List<String> groups, List<String> tenants) {}

    private interface Query {
        long run();
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Server server;
    private final String name;
    private final Connection database;
    private final SqlMeter meter;
    private final ProcessEngine engine;
    private final FilterService filters;
    private final TaskService tasks;
    private final WorkList work;
    private final int repeats;
    private final List<Person> people = List.of(clerk(), office(), supervisor());
    private final Map<String, Map<Integer, String>> figures = new LinkedHashMap<>();
    private final Map<String, String> plans = new LinkedHashMap<>();

    TaskLists(Server server, String name, GatedSide side, int repeats) throws SQLException {
        this.server = server;
        this.name = name;
        this.database = server.connect(name);
        this.meter = side.meter();
        this.engine = side.engine();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.work = side.application().getBean(WorkList.class);
        this.repeats = repeats;
    }

    /** Three roles in one ward. */
    private static Person clerk() {
        return person("clerk", List.of("w017"), "WARD_OFFICE", "PARTY_BUILDING", "RECORDS_CLERK");
    }

    /** A body of the superior: it watches all wards, and few tasks are its own. */
    private static Person supervisor() {
        return new Person(
                "supervisor", "bench.giamsat", List.of("WORKING_GROUP_HEAD", "tct9:WORKING_GROUP_HEAD"), wards());
    }

    /** The worst there can be: one who is asked for work in every ward. */
    private static Person office() {
        return person("office of all wards", wards(), "WARD_OFFICE");
    }

    private static Person person(String title, List<String> wards, String... roles) {
        var groups = new ArrayList<>(List.of(roles));
        wards.forEach(ward -> List.of(roles).forEach(role -> groups.add(ward + ":" + role)));
        return new Person(title, "bench." + title.replace(' ', '.'), groups, wards);
    }

    private static List<String> wards() {
        return IntStream.rangeClosed(1, WARDS)
                .mapToObj(n -> String.format(Locale.ROOT, "w%03d", n))
                .toList();
    }

    void run(List<Integer> sizes, PrintStream out) throws SQLException {
        people();
        int there = 0;
        for (int size : sizes) {
            fill(there + 1, size);
            there = size;
            measure(size);
        }
        print(sizes, out);
    }

    private void people() throws SQLException {
        Server.run(
                database, "insert into act_id_tenant (id_, rev_, name_) select unnest(?::text[]), 1, 'bench'", (Object)
                        wards().toArray(String[]::new));
        for (var person : people) {
            Server.run(database, "insert into act_id_user (id_, rev_, last_) values (?, 1, 'bench')", person.id());
            Server.run(
                    database,
                    "insert into act_id_group (id_, rev_, name_) select unnest(?::text[]), 1, 'bench'"
                            + " on conflict do nothing",
                    (Object) person.groups().toArray(String[]::new));
            Server.run(
                    database,
                    "insert into act_id_membership (user_id_, group_id_) select ?, unnest(?::text[])",
                    person.id(),
                    person.groups().toArray(String[]::new));
            Server.run(
                    database,
                    "insert into act_id_tenant_member (id_, user_id_, tenant_id_)"
                            + " select gen_random_uuid()::text, ?, unnest(?::text[])",
                    person.id(),
                    person.tenants().toArray(String[]::new));
        }
    }

    /** Tasks of cells' congresses, spread over the wards, a third of them claimed, one a minute. */
    private void fill(int from, int to) throws SQLException {
        Server.run(
                database,
                """
                create or replace view bench_task as
                select n, 'bench.' || n as task, 'bench.i' || n as instance, d.id_ as definition, d.key_ as definition_key,
                       ward, cell,
                       case when k % 10 < 3 then 'UserTask_CheckResult' when k % 10 < 8 then 'UserTask_ReportResult'
                            else 'UserTask_RecogniseResult' end as element,
                       case when k % 10 < 3 then ward || ':WARD_OFFICE' when k % 10 < 8 then cell || ':CELL_SECRETARY'
                            else ward || ':WARD_SECRETARY' end as candidate,
                       case when k % 3 = 0 then case when ward = 'w017' and k % 10 < 3 then 'bench.clerk'
                            else 'someone.' || ward end end as assignee,
                       timestamp '2026-01-01' + n * interval '1 minute' as created,
                       localtimestamp + (k * 37 % 60 - 3) * interval '1 day' as due
                from generate_series(1, 1000000) n
                cross join lateral (select n / 300 as k, 'w' || lpad((n * 7919::bigint % 300 + 1)::text, 3, '0') as ward) x
                cross join lateral (select ward || '.cb' || lpad((k * 7 % 10 + 1)::text, 2, '0') as cell) w
                cross join lateral (select id_, key_ from act_re_procdef where key_ = 'cellCongress'
                                    order by version_ desc limit 1) d
                """);
        Server.run(
                database,
                """
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                       act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,
                       cached_ent_state_, sequence_counter_, tenant_id_, proc_def_key_)
                select instance, 1, instance, instance, gen_random_uuid()::text, definition, element,
                       element || ':' || instance, true, false, true, false, 1, 2, 1, ward, definition_key
                from bench_task where n between ? and ?
                """,
                from,
                to);
        Server.run(
                database,
                """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                       assignee_, priority_, create_time_, due_date_, suspension_state_, tenant_id_, task_state_)
                select task, 1, instance, instance, definition, 'Kiểm tra hồ sơ kết quả', element, assignee, 50, created,
                       due, 1, ward, 'Created'
                from bench_task where n between ? and ?
                """,
                from,
                to);
        Server.run(
                database,
                """
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                select 'bench.l' || n, 1, candidate, 'candidate', task, ward from bench_task where n between ? and ?
                """,
                from,
                to);
        Server.run(
                database,
                """
                insert into act_ru_identitylink (id_, rev_, user_id_, type_, task_id_, tenant_id_)
                select 'bench.a' || n, 1, assignee, 'assignee', task, ward from bench_task
                where assignee is not null and n between ? and ?
                """,
                from,
                to);
        Server.run(database, "vacuum analyze");
    }

    private void measure(int size) throws SQLException {
        for (var person : people) {
            engine.getIdentityService().setAuthentication(person.id(), person.groups(), person.tenants());
            for (var filter : List.of("Việc của đơn vị", "Việc của tôi", "Quá hạn")) {
                var id = Server.strings(database, "select id_ from act_ru_filter where name_ = ?", filter)
                        .get(0);
                time(size, person, filter + ", page", () -> page(id));
                time(size, person, filter + ", count", () -> filters.count(id));
            }
            time(size, person, "all that may be seen, page", () -> tasks.createTaskQuery()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, PAGE)
                    .size());
            time(size, person, "all that may be seen, count", () -> tasks.createTaskQuery()
                    .count());
            time(size, person, "home page", () -> work.openTasks(person.id(), 10)
                    .size());
        }
        engine.getIdentityService().clearAuthentication();
    }

    /** As Tasklist asks: the filter with its order on top. */
    private long page(String filter) {
        var query = tasks.createTaskQuery().orderByTaskCreateTime().desc().initializeFormKeys();
        return filters.listPage(filter, query, 0, PAGE).size();
    }

    private void time(int size, Person person, String what, Query query) throws SQLException {
        var backends = server.backends(name);
        var cpu = new Samples();
        double fastest = Double.MAX_VALUE;
        long rows = 0;
        long budget = System.nanoTime() + 20_000_000_000L;
        for (int i = 0; i < repeats + 5 && (i < 8 || System.nanoTime() < budget); i++) {
            long used = Server.cpu(backends) + threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            rows = query.run();
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e6);
            used = Server.cpu(backends) + threads.getCurrentThreadCpuTime() - used;
            if (i >= 5) {
                cpu.add(used / 1e6);
            }
        }
        meter.start();
        query.run();
        var sent = meter.stop();
        var title = person.title() + ": " + what;
        figures.computeIfAbsent(title, t -> new LinkedHashMap<>())
                .put(
                        size,
                        String.format(
                                Locale.ROOT,
                                "%s ms  %.1f  %,d blocks  → %,d",
                                cpu,
                                fastest,
                                blocks(title, sent),
                                rows));
    }

    /** Blocks of the server's memory that the statements touch. */
    private long blocks(String title, List<Sent> sent) throws SQLException {
        long blocks = 0;
        var plan = new StringBuilder();
        for (var one : sent) {
            try (var statement = SqlMeter.prepare(database, "explain (analyze, buffers) ", one);
                    var lines = statement.executeQuery()) {
                boolean top = true;
                while (lines.next()) {
                    var line = lines.getString(1);
                    plan.append("      ").append(line).append('\n');
                    if (top && line.strip().startsWith("Buffers:")) {
                        blocks += hits(line);
                        top = false;
                    }
                }
            }
        }
        plans.put(title, plan.toString());
        return blocks;
    }

    private static long hits(String line) {
        long sum = 0;
        var words = line.strip().split("[ ,]+");
        for (var word : words) {
            if (word.startsWith("hit=") || word.startsWith("read=")) {
                sum += Long.parseLong(word.substring(word.indexOf('=') + 1));
            }
        }
        return sum;
    }

    private void print(List<Integer> sizes, PrintStream out) {
        out.println();
        out.println("Task lists by number of open tasks: CPU ms of JVM and PostgreSQL, median"
                + " (5 %–95 %); fastest ms on the clock; blocks touched; → rows or count");
        out.printf("%-50s", "");
        sizes.forEach(size -> out.printf(Locale.ROOT, "%-52s", String.format(Locale.ROOT, "%,d", size)));
        out.println();
        figures.forEach((title, bySize) -> {
            out.printf("%-50s", title);
            sizes.forEach(size -> out.printf("%-52s", bySize.get(size)));
            out.println();
        });
    }

    void plans(PrintStream out) {
        plans.forEach((title, plan) -> out.printf("%n== %s%n%s", title, plan));
    }
}
