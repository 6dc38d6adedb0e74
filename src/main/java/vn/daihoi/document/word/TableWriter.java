package vn.daihoi.document.word;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.word.Redline.Block;
import vn.daihoi.document.word.WordStyles.Used;

/**
 * Writes a long table as a Word file, A4 across, under the same heading as other documents. The rows go out one by one:
 * 10,000 of them need no more memory than ten.
 */
@Component
public class TableWriter {

    private static final String MAIN = "word/document.xml";

    /** A row with more characters in a cell may be cut at the end of a page. */
    private static final int LONG = 600;

    private static final int BUFFER = 1 << 16;

    private static final String[] BORDERS = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};

    /**
     * A column.
     *
     * @param title what heads it, on every page
     * @param share of the width, in per cent
     * @param centred whether its cells are
     */
    public record Column(String title, int share, boolean centred) {}

    /** One row of the table. */
    public sealed interface Row {

        /** A heading over all columns. */
        record Heading(String text) implements Row {}

        /** As many cells as there are columns. */
        record Cells(List<Cell> cells) implements Row {

            /** Keeps its own copy. */
            public Cells {
                cells = List.copyOf(cells);
            }
        }
    }

    /**
     * A cell; a line feed in it parts paragraphs.
     *
     * @param strong stands out above the text; empty for nothing
     * @param text the words
     */
    public record Cell(String strong, String text) {}

    /**
     * Writes the file.
     *
     * @param sheet heading, signature, and the clauses that stand before the table
     * @param rows is handed what takes them
     */
    public void write(
            Sheet sheet, PageFormat format, List<Column> columns, Consumer<Consumer<Row>> rows, OutputStream out)
            throws IOException {
        var frame = new ByteArrayOutputStream();
        Set<Used> used = new LinkedHashSet<>();
        used.add(new Used(ClauseKind.ROW, 0));
        List<Block> blocks = Redline.unchanged(sheet.clauses());
        blocks.forEach(
                block -> used.add(new Used(block.clause().kind(), block.clause().depth())));
        int width = WordStyles.twips(Letterhead.PAGE_HEIGHT - format.left() - format.right());
        WordBody body = new WordBody(blocks, new WordTracker("", Instant.EPOCH), width);
        // its main part takes the place of an empty one, so that it needn't be held as a whole
        WordWriter.pack(sheet, new byte[0], WordStyles.write(format, used), body.notes(), frame);
        try (var parts = new ZipInputStream(new ByteArrayInputStream(frame.toByteArray()));
                var file = new ZipOutputStream(out)) {
            for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
                file.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(MAIN)) {
                    // packing is slow when it gets a few letters at a time
                    var buffer = new BufferedOutputStream(file, BUFFER);
                    main(Xml.word(buffer, "w:document"), sheet, format, body, columns, rows, width);
                    buffer.flush();
                } else {
                    parts.transferTo(file);
                }
                file.closeEntry();
            }
        }
    }

    private static void main(
            Xml xml,
            Sheet sheet,
            PageFormat format,
            WordBody body,
            List<Column> columns,
            Consumer<Consumer<Row>> rows,
            int width) {
        xml.open("w:body");
        WordFrame frame = new WordFrame(sheet, xml, width);
        frame.heading();
        body.write(xml);
        xml.open("w:tbl").open("w:tblPr").leaf("w:tblW", "w:w", width, "w:type", "dxa");
        xml.open("w:tblBorders");
        for (String side : BORDERS) {
            xml.leaf(side, "w:val", "single", "w:sz", 4, "w:space", 0, "w:color", "auto");
        }
        xml.close().leaf("w:tblLayout", "w:type", "fixed").close().open("w:tblGrid");
        for (Column column : columns) {
            xml.leaf("w:gridCol", "w:w", width * column.share() / 100);
        }
        xml.close();
        head(xml, columns, width);
        rows.accept(row -> {
            if (row instanceof Row.Heading heading) {
                heading(xml, heading, columns.size(), width);
            } else if (row instanceof Row.Cells cells) {
                cells(xml, cells.cells(), columns, width);
            }
        });
        xml.close();
        frame.signature();
        WordWriter.section(xml, format, Letterhead.PAGE_HEIGHT, Letterhead.PAGE_WIDTH);
        xml.close().end();
    }

    private static void head(Xml xml, List<Column> columns, int width) {
        row(xml, true, true);
        for (Column column : columns) {
            cell(xml, width * column.share() / 100, 1, true);
            paragraph(xml, column.title(), true, true, false);
            xml.close();
        }
        xml.close();
    }

    private static void heading(Xml xml, Row.Heading heading, int columns, int width) {
        row(xml, true, false);
        cell(xml, width, columns, true);
        // not the last line of a page
        paragraph(xml, heading.text(), true, false, true);
        xml.close().close();
    }

    private static void cells(Xml xml, List<Cell> cells, List<Column> columns, int width) {
        row(xml, cells.stream().allMatch(cell -> cell.text().length() <= LONG), false);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = cells.get(i);
            cell(xml, width * column.share() / 100, 1, false);
            if (!cell.strong().isEmpty()) {
                paragraph(xml, cell.strong(), true, column.centred(), false);
            }
            if (!cell.text().isEmpty() || cell.strong().isEmpty()) {
                cell.text().lines().forEach(line -> paragraph(xml, line, false, column.centred(), false));
                if (cell.text().isEmpty()) {
                    paragraph(xml, "", false, false, false);
                }
            }
            xml.close();
        }
        xml.close();
    }

    private static void row(Xml xml, boolean whole, boolean repeated) {
        xml.open("w:tr");
        if (whole || repeated) {
            xml.open("w:trPr");
            if (whole) {
                xml.leaf("w:cantSplit");
            }
            if (repeated) {
                xml.leaf("w:tblHeader");
            }
            xml.close();
        }
    }

    private static void cell(Xml xml, int width, int spanned, boolean shaded) {
        xml.open("w:tc").open("w:tcPr").leaf("w:tcW", "w:w", width, "w:type", "dxa");
        if (spanned > 1) {
            xml.val("w:gridSpan", spanned);
        }
        if (shaded) {
            xml.leaf("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "EDEDED");
        }
        xml.close();
    }

    private static void paragraph(Xml xml, String text, boolean strong, boolean centred, boolean withNext) {
        xml.open("w:p").open("w:pPr").val("w:pStyle", WordStyles.of(ClauseKind.ROW, 0));
        if (withNext) {
            xml.leaf("w:keepNext");
        }
        if (centred) {
            xml.val("w:jc", "center");
        }
        xml.close();
        if (!text.isEmpty()) {
            xml.open("w:r");
            if (strong) {
                xml.open("w:rPr").leaf("w:b").leaf("w:bCs").close();
            }
            xml.text("w:t", text).close();
        }
        xml.close();
    }
}
