package vn.daihoi.document.text;

import java.util.Arrays;

/** Which of a row of things kept their order. */
final class Order {

    private Order() {}

    /**
     * A longest rising selection of the values; those outside of it are the fewest that must have moved. Values below 0
     * take no part. Among equally long ones the choice depends on nothing but the values. Time n·log n.
     */
    static boolean[] rising(int[] values) {
        int[] tails = new int[values.length];
        int[] before = new int[values.length];
        int length = 0;
        for (int at = 0; at < values.length; at++) {
            if (values[at] < 0) {
                continue;
            }
            int rank = rank(values, tails, length, values[at]);
            before[at] = rank == 0 ? -1 : tails[rank - 1];
            tails[rank] = at;
            length = Math.max(length, rank + 1);
        }
        var rising = new boolean[values.length];
        for (int at = length == 0 ? -1 : tails[length - 1]; at >= 0; at = before[at]) {
            rising[at] = true;
        }
        return rising;
    }

    /** The place each value takes in {@code of}, or -1: turns a pairing round. */
    static int[] inverse(int[] values, int of) {
        int[] inverse = new int[of];
        Arrays.fill(inverse, -1);
        for (int at = 0; at < values.length; at++) {
            if (values[at] >= 0) {
                inverse[values[at]] = at;
            }
        }
        return inverse;
    }

    private static int rank(int[] values, int[] tails, int length, int value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[tails[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
