package vn.daihoi.document.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntUnaryOperator;
import vn.daihoi.document.text.Matching.Gap;

/** Pairs clauses whose words are the same: those that can't be mistaken first, then their neighbours. */
final class Anchors {

    private static final int ROUNDS = 4;
    private static final int SEVERAL = -2;

    private final Matching matching;
    private final Side base;
    private final Side next;

    Anchors(Matching matching) {
        this.matching = matching;
        base = matching.base();
        next = matching.next();
    }

    /** Pairs what is surely the same; repeated texts in small gaps stay free for those who look at their place. */
    void find(Side.Names names) {
        pairUnique(base::path, next::path, names.paths());
        pairUnique(base::key, next::key, names.texts());
        grow();
        for (int round = 0; round < ROUNDS; round++) {
            boolean found = false;
            for (var gap : matching.gaps()) {
                found |= pairEnds(gap) | pairUniqueWithin(gap);
            }
            if (!found) {
                break;
            }
            grow();
        }
        matching.gaps().stream().filter(gap -> gap.cells() > Gaps.CELLS).forEach(this::pairInOrder);
    }

    /** Pairs equal texts that are left on both sides wherever they stand, the first with the first. */
    void findLeftovers() {
        var waiting = new HashMap<Integer, Queue<Integer>>();
        for (int i = 0; i < base.size(); i++) {
            if (matching.isFreeBase(i)) {
                waiting.computeIfAbsent(base.key(i), key -> new ArrayDeque<>()).add(i);
            }
        }
        for (int j = 0; j < next.size(); j++) {
            if (matching.isFreeNext(j)) {
                var i = poll(waiting, next.key(j));
                if (i >= 0) {
                    matching.pair(i, j);
                }
            }
        }
    }

    private void pairUnique(IntUnaryOperator baseKey, IntUnaryOperator nextKey, int keys) {
        int[] where = new int[keys];
        Arrays.fill(where, -1);
        for (int i = 0; i < base.size(); i++) {
            if (matching.isFreeBase(i)) {
                int key = baseKey.applyAsInt(i);
                where[key] = where[key] == -1 ? i : SEVERAL;
            }
        }
        int[] at = new int[keys];
        Arrays.fill(at, -1);
        for (int j = 0; j < next.size(); j++) {
            if (matching.isFreeNext(j)) {
                int key = nextKey.applyAsInt(j);
                at[key] = at[key] == -1 ? j : SEVERAL;
            }
        }
        for (int key = 0; key < keys; key++) {
            if (where[key] >= 0 && at[key] >= 0) {
                matching.pair(where[key], at[key]);
            }
        }
    }

    /** Neighbours of a pair that say the same are a pair. */
    private void grow() {
        for (int j = 0; j < next.size(); j++) {
            if (!matching.isFreeNext(j)) {
                pairIfSame(matching.baseOf(j) + 1, j + 1);
            }
        }
        for (int j = next.size() - 1; j >= 0; j--) {
            if (!matching.isFreeNext(j)) {
                pairIfSame(matching.baseOf(j) - 1, j - 1);
            }
        }
    }

    private boolean pairEnds(Gap gap) {
        int i = 0;
        int j = 0;
        while (i < gap.base().length && j < gap.next().length && pairIfSame(gap.base()[i], gap.next()[j])) {
            i++;
            j++;
        }
        int k = gap.base().length - 1;
        int l = gap.next().length - 1;
        boolean found = i > 0;
        while (k >= i && l >= j && pairIfSame(gap.base()[k], gap.next()[l])) {
            k--;
            l--;
            found = true;
        }
        return found;
    }

    private boolean pairUniqueWithin(Gap gap) {
        var where = new HashMap<Integer, Integer>();
        for (int i : gap.base()) {
            where.merge(base.key(i), i, (one, other) -> SEVERAL);
        }
        var at = new HashMap<Integer, Integer>();
        for (int j : gap.next()) {
            at.merge(next.key(j), j, (one, other) -> SEVERAL);
        }
        boolean found = false;
        for (int j : gap.next()) {
            int i = where.getOrDefault(next.key(j), SEVERAL);
            if (i >= 0 && at.getOrDefault(next.key(j), SEVERAL) == j && matching.areFree(i, j)) {
                matching.pair(i, j);
                found = true;
            }
        }
        return found;
    }

    /** Of a gap too large to try everything: equal texts in their order, as far as they don't cross. */
    private void pairInOrder(Gap gap) {
        var waiting = new HashMap<Integer, Queue<Integer>>();
        for (int i : gap.base()) {
            waiting.computeIfAbsent(base.key(i), key -> new ArrayDeque<>()).add(i);
        }
        int[] partners =
                Arrays.stream(gap.next()).map(j -> poll(waiting, next.key(j))).toArray();
        var keeps = Order.rising(partners);
        for (int k = 0; k < partners.length; k++) {
            if (keeps[k]) {
                matching.pair(partners[k], gap.next()[k]);
            }
        }
    }

    private static int poll(Map<Integer, Queue<Integer>> waiting, int key) {
        var queue = waiting.get(key);
        return queue == null || queue.isEmpty() ? -1 : queue.remove();
    }

    private boolean pairIfSame(int i, int j) {
        boolean same = matching.areFree(i, j) && matching.sameText(i, j);
        if (same) {
            matching.pair(i, j);
        }
        return same;
    }
}
