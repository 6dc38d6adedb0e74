package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.text.RandomEdits;

/** What we write we read again, also after LibreOffice had it in hand. */
class RoundTripTest {

    private static List<Clause> read(WordFile file) {
        return file.clauses().stream().map(Incoming::clause).toList();
    }

    private static List<String> words(List<Clause> clauses) {
        return clauses.stream()
                .map(c -> c.kind() + " " + c.depth() + " [" + c.label() + "] " + c.text())
                .toList();
    }

    private static void same(List<Clause> clauses, byte[] bytes) {
        WordFile file = Readings.read(bytes, WordFile.TrackedChanges.PROPOSE);
        same(words(read(file)), words(clauses));
        assertThat(file.clauses().stream().map(Incoming::claims))
                .containsExactlyElementsOf(
                        clauses.stream().map(c -> List.of(c.id())).toList());
        assertThat(file.proposals()).isEmpty();
        assertThat(file.remarks()).isEmpty();
        assertThat(file.secrecyWords()).isEmpty();
        assertThat(file.origin())
                .isEqualTo(new WordFile.Origin(WriteSample.sheet(List.of()).document(), 3));
    }

    @Test
    void everythingAVersionCanHold() throws IOException {
        List<Clause> clauses = WriteSample.clauses();
        byte[] bytes = WriteTest.write(clauses);
        same(clauses, bytes);
        assertThat(read(Readings.read(bytes, WordFile.TrackedChanges.ACCEPT)).stream()
                        .map(Clause::marks))
                .containsExactlyElementsOf(
                        clauses.stream().map(RoundTripTest::marks).toList());
    }

    /** Nobody sees whether a blank at the end is bold. */
    private static List<Mark> marks(Clause clause) {
        return clause.marks().stream()
                .map(m -> m.end() > m.start() && clause.text().charAt(m.end() - 1) == ' '
                        ? new Mark(m.style(), m.start(), m.end() - 1)
                        : m)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void bothTextsOfTheCorpus(int text) throws IOException {
        List<Clause> clauses = CorpusText.clauses(CorpusText.NAMES.get(text));
        same(clauses, WriteTest.write(clauses));
    }

    @Test
    void libreOfficeInBetween(@TempDir Path folder) throws IOException, InterruptedException {
        RedlineOffice office = new RedlineOffice(folder);
        List<Clause> sample = WriteSample.clauses();
        same(sample, office.save(WriteTest.write(sample)));
        List<Clause> corpus = CorpusText.clauses(CorpusText.NAMES.get(1));
        same(corpus, office.save(WriteTest.write(corpus)));
        for (int seed = 1; seed <= 3; seed++) {
            List<Clause> newer = edited(sample, 12, seed);
            proves(sample, newer, office.save(RedlineTest.redline(sample, newer)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void ourTrackedChangesAreProposalsForTheNewerText(long seed) throws IOException {
        List<Clause> older = WriteSample.clauses();
        List<Clause> newer = edited(older, 12, seed);
        proves(older, newer, RedlineTest.redline(older, newer));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ourTrackedChangesInTheCorpus(long seed) throws IOException {
        List<Clause> older = CorpusText.clauses(CorpusText.NAMES.get((int) (seed % 2)));
        List<Clause> newer = edited(older, 30, seed);
        proves(older, newer, RedlineTest.redline(older, newer));
    }

    private static List<Clause> edited(List<Clause> clauses, int edits, long seed) {
        return RedlineTest.numbered(RandomEdits.of(clauses, edits, seed).clauses());
    }

    private static void proves(List<Clause> older, List<Clause> newer, byte[] redline) {
        WordFile before = Readings.read(redline, WordFile.TrackedChanges.PROPOSE);
        same(texts(read(before)), texts(older));
        WordFile after = Readings.read(redline, WordFile.TrackedChanges.ACCEPT);
        same(texts(read(after)), texts(newer));
        // The words of a new clause come with the label they were typed with.
        List<String> labelled = newer.stream()
                .filter(c -> c.kind() != ClauseKind.TABLE)
                .map(c -> (c.label() + " " + c.text()).strip())
                .toList();
        List<String> applied = applied(before);
        for (int i = 0; i < Math.min(applied.size(), labelled.size()); i++) {
            if (applied.get(i).replace('\n', ' ').equals(labelled.get(i).replace('\n', ' '))) {
                applied.set(i, texts(newer).get(i));
            }
        }
        same(applied, texts(newer));
    }

    /** Shows only the lines that differ: the texts are long. */
    private static void same(List<String> actual, List<String> expected) {
        assertThat(DiffUtils.diff(expected, actual).getDeltas()).isEmpty();
    }

    private static List<String> texts(List<Clause> clauses) {
        return clauses.stream()
                .filter(c -> c.kind() != ClauseKind.TABLE)
                .map(Clause::text)
                .toList();
    }

    /** The texts after every proposal was taken; a new clause is compared without its label. */
    private static List<String> applied(WordFile file) {
        List<String> out = new ArrayList<>();
        for (int i = -1; i < file.clauses().size(); i++) {
            int index = i;
            Clause clause = i < 0 ? null : file.clauses().get(i).clause();
            List<Proposal> on =
                    file.proposals().stream().filter(p -> p.clause() == index).toList();
            boolean gone = on.stream().anyMatch(p -> p.kind() == Proposal.Kind.DELETE_CLAUSE);
            if (clause != null && !gone && clause.kind() != ClauseKind.TABLE) {
                StringBuilder text = new StringBuilder(clause.text());
                on.stream()
                        .filter(p -> p.kind() == Proposal.Kind.INSERT
                                || p.kind() == Proposal.Kind.DELETE
                                || p.kind() == Proposal.Kind.REPLACE)
                        .sorted(Comparator.comparingInt(Proposal::start).reversed())
                        .forEach(p -> {
                            assertThat(text.substring(
                                            p.start(), p.start() + p.oldWords().length()))
                                    .isEqualTo(p.oldWords());
                            text.replace(p.start(), p.start() + p.oldWords().length(), p.newWords());
                        });
                out.add(text.toString().replaceAll(" {2,}", " ").strip());
            }
            on.stream()
                    .filter(p -> p.kind() == Proposal.Kind.INSERT_CLAUSE)
                    .map(p -> p.newWords())
                    .forEach(out::add);
        }
        return out;
    }
}
