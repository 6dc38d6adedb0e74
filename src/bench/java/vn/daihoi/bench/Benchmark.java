package vn.daihoi.bench;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.daihoi.DaihoiApplication;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.TaskHandler;

/**
 * Prints what a completed task costs against the bare engine, and what a page of the task list costs as tasks grow many.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec}, with {@code -Dbench.options="…"} for: {@code --wards=12} congresses of
 * ten cells run, {@code --warm-up=5} of them not counted, {@code --sizes=1000,10000,100000} open tasks,
 * {@code --repeats=30} of each query, {@code --sql} for the texts of all statements and the
 * plans, {@code --only=tasks|lists}. {@code --only=text} instead finds and compares the clauses of two versions, of
 * {@code --sizes=2500,5000,10000,20000} clauses, and needs no database. {@code --only=clusters} groups
 * {@code --sizes=10000,100000,300000} comments, also without.
 * {@code --only=intake} posts comments to the public page for {@code --seconds=60} at 8 and at 32 clients, against
 * {@code pgbench}, which has to be installed.
 * {@code --only=desk} opens the answer desk of rounds of {@code --sizes=3000,300000} comments over HTTP.
 */
public final class Benchmark {

    private static final String APPLICATION = "bench_application";

    private final List<String> options;

    private Benchmark(String[] options) {
        this.options = Arrays.asList(options);
    }

    /** Runs it. */
    public static void main(String[] options) throws Exception {
        new Benchmark(options).run();
        // the pools of the bare engines would keep the program alive
        System.exit(0);
    }

    private void run() throws Exception {
        if (options.contains("--only=text")) {
            DocumentCosts.run(10, Integer.parseInt(option("repeats", "30")), System.out);
            DocumentCosts.grow(sizes("2400,4800,9600,19200"), 5, System.out);
            TextCosts.run(sizes("2500,5000,10000,20000"), System.out);
            return;
        }
        if (options.contains("--only=intake")) {
            try (var server = new Server()) {
                IntakeCosts.run(server, Integer.parseInt(option("seconds", "60")), System.out);
            }
            return;
        }
        if (options.contains("--only=desk")) {
            try (var server = new Server()) {
                server.create(APPLICATION);
                var meter = SqlMeter.ofAllThreads();
                try (var application = start(server, meter)) {
                    new DeskCosts(server, APPLICATION, application, meter)
                            .run(sizes("3000,300000"), Integer.parseInt(option("repeats", "30")), System.out);
                }
            }
            return;
        }
        if (options.contains("--only=clusters")) {
            ClusterCosts.run(sizes("10000,100000,300000"), System.out);
            return;
        }
        try (var server = new Server()) {
            server.create(APPLICATION);
            var meter = new SqlMeter();
            try (var application = start(server, meter)) {
                var gate = new GatedSide(application, meter, server.connect(APPLICATION));
                if (!options.contains("--only=lists")) {
                    tasks(server, gate);
                }
                if (!options.contains("--only=tasks")) {
                    var lists = new TaskLists(server, APPLICATION, gate, Integer.parseInt(option("repeats", "30")));
                    lists.run(sizes("1000,10000,100000"), System.out);
                    if (options.contains("--sql")) {
                        lists.plans(System.out);
                    }
                }
            }
        }
    }

    private void tasks(Server server, GatedSide gate) throws Exception {
        int count = Integer.parseInt(option("wards", "12"));
        var names = Wards.names(count);
        var wards = new Wards(server.connect(APPLICATION), gate.application().getBean(Identities.class));
        for (var name : names) {
            wards.add(name);
        }
        var sides = new LinkedHashMap<Side, String>();
        sides.put(gate, APPLICATION);
        sides.put(BareSide.open(server, "bench_bare", "bare, outcome only", false), "bench_bare");
        sides.put(BareSide.open(server, "bench_fields", "bare, form as variables", true), "bench_fields");
        var completions = new Completions(server, sides);
        completions.run(names, Integer.parseInt(option("warm-up", "5")));
        completions.print(System.out, options.contains("--sql"));
        for (var side : sides.keySet()) {
            if (side != gate) {
                side.close();
            }
        }
    }

    private List<Integer> sizes(String otherwise) {
        return Arrays.stream(option("sizes", otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private String option(String name, String otherwise) {
        var prefix = "--" + name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findFirst()
                .orElse(otherwise);
    }

    private static ConfigurableApplicationContext start(Server server, SqlMeter meter) throws SQLException {
        return new SpringApplicationBuilder(DaihoiApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean("sqlMeter", BeanPostProcessor.class, () -> new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                if (bean instanceof TaskHandler<?> handler) {
                                    return HandlerClock.watch(handler);
                                }
                                return bean instanceof DataSource source ? meter.watch(source) : bean;
                            }
                        }))
                .properties("spring.main.log-startup-info=false", "logging.level.root=WARN")
                .run(
                        "--server.port=0",
                        "--daihoi.demo-story=false",
                        "--spring.datasource.url=" + server.url(APPLICATION),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--spring.datasource.hikari.max-lifetime=0",
                        "--camunda.bpm.job-execution.enabled=false");
    }
}
