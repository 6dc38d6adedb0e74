package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many clauses of real texts are found again by their words and places alone, without any id in the file. */
class AlignmentCorpusTest {

    private static final int EDITS = 30;
    private static final int SEEDS = 20;
    private static final int FIRST_SEED = 1_000;

    @ParameterizedTest
    @MethodSource("names")
    void clausesOfRealTextsAreFoundAgainAfterRandomEdits(String name) throws IOException {
        var base = CorpusText.clauses(name);
        var untouched = new Share();
        var moved = new Share();
        var onlyMoved = new Share();
        var rewritten = new Share();
        int wrong = 0;
        int asked = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var edited = RandomEdits.of(base, EDITS, seed);
            var pairings = Alignment.of(base, edited.incoming());
            var given = new HashSet<Integer>();
            for (int j = 0; j < pairings.size(); j++) {
                var clause = edited.clauses().get(j);
                var pairing = pairings.get(j);
                long id = pairing.isNew()
                        ? Clause.NO_ID
                        : base.get(pairing.base()).id();
                assertThat(pairing.isNew() || given.add(pairing.base())).isTrue();
                asked += pairing.sure() ? 0 : 1;
                boolean kept = id == clause.id();
                wrong += pairing.sure() && !kept ? 1 : 0;
                if (edited.untouched(clause)) {
                    untouched.count(kept);
                } else if (edited.moved().contains(clause.id())) {
                    moved.count(kept);
                    if (!edited.rewritten().contains(clause.id())) {
                        onlyMoved.count(kept);
                    }
                } else if (clause.id() != Clause.NO_ID) {
                    rewritten.count(kept);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d clauses, %d times %d edits: kept their id %s of the untouched, %s of the moved, %s of the"
                        + " moved whose words stayed, %s of the rewritten; %d asked about, %d other than the"
                        + " editor's without being asked about%n",
                name,
                base.size(),
                SEEDS,
                EDITS,
                untouched,
                moved,
                onlyMoved,
                rewritten,
                asked,
                wrong);
        assertThat(untouched.kept()).isGreaterThanOrEqualTo(0.98);
        assertThat(moved.kept()).isGreaterThanOrEqualTo(0.95);
    }

    static Iterable<String> names() {
        return CorpusText.NAMES;
    }

    private static final class Share {

        private int kept;
        private int all;

        void count(boolean isKept) {
            kept += isKept ? 1 : 0;
            all++;
        }

        double kept() {
            return all == 0 ? 1 : (double) kept / all;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d/%d (%.2f %%)", kept, all, 100 * kept());
        }
    }
}
