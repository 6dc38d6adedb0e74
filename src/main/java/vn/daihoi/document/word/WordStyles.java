package vn.daihoi.document.word;

import java.util.Collection;
import java.util.Locale;
import vn.daihoi.document.text.ClauseKind;

/**
 * The styles of our Word files. Each kind and depth of clause has its own, so that both survive whatever program saves
 * the file again. LibreOffice makes ids anew from names, so a name is its id with blanks.
 */
final class WordStyles {

    /** Character style of labels. */
    static final String LABEL = "DaihoiLabel";
    /** Begins the style of every paragraph that is no clause. */
    static final String FRAME = "DaihoiFrame";
    /** An empty line, hardly seen, that keeps a table from what stands next to it. */
    static final String GAP = FRAME + "Gap";
    /** Centred lines of the heading and the signature. */
    static final String CENTRED = FRAME + "Centred";
    /** Lines of "Nơi nhận". */
    static final String RECIPIENTS = FRAME + "Recipients";
    /** Page numbers. */
    static final String PAGE = FRAME + "Page";

    private static final int TWIPS_PER_POINT = 20;

    private final PageFormat format;
    private final Xml xml = Xml.word("w:styles");

    private WordStyles(PageFormat format) {
        this.format = format;
    }

    /** Id of the paragraph style of a clause. */
    static String of(ClauseKind kind, int depth) {
        return "Daihoi" + kind.name().charAt(0) + name(kind).substring(1) + depth;
    }

    /** A kind in small letters. */
    static String name(ClauseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A length in millimetres as Word counts it. */
    static int twips(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    /** The part that holds them. */
    static byte[] write(PageFormat format, Collection<Used> used) {
        return new WordStyles(format).write(used);
    }

    /** A kind and depth that occur. */
    record Used(ClauseKind kind, int depth) {}

    private byte[] write(Collection<Used> used) {
        int size = format.size();
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        xml.leaf(
                "w:rFonts",
                "w:ascii",
                format.font(),
                "w:hAnsi",
                format.font(),
                "w:eastAsia",
                format.font(),
                "w:cs",
                format.font());
        size(size);
        xml.leaf("w:lang", "w:val", "vi-VN", "w:eastAsia", "vi-VN", "w:bidi", "ar-SA")
                .close()
                .close();
        xml.leaf("w:pPrDefault").close();

        xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
        xml.val("w:name", "Normal").leaf("w:qFormat").close();
        xml.open("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal");
        xml.val("w:name", "Normal Table").leaf("w:semiHidden").open("w:tblPr").open("w:tblCellMar");
        for (String side : new String[] {"w:top", "w:left", "w:bottom", "w:right"}) {
            xml.leaf(side, "w:w", side.endsWith("t") && !side.equals("w:top") ? 85 : 0, "w:type", "dxa");
        }
        xml.close().close().close();
        xml.open("w:style", "w:type", "character", "w:customStyle", "1", "w:styleId", LABEL);
        xml.val("w:name", named(LABEL))
                .leaf("w:qFormat")
                .open("w:rPr")
                .leaf("w:noProof")
                .close()
                .close();

        frame(GAP, points(6), "left", 1);
        frame(CENTRED, 0, "center", size);
        frame(RECIPIENTS, 0, "left", size - 2);
        frame(PAGE, 0, "center", size);
        used.forEach(this::clause);
        return xml.bytes();
    }

    private void frame(String id, int after, String alignment, int size) {
        begin(id);
        xml.open("w:pPr")
                .leaf("w:spacing", "w:before", 0, "w:after", after)
                .val("w:jc", alignment)
                .close();
        xml.open("w:rPr");
        size(size);
        xml.close().close();
    }

    private void clause(Used used) {
        ClauseKind kind = used.kind();
        boolean heading = kind == ClauseKind.PART || kind == ClauseKind.SECTION;
        boolean centred = kind == ClauseKind.TITLE || kind == ClauseKind.PART;
        boolean small = kind == ClauseKind.ROW || kind == ClauseKind.NOTE;
        begin(of(kind, used.depth()));
        xml.open("w:pPr");
        if (heading || kind == ClauseKind.TITLE) {
            xml.leaf("w:keepNext").leaf("w:keepLines");
        }
        if (small) {
            xml.leaf("w:spacing", "w:before", points(2), "w:after", points(2));
        } else {
            int before = kind == ClauseKind.PART ? points(12) : 0;
            xml.leaf("w:spacing", "w:before", before, "w:after", points(6), "w:line", 264, "w:lineRule", "auto");
        }
        if (!centred && !small) {
            xml.leaf("w:ind", "w:firstLine", twips(format.firstLine()));
        }
        xml.val("w:jc", centred ? "center" : kind == ClauseKind.ROW ? "left" : "both");
        if (heading) {
            xml.val("w:outlineLvl", Math.min(used.depth(), 8));
        }
        xml.close().open("w:rPr");
        if (heading || kind == ClauseKind.TITLE) {
            xml.leaf("w:b").leaf("w:bCs");
        }
        size(small ? format.size() - 2 : kind == ClauseKind.TITLE ? format.size() + 2 : format.size());
        xml.close().close();
    }

    private void begin(String id) {
        xml.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id);
        xml.val("w:name", named(id)).val("w:basedOn", "Normal").leaf("w:qFormat");
    }

    private void size(int points) {
        xml.val("w:sz", 2 * points).val("w:szCs", 2 * points);
    }

    private static int points(int points) {
        return points * TWIPS_PER_POINT;
    }

    /** "DaihoiSection1" as "Daihoi Section 1". */
    private static String named(String id) {
        return id.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ");
    }
}
