package vn.daihoi.document.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.docx4j.wml.Lvl;
import org.docx4j.wml.NumberFormat;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.jspecify.annotations.Nullable;

/** Counts the automatic numbers of a file as Word would print them. Paragraphs are asked for in reading order. */
final class Numbering {

    private static final int LEVELS = 9;

    /**
     * A number or bullet.
     *
     * @param label as printed; empty where the level prints nothing
     * @param list the list it belongs to
     * @param level from 0
     */
    record Number(String label, int list, int level) {}

    private record Definition(int id, @Nullable Lvl[] levels) {}

    private record List(Definition definition, int[] starts) {}

    private final Map<Integer, List> lists = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final Styles styles;

    Numbering(org.docx4j.wml.@Nullable Numbering file, Styles styles) {
        this.styles = styles;
        if (file == null) {
            return;
        }
        Map<Integer, org.docx4j.wml.Numbering.AbstractNum> abstracts = new HashMap<>();
        for (org.docx4j.wml.Numbering.AbstractNum a : file.getAbstractNum()) {
            if (a.getAbstractNumId() != null) {
                abstracts.put(a.getAbstractNumId().intValue(), a);
            }
        }
        Map<Integer, Integer> definitions = new HashMap<>();
        for (org.docx4j.wml.Numbering.Num num : file.getNum()) {
            if (num.getNumId() != null
                    && num.getAbstractNumId() != null
                    && num.getAbstractNumId().getVal() != null) {
                definitions.put(
                        num.getNumId().intValue(),
                        num.getAbstractNumId().getVal().intValue());
            }
        }
        for (org.docx4j.wml.Numbering.Num num : file.getNum()) {
            if (num.getNumId() == null) {
                continue;
            }
            Integer id = definitions.get(num.getNumId().intValue());
            org.docx4j.wml.Numbering.AbstractNum found = id == null ? null : abstracts.get(id);
            if (found != null && found.getNumStyleLink() != null) {
                Integer linked = styles.of(found.getNumStyleLink().getVal()).list();
                Integer target = linked == null ? null : definitions.get(linked);
                found = target == null ? found : abstracts.getOrDefault(target, found);
            }
            if (found != null) {
                lists.put(num.getNumId().intValue(), list(num, found));
            }
        }
    }

    private static List list(org.docx4j.wml.Numbering.Num num, org.docx4j.wml.Numbering.AbstractNum found) {
        @Nullable Lvl[] levels = new Lvl[LEVELS];
        for (Lvl level : found.getLvl()) {
            put(levels, level);
        }
        int[] starts = new int[LEVELS];
        java.util.Arrays.fill(starts, -1);
        for (org.docx4j.wml.Numbering.Num.LvlOverride override : num.getLvlOverride()) {
            if (override.getLvl() != null) {
                put(levels, override.getLvl());
            }
            int at = override.getIlvl() == null ? -1 : override.getIlvl().intValue();
            if (at >= 0
                    && at < LEVELS
                    && override.getStartOverride() != null
                    && override.getStartOverride().getVal() != null) {
                starts[at] = override.getStartOverride().getVal().intValue();
            }
        }
        return new List(new Definition(found.getAbstractNumId().intValue(), levels), starts);
    }

    private static void put(@Nullable Lvl[] levels, Lvl level) {
        int at = level.getIlvl() == null ? -1 : level.getIlvl().intValue();
        if (at >= 0 && at < LEVELS) {
            levels[at] = level;
        }
    }

    /** The next number of a paragraph; null for one without. */
    @Nullable
    Number next(@Nullable PPr paragraph, Styles.Facts style) {
        PPrBase.NumPr direct = paragraph == null ? null : paragraph.getNumPr();
        Integer id =
                direct != null && direct.getNumId() != null && direct.getNumId().getVal() != null
                        ? Integer.valueOf(direct.getNumId().getVal().intValue())
                        : style.list();
        List list = id == null || id == 0 ? null : lists.get(id);
        if (id == null || list == null) {
            return null;
        }
        int level;
        if (direct != null && direct.getIlvl() != null && direct.getIlvl().getVal() != null) {
            level = direct.getIlvl().getVal().intValue();
        } else if (style.listLevel() != null) {
            level = style.listLevel();
        } else {
            level = ofStyle(list, style.id());
        }
        if (level < 0 || level >= LEVELS || list.definition().levels()[level] == null) {
            return null;
        }
        return new Number(
                label(list, count(id, list, level), level), list.definition().id(), level);
    }

    /** The level that a paragraph style is linked with; the first where none is. */
    private static int ofStyle(List list, String style) {
        for (int i = 0; i < LEVELS; i++) {
            Lvl level = list.definition().levels()[i];
            if (level != null
                    && level.getPStyle() != null
                    && style.equals(level.getPStyle().getVal())) {
                return i;
            }
        }
        return 0;
    }

    private int[] count(int id, List list, int level) {
        int[] count = counters.computeIfAbsent(list.definition().id(), x -> {
            int[] fresh = new int[LEVELS];
            for (int i = 0; i < LEVELS; i++) {
                fresh[i] = start(list, i) - 1;
            }
            return fresh;
        });
        if (used.add(id)) {
            for (int i = 0; i < LEVELS; i++) {
                if (list.starts()[i] >= 0) {
                    count[i] = list.starts()[i] - 1;
                }
            }
        }
        for (int i = 0; i < level; i++) {
            // A level that was skipped counts as begun.
            if (count[i] < start(list, i)) {
                count[i] = start(list, i);
            }
        }
        count[level]++;
        for (int i = level + 1; i < LEVELS; i++) {
            Lvl deeper = list.definition().levels()[i];
            int after = deeper == null
                            || deeper.getLvlRestart() == null
                            || deeper.getLvlRestart().getVal() == null
                    ? i
                    : deeper.getLvlRestart().getVal().intValue();
            if (level < after) {
                count[i] = start(list, i) - 1;
            }
        }
        return count;
    }

    private static int start(List list, int level) {
        if (list.starts()[level] >= 0) {
            return list.starts()[level];
        }
        Lvl definition = list.definition().levels()[level];
        return definition == null
                        || definition.getStart() == null
                        || definition.getStart().getVal() == null
                ? 1
                : definition.getStart().getVal().intValue();
    }

    private static String label(List list, int[] count, int level) {
        Lvl definition = list.definition().levels()[level];
        if (definition == null
                || definition.getLvlText() == null
                || definition.getLvlText().getVal() == null) {
            return definition != null && definition.getLvlPicBulletId() != null ? "•" : "";
        }
        String pattern = definition.getLvlText().getVal();
        NumberFormat format = format(definition);
        if (format == NumberFormat.BULLET) {
            return Glyphs.plain(pattern).strip();
        }
        boolean legal = definition.getIsLgl() != null && definition.getIsLgl().isVal();
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
            if (c == '%' && next >= '1' && next <= '9') {
                Lvl of = list.definition().levels()[next - '1'];
                label.append(printed(count[next - '1'], legal || of == null ? NumberFormat.DECIMAL : format(of)));
                i++;
            } else {
                label.append(c);
            }
        }
        return label.toString().strip();
    }

    private static NumberFormat format(Lvl level) {
        return level.getNumFmt() == null || level.getNumFmt().getVal() == null
                ? NumberFormat.DECIMAL
                : level.getNumFmt().getVal();
    }

    private static String printed(int number, NumberFormat format) {
        switch (format) {
            case NONE:
                return "";
            case UPPER_ROMAN:
                return roman(number);
            case LOWER_ROMAN:
                return roman(number).toLowerCase(java.util.Locale.ROOT);
            case UPPER_LETTER:
                return letter(number, 'A');
            case LOWER_LETTER:
                return letter(number, 'a');
            case DECIMAL_ZERO:
                return number < 10 ? "0" + number : Integer.toString(number);
            default:
                return Integer.toString(number);
        }
    }

    static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }

    /** As Word goes on after z: aa, bb, cc. */
    private static String letter(int number, char first) {
        if (number < 1 || number > 26 * 30) {
            return Integer.toString(number);
        }
        return String.valueOf((char) (first + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }
}
