package vn.daihoi.document.text;

import java.util.Arrays;

/**
 * The words of a text and each two that follow one another, as a bag of hashes. Comparing two profiles takes as many
 * steps as both have entries.
 */
final class Profile {

    /** Two texts that aren't the same are never quite alike, even if only a comma differs. */
    private static final double MOST = 0.99;
    /** A part of a text that was split off counts as so much less alike than it is contained. */
    private static final double PART = 0.4;
    /** Too short a text is contained in many. */
    private static final int LEAST_PART = 12;

    /** A text of more words than half of this is known by its beginning, so that no single clause makes all slow. */
    private static final int MOST_ENTRIES = 16_384;

    private static final int EDGE = 0x9E3779B9;

    private final int[] entries;

    private Profile(int[] entries) {
        this.entries = entries;
    }

    static Profile of(CharSequence text) {
        int[] entries = new int[Math.min(MOST_ENTRIES, text.length() / 2) + 4];
        int count = 0;
        int before = EDGE;
        int at = 0;
        while (at < text.length() && count < MOST_ENTRIES) {
            int hash = 0;
            while (at < text.length() && isPartOfWord(text.charAt(at))) {
                hash = 31 * hash + Character.toLowerCase(text.charAt(at++));
            }
            at++;
            if (hash != 0) {
                if (count + 3 > entries.length) {
                    entries = Arrays.copyOf(entries, 2 * entries.length);
                }
                int word = spread(hash);
                entries[count++] = word;
                entries[count++] = spread(31 * before + word);
                before = word;
            }
        }
        // signs alone, as in a row of dashes
        entries[count++] = count == 1 ? spread(text.toString().hashCode()) : spread(31 * before + EDGE);
        entries = Arrays.copyOf(entries, count);
        Arrays.sort(entries);
        return new Profile(entries);
    }

    /** How much of both texts is the same, from 0 to below 1. */
    double similarity(Profile other) {
        return Math.min(MOST, 2.0 * common(other) / (entries.length + other.entries.length));
    }

    /** The same, but higher for a text that is contained in the other, as after splitting or merging. */
    double likeness(Profile other) {
        int common = common(other);
        int shorter = Math.min(entries.length, other.entries.length);
        double similarity = 2.0 * common / (entries.length + other.entries.length);
        double contained = shorter < LEAST_PART ? 0 : (double) common / shorter - PART;
        return Math.min(MOST, Math.max(similarity, contained));
    }

    /** The different entries in order. */
    int[] distinct() {
        return Arrays.stream(entries).distinct().toArray();
    }

    private int common(Profile other) {
        int common = 0;
        int here = 0;
        int there = 0;
        while (here < entries.length && there < other.entries.length) {
            int difference = Integer.compare(entries[here], other.entries[there]);
            if (difference == 0) {
                common++;
            }
            here += difference <= 0 ? 1 : 0;
            there += difference >= 0 ? 1 : 0;
        }
        return common;
    }

    // marks as well, for letters that came in decomposed
    private static boolean isPartOfWord(char unit) {
        return Character.isLetterOrDigit(unit)
                || Character.isSurrogate(unit)
                || Character.getType(unit) == Character.NON_SPACING_MARK;
    }

    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
