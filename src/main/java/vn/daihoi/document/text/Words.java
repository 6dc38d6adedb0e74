package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.List;

/** A text cut into words and single signs; the blanks lie between them. */
final class Words {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        var words = new Words(text);
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int end = at + Character.charCount(letter);
            if (isBlank(letter)) {
                at = end;
                continue;
            }
            if (isPartOfWord(letter)) {
                end = words.endOfWord(end);
            }
            // marks without a letter stay with the sign before them, so that no piece begins with one
            while (end < text.length() && isMark(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            words.words.add(text.substring(at, end));
            words.starts.add(at);
            at = end;
        }
        return words;
    }

    int size() {
        return words.size();
    }

    List<String> list() {
        return words;
    }

    String get(int word) {
        return words.get(word);
    }

    /** So many words from one on, fewer at the end. */
    String phrase(int word, int length) {
        return String.join(" ", words.subList(word, Math.min(word + length, words.size())));
    }

    /** Where a word starts; for the one after the last, the end of the text. */
    int start(int word) {
        return word == words.size() ? text.length() : starts.get(word);
    }

    /** One past the last character of a word; 0 before the first, the end of the text after the last. */
    int end(int word) {
        if (word == words.size()) {
            return text.length();
        }
        return word < 0 ? 0 : starts.get(word) + words.get(word).length();
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    static boolean isPartOfWord(int letter) {
        return Character.isLetterOrDigit(letter);
    }

    // "8,02", "1.450" and "02/9/2025" are one word each
    private int endOfWord(int from) {
        int end = from;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            boolean within = isPartOfWord(letter)
                    || isMark(letter)
                    || ((letter == ',' || letter == '.' || letter == '/')
                            && Character.isDigit(text.charAt(end - 1))
                            && end + 1 < text.length()
                            && Character.isDigit(text.charAt(end + 1)));
            if (!within) {
                break;
            }
            end += Character.charCount(letter);
        }
        return end;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
