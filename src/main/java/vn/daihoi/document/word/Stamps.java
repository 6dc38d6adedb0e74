package vn.daihoi.document.word;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for stamps of secrecy. A hint for the uploader and no proof, one way or the other; "bí mật", "bảo mật", "mật
 * thiết" are ordinary words.
 */
final class Stamps {

    private static final Locale VIETNAMESE = new Locale("vi", "VN");

    /** How many lines from either end a stamp is looked for inside a line. */
    private static final int EDGE = 12;

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern ALONE =
            Pattern.compile("[^\\p{L}]*((độ|mức độ|dấu) mật[^\\p{L}]+)?((tuyệt|tối) )?mật[^\\p{L}]*", FLAGS);
    private static final Pattern IN_CAPITALS = Pattern.compile(
            "\\b(TUYỆT MẬT|TỐI MẬT|(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!NỘI )(?<!MẬN )(?<!TRÁI )MẬT(?! (MÃ|ĐỘ|THIẾT|VỤ|ONG|DANH|KHẨU|THƯ|THÁM|BÁO)))\\b",
            FLAGS);

    private final Set<String> found = new LinkedHashSet<>();

    /** Lines of headers, footers and boxes: nothing but stamps and names stands there. */
    void aside(List<String> lines) {
        for (String line : lines) {
            look(line, true);
        }
    }

    /** The lines of the text itself. */
    void text(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            look(lines.get(i), i < EDGE || i >= lines.size() - EDGE);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private void look(String block, boolean edge) {
        if (!block.contains("ật") && !block.contains("ẬT")) {
            return;
        }
        for (String line : block.split("[\\n\\t]")) {
            if (ALONE.matcher(line.strip().toLowerCase(VIETNAMESE)).matches()
                    || (edge && line.length() < 300 && IN_CAPITALS.matcher(line).find())) {
                found.add(line.strip());
            }
        }
    }
}
