package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * For each clause of the next version the free ones of the former that share rare words with it, wherever they stand. Of
 * each clause only so many words are looked up, and of each word only so many places: the cost grows with the length of
 * the text and hardly with its square, however often it repeats itself.
 */
final class Candidates {

    /** So many rare words of a clause are looked up. */
    private static final int WORDS = 24;
    /** So many places of a word are looked at, the nearest to where the clause is expected. */
    private static final int PLACES = 16;
    /** So many clauses are compared in full. */
    private static final int FULL = 6;

    private final Matching matching;
    /** Word and clause in one number, sorted: the places of a word follow one another in order. */
    private final long[] index;

    private final List<Candidate> found = new ArrayList<>();

    private Candidates(Matching matching) {
        this.matching = matching;
        index = index(matching);
    }

    /** Candidates at least so alike, in the order of the next version. */
    static List<Candidate> find(Matching matching, double least) {
        var candidates = new Candidates(matching);
        candidates.search(least);
        return candidates.found;
    }

    private void search(double least) {
        double[] weights = new double[matching.base().size()];
        int expected = 0;
        for (int j = 0; j < matching.next().size(); j++) {
            if (!matching.isFreeNext(j)) {
                expected = matching.baseOf(j) + 1;
                continue;
            }
            for (int i : likely(j, expected, weights)) {
                double likeness = matching.likeness(i, j);
                if (likeness >= least) {
                    found.add(new Candidate(i, j, likeness));
                }
            }
        }
    }

    private List<Integer> likely(int j, int expected, double[] weights) {
        var touched = new ArrayList<Integer>();
        for (var places : rarest(j)) {
            int from = places.from;
            int to = places.to;
            if (to - from > PLACES) {
                int near = from(places.word, expected);
                from = Math.max(from, Math.min(near - PLACES / 2, to - PLACES));
                to = from + PLACES;
            }
            for (int at = from; at < to; at++) {
                int i = (int) index[at];
                if (weights[i] == 0) {
                    touched.add(i);
                }
                weights[i] += 1.0 / (places.to - places.from);
            }
        }
        var likely = touched.stream()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i])
                        .thenComparing(i -> Math.abs(i - expected))
                        .thenComparing(i -> i))
                .limit(FULL)
                .toList();
        touched.forEach(i -> weights[i] = 0);
        return likely;
    }

    private List<Places> rarest(int j) {
        return Arrays.stream(matching.next().profile(j).distinct())
                .mapToObj(word -> new Places(word, from(word, 0), from(word, Integer.MAX_VALUE)))
                .filter(places -> places.from < places.to)
                .sorted(Comparator.comparingInt(places -> places.to - places.from))
                .limit(WORDS)
                .toList();
    }

    // the first place of the word at this clause or after it
    private int from(int word, int clause) {
        int at = Arrays.binarySearch(index, entry(word, clause));
        return at < 0 ? -at - 1 : at;
    }

    private static long entry(int word, int clause) {
        return ((long) word << 32) | clause;
    }

    private static long[] index(Matching matching) {
        long[] entries = new long[1024];
        int count = 0;
        for (int i = 0; i < matching.base().size(); i++) {
            if (matching.isFreeBase(i)) {
                for (int word : matching.base().profile(i).distinct()) {
                    if (count == entries.length) {
                        entries = Arrays.copyOf(entries, 2 * count);
                    }
                    entries[count++] = entry(word, i);
                }
            }
        }
        entries = Arrays.copyOf(entries, count);
        Arrays.sort(entries);
        return entries;
    }

    /** A clause of the former version that one of the next may be. */
    record Candidate(int base, int next, double likeness) {}

    /** Where a word stands in the index. */
    private record Places(int word, int from, int to) {}
}
