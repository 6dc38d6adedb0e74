package vn.daihoi.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.daihoi.bench.SqlMeter.Kind;
import vn.daihoi.bench.SqlMeter.Sent;

/**
 * What one completed task costs through the form gate and on the bare engine: statements and CPU. Both sides run the same
 * congress in turns, task by task, with the job executor off and each job run by hand right behind its task. All tasks
 * are claimed first, as Tasklist demands it.
 */
final class Completions {

    /** What is measured apart. */
    private enum Part {
        CLAIM("claim"),
        COMPLETE("complete"),
        JOB("job behind it");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private static final class Cost {
        private final Map<Kind, Samples> kinds = new EnumMap<>(Kind.class);
        private final Samples statements = new Samples();
        private final Samples ours = new Samples();
        private final Samples jvm = new Samples();
        private final Samples postgres = new Samples();
        private final Samples cpu = new Samples();
        private final Samples handler = new Samples();
        private List<Sent> last = List.of();
    }

    private interface Action {
        void run() throws SQLException;
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Server server;
    private final List<? extends Side> sides;
    private final Map<Side, String> databases = new LinkedHashMap<>();
    private final Map<Side, List<Integer>> backends = new LinkedHashMap<>();
    private final Map<Side, Map<String, Map<Part, Cost>>> costs = new LinkedHashMap<>();
    private final List<Step> steps = Step.all(LocalDate.now());

    Completions(Server server, Map<? extends Side, String> sides) {
        this.server = server;
        this.sides = List.copyOf(sides.keySet());
        this.databases.putAll(sides);
    }

    /** Runs the wards, of which the first ones only warm up. */
    void run(List<String> wards, int warmUp) throws SQLException {
        for (int i = 0; i < wards.size(); i++) {
            if (i == warmUp) {
                costs.clear();
            }
            round(wards.get(i), i);
        }
    }

    private void round(String ward, int number) throws SQLException {
        Map<Side, List<String>> cells = new LinkedHashMap<>();
        for (var side : sides) {
            cells.put(side, side.open(ward));
            backends.put(side, server.backends(databases.get(side)));
        }
        var turn = new java.util.ArrayList<>(sides);
        Collections.rotate(turn, number);
        for (int cell = 0; cell < Wards.CELLS; cell++) {
            for (var step : steps) {
                Collections.rotate(turn, 1);
                for (var side : turn) {
                    step(side, ward, cells.get(side).get(cell), step);
                }
            }
        }
    }

    private void step(Side side, String ward, String cell, Step step) throws SQLException {
        var task = side.task(cell, step.element());
        var user = side.actor(ward, cell, step);
        side.signIn(user);
        measure(side, step, Part.CLAIM, () -> side.engine().getTaskService().claim(task, user));
        measure(side, step, Part.COMPLETE, () -> side.complete(task, step));
        side.engine().getIdentityService().clearAuthentication();
        var job = side.job(cell);
        measure(side, step, Part.JOB, () -> side.run(job));
    }

    private void measure(Side side, Step step, Part part, Action action) throws SQLException {
        var pids = backends.get(side);
        side.meter().start();
        long postgres = Server.cpu(pids);
        long jvm = threads.getCurrentThreadCpuTime();
        action.run();
        jvm = threads.getCurrentThreadCpuTime() - jvm;
        postgres = Server.cpu(pids) - postgres;
        var cost = costs.computeIfAbsent(side, s -> new TreeMap<>())
                .computeIfAbsent(step.element(), s -> new EnumMap<>(Part.class))
                .computeIfAbsent(part, s -> new Cost());
        cost.last = side.meter().stop();
        cost.statements.add(count(cost.last, null));
        cost.ours.add(cost.last.stream()
                .filter(sent -> !sent.onEngineTable())
                .mapToInt(Sent::rows)
                .sum());
        for (var kind : Kind.values()) {
            cost.kinds.computeIfAbsent(kind, k -> new Samples()).add(count(cost.last, kind));
        }
        cost.jvm.add(jvm / 1e6);
        cost.postgres.add(postgres / 1e6);
        cost.cpu.add((jvm + postgres) / 1e6);
        cost.handler.add(HandlerClock.take() / 1e6);
    }

    private static int count(List<Sent> sent, @org.jspecify.annotations.Nullable Kind kind) {
        return sent.stream()
                .filter(one -> kind == null || one.kind() == kind)
                .mapToInt(Sent::rows)
                .sum();
    }

    void print(PrintStream out, boolean texts) {
        out.println();
        out.println("One task of a cell's congress, median; statements as select+insert+update+delete");
        for (var part : Part.values()) {
            out.printf("%n%-28s", part.title);
            sides.forEach(side -> out.printf("%-30s", side.name()));
            out.println();
            for (var step : steps) {
                out.printf("  %-26s", step.element().replace("UserTask_", ""));
                for (var side : sides) {
                    out.printf("%-30s", line(cost(side, step, part)));
                }
                out.println();
            }
            out.printf("  %-26s", "mean of the five");
            for (var side : sides) {
                out.printf(
                        Locale.ROOT,
                        "%-30s",
                        String.format(
                                Locale.ROOT,
                                "%.1f st.  %.2f+%.2f ms",
                                mean(side, part, cost -> cost.statements.median()),
                                mean(side, part, cost -> cost.jvm.median()),
                                mean(side, part, cost -> cost.postgres.median())));
            }
            out.println();
        }
        ratios(out);
        if (texts) {
            texts(out);
        } else {
            shapes(out);
        }
    }

    private static String line(Cost cost) {
        var kinds = new StringBuilder();
        for (var kind : Kind.values()) {
            kinds.append(kinds.isEmpty() ? "" : "+")
                    .append(Math.round(cost.kinds.get(kind).median()));
        }
        return String.format(
                Locale.ROOT,
                "%.0f = %s, %.1f+%.1f ms",
                cost.statements.median(),
                kinds,
                cost.jvm.median(),
                cost.postgres.median());
    }

    private void ratios(PrintStream out) {
        var gate = sides.get(0);
        out.println();
        out.println("Ratio of the gate to the bare engine");
        for (var bare : sides.subList(1, sides.size())) {
            for (var parts : List.of(List.of(Part.COMPLETE), List.of(Part.COMPLETE, Part.JOB))) {
                out.printf(
                        Locale.ROOT,
                        "  %-26s %-22s statements %.2f (without our own tables %.2f), CPU %.2f (JVM %.2f, PostgreSQL"
                                + " %.2f)%n",
                        bare.name(),
                        parts.size() == 1 ? "complete" : "complete and job",
                        ratio(gate, bare, parts, cost -> cost.statements.median()),
                        sum(gate, parts, cost -> cost.statements.median() - cost.ours.median())
                                / sum(bare, parts, cost -> cost.statements.median()),
                        ratio(gate, bare, parts, cost -> cost.cpu.median()),
                        ratio(gate, bare, parts, cost -> cost.jvm.median()),
                        ratio(gate, bare, parts, cost -> cost.postgres.median()));
            }
        }
        out.printf(
                Locale.ROOT,
                "  JVM without our own handlers, which store the record: %.2f%n",
                sum(gate, List.of(Part.COMPLETE), cost -> cost.jvm.median() - cost.handler.median())
                        / sum(sides.get(1), List.of(Part.COMPLETE), cost -> cost.jvm.median()));
        out.println();
        out.println("CPU milliseconds of one completion, JVM and PostgreSQL: median (5 %–95 %)");
        for (var step : steps) {
            out.printf("  %-26s", step.element().replace("UserTask_", ""));
            sides.forEach(side -> out.printf("%-30s", cost(side, step, Part.COMPLETE).cpu));
            out.println();
        }
    }

    /** Where the statements go: what one side sends and the other does not. */
    private void shapes(PrintStream out) {
        out.println();
        out.println("Statements of a completion that only the gate (+) or only the bare engine (-) sends");
        for (var step : steps) {
            Map<String, Integer> difference = new TreeMap<>();
            cost(sides.get(0), step, Part.COMPLETE)
                    .last
                    .forEach(sent -> difference.merge(sent.shape(), sent.rows(), Integer::sum));
            cost(sides.get(1), step, Part.COMPLETE)
                    .last
                    .forEach(sent -> difference.merge(sent.shape(), -sent.rows(), Integer::sum));
            difference.values().removeIf(count -> count == 0);
            out.printf("  %s%n", step.element().replace("UserTask_", ""));
            difference.forEach((shape, count) -> out.printf("    %+d %s%n", count, shape));
        }
    }

    private void texts(PrintStream out) {
        for (var step : steps) {
            for (var part : Part.values()) {
                for (var side : sides) {
                    out.printf("%n== %s, %s, %s%n", step.element(), part.title, side.name());
                    cost(side, step, part)
                            .last
                            .forEach(sent -> out.printf(
                                    "%3d × %s%n",
                                    sent.rows(), sent.sql().strip().replaceAll("\\s+", " ")));
                }
            }
        }
    }

    private Cost cost(Side side, Step step, Part part) {
        return costs.get(side).get(step.element()).get(part);
    }

    private interface Figure {
        double of(Cost cost);
    }

    private double mean(Side side, Part part, Figure figure) {
        return sum(side, List.of(part), figure) / steps.size();
    }

    private double sum(Side side, List<Part> parts, Figure figure) {
        return steps.stream()
                .flatMap(step -> parts.stream().map(part -> cost(side, step, part)))
                .mapToDouble(figure::of)
                .sum();
    }

    private double ratio(Side gate, Side bare, List<Part> parts, Figure figure) {
        return sum(gate, parts, figure) / sum(bare, parts, figure);
    }
}
