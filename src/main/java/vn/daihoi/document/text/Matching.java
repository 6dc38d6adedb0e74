package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which clauses of the two versions have found each other so far. No clause is in two pairs. */
final class Matching {

    /** Outweighs small differences of the words, so that of two equal clauses the neighbour is taken. */
    private static final double SAME_PARENT = 0.06;

    private static final double SAME_NEIGHBOUR = 0.04;
    private static final double SAME_LABEL = 0.03;
    private static final double SAME_KIND = 0.01;

    private static final int FREE = -1;

    private final Side base;
    private final Side next;
    private final int[] baseOf;
    private final int[] nextOf;

    Matching(Side base, Side next) {
        this.base = base;
        this.next = next;
        baseOf = new int[next.size()];
        nextOf = new int[base.size()];
        Arrays.fill(baseOf, FREE);
        Arrays.fill(nextOf, FREE);
    }

    Side base() {
        return base;
    }

    Side next() {
        return next;
    }

    /** The clause of the former version that one of the next is, or -1. */
    int baseOf(int j) {
        return baseOf[j];
    }

    /** For each of the next version the clause of the former, or -1. */
    int[] all() {
        return baseOf.clone();
    }

    boolean isFreeBase(int i) {
        return i >= 0 && i < nextOf.length && nextOf[i] == FREE;
    }

    boolean isFreeNext(int j) {
        return j >= 0 && j < baseOf.length && baseOf[j] == FREE;
    }

    boolean areFree(int i, int j) {
        return isFreeBase(i) && isFreeNext(j);
    }

    void pair(int i, int j) {
        if (!areFree(i, j)) {
            throw new IllegalArgumentException("clause " + i + " or " + j + " is in a pair already");
        }
        baseOf[j] = i;
        nextOf[i] = j;
    }

    boolean sameText(int i, int j) {
        return base.key(i) == next.key(j);
    }

    /** How alike the words of two clauses are, from 0 to 1; 0 for two that can't turn into each other. */
    double likeness(int i, int j) {
        if (sameText(i, j)) {
            return 1;
        }
        return base.family(i) == next.family(j) ? base.profile(i).likeness(next.profile(j)) : 0;
    }

    /** Likeness and place together: what two pairs that exclude each other are judged by. */
    double score(int i, int j, double likeness) {
        return likeness
                + (arePaired(base.parent(i), next.parent(j)) ? SAME_PARENT : 0)
                + (arePaired(i - 1, j - 1) ? SAME_NEIGHBOUR : 0)
                + (arePaired(i + 1, j + 1) ? SAME_NEIGHBOUR : 0)
                + (base.get(i).label().equals(next.get(j).label()) ? SAME_LABEL : 0)
                + (base.get(i).kind() == next.get(j).kind() ? SAME_KIND : 0);
    }

    /** Whether two clauses are each other's, or there is none on either side, before the first or above the outermost. */
    boolean arePaired(int i, int j) {
        boolean noBase = i < 0 || i >= nextOf.length;
        boolean noNext = j < 0 || j >= baseOf.length;
        return noBase || noNext ? noBase && noNext : baseOf[j] == i;
    }

    /**
     * Where clauses of both sides are still free between two neighbours that found each other: first between such as
     * follow one another on both sides, so within what moved as one, too.
     */
    List<Gap> pockets() {
        int[] following = new int[base.size() + 2];
        following[base.size() + 1] = base.size();
        for (int i = base.size(); i >= 0; i--) {
            following[i] = i == base.size() || nextOf[i] != FREE ? i : following[i + 1];
        }
        var pockets = new ArrayList<Gap>();
        int i = -1;
        int j = -1;
        for (int to = 0; to <= next.size(); to++) {
            if (to < next.size() && baseOf[to] == FREE) {
                continue;
            }
            int baseTo = to == next.size() ? base.size() : baseOf[to];
            if (baseTo > i && following[i + 1] == baseTo) {
                addGap(pockets, i + 1, baseTo, j + 1, to);
            }
            i = baseTo;
            j = to;
        }
        return pockets;
    }

    /** The same between those that kept their order, leaving out what moved. */
    List<Gap> gaps() {
        var stays = Order.rising(baseOf);
        var gaps = new ArrayList<Gap>();
        int i = -1;
        int j = -1;
        for (int to = 0; to <= next.size(); to++) {
            if (to == next.size() || stays[to]) {
                int baseTo = to == next.size() ? base.size() : baseOf[to];
                addGap(gaps, i + 1, baseTo, j + 1, to);
                i = baseTo;
                j = to;
            }
        }
        return gaps;
    }

    private void addGap(List<Gap> gaps, int baseFrom, int baseTo, int nextFrom, int nextTo) {
        var gap = new Gap(
                IntStream.range(baseFrom, baseTo).filter(this::isFreeBase).toArray(),
                IntStream.range(nextFrom, nextTo).filter(this::isFreeNext).toArray());
        if (gap.base.length > 0 && gap.next.length > 0) {
            gaps.add(gap);
        }
    }

    /**
     * Clauses of both sides that may be each other's.
     *
     * @param base of the former version, rising
     * @param next of the next, rising
     */
    record Gap(int[] base, int[] next) {

        long cells() {
            return (long) base.length * next.length;
        }
    }
}
