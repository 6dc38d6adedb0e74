package vn.daihoi.document.word;

import java.util.Map;

/** Signs of the fonts Symbol and Wingdings, which use codes that mean nothing in any other font. */
final class Glyphs {

    private static final Map<Character, String> KNOWN = Map.ofEntries(
            Map.entry('\uf0b7', "•"),
            Map.entry('\uf0a7', "▪"),
            Map.entry('\uf0d8', "➢"),
            Map.entry('\uf0fc', "✓"),
            Map.entry('\uf0e0', "→"),
            Map.entry('\uf0ae', "→"),
            Map.entry('\uf076', "❖"),
            Map.entry('\uf0a8', "◻"),
            Map.entry('\uf06f', "□"),
            Map.entry('\uf06c', "●"),
            Map.entry('\uf06e', "■"),
            Map.entry('\uf0b3', "≥"),
            Map.entry('\uf0a3', "≤"),
            Map.entry('\uf0b1', "±"),
            Map.entry('\uf0b4', "×"),
            Map.entry('\uf02d', "-"),
            Map.entry('\uf02b', "+"),
            Map.entry('\uf02a', "*"));

    private Glyphs() {}

    /** The text with signs that every font has; a bullet for those nobody knows. */
    static String plain(String text) {
        if (text.chars().noneMatch(c -> c >= 0xe000 && c <= 0xf8ff)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c >= '\ue000' && c <= '\uf8ff' ? KNOWN.getOrDefault(c, "•") : String.valueOf(c));
        }
        return out.toString();
    }
}
