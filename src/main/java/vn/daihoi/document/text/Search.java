package vn.daihoi.document.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds words in a text whatever their accents, their case, and where the tone mark stands. */
public final class Search {

    private Search() {}

    /**
     * The text as it is searched: lower case, without accents, đ as d, every run of other characters as one blank, none
     * at the ends. Old and new placement of tone marks, composed and decomposed letters come out the same.
     */
    public static String normal(String text) {
        return Plain.of(text).letters.toString();
    }

    /**
     * Where the typed words stand in the text, next to each other and in this order.
     *
     * @return stretches of {@code text} in order, not overlapping; empty when it isn't there or nothing was typed
     */
    public static List<Stretch> find(String text, String typed) {
        var words = normal(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        var plain = Plain.of(text);
        var found = new ArrayList<Stretch>();
        int at = plain.letters.indexOf(words);
        while (at >= 0) {
            int end = at + words.length();
            if (plain.isEdge(at) && plain.isEdge(end)) {
                found.add(new Stretch(plain.starts[at], plain.ends[end - 1]));
                at = plain.letters.indexOf(words, end);
            } else {
                at = plain.letters.indexOf(words, at + 1);
            }
        }
        return List.copyOf(found);
    }

    /**
     * A stretch of a text.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Stretch(int start, int end) {}

    /** A text as it is searched, and which stretch of the original each of its characters stands for. */
    private static final class Plain {

        private final StringBuilder letters = new StringBuilder();
        private int[] starts;
        private int[] ends;
        private boolean gap;

        private Plain(int length) {
            starts = new int[length];
            ends = new int[length];
        }

        static Plain of(String text) {
            var plain = new Plain(text.length() + 1);
            int at = 0;
            while (at < text.length()) {
                int letter = text.codePointAt(at);
                int end = at + Character.charCount(letter);
                plain.add(letter, at, end);
                at = end;
            }
            return plain;
        }

        boolean isEdge(int at) {
            return at == 0 || at == letters.length() || letters.charAt(at) == ' ' || letters.charAt(at - 1) == ' ';
        }

        private void add(int letter, int start, int end) {
            if (letter < 0x80) {
                addPlain(letter, start, end);
                return;
            }
            Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                    .codePoints()
                    .forEach(part -> addPlain(part, start, end));
        }

        private void addPlain(int letter, int start, int end) {
            if (Character.isLetterOrDigit(letter)) {
                if (gap && !letters.isEmpty()) {
                    append(' ', start, start);
                }
                gap = false;
                int lower = Character.toLowerCase(letter);
                for (char unit : Character.toChars(lower == 'đ' ? 'd' : lower)) {
                    append(unit, start, end);
                }
            } else if (isAccent(letter)) {
                if (!gap && !letters.isEmpty()) {
                    ends[letters.length() - 1] = end;
                }
            } else {
                gap = true;
            }
        }

        private void append(char unit, int start, int end) {
            int at = letters.length();
            if (at == starts.length) {
                // one character of the original may stand for several, as ½ does
                starts = Arrays.copyOf(starts, 2 * at);
                ends = Arrays.copyOf(ends, 2 * at);
            }
            starts[at] = start;
            ends[at] = end;
            letters.append(unit);
        }

        // invisible characters such as the soft hyphen don't part a word either
        private static boolean isAccent(int letter) {
            return switch (Character.getType(letter)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.FORMAT -> true;
                default -> false;
            };
        }
    }
}
