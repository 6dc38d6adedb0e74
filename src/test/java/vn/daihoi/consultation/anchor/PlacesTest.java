package vn.daihoi.consultation.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.daihoi.consultation.anchor.Placement.Outcome;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.CorpusText;
import vn.daihoi.document.text.RandomEdits;

/**
 * How many comments on real texts find their place again after random edits. Each word carries an invisible number while
 * the text is edited, so that the truth about where words went is known without comparing any.
 */
class PlacesTest {

    private static final int CLAUSES_PER_EDIT = 5;
    private static final int SEEDS = 20;
    private static final int FIRST_SEED = 4_000;
    private static final int COMMENTS = 200;
    private static final char TAG = '\u2063';
    /** With about half of the words left, either answer is right. */
    private static final double EITHER = 0.15;

    static Iterable<String> names() {
        return CorpusText.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void commentsFindTheirPlaceAgainAfterRandomEdits(String name) throws IOException {
        var base = tagged(CorpusText.clauses(name));
        var tally = new Tally();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var next = numbered(
                    RandomEdits.of(base, base.size() / CLAUSES_PER_EDIT, seed).clauses(), base.size());
            var older = untagged(base);
            var newer = untagged(next);
            var moved = moved(older, newer);
            var reanchoring = new Reanchoring(older, newer);
            var random = new Random(seed);
            for (int comment = 0; comment < COMMENTS; comment++) {
                var clause = base.get(random.nextInt(base.size()));
                var words = clause.text().split("\\s+");
                if (words.length < 6) {
                    continue;
                }
                int length = 4 + random.nextInt(Math.min(12, words.length) - 3);
                int start = random.nextInt(words.length - length + 1);
                boolean quoted = random.nextInt(4) > 0;
                var sought = quoted ? Arrays.asList(words).subList(start, start + length) : Arrays.asList(words);
                var truth = truth(clause, sought, quoted, next, moved);
                var quote = quoted ? untagged(String.join(" ", sought)) : "";
                tally.count(truth, reanchoring.place(clause.id(), quote));
            }
        }
        System.out.println("re-anchoring, " + name + ": " + tally);
        assertThat(tally.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(tally.asked()).isLessThanOrEqualTo(0.06);
    }

    /** Where words went: the outcome, the clause, and which share of them is there. */
    private record Truth(Outcome outcome, @Nullable Long clause, double share) {}

    private static Truth truth(
            Clause clause, List<String> sought, boolean quoted, List<Clause> next, Map<Long, Boolean> moved) {
        double most = 0;
        long home = 0;
        for (var candidate : next) {
            var words = new HashSet<>(Arrays.asList(candidate.text().split("\\s+")));
            double share = (double) sought.stream().filter(words::contains).count() / sought.size();
            if (share > most || (share == most && candidate.id() == clause.id())) {
                most = share;
                home = candidate.id();
            }
        }
        var stays = moved.get(clause.id());
        if (!quoted && stays != null) {
            return new Truth(stays ? Outcome.MOVED : Outcome.APPLIES, clause.id(), 1);
        }
        if (most < 0.5) {
            return new Truth(Outcome.DISSOLVED, null, most);
        }
        boolean here = home == clause.id() && Boolean.FALSE.equals(stays);
        return new Truth(here ? Outcome.APPLIES : Outcome.MOVED, home, most);
    }

    private static Map<Long, Boolean> moved(List<Clause> older, List<Clause> newer) {
        var moved = new HashMap<Long, Boolean>();
        for (var change : Comparison.of(older, newer).changes()) {
            if (change.after() != null) {
                moved.put(change.after().id(), change.kind() == Change.Kind.MOVED_HERE);
            }
        }
        return moved;
    }

    private static List<Clause> tagged(List<Clause> clauses) {
        var tagged = new ArrayList<Clause>();
        int number = 0;
        for (var clause : clauses) {
            var text = new StringBuilder();
            for (var word : clause.text().split("(?=\\s)")) {
                text.append(word).append(word.isBlank() ? "" : TAG + "" + number++ + TAG);
            }
            tagged.add(with(clause, clause.id(), text.toString()));
        }
        return tagged;
    }

    private static List<Clause> untagged(List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> with(clause, clause.id(), untagged(clause.text())))
                .toList();
    }

    private static String untagged(String text) {
        return text.replaceAll(TAG + "\\d+" + TAG, "");
    }

    private static List<Clause> numbered(List<Clause> clauses, long last) {
        var numbered = new ArrayList<Clause>();
        for (var clause : clauses) {
            numbered.add(clause.id() == Clause.NO_ID ? clause.as(++last) : clause);
        }
        return numbered;
    }

    private static Clause with(Clause clause, long id, String text) {
        return new Clause(id, clause.kind(), clause.depth(), clause.label(), text, List.of());
    }

    private static final class Tally {

        private final Map<Outcome, int[]> right = new EnumMap<>(Outcome.class);
        private int sure;
        private int wrong;
        private int asked;

        Tally() {
            // given and right, given, true
            for (var outcome : Outcome.values()) {
                right.put(outcome, new int[3]);
            }
        }

        void count(Truth truth, Placement placement) {
            if (!placement.sure()) {
                asked++;
                return;
            }
            sure++;
            boolean same =
                    placement.outcome() == truth.outcome() && Objects.equals(placement.clauseId(), truth.clause());
            boolean either = Math.abs(truth.share() - 0.5) <= EITHER;
            boolean good = same || either;
            wrong += good ? 0 : 1;
            var truly = good ? placement.outcome() : truth.outcome();
            right.get(placement.outcome())[0] += good ? 1 : 0;
            right.get(placement.outcome())[1]++;
            right.get(truly)[2]++;
        }

        double precision() {
            return 1 - (double) wrong / sure;
        }

        double asked() {
            return (double) asked / (sure + asked);
        }

        @Override
        public String toString() {
            var text = new StringBuilder();
            right.forEach((outcome, counts) -> text.append(String.format(
                    Locale.ROOT,
                    "%s precision %.4f recall %.4f (%d); ",
                    outcome,
                    (double) counts[0] / Math.max(1, counts[1]),
                    (double) counts[0] / Math.max(1, counts[2]),
                    counts[2])));
            return text
                    + String.format(
                            Locale.ROOT, "%d sure, %d wrong, %d asked (%.2f %%)", sure, wrong, asked, 100 * asked());
        }
    }
}
