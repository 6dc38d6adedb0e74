package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.daihoi.document.text.Candidates.Candidate;

/** Chooses from many candidates the best that don't cross, each other or what was paired before; time n·log n. */
final class Chain {

    private final List<Candidate> candidates;
    private final double[] worth;
    private final int[] before;
    /** For each clause of the former version, in the manner of Fenwick, the best chain that ends there or not far above. */
    private final int[] ends;

    private Chain(List<Candidate> candidates, int bases) {
        this.candidates = candidates;
        worth = new double[candidates.size()];
        before = new int[candidates.size()];
        ends = new int[bases + 1];
        Arrays.fill(ends, -1);
    }

    /** Pairs the best chain of candidates. */
    static void pair(Matching matching, List<Candidate> candidates) {
        var possible = new ArrayList<>(withinGaps(matching, candidates));
        // of one incoming clause the later partner first, so that no chain holds two of them
        possible.sort(
                Comparator.comparingInt(Candidate::next).thenComparing(Candidate::base, Comparator.reverseOrder()));
        new Chain(possible, matching.base().size())
                .best(matching)
                .forEach(candidate -> matching.pair(candidate.base(), candidate.next()));
    }

    private static List<Candidate> withinGaps(Matching matching, List<Candidate> candidates) {
        int[] baseGap = new int[matching.base().size()];
        int[] nextGap = new int[matching.next().size()];
        int number = 0;
        for (var gap : matching.gaps()) {
            number++;
            for (int i : gap.base()) {
                baseGap[i] = number;
            }
            for (int j : gap.next()) {
                nextGap[j] = number;
            }
        }
        return candidates.stream()
                .filter(candidate -> matching.areFree(candidate.base(), candidate.next()))
                .filter(candidate ->
                        baseGap[candidate.base()] > 0 && baseGap[candidate.base()] == nextGap[candidate.next()])
                .toList();
    }

    private List<Candidate> best(Matching matching) {
        for (int at = 0; at < candidates.size(); at++) {
            var candidate = candidates.get(at);
            double score = matching.score(candidate.base(), candidate.next(), candidate.likeness());
            before[at] = bestBelow(candidate.base());
            worth[at] = score * score + (before[at] < 0 ? 0 : worth[before[at]]);
            add(candidate.base(), at);
        }
        var best = new ArrayList<Candidate>();
        for (int at = bestBelow(ends.length - 1); at >= 0; at = before[at]) {
            best.add(candidates.get(at));
        }
        return best;
    }

    private int bestBelow(int base) {
        int best = -1;
        for (int at = base; at > 0; at -= at & -at) {
            if (ends[at] >= 0 && (best < 0 || worth[ends[at]] > worth[best])) {
                best = ends[at];
            }
        }
        return best;
    }

    private void add(int base, int candidate) {
        for (int at = base + 1; at < ends.length; at += at & -at) {
            if (ends[at] < 0 || worth[candidate] > worth[ends[at]]) {
                ends[at] = candidate;
            }
        }
    }
}
