package vn.daihoi.consultation.cluster;

import java.util.Arrays;
import vn.daihoi.consultation.cluster.Lexicon.Kind;

/** Compares one comment with others, each in a time that grows with their words alone. */
final class Comparison {

    /** What may be a slip is looked for among this many words at most. */
    private static final int SLIPS = 3;

    /** Whether nothing in the words forbids to join the two; set by {@link #to}. */
    boolean joins;

    // the words of the one comment in an open hash table
    private int[] table = new int[64];
    private int[] counts = new int[64];
    private int[] places = new int[64];
    private int[] spellings = new int[64];
    private int[] used = new int[64];
    private int weight;
    private boolean ordered;

    private final int[] oneMore = new int[SLIPS];
    private final int[] otherMore = new int[SLIPS];
    private final boolean[] oneOdd = new boolean[SLIPS];
    private final boolean[] otherOdd = new boolean[SLIPS];
    private int ones;
    private int others;
    private Wording said = Wording.of("");

    /** The one comment the next calls compare with. */
    void with(Wording wording) {
        said = wording;
        int length = 64;
        while (length < 2 * wording.tokens.length) {
            length *= 2;
        }
        if (table.length < length || table.length > 4 * length) {
            table = new int[length];
            counts = new int[length];
            places = new int[length];
            spellings = new int[length];
            used = new int[length];
        }
        Arrays.fill(counts, 0);
        weight = 0;
        ordered = false;
        for (int at = 0; at < wording.tokens.length; at++) {
            int token = wording.tokens[at];
            int slot = slot(token);
            if (counts[slot]++ == 0) {
                table[slot] = token;
                places[slot] = at;
                spellings[slot] = wording.shapes[at];
            }
            weight += Wording.weight(token);
            ordered |= Wording.kind(token) == Kind.GUARD || isTurn(token);
        }
    }

    /** The share of words in common, from 0 to 1, by weight. */
    double to(int[] tokens, int[] shapes, int begin, int end) {
        Arrays.fill(used, 0);
        ones = 0;
        others = 0;
        joins = true;
        int common = 0;
        int total = 0;
        int last = -1;
        for (int at = begin; at < end; at++) {
            int token = tokens[at];
            int weighs = Wording.weight(token);
            total += weighs;
            int slot = slot(token);
            if (used[slot] >= counts[slot]) {
                more(token, shapes[at]);
                continue;
            }
            used[slot]++;
            common += weighs;
            if (Wording.kind(token) == Kind.SOFT) {
                continue;
            }
            if (counts[slot] == 1) {
                joins &= !ordered || places[slot] > last;
                last = Math.max(last, places[slot]);
                joins &= Wording.agree(spellings[slot], shapes[at]);
            }
        }
        for (int at = 0; at < said.tokens.length; at++) {
            int slot = slot(said.tokens[at]);
            if (used[slot] < counts[slot]) {
                used[slot]++;
                less(said.tokens[at], said.shapes[at]);
            }
        }
        joins &= ones == 0 || others == 0 || slips();
        return 2.0 * common / (weight + total);
    }

    /** Whether neither says anything the other doesn't, but turns of speech. */
    boolean saysNoMore() {
        return ones == 0 && others == 0 || ones == others && slips();
    }

    private void more(int token, int shape) {
        switch (Wording.kind(token)) {
            case GUARD -> joins = false;
            case HARD, ODD -> {
                if (others < SLIPS) {
                    otherMore[others] = shape;
                    otherOdd[others] = Wording.kind(token) == Kind.ODD;
                }
                others++;
            }
            default -> {}
        }
    }

    private void less(int token, int shape) {
        switch (Wording.kind(token)) {
            case GUARD -> joins = false;
            case HARD, ODD -> {
                if (ones < SLIPS) {
                    oneMore[ones] = shape;
                    oneOdd[ones] = Wording.kind(token) == Kind.ODD;
                }
                ones++;
            }
            default -> {}
        }
    }

    /** Whether each word that only one of them has is a slip for one that only the other has. */
    private boolean slips() {
        if (ones != others || ones > SLIPS) {
            return false;
        }
        boolean[] taken = new boolean[ones];
        for (int i = 0; i < ones; i++) {
            boolean found = false;
            for (int j = 0; j < ones && !found; j++) {
                if (!taken[j] && (oneOdd[i] || otherOdd[j]) && Wording.slip(oneMore[i], otherMore[j])) {
                    taken[j] = true;
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private int slot(int token) {
        int slot = Wording.mix(token) & table.length - 1;
        while (counts[slot] > 0 && table[slot] != token) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static boolean isTurn(int token) {
        return Arrays.binarySearch(TURNS, token) >= 0;
    }

    /** Words that say from what to what: the order of the others matters. */
    private static final int[] TURNS = Arrays.stream(
                    Wording.of("thanh bang sang thay hon truoc thay cho thay bang").tokens)
            .sorted()
            .toArray();
}
