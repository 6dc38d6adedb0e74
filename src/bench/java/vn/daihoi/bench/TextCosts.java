package vn.daihoi.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import vn.daihoi.document.text.Alignment;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.Pairing;

/**
 * What it costs to find the clauses of a version again in the next one and to compare the two, as versions grow long: a
 * usual text, of which 2 % of the clauses were edited, and texts that are as hard as they can be.
 */
final class TextCosts {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;
    /** The processor's time swings less than the clock's where others work on the machine. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int VOCABULARY = 5_000;
    private static final int SEED = 14;

    /** Median milliseconds of the processor for both steps. */
    private record Cost(double alignment, double comparison) {}

    /** Two versions of a text of a given size. */
    private enum Case {
        TWO_PERCENT_EDITED {
            @Override
            List<String> next(List<String> base) {
                return edited(base, 0.02, 0.3);
            }
        },
        ALL_EDITED {
            @Override
            List<String> next(List<String> base) {
                return edited(base, 1, 0.3);
            }
        },
        ALL_NEW {
            @Override
            List<String> next(List<String> base) {
                return IntStream.range(0, base.size())
                        .mapToObj(i -> sentence(new Random(-i)))
                        .toList();
            }
        },
        REVERSED {
            @Override
            List<String> next(List<String> base) {
                var reversed = new ArrayList<>(base);
                Collections.reverse(reversed);
                return reversed;
            }
        },
        SHUFFLED_AND_ALL_EDITED {
            @Override
            List<String> next(List<String> base) {
                var shuffled = new ArrayList<>(edited(base, 1, 0.3));
                Collections.shuffle(shuffled, new Random(SEED));
                return shuffled;
            }
        },
        ALL_THE_SAME_TWO_PERCENT_EDITED {
            @Override
            List<String> base(int size) {
                return Collections.nCopies(size, sentence(new Random(SEED)));
            }

            @Override
            List<String> next(List<String> base) {
                return edited(base, 0.02, 0.3);
            }
        },
        ALL_NEARLY_THE_SAME {
            @Override
            List<String> base(int size) {
                var random = new Random(SEED);
                return Collections.nCopies(size, sentence(random)).stream()
                        .map(text -> edited(text, 0.1, random))
                        .toList();
            }

            @Override
            List<String> next(List<String> base) {
                return edited(base, 1, 0.1);
            }
        };

        List<String> base(int size) {
            return IntStream.range(0, size)
                    .mapToObj(i -> sentence(new Random(i)))
                    .toList();
        }

        abstract List<String> next(List<String> base);

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private TextCosts() {}

    /** A version of generated sentences. */
    static List<Clause> version(int size) {
        return clauses(Case.TWO_PERCENT_EDITED.base(size), 1);
    }

    /** Measures at each of the sizes, in clauses, and prints two lines for each case. */
    static void run(List<Integer> sizes, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Two versions of %s clauses: median processor ms of %d rounds, and the exponent e in n^e (n log n is about n^1.1)%n",
                sizes,
                ROUNDS);
        for (var text : Case.values()) {
            // compiles the code; its figures don't count
            for (int i = 0; i < WARM_UP; i++) {
                measure(sizes.get(0), text);
            }
            var costs = sizes.stream().map(size -> measure(size, text)).toList();
            print(
                    text.title() + ", aligned",
                    sizes,
                    costs.stream().map(Cost::alignment).toList(),
                    out);
            print(
                    text.title() + ", compared",
                    sizes,
                    costs.stream().map(Cost::comparison).toList(),
                    out);
        }
    }

    private static Cost measure(int size, Case text) {
        var words = text.base(size);
        var base = clauses(words, 1);
        var next = clauses(text.next(words), 0);
        var incoming = next.stream().map(Incoming::unknown).toList();
        double[] alignments = new double[ROUNDS];
        double[] comparisons = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            var pairings = Alignment.of(base, incoming);
            alignments[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            var newer = named(base, next, pairings);
            start = THREADS.getCurrentThreadCpuTime();
            Comparison.of(base, newer);
            comparisons[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return new Cost(median(alignments), median(comparisons));
    }

    static void print(String title, List<Integer> sizes, List<Double> costs, PrintStream out) {
        var figures = new StringBuilder();
        costs.forEach(cost -> figures.append(String.format(Locale.ROOT, "%9.1f", cost)));
        out.printf(Locale.ROOT, "%-42s%s   n^%.2f%n", title, figures, exponent(sizes, costs));
    }

    /** Slope of the straight line that fits best through the logarithms. */
    static double exponent(List<Integer> sizes, List<Double> costs) {
        double[] x = sizes.stream().mapToDouble(Math::log).toArray();
        double[] y = costs.stream().mapToDouble(Math::log).toArray();
        double meanX =
                IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
        double meanY =
                IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
        double both = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        double square = IntStream.range(0, x.length)
                .mapToDouble(i -> Math.pow(x[i] - meanX, 2))
                .sum();
        return both / square;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    /** The next version as it would be stored: with the ids it was found by. */
    private static List<Clause> named(List<Clause> base, List<Clause> next, List<Pairing> pairings) {
        return IntStream.range(0, next.size())
                .mapToObj(j -> pairings.get(j).isNew()
                        ? next.get(j).as(base.size() + 1L + j)
                        : next.get(j).as(base.get(pairings.get(j).base()).id()))
                .toList();
    }

    /** A heading after every tenth paragraph. */
    private static List<Clause> clauses(List<String> texts, long firstId) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Clause(
                        firstId == 0 ? Clause.NO_ID : firstId + i,
                        i % 10 == 0 ? ClauseKind.SECTION : ClauseKind.PARAGRAPH,
                        i % 10 == 0 ? 0 : 1,
                        i % 10 == 0 ? i / 10 + 1 + "." : "",
                        texts.get(i),
                        List.of()))
                .toList();
    }

    private static String sentence(Random random) {
        var sentence = new StringBuilder("Phần");
        for (int count = 8 + random.nextInt(50); count > 0; count--) {
            sentence.append(' ').append(word(random));
        }
        return sentence.append('.').toString();
    }

    // few words stand often and most seldom, as in every language
    private static String word(Random random) {
        return "từ" + (int) Math.pow(VOCABULARY, random.nextDouble());
    }

    /** A share of the texts with a share of their words replaced. */
    private static List<String> edited(List<String> texts, double share, double words) {
        var random = new Random(SEED + 1);
        return texts.stream()
                .map(text -> random.nextDouble() >= share ? text : edited(text, words, random))
                .toList();
    }

    private static String edited(String text, double share, Random random) {
        var words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (random.nextDouble() < share) {
                words[i] = word(random);
            }
        }
        return String.join(" ", words);
    }
}
