package vn.daihoi.document.indicator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.daihoi.document.text.Search;

/** Texts as their syllables, each known with and without its accents. Remembers syllables, of which there are few. */
final class Words {

    /** Syllables that say nothing about what is measured. */
    private static final Set<String> EMPTY = Set.of(
            "năm", "tăng", "giảm", "nâng", "được", "của", "các", "những", "và", "trên", "dưới", "từ", "đến", "tới",
            "đạt", "là", "có", "cho", "không", "thêm", "về", "theo", "này", "đó", "như", "ở", "tại", "thì", "ra", "vào",
            "cả", "người", "đều", "cũng", "đã", "sẽ", "một", "để", "vì", "bằng", "khi", "với", "trong", "lên", "xuống",
            "còn", "toàn", "phường", "số", "tổng", "mỗi", "hơn", "khoảng", "cuối", "đầu", "kéo", "duy", "trì");

    /** Pairs of syllables that say nothing about it either, though each alone may. */
    private static final Set<String> EMPTY_PAIRS = Set.of(
            "tỷ lệ",
            "tỉ lệ",
            "mức độ",
            "chỉ tiêu",
            "bình quân",
            "trung bình",
            "hằng năm",
            "hàng năm",
            "phấn đấu",
            "bảo đảm",
            "đảm bảo",
            "ít nhất",
            "tối thiểu",
            "tối đa",
            "mục tiêu",
            "thời kỳ",
            "nhiệm kỳ",
            "giai đoạn",
            "địa bàn",
            "nhà nước",
            "tiếp tục",
            "giữ vững",
            "hoàn thành",
            "thực hiện",
            "trở lên",
            "so với",
            "phần trăm",
            "duy trì",
            "đầu người",
            "điểm phần",
            "không quá",
            "phường demo");

    private final Map<String, Syllable> known = new HashMap<>();

    private record Syllable(String bare, String key) {}

    /**
     * A syllable of a text.
     *
     * @param start first character in the text
     * @param end one past the last
     * @param bare lower case without accents
     * @param key the same with its accents, wherever the tone mark stands
     * @param capitals whether it is written in capitals, as abbreviations are
     * @param telling whether it can tell one target from another
     */
    record Word(int start, int end, String bare, String key, boolean capitals, boolean telling) {

        /** Whether it carries an accent. */
        boolean accented() {
            return key.length() > bare.length() + 1;
        }
    }

    /** The syllables of a text. */
    List<Word> of(String text) {
        var spans = new ArrayList<int[]>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                spans.add(new int[] {start, i});
                start = -1;
            }
        }
        var lower = spans.stream()
                .map(span -> text.substring(span[0], span[1]).toLowerCase(Locale.ROOT))
                .toList();
        var words = new ArrayList<Word>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            var written = text.substring(spans.get(i)[0], spans.get(i)[1]);
            var own = lower.get(i);
            boolean empty = EMPTY.contains(own)
                    || Character.isDigit(own.charAt(0))
                    || i > 0 && EMPTY_PAIRS.contains(lower.get(i - 1) + " " + own)
                    || i + 1 < lower.size() && EMPTY_PAIRS.contains(own + " " + lower.get(i + 1));
            var syllable = known.computeIfAbsent(own, Words::syllable);
            words.add(new Word(
                    spans.get(i)[0],
                    spans.get(i)[1],
                    syllable.bare,
                    syllable.key,
                    written.length() > 2 && written.chars().allMatch(Character::isUpperCase),
                    !empty));
        }
        return words;
    }

    private static Syllable syllable(String lower) {
        var marks = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK || c == 'đ')
                .sorted()
                .forEach(c -> marks.append((char) c));
        var bare = Search.normal(lower);
        return new Syllable(bare, bare + "|" + marks);
    }
}
