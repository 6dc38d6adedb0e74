package vn.daihoi.consultation.cluster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.daihoi.consultation.cluster.Lexicon.Kind;

/**
 * A comment as it is compared: the words that say something, in order, without accents, tone marks, case and signs, in
 * full where they were abbreviated, and read as one of their fellows where several say the same.
 */
final class Wording {

    /** A comment of fewer words means what it means only where it was made. */
    private static final int FEW_WORDS = 8;
    /** A greeting ends with its sentence and is no longer than this, in words. */
    private static final int GREETING = 9;
    /** A name of one letter follows one of these; behind any other word "a" is the polite particle. */
    private static final List<String> LETTERED = List.of(
            "khu", "to", "lo", "block", "nha", "diem", "nhom", "hang", "loai", "lop", "muc", "phan", "toa", "khoi");

    private static final int KIND_BITS = 3;

    /** The reading of each word, and in the lowest bits its kind. */
    final int[] tokens;
    /** The letters of each word and its accents, see {@link #agree}; 0 for a word that is read as another. */
    final int[] shapes;
    /** Whether it is too short to be told from its words alone. */
    final boolean brief;

    private Wording(int[] tokens, int[] shapes, boolean brief) {
        this.tokens = tokens;
        this.shapes = shapes;
        this.brief = brief;
    }

    /** A word as written: without accents, and its shape. */
    private record Word(String plain, int shape) {}

    static Wording of(String text) {
        var kept = new Kept();
        for (var sentence : sentences(text)) {
            kept.read(sentence);
        }
        if (kept.size == 0) {
            // signs alone, or a greeting alone: nothing but itself is like it
            kept.add(text.strip(), Kind.HARD, 0);
        }
        return new Wording(
                Arrays.copyOf(kept.tokens, kept.size), Arrays.copyOf(kept.shapes, kept.size), kept.words < FEW_WORDS);
    }

    static Kind kind(int token) {
        return KINDS[token & (1 << KIND_BITS) - 1];
    }

    private static final Kind[] KINDS = Kind.values();

    /** How much a word weighs. */
    static int weight(int token) {
        return kind(token) == Kind.SOFT ? 1 : 4;
    }

    /**
     * Whether two spellings of one word may be the same word: nobody is bound to type accents, and ? and ~ are mixed up by
     * many, but "chợ" isn't "chờ".
     */
    static boolean agree(int one, int other) {
        int a = one >>> Shape.LETTERS;
        int b = other >>> Shape.LETTERS;
        int toneA = a & 7;
        int toneB = b & 7;
        int signs = a >>> 3 & (b >>> 3);
        return (toneA == 0 || toneB == 0 || toneA == toneB) && (signs == a >>> 3 || signs == b >>> 3);
    }

    /** Whether one of two words may be a slip for the other: all letters but one are the same. */
    static boolean slip(int one, int other) {
        return one != 0 && other != 0 && Integer.bitCount((one ^ other) & (1 << Shape.LETTERS) - 1) <= 2;
    }

    static int mix(int value) {
        int mixed = value * 0x9E3779B1;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA77;
        return mixed ^ mixed >>> 13;
    }

    /** Letters in the lower bits, above them tone (three bits) and the signs of the letters (four bits). */
    private static final class Shape {

        static final int LETTERS = 25;
        private static final int BREVE = 1;
        private static final int CIRCUMFLEX = 2;
        private static final int HORN = 4;
        private static final int STROKE = 8;

        private Shape() {}

        static int letter(int letter) {
            return letter < 'a' || letter > 'z' ? 0 : 1 << Math.min(letter - 'a', LETTERS - 1);
        }

        static int accent(int mark) {
            return switch (mark) {
                case 0x300 -> 1 << LETTERS;
                case 0x301 -> 2 << LETTERS;
                case 0x309, 0x303 -> 3 << LETTERS;
                case 0x323 -> 4 << LETTERS;
                case 0x306 -> BREVE << LETTERS + 3;
                case 0x302 -> CIRCUMFLEX << LETTERS + 3;
                case 0x31B -> HORN << LETTERS + 3;
                default -> 0;
            };
        }

        static int stroke() {
            return STROKE << LETTERS + 3;
        }
    }

    private static List<List<Word>> sentences(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var sentences = new ArrayList<List<Word>>();
        var words = new ArrayList<Word>();
        var word = new StringBuilder();
        int shape = 0;
        for (int at = 0; at < letters.length(); ) {
            int letter = letters.codePointAt(at);
            int next = at + Character.charCount(letter);
            int lower = Character.toLowerCase(letter);
            boolean digit = Character.isDigit(letter);
            if (Character.isLetterOrDigit(letter)) {
                if (digit && !word.isEmpty() && !Character.isDigit(word.charAt(0))) {
                    shape = end(words, word, shape);
                }
                word.appendCodePoint(lower == 'đ' ? 'd' : digit ? '0' + Character.digit(letter, 10) : lower);
                shape |= Shape.letter(lower == 'đ' ? 'd' : lower) | (lower == 'đ' ? Shape.stroke() : 0);
            } else if (isAccent(letter)) {
                shape |= Shape.accent(letter);
            } else if (isPoint(letter, word, letters, next)) {
                if (!groupsThousands(letter, letters, next)) {
                    word.append('.');
                }
            } else {
                shape = end(words, word, shape);
                if (letter == '%') {
                    words.add(new Word("phan", 0));
                    words.add(new Word("tram", 0));
                }
                if (".!?;,:\n".indexOf(letter) >= 0 && !words.isEmpty()) {
                    sentences.add(words);
                    words = new ArrayList<>();
                }
            }
            at = next;
        }
        end(words, word, shape);
        sentences.add(words);
        return sentences;
    }

    private static boolean isAccent(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** A point or comma within a number. */
    private static boolean isPoint(int letter, StringBuilder word, String letters, int next) {
        return (letter == '.' || letter == ',')
                && !word.isEmpty()
                && Character.isDigit(word.charAt(word.length() - 1))
                && next < letters.length()
                && Character.isDigit(letters.charAt(next));
    }

    private static boolean groupsThousands(int letter, String letters, int next) {
        int end = next;
        while (end < letters.length() && Character.isDigit(letters.charAt(end))) {
            end++;
        }
        return letter == '.' && end - next == 3;
    }

    /** Ends a word; gives the shape the next begins with. */
    private static int end(List<Word> words, StringBuilder word, int shape) {
        if (word.isEmpty()) {
            return 0;
        }
        var plain = word.toString();
        word.setLength(0);
        var full = Lexicon.inFull(plain);
        if (full != null) {
            for (var each : full) {
                words.add(new Word(Syllable.of(each), 0));
            }
            return 0;
        }
        // a word that was put right has lost its accents with its keys
        words.add(new Word(Syllable.of(plain), Syllable.of(plain).equals(plain) ? shape : 0));
        return 0;
    }

    /** What is kept of the words. */
    private static final class Kept {

        private int[] tokens = new int[32];
        private int[] shapes = new int[32];
        private int size;
        private int words;

        void read(List<Word> sentence) {
            int end = sentence.size();
            if (end > 0 && isGreeting(sentence)) {
                return;
            }
            if (end > 1
                    && sentence.get(end - 1).plain().equals("a")
                    && !LETTERED.contains(sentence.get(end - 2).plain())) {
                end--;
            }
            for (int at = 0; at < end; ) {
                at += phrase(sentence, at, end);
            }
        }

        private static boolean isGreeting(List<Word> sentence) {
            if (sentence.size() > GREETING) {
                return false;
            }
            var first = sentence.get(0).plain();
            var second = sentence.size() > 1 ? sentence.get(1).plain() : "";
            return switch (first) {
                case "kinh" -> second.equals("gui") || second.equals("thua") || second.equals("chao");
                case "xin" -> second.equals("chao");
                case "thua", "chao" -> true;
                case "da" -> second.equals("thua");
                default -> false;
            };
        }

        /** Reads the longest phrase that stands here; gives its length in words. */
        private int phrase(List<Word> sentence, int at, int end) {
            var first = sentence.get(at).plain();
            var begin = Syllable.shortI(first);
            for (int length = Math.min(Lexicon.longest(begin), end - at); length > 0; length--) {
                var phrase = length == 1 ? begin : joined(sentence, at, length);
                var entry = Lexicon.entry(phrase);
                if (entry != null) {
                    if (entry.kind() != Kind.NOTHING) {
                        words += length;
                        add(entry.reading(), entry.kind(), 0);
                    }
                    return length;
                }
            }
            words++;
            word(first, sentence.get(at).shape());
            return 1;
        }

        private void word(String plain, int shape) {
            if (Character.isDigit(plain.charAt(0))) {
                add(plain.replaceFirst("^0+(?=\\d)", ""), Kind.GUARD, 0);
                return;
            }
            add(Syllable.shortI(plain), Syllable.is(plain) ? Kind.HARD : Kind.ODD, shape);
        }

        private static String joined(List<Word> sentence, int at, int length) {
            var phrase = new StringBuilder(Syllable.shortI(sentence.get(at).plain()));
            for (int i = at + 1; i < at + length; i++) {
                phrase.append(' ').append(Syllable.shortI(sentence.get(i).plain()));
            }
            return phrase.toString();
        }

        private void add(String reading, Kind kind, int shape) {
            if (size == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * size);
                shapes = Arrays.copyOf(shapes, 2 * size);
            }
            tokens[size] = mix(reading.hashCode()) & -(1 << KIND_BITS) | kind.ordinal();
            shapes[size++] = shape;
        }
    }
}
