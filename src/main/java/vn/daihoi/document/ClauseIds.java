package vn.daihoi.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.Pairing;

/**
 * Gives the clauses of a text that came in their ids. A clause of the former version keeps its id; one that stood in an
 * earlier version, went out and comes back gets the id it had, if the file still carries it; every other one gets an id
 * that no clause of the document ever had.
 */
final class ClauseIds {

    private ClauseIds() {}

    /**
     * The same clauses under their ids.
     *
     * @param base the former version
     * @param pairings one for each of {@code incoming}
     * @param borne which of some ids clauses of the document bore before, and may bear again
     * @param fresh gives an id that nothing ever had
     */
    static List<Clause> assign(
            List<Clause> base,
            List<Incoming> incoming,
            List<Pairing> pairings,
            Function<Collection<Long>, Set<Long>> borne,
            LongSupplier fresh) {
        Set<Long> claimed = IntStream.range(0, incoming.size())
                .filter(index -> pairings.get(index).isNew())
                .boxed()
                .flatMap(index -> incoming.get(index).claims().stream())
                .collect(Collectors.toSet());
        Set<Long> free = new HashSet<>(borne.apply(claimed));
        // a clause of the former version that found no partner was left out, whatever a file says
        base.forEach(clause -> free.remove(clause.id()));
        List<Clause> assigned = new ArrayList<>(incoming.size());
        for (var index = 0; index < incoming.size(); index++) {
            var pairing = pairings.get(index);
            var one = incoming.get(index);
            assigned.add(one.clause()
                    .as(
                            pairing.isNew()
                                    ? one.claims().stream()
                                            .filter(free::remove)
                                            .findFirst()
                                            .orElseGet(fresh::getAsLong)
                                    : base.get(pairing.base()).id()));
        }
        return assigned;
    }
}
