package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.daihoi.document.text.Alignment;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.RandomEdits;
import vn.daihoi.document.text.RandomEdits.Edited;
import vn.daihoi.document.text.Search;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordReader.Reading;

/** A text goes through our reader, our writer and LibreOffice, is edited, and its clauses are still the same clauses. */
class CorpusRoundTripTest {

    private static final int EDITS = 30;
    private static final long SEED = 20261123;
    private static final int ROUNDS = 5;

    private static RedlineOffice office;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        office = new RedlineOffice(folder);
    }

    static List<String> names() {
        return CorpusText.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTextFromLibreOfficeComesInWholeAndGoesOutUnchanged(String name) throws IOException, InterruptedException {
        var base = imported(name);
        assertThat(words(base)).isEqualTo(words(CorpusText.words(name)));

        var again = read(write(base));
        assertThat(clauses(again)).isEqualTo(withoutIds(base));
        assertThat(claims(again)).isEqualTo(ids(base));

        var saved = read(office.save(write(base)));
        assertThat(clauses(saved)).isEqualTo(withoutIds(base));
        assertThat(claims(saved)).isEqualTo(ids(base));
    }

    @ParameterizedTest
    @MethodSource("names")
    void clausesAreFoundAgainInAnEditedFile(String name) throws IOException, InterruptedException {
        var base = imported(name);
        var withIds = new Count();
        var withoutIds = new Count();
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            var edited = RandomEdits.of(base, EDITS, seed);
            var file = read(office.save(write(edited.clauses())));
            assertThat(clauses(file).stream().map(Clause::text).toList())
                    .isEqualTo(edited.clauses().stream().map(Clause::text).toList());
            withIds.add(base, edited, file);
            withoutIds.add(
                    base, edited, clauses(file).stream().map(Incoming::unknown).toList());
        }
        System.out.printf("%s, ids in the file: %s%n", name, withIds);
        System.out.printf("%s, no ids in the file: %s%n", name, withoutIds);
        withIds.suffices();
        withoutIds.suffices();
    }

    /** What was found again over several rounds of edits. */
    private static final class Count {

        private int rounds;
        private int untouched;
        private int untouchedKept;
        private int moved;
        private int movedKept;
        private int asked;

        void add(List<Clause> base, Edited edited, List<Incoming> file) {
            rounds++;
            Set<Integer> given = new HashSet<>();
            var pairings = Alignment.of(base, file);
            for (int i = 0; i < pairings.size(); i++) {
                var truth = edited.clauses().get(i);
                var pairing = pairings.get(i);
                assertThat(pairing.isNew() || given.add(pairing.base())).isTrue();
                boolean kept = !pairing.isNew() && base.get(pairing.base()).id() == truth.id();
                asked += pairing.sure() ? 0 : 1;
                if (edited.untouched(truth)) {
                    untouched++;
                    untouchedKept += kept ? 1 : 0;
                } else if (edited.moved().contains(truth.id())) {
                    moved++;
                    movedKept += kept ? 1 : 0;
                }
            }
        }

        void suffices() {
            assertThat(moved).isPositive();
            assertThat((double) untouchedKept / untouched).isGreaterThanOrEqualTo(0.98);
            assertThat((double) movedKept / moved).isGreaterThanOrEqualTo(0.95);
        }

        @Override
        public String toString() {
            return "%d times %d edits, %d/%d untouched and %d/%d moved clauses kept their id, %d asked about"
                    .formatted(rounds, EDITS, untouchedKept, untouched, movedKept, moved, asked);
        }
    }

    private static List<Clause> imported(String name) throws IOException, InterruptedException {
        var clauses = clauses(read(office.fromHtml(CorpusText.html(name))));
        var numbered = new ArrayList<Clause>();
        for (var clause : clauses) {
            numbered.add(clause.as(numbered.size() + 1L));
        }
        return numbered;
    }

    private static byte[] write(List<Clause> clauses) throws IOException {
        var out = new ByteArrayOutputStream();
        new WordWriter().write(WriteSample.sheet(clauses), WriteSample.FORMAT, out);
        return out.toByteArray();
    }

    private static List<Incoming> read(byte[] file) {
        var reading = new WordReader().read(file, TrackedChanges.PROPOSE);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).file().clauses();
    }

    private static List<Clause> clauses(List<Incoming> file) {
        return file.stream().map(Incoming::clause).toList();
    }

    private static List<Clause> withoutIds(List<Clause> clauses) {
        return clauses.stream().map(clause -> clause.as(Clause.NO_ID)).toList();
    }

    private static List<List<Long>> claims(List<Incoming> file) {
        return file.stream().map(Incoming::claims).toList();
    }

    private static List<List<Long>> ids(List<Clause> clauses) {
        return clauses.stream().map(clause -> List.of(clause.id())).toList();
    }

    /** All words in order; bullets are drawn by the program and are no words. */
    private static String words(List<Clause> clauses) {
        return words(clauses.stream()
                .map(clause -> clause.label() + " " + clause.text())
                .collect(Collectors.joining(" ")));
    }

    private static String words(String text) {
        return Arrays.stream(Search.normal(text).split(" "))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }
}
