package vn.daihoi.consultation.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.daihoi.consultation.anchor.Traces.Wish;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.text.RandomEdits;
import vn.daihoi.document.text.RandomEdits.Edit;
import vn.daihoi.document.text.Search;

class TracesTest {

    private static final int EDITS = 60;
    private static final int SEEDS = 20;
    private static final int FIRST_SEED = 7_000;
    private static final int SHOWN = 5;

    private static final List<String> ASKING = List.of(
            "Đề nghị bổ sung %s.",
            "Nên viết lại cho rõ: %s",
            "đề nghị sửa thành \"%s\"",
            "Đoạn này cần nói thêm về %s, nhân dân rất quan tâm.",
            "de nghi xem xet them %s",
            "Tôi đồng ý nhưng đề nghị thêm %s");

    static Iterable<String> names() {
        return CorpusText.NAMES;
    }

    /** People ask for a part of what then came, in words of their own order, half of them without accents. */
    @ParameterizedTest
    @MethodSource("names")
    void changesThatCarryOutWishesAreSuggested(String name) throws IOException {
        var base = CorpusText.clauses(name);
        int wishes = 0;
        int first = 0;
        int firstThree = 0;
        int certain = 0;
        int certainlyWrong = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var edits = EnumSet.of(Edit.REWRITE, Edit.INSERT, Edit.DELETE, Edit.MOVE, Edit.SPLIT);
            var next = numbered(RandomEdits.of(base, EDITS, seed, edits).clauses(), base.size());
            var comparison = Comparison.of(base, next);
            var traces = new Traces(comparison);
            var random = new Random(seed);
            var changes = comparison.changes();
            for (int at = 0; at < changes.size(); at++) {
                var change = changes.get(at);
                if (!tells(change) || random.nextBoolean()) {
                    continue;
                }
                var found = traces.find(wish(changes, at, base, random), SHOWN);
                wishes++;
                first += found.stream().limit(1).anyMatch(trace -> trace.change() == change) ? 1 : 0;
                firstThree += found.stream().limit(3).anyMatch(trace -> trace.change() == change) ? 1 : 0;
                if (certain(found)) {
                    certain++;
                    certainlyWrong += found.get(0).change() == change ? 0 : 1;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "suggestions, %s: %d wishes, first %.3f, among three %.3f; %d certain, of them %d wrong%n",
                name,
                wishes,
                (double) first / wishes,
                (double) firstThree / wishes,
                certain,
                certainlyWrong);
        assertThat(first).isGreaterThanOrEqualTo((int) (0.9 * wishes));
        assertThat(firstThree).isGreaterThanOrEqualTo((int) (0.97 * wishes));
        assertThat(certainlyWrong).isLessThanOrEqualTo(certain / 100);
    }

    /** What the text doesn't follow may lie near a change, but isn't taken for carried out. */
    @ParameterizedTest
    @MethodSource("names")
    void wishesTheTextDoesNotFollowAreHardlyEverCertain(String name) throws IOException {
        var base = CorpusText.clauses(name);
        var vocabulary = base.stream()
                .flatMap(clause -> Arrays.stream(clause.text().split("\\s+")))
                .toList();
        int wishes = 0;
        int certain = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var next = numbered(
                    RandomEdits.of(base, EDITS, seed, EnumSet.of(Edit.REWRITE, Edit.INSERT))
                            .clauses(),
                    base.size());
            var traces = new Traces(Comparison.of(base, next));
            var random = new Random(seed);
            for (int wish = 0; wish < 50; wish++) {
                var words = IntStream.range(0, 6 + random.nextInt(10))
                        .mapToObj(at -> vocabulary.get(random.nextInt(vocabulary.size())))
                        .collect(Collectors.joining(" "));
                var clause = base.get(random.nextInt(base.size()));
                wishes++;
                certain +=
                        certain(traces.find(new Wish(clause.id(), asking(random).formatted(words), "", false), SHOWN))
                                ? 1
                                : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "suggestions, %s: %d of %d wishes nobody carried out look certain%n",
                name,
                certain,
                wishes);
        assertThat(certain).isLessThanOrEqualTo(wishes / 50);
    }

    /** As the service judges, see {@link vn.daihoi.consultation.Proofs#certain}. */
    private static boolean certain(List<Traces.Trace> found) {
        return vn.daihoi.consultation.Proofs.certain(found.stream()
                .map(trace -> new vn.daihoi.consultation.Proofs.Suggestion(trace.change(), trace.likeness()))
                .toList());
    }

    // a change of a word or two, or of the place alone, can't be asked for in words
    private static boolean tells(Change change) {
        return change.kind() != Change.Kind.KEPT
                && change.kind() != Change.Kind.MOVED_AWAY
                && (words(change, Piece.Kind.INSERTED).size() >= 3 || change.kind() == Change.Kind.DELETED);
    }

    private static Wish wish(List<Change> changes, int at, List<Clause> base, Random random) {
        var change = changes.get(at);
        long clause = place(changes, at, base, random);
        if (change.kind() == Change.Kind.DELETED) {
            var words = words(change, Piece.Kind.DELETED);
            var quote = String.join(" ", words.subList(0, Math.min(words.size(), 8)));
            return new Wish(clause, "Đề nghị bỏ nội dung này vì không còn phù hợp.", quote, true);
        }
        var words = new ArrayList<>(words(change, Piece.Kind.INSERTED));
        int from = random.nextInt(1 + words.size() / 3);
        int to = Math.min(words.size(), from + Math.max(3, words.size() * (5 + random.nextInt(4)) / 10));
        var asked = asking(random).formatted(String.join(" ", words.subList(from, to)));
        return new Wish(clause, random.nextBoolean() ? Search.normal(asked) : asked, "", false);
    }

    /** The clause itself or, for a new one, the one before; now and then a neighbour or the text as a whole. */
    private static long place(List<Change> changes, int at, List<Clause> base, Random random) {
        int chance = random.nextInt(20);
        if (chance == 0) {
            return Clause.NO_ID;
        }
        int where = at;
        while (where > 0 && (changes.get(where).before() == null || (where == at && chance < 3))) {
            where--;
        }
        var clause = changes.get(where).before();
        return clause == null ? base.get(0).id() : clause.id();
    }

    private static String asking(Random random) {
        return ASKING.get(random.nextInt(ASKING.size()));
    }

    private static List<String> words(Change change, Piece.Kind kind) {
        return change.words().stream()
                .filter(piece -> piece.kind() == kind)
                .flatMap(piece -> Arrays.stream(piece.text().strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<Clause> numbered(List<Clause> clauses, long last) {
        var numbered = new ArrayList<Clause>();
        for (var clause : clauses) {
            numbered.add(clause.id() == Clause.NO_ID ? clause.as(++last) : clause);
        }
        return numbered;
    }

    private static Clause paragraph(long id, String text) {
        return new Clause(id, ClauseKind.PARAGRAPH, 0, "", text, List.of());
    }

    private static Change change(String older, String newer) {
        return Traces.visible(Comparison.of(List.of(paragraph(1, older)), List.of(paragraph(1, newer))))
                .get(0);
    }

    @Test
    void aChangeIsStillThereWhileItsWordsAre() {
        var seen = change("Thu ngân sách tăng 5%.", "Thu ngân sách tăng 8% mỗi năm.");

        assertThat(Traces.stillThere(seen, change("Thu ngân sách tăng 5%.", "Thu ngân sách tăng 8% mỗi năm.")))
                .isTrue();
        assertThat(Traces.stillThere(seen, change("Thu ngân sách tăng 5%.", "Thu ngân sách phường tăng 8% mỗi năm.")))
                .isTrue();
        assertThat(Traces.stillThere(seen, change("Thu ngân sách tăng 5%.", "Thu ngân sách tăng 5% mỗi năm.")))
                .isFalse();
        assertThat(Traces.stillThere(seen, change("Thu ngân sách tăng 5%.", "Thu ngân sách tăng 8%.")))
                .isFalse();
    }

    @Test
    void whatWasTakenOutHasToStayOut() {
        var older = List.of(paragraph(1, "Mở đầu."), paragraph(2, "Câu thừa nên bỏ đi."));
        var seen = Traces.visible(Comparison.of(older, older.subList(0, 1))).get(0);
        var back = Traces.visible(
                        Comparison.of(older, List.of(older.get(0), paragraph(2, "Câu thừa nên bỏ đi, nhưng lại có."))))
                .get(0);

        assertThat(Traces.stillThere(seen, seen)).isTrue();
        assertThat(Traces.stillThere(seen, back)).isFalse();
    }

    @Test
    void aClauseThatMovedIsOneChangeAndRenumberingIsNone() {
        var older = List.of(paragraph(1, "Một."), paragraph(2, "Hai."), paragraph(3, "Ba."), paragraph(4, "Bốn."));
        var newer = List.of(
                older.get(1),
                older.get(2),
                new Clause(4, ClauseKind.PARAGRAPH, 0, "1.", "Bốn.", List.of()),
                older.get(0));

        assertThat(Traces.visible(Comparison.of(older, newer)))
                .extracting(Change::kind, Traces::clauseId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.Kind.MOVED_HERE, 1L));
    }

    @Test
    void aWishOfManyWordsOnATextWithoutChangesFindsNothing() {
        var text = List.of(paragraph(1, "Một."));

        assertThat(new Traces(Comparison.of(text, text)).find(new Wish(1, "Đề nghị sửa", "Một", false), SHOWN))
                .isEmpty();
    }
}
