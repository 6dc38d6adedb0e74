package vn.daihoi.document.word;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.List;
import org.docx4j.mce.AlternateContent;
import org.docx4j.wml.CTAltChunk;
import org.docx4j.wml.CTBookmark;
import org.docx4j.wml.CTMarkupRange;
import org.docx4j.wml.ContentAccessor;
import org.docx4j.wml.P;
import org.docx4j.wml.ParaRPr;
import org.docx4j.wml.RunDel;
import org.docx4j.wml.RunIns;
import org.docx4j.wml.RunTrackChange;
import org.docx4j.wml.SdtElement;
import org.docx4j.wml.SdtPr;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.Tc;
import org.docx4j.wml.TcPr;
import org.docx4j.wml.Tr;
import org.jspecify.annotations.Nullable;

/** Reads paragraphs and tables in their order. */
final class BlockReader {

    private static final String NESTED = "Bảng nằm trong ô của bảng khác được chuyển thành các dòng của ô đó.";
    private static final String CHUNK = "Đoạn chèn từ tệp khác (altChunk) không được đưa vào văn bản.";
    private static final String BOX = "Chữ trong khung văn bản được đưa vào ngay sau đoạn mà khung gắn với.";

    /** Word has no more. */
    private static final int MOST_COLUMNS = 63;

    private final Source source;
    private final List<Block> blocks = new ArrayList<>();
    private final RunReader.Begun begun = new RunReader.Begun();

    BlockReader(Source source) {
        this.source = source;
    }

    /** Reads the body of a file, or a text box. */
    List<Block> read(List<Object> content) {
        content(content);
        return blocks;
    }

    /** Reads a footnote as one block. */
    Block note(List<Object> content) {
        Block note = new Block(Block.Type.PARAGRAPH, source.styles.of((String) null));
        new Lines(note).read(content);
        return note;
    }

    private void content(List<Object> content) {
        for (Object item : content) {
            Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
            String name =
                    item instanceof JAXBElement<?> element ? element.getName().getLocalPart() : "";
            if (value instanceof P paragraph) {
                paragraph(paragraph);
            } else if (value instanceof Tbl table) {
                table(table);
            } else if (value instanceof SdtElement sdt) {
                if (contents(sdt.getSdtPr())) {
                    source.remarks.add(RunReader.CONTENTS);
                } else if (sdt.getSdtContent() != null) {
                    content(sdt.getSdtContent().getContent());
                }
            } else if (value instanceof CTAltChunk) {
                source.remarks.add(CHUNK);
            } else if (value instanceof RunIns || value instanceof RunDel || value instanceof RunTrackChange) {
                // Between paragraphs these can only hold marks.
                continue;
            } else if (value instanceof CTBookmark || value instanceof CTMarkupRange) {
                between(value, name);
            } else if (value instanceof AlternateContent alternate
                    && !alternate.getChoice().isEmpty()) {
                content(alternate.getChoice().get(0).getAny());
            } else if (value instanceof ContentAccessor accessor) {
                content(accessor.getContent());
            }
        }
    }

    /** A bookmark between paragraphs; what begins there begins with the next. */
    private void between(Object value, String name) {
        Block nowhere = new Block(Block.Type.PARAGRAPH, source.styles.of((String) null));
        new RunReader(source, nowhere, new ArrayList<>(), begun).bookmark(value, name);
    }

    private static boolean contents(@Nullable SdtPr properties) {
        if (properties == null) {
            return false;
        }
        for (Object property : properties.getRPrOrAliasOrLock()) {
            Object value = property instanceof JAXBElement<?> element ? element.getValue() : property;
            if (value instanceof org.docx4j.wml.CTSdtDocPart part
                    && part.getDocPartGallery() != null
                    && "Table of Contents".equals(part.getDocPartGallery().getVal())) {
                return true;
            }
        }
        return false;
    }

    private void paragraph(P paragraph) {
        Styles.Facts style = source.styles.of(paragraph.getPPr());
        Block block = new Block(Block.Type.PARAGRAPH, style);
        List<List<Object>> boxes = new ArrayList<>();
        new RunReader(source, block, boxes, begun).read(paragraph.getContent(), style);
        block.level = Styles.level(paragraph.getPPr(), style.level());
        block.centred = Boolean.TRUE.equals(Styles.centred(paragraph.getPPr(), style.centred()));
        block.mark = mark(paragraph);
        // outside its tables our frame has no words; whoever wrote there, say an annex behind the signature, is not
        // lost
        block.frame = style.frame() && !block.text.hasWords(true) && !block.text.hasWords(false);
        block.number = number(paragraph, style, block.text);
        if (style.contents() || (style.contentsHeading() && block.text.hasWords(source.accepting))) {
            source.remarks.add(RunReader.CONTENTS);
        } else {
            blocks.add(block);
        }
        for (List<Object> box : boxes) {
            List<Block> inside = new BlockReader(source).read(box);
            for (Block in : inside) {
                String line = in.text.settle(source.accepting).text();
                if (!line.isEmpty()) {
                    source.boxes.add(line);
                    source.remarks.add(BOX);
                }
            }
            blocks.addAll(inside);
        }
    }

    private Numbering.@Nullable Number number(P paragraph, Styles.Facts style, TrackedText text) {
        // What isn't there from this point of view isn't counted.
        if (text.hasWords(!source.accepting) && !text.hasWords(source.accepting)) {
            return null;
        }
        return source.numbering.next(paragraph.getPPr(), style);
    }

    private static TrackedText.@Nullable Edit mark(P paragraph) {
        ParaRPr properties =
                paragraph.getPPr() == null ? null : paragraph.getPPr().getRPr();
        if (properties == null) {
            return null;
        }
        if (properties.getIns() != null) {
            return properties.getDel() != null ? null : Source.edit(true, properties.getIns());
        }
        if (properties.getMoveTo() != null) {
            return Source.edit(true, properties.getMoveTo());
        }
        if (properties.getDel() != null) {
            return Source.edit(false, properties.getDel());
        }
        return properties.getMoveFrom() == null ? null : Source.edit(false, properties.getMoveFrom());
    }

    private void table(Tbl table) {
        boolean frame = table.getTblPr() != null
                && table.getTblPr().getTblStyle() != null
                && table.getTblPr().getTblStyle().getVal() != null
                && table.getTblPr().getTblStyle().getVal().startsWith("DaihoiFrame");
        Block head = new Block(Block.Type.TABLE, source.styles.of((String) null));
        head.frame = frame;
        blocks.add(head);
        int first = blocks.size();
        rows(table.getContent(), frame);
        List<Block> rows = blocks.subList(first, blocks.size());
        if (!rows.isEmpty() && rows.stream().allMatch(r -> r.frame)) {
            head.frame = true;
        }
        if (!rows.isEmpty()) {
            head.begun.addAll(rows.get(0).begun);
            head.round.addAll(rows.get(0).round);
        }
    }

    private void rows(List<Object> content, boolean frame) {
        for (Object item : content) {
            Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
            if (value instanceof Tr row) {
                row(row, frame);
            } else if (value instanceof SdtElement sdt) {
                if (sdt.getSdtContent() != null) {
                    rows(sdt.getSdtContent().getContent(), frame);
                }
            } else if (value instanceof CTBookmark || value instanceof CTMarkupRange) {
                between(
                        value,
                        item instanceof JAXBElement<?> element
                                ? element.getName().getLocalPart()
                                : "");
            } else if (value instanceof ContentAccessor accessor) {
                rows(accessor.getContent(), frame);
            }
        }
    }

    private void row(Tr row, boolean frame) {
        Row reading = new Row();
        Block block = reading.block;
        if (row.getTrPr() != null && row.getTrPr().getIns() != null) {
            block.mark = Source.edit(true, row.getTrPr().getIns());
        } else if (row.getTrPr() != null && row.getTrPr().getDel() != null) {
            block.mark = Source.edit(false, row.getTrPr().getDel());
        }
        cells(row.getContent(), reading);
        block.frame = frame || reading.allFrame;
        blocks.add(block);
    }

    /** A row while its cells are read. */
    private final class Row {
        private final Block block = new Block(Block.Type.ROW, source.styles.of((String) null));
        private boolean allFrame = true;
        /** Tabs before the next cell; a cell that spans the rest of its row has none after it. */
        private int tabs;

        private void next(int span) {
            block.text.words("\t".repeat(tabs), 0, null);
            tabs = span;
        }
    }

    private void cells(List<Object> content, Row row) {
        for (Object item : content) {
            Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
            if (value instanceof Tc cell) {
                cell(cell, row);
            } else if (value instanceof SdtElement sdt) {
                if (sdt.getSdtContent() != null) {
                    cells(sdt.getSdtContent().getContent(), row);
                }
            } else if (value instanceof ContentAccessor accessor) {
                cells(accessor.getContent(), row);
            }
        }
    }

    private void cell(Tc cell, Row row) {
        TcPr properties = cell.getTcPr();
        int span = properties == null
                        || properties.getGridSpan() == null
                        || properties.getGridSpan().getVal() == null
                ? 1
                : properties.getGridSpan().getVal().intValue();
        row.next(Math.max(1, Math.min(span, MOST_COLUMNS)));
        boolean goesOn = properties != null
                && properties.getVMerge() != null
                && !"restart".equals(properties.getVMerge().getVal());
        if (!goesOn) {
            Lines lines = new Lines(row.block);
            lines.read(cell.getContent());
            row.allFrame &= lines.frame;
        }
    }

    /** The lines of a cell or note while they are put into one block. */
    private final class Lines {
        private final Block into;
        private boolean begun;
        private boolean frame = true;
        private TrackedText.@Nullable Edit mark;

        Lines(Block into) {
            this.into = into;
        }

        void read(List<Object> content) {
            for (Object item : content) {
                Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
                String name = item instanceof JAXBElement<?> element
                        ? element.getName().getLocalPart()
                        : "";
                if (value instanceof P paragraph) {
                    line(paragraph);
                } else if (value instanceof Tbl table) {
                    source.remarks.add(NESTED);
                    read(table.getContent());
                } else if (value instanceof SdtElement sdt) {
                    if (sdt.getSdtContent() != null) {
                        read(sdt.getSdtContent().getContent());
                    }
                } else if (value instanceof CTBookmark || value instanceof CTMarkupRange) {
                    new RunReader(source, into, new ArrayList<>(), BlockReader.this.begun).bookmark(value, name);
                } else if (value instanceof ContentAccessor accessor) {
                    read(accessor.getContent());
                }
            }
        }

        private void line(P paragraph) {
            Styles.Facts style = source.styles.of(paragraph.getPPr());
            Block line = new Block(Block.Type.PARAGRAPH, style);
            List<List<Object>> boxes = new ArrayList<>();
            new RunReader(source, line, boxes, BlockReader.this.begun).read(paragraph.getContent(), style);
            Numbering.Number number = number(paragraph, style, line.text);
            String label = number == null ? "" : number.label();
            boolean seen = line.text.hasWords(source.accepting) || !label.isEmpty();
            TrackedText.Edit unseen = line.text.edit(!source.accepting);
            if (begun && (seen || unseen != null)) {
                into.text.words("\n", 0, seen ? mark : unseen);
            }
            into.text.words(label.isEmpty() ? "" : label + " ", 0, null);
            into.join(line);
            begun |= seen;
            mark = mark(paragraph);
            frame &= style.frame() || (!seen && unseen == null);
            boxes.forEach(this::read);
        }
    }
}
