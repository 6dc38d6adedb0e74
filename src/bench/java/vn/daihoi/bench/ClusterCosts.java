package vn.daihoi.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.cluster.Groups;
import vn.daihoi.consultation.cluster.Planted;
import vn.daihoi.consultation.cluster.Planted.Item;
import vn.daihoi.consultation.cluster.Saying;
import vn.daihoi.consultation.cluster.Stance;

/**
 * What it costs to group the comments of a round as they come, as they grow many: usual comments of which it is known who
 * says the same, and such as are as hard as they can be. Everything in one thread; the limit holds for each.
 */
final class ClusterCosts {

    /** The most the exponent may be: "near-linear". */
    private static final double LIMIT = 1.15;

    private static final int SEED = 41;
    private static final int WARM_UP = 5000;
    private static final double MEGABYTE = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String LONG =
            "Đề nghị phường sớm cải tạo vỉa hè, thoát nước và chiếu sáng dọc bờ kênh để bà con đi lại";

    private ClusterCosts() {}

    private record Case(String title, IntFunction<List<Item>> comments) {}

    private record Cost(double cpu, long checks, double heap, Planted.@Nullable Score score) {}

    private static final List<Case> CASES = List.of(
            new Case("planted: a third says what another says", count -> Planted.comments(count, SEED)),
            new Case("all equal", count -> made(count, i -> LONG + ".")),
            new Case(
                    "all alike but for one word nobody else has",
                    count -> made(count, i -> LONG + " ở " + name(i) + ".")),
            new Case("all alike but for a number", count -> made(count, i -> LONG + " số " + i + ".")),
            new Case("all short", count -> made(count, i -> "Sửa đường " + name(i % 5000))),
            new Case(
                    "a stock phrase and three words of chance",
                    count -> made(
                            count,
                            i -> LONG + " " + name(mixed(i)) + " " + name(mixed(i + 7)) + " " + name(mixed(i + 13)))));

    /** Measures at each of the sizes, in comments, and prints two lines for each case. */
    static void run(List<Integer> sizes, PrintStream out) {
        out.printf(Locale.ROOT, "Comments of a round grouped as they come, %s of them, in one thread%n", sizes);
        for (var one : CASES) {
            // compiles the code; its figures don't count
            measure(one.comments().apply(WARM_UP));
            var costs = new ArrayList<Cost>();
            for (int size : sizes) {
                costs.add(measure(one.comments().apply(size)));
            }
            TextCosts.print(one.title(), sizes, costs.stream().map(Cost::cpu).toList(), out);
            double exponent =
                    TextCosts.exponent(sizes, costs.stream().map(Cost::cpu).toList());
            var last = costs.get(costs.size() - 1);
            out.printf(
                    Locale.ROOT,
                    "    exponent %.2f, limit %.2f: %s; checks for a comment %s; heap %.0f MB%s%n",
                    exponent,
                    LIMIT,
                    exponent <= LIMIT ? "kept" : "BROKEN",
                    IntStream.range(0, sizes.size())
                            .mapToObj(i -> String.format(
                                    Locale.ROOT, "%.1f", (double) costs.get(i).checks() / sizes.get(i)))
                            .toList(),
                    last.heap(),
                    last.score() == null ? "" : "; " + last.score());
        }
    }

    private static Cost measure(List<Item> items) {
        var groups = new Groups();
        var found = new ArrayList<Long>(items.size());
        double before = heap();
        long start = THREADS.getCurrentThreadCpuTime();
        for (var item : items) {
            found.add(groups.add(item.saying()));
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        double heap = heap() - before;
        boolean planted = items.get(items.size() - 1).want() > 0;
        var cost = new Cost(cpu, groups.checks(), heap, planted ? Planted.score(items, found) : null);
        java.lang.ref.Reference.reachabilityFence(groups);
        return cost;
    }

    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private static List<Item> made(int count, IntFunction<String> text) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Item(new Saying(i + 1L, 3, Stance.ADD, "", text.apply(i)), 0))
                .toList();
    }

    private static int mixed(int seed) {
        return new Random(seed).nextInt(100_000);
    }

    /** A name of syllables, another for each number. */
    private static String name(int number) {
        var name = new StringBuilder();
        int left = number;
        do {
            name.append("bcdghklmnprstvx".charAt(left % 15)).append("aeiou".charAt(left / 15 % 5));
            left /= 75;
        } while (left > 0);
        return name.toString();
    }
}
