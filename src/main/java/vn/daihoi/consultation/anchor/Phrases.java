package vn.daihoi.consultation.anchor;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.daihoi.document.text.Search;

/**
 * The words of a text and each two that follow one another, whatever their accents, as hashes. A Vietnamese word is often
 * two syllables, and a syllable without its accents is many.
 */
final class Phrases {

    private Phrases() {}

    /** The different ones, rising. */
    static int[] of(String text) {
        return of(text, Set.of());
    }

    /** The same without some words, and without each two of them. */
    static int[] of(String text, Set<String> ignored) {
        var normal = Search.normal(text);
        if (normal.isEmpty()) {
            return new int[0];
        }
        var words = normal.split(" ");
        int[] found = new int[2 * words.length];
        int count = 0;
        for (int at = 0; at < words.length; at++) {
            boolean plain = ignored.contains(words[at]);
            if (!plain) {
                found[count++] = spread(words[at].hashCode());
            }
            if (at > 0 && !(plain && ignored.contains(words[at - 1]))) {
                found[count++] = pair(words[at - 1], words[at]);
            }
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /** Each two words that follow one another, in their order. */
    static int[] pairs(String text) {
        var words = Search.normal(text).split(" ");
        return IntStream.range(1, words.length)
                .map(at -> pair(words[at - 1], words[at]))
                .toArray();
    }

    static boolean contains(int[] phrases, int phrase) {
        return Arrays.binarySearch(phrases, phrase) >= 0;
    }

    /** Those of either. */
    static int[] union(int[] one, int[] other) {
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static int pair(String one, String next) {
        return spread(31 * one.hashCode() + spread(next.hashCode()));
    }

    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** How much a phrase tells: the fewer texts hold it, the more. */
    static final class Rarity {

        private final Map<Integer, Integer> holding = new HashMap<>();
        private final int texts;

        Rarity(Collection<int[]> texts) {
            this.texts = texts.size();
            texts.forEach(text -> Arrays.stream(text).forEach(phrase -> holding.merge(phrase, 1, Integer::sum)));
        }

        int holding(int phrase) {
            return holding.getOrDefault(phrase, 0);
        }

        double of(int phrase) {
            return weight(holding(phrase));
        }

        double of(int[] phrases) {
            return Arrays.stream(phrases).mapToDouble(this::of).sum();
        }

        /** What a phrase weighs that stands in one text only. */
        double single() {
            return weight(1);
        }

        private double weight(int holding) {
            return Math.log1p(texts / (1.0 + holding));
        }
    }
}
