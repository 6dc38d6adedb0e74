package vn.daihoi.document.word;

import java.util.List;

/**
 * What stands on paper around the text: heading and signature. Layout: QĐ 399-QĐ/TW and HD 05-HD/VPTW of 27/5/2026, as
 * cited.
 */
final class WordFrame {

    private final Sheet sheet;
    private final Xml xml;
    private final int width;

    /**
     * @param width of the text in twips
     */
    WordFrame(Sheet sheet, Xml xml, int width) {
        this.sheet = sheet;
        this.xml = xml;
        this.width = width;
    }

    /** The part that prints the number of a page at the middle of its top. */
    static byte[] pageNumber() {
        Xml xml = Xml.word("w:hdr");
        xml.open("w:p").open("w:pPr").val("w:pStyle", WordStyles.PAGE).close();
        xml.open("w:fldSimple", "w:instr", "PAGE")
                .open("w:r")
                .text("w:t", "2")
                .close()
                .close()
                .close();
        return xml.bytes();
    }

    /** The bodies and the number at the left, the Party's name and the date at the right. */
    void heading() {
        columns(
                () -> {
                    if (!sheet.superior().isEmpty()) {
                        line(WordStyles.CENTRED, Letterhead.capitals(sheet.superior()));
                    }
                    line(WordStyles.CENTRED, Letterhead.capitals(sheet.issuer()), "w:b");
                    line(WordStyles.CENTRED, "*");
                    line(WordStyles.CENTRED, Letterhead.number(sheet));
                    if (sheet.draftMark() != null) {
                        line(WordStyles.CENTRED, sheet.draftMark(), "w:i");
                    }
                },
                () -> {
                    line(WordStyles.CENTRED, Letterhead.PARTY, "w:b", "w:u");
                    line(WordStyles.CENTRED, "");
                    line(WordStyles.CENTRED, Letterhead.dated(sheet), "w:i");
                });
        line(WordStyles.CENTRED, "");
    }

    /** "Nơi nhận" at the left, who signs at the right with room for it. */
    void signature() {
        gap();
        if (sheet.recipients().isEmpty() && sheet.signature().isEmpty()) {
            return;
        }
        columns(
                () -> {
                    if (sheet.recipients().isEmpty()) {
                        line(WordStyles.RECIPIENTS, "");
                    } else {
                        line(WordStyles.RECIPIENTS, Letterhead.RECIPIENTS, "w:u");
                    }
                    Letterhead.recipients(sheet).forEach(recipient -> line(WordStyles.RECIPIENTS, recipient));
                },
                () -> {
                    List<String> lines = sheet.signature();
                    for (int i = 0; i < lines.size(); i++) {
                        line(WordStyles.CENTRED, lines.get(i), i == 0 ? new String[] {"w:b"} : new String[0]);
                    }
                    for (int i = 0; i < Letterhead.LINES_TO_SIGN; i++) {
                        line(WordStyles.CENTRED, "");
                    }
                });
        gap();
    }

    private void gap() {
        xml.open("w:p").open("w:pPr").val("w:pStyle", WordStyles.GAP).close();
        xml.open("w:r").text("w:t", " ").close().close();
    }

    private void columns(Runnable left, Runnable right) {
        int leftWidth = width * Letterhead.LEFT_PERCENT / 100;
        xml.open("w:tbl").open("w:tblPr");
        xml.leaf("w:tblW", "w:w", width, "w:type", "dxa")
                .leaf("w:tblLayout", "w:type", "fixed")
                .close();
        xml.open("w:tblGrid")
                .leaf("w:gridCol", "w:w", leftWidth)
                .leaf("w:gridCol", "w:w", width - leftWidth)
                .close();
        xml.open("w:tr").open("w:trPr").leaf("w:cantSplit").close();
        column(leftWidth, left);
        column(width - leftWidth, right);
        xml.close().close();
    }

    private void column(int width, Runnable content) {
        xml.open("w:tc")
                .open("w:tcPr")
                .leaf("w:tcW", "w:w", width, "w:type", "dxa")
                .close();
        content.run();
        xml.close();
    }

    private void line(String style, String text, String... look) {
        xml.open("w:p").open("w:pPr").val("w:pStyle", style).close();
        if (!text.isEmpty()) {
            xml.open("w:r").open("w:rPr");
            for (String name : look) {
                if (name.equals("w:u")) {
                    xml.val(name, "single");
                } else {
                    xml.leaf(name);
                }
            }
            xml.close().text("w:t", text).close();
        }
        xml.close();
    }
}
