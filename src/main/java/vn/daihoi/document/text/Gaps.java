package vn.daihoi.document.text;

import vn.daihoi.document.text.Matching.Gap;

/** Aligns what lies between two anchors by dynamic programming: the best pairs that don't cross. */
final class Gaps {

    /** Clauses of the one side times clauses of the other that are tried; larger gaps need candidates first. */
    static final int CELLS = 2_500;

    private Gaps() {}

    /** Fills all gaps that aren't too large with pairs at least so alike. */
    static void fill(Matching matching, double least) {
        matching.pockets().forEach(gap -> fill(matching, gap, least));
        matching.gaps().forEach(gap -> fill(matching, gap, least));
    }

    private static void fill(Matching matching, Gap gap, double least) {
        if (gap.cells() > CELLS) {
            return;
        }
        int rows = gap.base().length;
        int columns = gap.next().length;
        double[][] gain = new double[rows][columns];
        double[][] best = new double[rows + 1][columns + 1];
        for (int r = rows - 1; r >= 0; r--) {
            for (int c = columns - 1; c >= 0; c--) {
                gain[r][c] = gain(matching, gap.base()[r], gap.next()[c], least);
                best[r][c] = Math.max(best[r + 1][c + 1] + gain[r][c], Math.max(best[r + 1][c], best[r][c + 1]));
            }
        }
        int r = 0;
        int c = 0;
        while (r < rows && c < columns) {
            if (gain[r][c] > 0 && best[r][c] == best[r + 1][c + 1] + gain[r][c]) {
                matching.pair(gap.base()[r++], gap.next()[c++]);
            } else if (best[r][c] == best[r + 1][c]) {
                r++;
            } else {
                c++;
            }
        }
    }

    // squared, so that one good pair outweighs two poor ones
    private static double gain(Matching matching, int i, int j, double least) {
        double likeness = matching.likeness(i, j);
        double score = matching.score(i, j, likeness);
        return likeness < least ? 0 : score * score;
    }
}
