package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.Pairing;
import vn.daihoi.document.text.Pairing.Ground;

class ClauseIdsTest {

    private static final Pairing NEW = new Pairing(Pairing.NEW, 0, false, Ground.NONE, true);

    private final AtomicLong last = new AtomicLong(10);

    @Test
    void aPairedClauseKeepsItsIdAndANewOneGetsOneThatNothingEverHad() {
        assertThat(assign(List.of(4L, 7L), List.of(pairedWith(1), NEW, pairedWith(0)), Set.of()))
                .containsExactly(7L, 11L, 4L);
    }

    @Test
    void aClauseThatComesBackGetsTheIdItHad() {
        assertThat(assign(List.of(4L), List.of(pairedWith(0), NEW), Set.of(3L), List.of(), List.of(3L)))
                .containsExactly(4L, 3L);
    }

    @Test
    void anIdThatTwoClausesClaimIsGivenOnce() {
        assertThat(assign(List.of(), List.of(NEW, NEW), Set.of(3L), List.of(3L), List.of(3L)))
                .containsExactly(3L, 11L);
    }

    @Test
    void anIdThatNoClauseEverBoreCannotBeClaimed() {
        assertThat(assign(List.of(), List.of(NEW), Set.of(3L), List.of(12L))).containsExactly(11L);
    }

    @Test
    void theIdOfAClauseOfTheFormerVersionCannotBeClaimedByOneThatIsNotThatClause() {
        assertThat(assign(List.of(4L, 5L), List.of(pairedWith(0), NEW), Set.of(4L, 5L), List.of(), List.of(5L)))
                .containsExactly(4L, 11L);
    }

    @SafeVarargs
    private List<Long> assign(List<Long> base, List<Pairing> pairings, Set<Long> borne, List<Long>... claims) {
        var incoming = IntStream.range(0, pairings.size())
                .mapToObj(index -> new Incoming(
                        clause(Clause.NO_ID),
                        index < claims.length ? Arrays.asList(claims).get(index) : List.of()))
                .toList();
        Function<Collection<Long>, Set<Long>> known = asked -> {
            var all = new java.util.HashSet<>(asked);
            all.retainAll(borne);
            return all;
        };
        return ClauseIds.assign(
                        base.stream().map(ClauseIdsTest::clause).toList(),
                        incoming,
                        pairings,
                        known,
                        last::incrementAndGet)
                .stream()
                .map(Clause::id)
                .toList();
    }

    private static Pairing pairedWith(int base) {
        return new Pairing(base, 1, false, Ground.SAME_TEXT, true);
    }

    private static Clause clause(long id) {
        return new Clause(id, ClauseKind.PARAGRAPH, 0, "", "đoạn", List.of());
    }
}
