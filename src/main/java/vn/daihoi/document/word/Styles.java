package vn.daihoi.document.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.RPrAbstract;
import org.docx4j.wml.Style;
import org.docx4j.wml.UnderlineEnumeration;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.ClauseKind;

/** What the styles of a file say, each looked up once with those it is based on. */
final class Styles {

    /** Paragraph styles of our own export: kind and depth of the clause. */
    private static final Pattern OWN =
            Pattern.compile("Daihoi(Title|Part|Section|Paragraph|Item|Row|Note|Table)(\\d{1,2})");

    private static final Pattern HEADING = Pattern.compile("heading (\\d)");

    /** How runs are set; null where the style leaves it open. */
    record Look(
            @Nullable Boolean bold,
            @Nullable Boolean italic,
            @Nullable Boolean underline,
            @Nullable Boolean caps,
            @Nullable Boolean hidden,
            boolean label) {

        static final Look PLAIN = new Look(null, null, null, null, null, false);

        /** These properties, and the other's where they leave something open. */
        Look over(Look other) {
            return new Look(
                    bold != null ? bold : other.bold,
                    italic != null ? italic : other.italic,
                    underline != null ? underline : other.underline,
                    caps != null ? caps : other.caps,
                    hidden != null ? hidden : other.hidden,
                    label || other.label);
        }

        static Look of(@Nullable RPrAbstract properties) {
            if (properties == null) {
                return PLAIN;
            }
            return new Look(
                    flag(properties.getB()),
                    flag(properties.getI()),
                    properties.getU() == null || properties.getU().getVal() == null
                            ? null
                            : properties.getU().getVal() != UnderlineEnumeration.NONE,
                    flag(properties.getCaps()),
                    flag(properties.getVanish()),
                    false);
        }

        private static @Nullable Boolean flag(@Nullable BooleanDefaultTrue value) {
            return value == null ? null : value.isVal();
        }
    }

    /**
     * A style.
     *
     * @param level of a heading, from 0; -1 for running text
     * @param list number of the list it belongs to; null for none
     */
    record Facts(
            String id,
            String name,
            Look look,
            int level,
            @Nullable Boolean centred,
            @Nullable Integer list,
            @Nullable Integer listLevel,
            @Nullable ClauseKind kind,
            int depth) {

        /** The heading and signature of our own export. */
        boolean frame() {
            return id.startsWith("DaihoiFrame");
        }

        boolean contents() {
            return name.startsWith("toc ") || name.startsWith("contents ") || name.equals("table of figures");
        }

        boolean contentsHeading() {
            return name.equals("toc heading") || name.equals("contents heading");
        }

        boolean title() {
            return name.equals("title") || name.equals("subtitle");
        }
    }

    private static final Facts NONE = new Facts("", "", Look.PLAIN, -1, null, null, null, null, 0);

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, Facts> known = new HashMap<>();
    private final Facts standard;

    Styles(org.docx4j.wml.@Nullable Styles file) {
        String first = "";
        if (file != null) {
            for (Style style : file.getStyle()) {
                if (style.getStyleId() != null) {
                    styles.putIfAbsent(style.getStyleId(), style);
                    if (style.isDefault() && "paragraph".equals(style.getType())) {
                        first = style.getStyleId();
                    }
                }
            }
        }
        standard = first.isEmpty() ? NONE : of(first);
    }

    /** What the style of a paragraph says. */
    Facts of(@Nullable PPr paragraph) {
        PPrBase.PStyle style = paragraph == null ? null : paragraph.getPStyle();
        return style == null || style.getVal() == null ? standard : of(style.getVal());
    }

    /** What a style says, however it is used; a style that the file doesn't have says what its id tells. */
    Facts of(@Nullable String id) {
        if (id == null) {
            return NONE;
        }
        Facts facts = known.get(id);
        if (facts == null) {
            facts = resolve(id, new HashSet<>());
            known.put(id, facts);
        }
        return facts;
    }

    private Facts resolve(String id, Set<String> seen) {
        Matcher own = OWN.matcher(id);
        ClauseKind kind = null;
        int depth = 0;
        if (own.matches()) {
            kind = ClauseKind.valueOf(own.group(1).toUpperCase(Locale.ROOT));
            depth = Integer.parseInt(own.group(2));
        }
        Style style = styles.get(id);
        if (style == null || !seen.add(id)) {
            return new Facts(id, "", labelled(id, Look.PLAIN), -1, null, null, null, kind, depth);
        }
        Facts base = style.getBasedOn() == null || style.getBasedOn().getVal() == null
                ? NONE
                : resolve(style.getBasedOn().getVal(), seen);
        String name = style.getName() == null || style.getName().getVal() == null
                ? ""
                : style.getName().getVal().toLowerCase(Locale.ROOT);
        Look look = Look.of(style.getRPr()).over(base.look());
        PPr ppr = style.getPPr();
        PPrBase.NumPr list = ppr == null ? null : ppr.getNumPr();
        Integer number =
                list == null || list.getNumId() == null || list.getNumId().getVal() == null
                        ? base.list()
                        : Integer.valueOf(list.getNumId().getVal().intValue());
        Integer listLevel =
                list == null || list.getIlvl() == null || list.getIlvl().getVal() == null
                        ? base.listLevel()
                        : Integer.valueOf(list.getIlvl().getVal().intValue());
        return new Facts(
                id,
                name,
                labelled(id, look),
                level(ppr, name, base.level()),
                centred(ppr, base.centred()),
                number,
                listLevel,
                kind,
                depth);
    }

    /** The style in which our own export sets labels. */
    private static Look labelled(String id, Look look) {
        return id.equals("DaihoiLabel")
                ? new Look(look.bold(), look.italic(), look.underline(), look.caps(), look.hidden(), true)
                : look;
    }

    private static int level(@Nullable PPr ppr, String name, int otherwise) {
        int own = level(ppr, -2);
        if (own != -2) {
            return own;
        }
        Matcher heading = HEADING.matcher(name);
        return heading.matches() ? Integer.parseInt(heading.group(1)) - 1 : otherwise;
    }

    /** The level of a heading; {@code otherwise} where the paragraph leaves it open. */
    static int level(@Nullable PPr ppr, int otherwise) {
        if (ppr == null || ppr.getOutlineLvl() == null || ppr.getOutlineLvl().getVal() == null) {
            return otherwise;
        }
        int level = ppr.getOutlineLvl().getVal().intValue();
        return level >= 0 && level < 9 ? level : -1;
    }

    /** Whether a paragraph is centred; {@code otherwise} where it leaves that open. */
    static @Nullable Boolean centred(@Nullable PPr ppr, @Nullable Boolean otherwise) {
        return ppr == null || ppr.getJc() == null || ppr.getJc().getVal() == null
                ? otherwise
                : Boolean.valueOf(ppr.getJc().getVal() == JcEnumeration.CENTER);
    }
}
