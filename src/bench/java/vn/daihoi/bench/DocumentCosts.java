package vn.daihoi.bench;

import com.github.difflib.DiffUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import vn.daihoi.document.text.Alignment;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.RandomEdits;
import vn.daihoi.document.word.PageFormat;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordReader;
import vn.daihoi.document.word.WordReader.Reading;
import vn.daihoi.document.word.WordWriter;

/**
 * What it costs to take a long text in, to compare it and to give it out, against what bare libraries need for the same
 * text in the same run: the paragraph difference of java-diff-utils, and a load and a save by docx4j.
 */
final class DocumentCosts {

    private static final int EDITS = 30;
    private static final long SEED = 20261123;
    private static final PageFormat FORMAT = new PageFormat(20, 20, 30, 15, "Times New Roman", 14, 10);

    /** A step that is measured; what it gives back is kept, so that no compiler leaves it out. */
    private interface Work {
        Object run() throws Exception;
    }

    private final WordReader reader = new WordReader();
    private final WordWriter writer = new WordWriter();
    private final PdfWriter pdf = new PdfWriter();
    private final List<Clause> older;
    private final List<Clause> newer;
    private final byte[] file;
    private final WordprocessingMLPackage loaded;

    private DocumentCosts(List<Clause> older, int edits) throws Exception {
        this.older = older;
        newer = numbered(RandomEdits.of(older, edits, SEED).clauses(), older.size());
        file = write();
        loaded = load();
    }

    /** Measures and prints; says so where the corpus isn't beside the checkout. */
    static void run(int warmUp, int rounds, PrintStream out) throws Exception {
        if (!CorpusText.isHere(CorpusText.LARGER)) {
            out.println("Documents: skipped, no corpus beside the checkout");
            return;
        }
        new DocumentCosts(CorpusText.clauses(CorpusText.LARGER), EDITS).measure(warmUp, rounds, out);
    }

    /** Measures whole files of generated sentences at some sizes, in clauses, of which about 2 % were edited. */
    static void grow(List<Integer> sizes, int rounds, PrintStream out) throws Exception {
        var costs = new LinkedHashMap<String, List<Double>>();
        for (int size : sizes) {
            var document = new DocumentCosts(TextCosts.version(size), size / 50);
            for (var step : document.ours().entrySet()) {
                if (step.getKey().endsWith("PDF")) {
                    continue;
                }
                var samples = new Samples();
                for (int round = -1; round < rounds; round++) {
                    double millis = millis(step.getValue());
                    if (round >= 0) {
                        samples.add(millis);
                    }
                }
                costs.computeIfAbsent(step.getKey(), name -> new ArrayList<>()).add(samples.median());
            }
        }
        out.printf(
                Locale.ROOT,
                "%nWhole files of %s clauses, 2 %% edited: median wall ms of %d rounds, and the exponent e in n^e%n",
                sizes,
                rounds);
        costs.forEach((step, medians) -> TextCosts.print(step, sizes, medians, out));
    }

    private void measure(int warmUp, int rounds, PrintStream out) throws Exception {
        Map<String, Work> bare = new LinkedHashMap<>();
        bare.put("java-diff-utils, paragraphs", () -> DiffUtils.diff(texts(older), texts(newer)));
        bare.put("docx4j, load", this::load);
        bare.put("docx4j, save", () -> save(loaded));
        var ours = ours();
        var times = new LinkedHashMap<String, Samples>();
        for (int round = -warmUp; round < rounds; round++) {
            for (var steps : List.of(bare, ours)) {
                for (var step : steps.entrySet()) {
                    double millis = millis(step.getValue());
                    if (round >= 0) {
                        times.computeIfAbsent(step.getKey(), name -> new Samples())
                                .add(millis);
                    }
                }
            }
        }
        double limit = bare.keySet().stream()
                .mapToDouble(name -> times.get(name).median())
                .sum();
        out.printf(
                Locale.ROOT,
                "%nOne document of %,d characters in %,d clauses, %d edits; wall milliseconds, median (5–95 %%) of %d rounds%n",
                texts(newer).stream().mapToInt(String::length).sum(),
                newer.size(),
                EDITS,
                rounds);
        for (var name : bare.keySet()) {
            out.printf(Locale.ROOT, "  %-28s %s%n", name, times.get(name));
        }
        out.printf(Locale.ROOT, "  %-28s %.2f%n", "together", limit);
        for (var step : ours.entrySet()) {
            var samples = times.get(step.getKey());
            out.printf(
                    Locale.ROOT,
                    "  %-28s %s = %.2f of the bare libraries, heap peak %.0f MiB above the resting heap%n",
                    step.getKey(),
                    samples,
                    samples.median() / limit,
                    heapPeak(step.getValue()));
        }
    }

    private Map<String, Work> ours() {
        Map<String, Work> ours = new LinkedHashMap<>();
        ours.put("import, ids in the file", () -> Alignment.of(older, read()));
        ours.put("import, no ids", () -> Alignment.of(older, strangers(read())));
        ours.put("compare", () -> Comparison.of(older, newer));
        ours.put("export", this::write);
        ours.put("export, tracked changes", this::redline);
        ours.put("export, PDF", this::print);
        return ours;
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        var result = work.run();
        long end = System.nanoTime();
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return (end - start) / 1e6;
    }

    /** How much more heap was in use at the highest moment of the step than before it; includes what is garbage already. */
    private static double heapPeak(Work work) throws Exception {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        long before =
                pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        work.run();
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return (peak - before) / 1024.0 / 1024;
    }

    private List<Incoming> read() {
        var reading = reader.read(file, TrackedChanges.PROPOSE);
        if (reading instanceof Reading.Read read) {
            return read.file().clauses();
        }
        throw new IllegalStateException(reading.toString());
    }

    /** The same text as a program would have written it that knows nothing of ids. */
    private static List<Incoming> strangers(List<Incoming> clauses) {
        return clauses.stream()
                .map(incoming -> Incoming.unknown(incoming.clause()))
                .toList();
    }

    private byte[] write() throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(sheet(), FORMAT, out);
        return out.toByteArray();
    }

    private byte[] redline() throws IOException {
        var out = new ByteArrayOutputStream();
        writer.redline(sheet(), Comparison.of(older, newer), "Tổ biên tập", Instant.EPOCH, FORMAT, out);
        return out.toByteArray();
    }

    private byte[] print() throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.write(sheet(), FORMAT, out);
        return out.toByteArray();
    }

    private Sheet sheet() {
        return new Sheet(
                "benchmark",
                2,
                "Thành ủy",
                "Đảng ủy phường",
                null,
                "",
                null,
                "Dự thảo lần 2",
                List.of(),
                List.of(),
                newer);
    }

    /** docx4j puts off the reading of a part until it is asked for. */
    private WordprocessingMLPackage load() throws Exception {
        var document = WordprocessingMLPackage.load(new ByteArrayInputStream(file));
        document.getMainDocumentPart().getContents();
        return document;
    }

    private static byte[] save(WordprocessingMLPackage document) throws Exception {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static List<String> texts(List<Clause> clauses) {
        return clauses.stream().map(Clause::text).toList();
    }

    private static List<Clause> numbered(List<Clause> clauses, int last) {
        var numbered = new ArrayList<Clause>();
        long next = last + 1L;
        for (var clause : clauses) {
            numbered.add(clause.id() == Clause.NO_ID ? clause.as(next++) : clause);
        }
        return numbered;
    }
}
