package vn.daihoi.document.word;

import jakarta.xml.bind.JAXBElement;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docx4j.TraversalUtil;
import org.docx4j.mce.AlternateContent;
import org.docx4j.wml.Br;
import org.docx4j.wml.CTBookmark;
import org.docx4j.wml.CTFtnEdnRef;
import org.docx4j.wml.CTMarkupRange;
import org.docx4j.wml.CTObject;
import org.docx4j.wml.CTSimpleField;
import org.docx4j.wml.CommentRangeEnd;
import org.docx4j.wml.CommentRangeStart;
import org.docx4j.wml.ContentAccessor;
import org.docx4j.wml.DelText;
import org.docx4j.wml.Drawing;
import org.docx4j.wml.FldChar;
import org.docx4j.wml.P;
import org.docx4j.wml.Pict;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.RunDel;
import org.docx4j.wml.RunIns;
import org.docx4j.wml.RunTrackChange;
import org.docx4j.wml.STBrType;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.SdtElement;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.Text;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a paragraph: words, and the places of notes, comments and bookmarks. */
final class RunReader {

    /** LibreOffice renames those in footnotes, and copies. */
    private static final Pattern BOOKMARK = Pattern.compile("_dh(t?)(\\d{1,18})(?:_Copy_\\d+)*");

    private static final String PICTURE = "Hình ảnh, hình vẽ trong tệp không được đưa vào văn bản.";
    private static final String OBJECT = "Đối tượng nhúng (bảng tính, biểu đồ…) không được đưa vào văn bản.";
    private static final String FORMULA = "Công thức toán học không được đưa vào văn bản.";
    private static final String HIDDEN = "Chữ ẩn trong tệp không được đưa vào văn bản.";
    static final String CONTENTS = "Mục lục của tệp không được đưa vào văn bản; hệ thống tự lập mục lục.";
    private static final String FIELD =
            "Trường tự động (ngày, số trang, tham chiếu…) được thay bằng giá trị đang hiển thị.";

    private final Source source;
    private final Block block;
    private final List<List<Object>> boxes;
    private final Begun begun;
    private Styles.Look paragraph = Styles.Look.PLAIN;

    /** What was begun in one paragraph and may end in another. */
    static final class Begun {
        private final Deque<Field> fields = new ArrayDeque<>();
        /** Bookmarks of ours, by their number in the file. */
        private final Map<BigInteger, Block.Bookmark> bookmarks = new HashMap<>();
    }

    /** A field. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean result;
        private boolean contents;
    }

    /**
     * @param block what takes the words
     * @param boxes takes the text boxes that hang on the paragraph
     * @param begun what the paragraphs before left open
     */
    RunReader(Source source, Block block, List<List<Object>> boxes, Begun begun) {
        this.source = source;
        this.block = block;
        this.boxes = boxes;
        this.begun = begun;
    }

    /** Reads a paragraph's content into the block. */
    void read(List<Object> content, Styles.Facts style) {
        paragraph = style.look();
        content(content, null);
    }

    private void content(List<Object> content, TrackedText.@Nullable Edit edit) {
        for (Object item : content) {
            one(item, edit);
        }
    }

    private void one(Object item, TrackedText.@Nullable Edit edit) {
        Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
        String name = item instanceof JAXBElement<?> element ? element.getName().getLocalPart() : "";
        if (value instanceof R run) {
            run(run, edit);
        } else if (value instanceof RunIns change) {
            tracked(change.getCustomXmlOrSmartTagOrSdt(), Source.edit(true, change), edit);
        } else if (value instanceof RunDel change) {
            tracked(change.getCustomXmlOrSmartTagOrSdt(), Source.edit(false, change), edit);
        } else if (value instanceof RunTrackChange change) {
            boolean into = name.equals("moveTo") || name.equals("ins");
            tracked(change.getAccOrBarOrBox(), Source.edit(into, change), edit);
        } else if (value instanceof SdtElement sdt) {
            if (sdt.getSdtContent() != null) {
                content(sdt.getSdtContent().getContent(), edit);
            }
        } else if (value instanceof CTSimpleField field) {
            if (!instruction(field.getInstr()).equals("TOC")) {
                content(field.getContent(), edit);
            }
        } else if (value instanceof CommentRangeStart start) {
            place(TrackedText.Place.What.COMMENT_START, start.getId(), null);
        } else if (value instanceof CommentRangeEnd end) {
            place(TrackedText.Place.What.COMMENT_END, end.getId(), null);
        } else if (!bookmark(value, name)) {
            if (value instanceof ContentAccessor accessor) {
                content(accessor.getContent(), edit);
            } else if (name.startsWith("oMath")) {
                source.remarks.add(FORMULA);
            } else if (value instanceof AlternateContent) {
                drawing(value, edit);
            }
        }
    }

    /** Words that one change put in and another took out were never there and won't be. */
    private void tracked(List<Object> content, TrackedText.Edit change, TrackedText.@Nullable Edit outer) {
        if (outer == null || outer.insertion() == change.insertion()) {
            content(content, change);
        }
    }

    /** Takes notice of a bookmark; true if it was one. */
    boolean bookmark(@Nullable Object value, String name) {
        if (value instanceof CTBookmark start) {
            Matcher own = start.getName() == null ? null : BOOKMARK.matcher(start.getName());
            if (own != null && own.matches() && start.getId() != null) {
                Block.Bookmark bookmark = new Block.Bookmark(
                        Long.parseLong(own.group(2)), !own.group(1).isEmpty());
                begun.bookmarks.put(start.getId(), bookmark);
                block.begun.add(bookmark);
            }
            return true;
        }
        if (value instanceof CTMarkupRange end && name.equals("bookmarkEnd")) {
            Block.Bookmark bookmark = end.getId() == null ? null : begun.bookmarks.remove(end.getId());
            if (bookmark != null) {
                bookmark.closed = true;
            }
            return true;
        }
        return false;
    }

    private void place(TrackedText.Place.What what, @Nullable BigInteger id, TrackedText.@Nullable Edit edit) {
        if (id != null) {
            block.text.add(new TrackedText.Place(what, id, edit));
        }
    }

    private void run(R run, TrackedText.@Nullable Edit edit) {
        RPr properties = run.getRPr();
        Styles.Look own = Styles.Look.of(properties);
        if (properties != null && properties.getRStyle() != null) {
            own = own.over(source.styles.of(properties.getRStyle().getVal()).look());
        }
        boolean hidden = Boolean.TRUE.equals(own.over(paragraph).hidden());
        int look = look(own);
        for (Object item : run.getContent()) {
            Object value = item instanceof JAXBElement<?> element ? element.getValue() : item;
            String name =
                    item instanceof JAXBElement<?> element ? element.getName().getLocalPart() : "";
            if (value instanceof FldChar mark) {
                field(mark);
            } else if (name.equals("instrText") || name.equals("delInstrText")) {
                if (!begun.fields.isEmpty() && value instanceof Text text && !begun.fields.peek().result) {
                    begun.fields.peek().instruction.append(text.getValue());
                }
            } else if (!shown()) {
                continue;
            } else if (value instanceof Text text) {
                text(text.getValue(), hidden, look, edit);
            } else if (value instanceof DelText text) {
                text(text.getValue(), hidden, look, edit);
            } else if (!hidden) {
                other(value, name, look, edit);
            }
        }
    }

    private void text(@Nullable String text, boolean hidden, int look, TrackedText.@Nullable Edit edit) {
        if (text == null || text.isEmpty()) {
            return;
        }
        if (!hidden) {
            words(Glyphs.plain(text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ')), look, edit);
        } else if (!text.isBlank()) {
            source.remarks.add(HIDDEN);
        }
    }

    private int look(Styles.Look own) {
        Styles.Look whole = own.over(paragraph);
        return (Boolean.TRUE.equals(own.bold()) ? TrackedText.BOLD : 0)
                | (Boolean.TRUE.equals(own.italic()) ? TrackedText.ITALIC : 0)
                | (Boolean.TRUE.equals(own.underline()) ? TrackedText.UNDERLINE : 0)
                | (Boolean.TRUE.equals(whole.bold()) ? TrackedText.HEAVY : 0)
                | (Boolean.TRUE.equals(whole.caps()) ? TrackedText.CAPS : 0)
                | (own.label() ? TrackedText.LABEL : 0);
    }

    private void words(String text, int look, TrackedText.@Nullable Edit edit) {
        block.text.words(text, look, edit);
        if (!text.isBlank() && (edit == null || edit.seen(source.accepting))) {
            block.round.addAll(begun.bookmarks.values());
        }
    }

    private void other(@Nullable Object value, String name, int look, TrackedText.@Nullable Edit edit) {
        if (value instanceof Br br) {
            if (br.getType() == null || br.getType() == STBrType.TEXT_WRAPPING) {
                words("\n", look & ~TrackedText.LABEL, edit);
            }
        } else if (value instanceof R.Tab || value instanceof R.Ptab) {
            words(" ", look & ~TrackedText.LABEL, edit);
        } else if (value instanceof R.Cr) {
            words("\n", look & ~TrackedText.LABEL, edit);
        } else if (value instanceof R.NoBreakHyphen) {
            words("-", look, edit);
        } else if (value instanceof R.Sym sym) {
            words(symbol(sym), look, edit);
        } else if (value instanceof CTFtnEdnRef reference && reference.getId() != null) {
            TrackedText.Place.What what =
                    name.startsWith("endnote") ? TrackedText.Place.What.ENDNOTE : TrackedText.Place.What.NOTE;
            note(new TrackedText.Place(what, reference.getId(), edit));
        } else if (value instanceof R.CommentReference reference) {
            place(TrackedText.Place.What.COMMENT_END, reference.getId(), null);
        } else if (value instanceof Drawing || value instanceof Pict || value instanceof AlternateContent) {
            drawing(value, edit);
        } else if (value instanceof CTObject) {
            source.remarks.add(OBJECT);
        }
    }

    private void note(TrackedText.Place place) {
        var notes = place.what() == TrackedText.Place.What.NOTE ? source.footnotes : source.endnotes;
        var note = notes.remove(place.id());
        if (note != null && (place.edit() == null || place.edit().seen(source.accepting))) {
            block.text.add(place);
            block.notes.add(new Block.Note(place, new BlockReader(source).note(note.getContent())));
        }
    }

    /** The text boxes of a drawing; the newer form of one is followed by an older with the same words. */
    private void drawing(Object drawing, TrackedText.@Nullable Edit edit) {
        List<Object> found = List.of();
        if (drawing instanceof AlternateContent alternate) {
            if (!alternate.getChoice().isEmpty()) {
                found = find(alternate.getChoice().get(0).getAny());
            }
            if (found.isEmpty() && alternate.getFallback() != null) {
                found = find(alternate.getFallback().getAny());
            }
        } else {
            found = find(drawing);
        }
        if (found.isEmpty()) {
            source.remarks.add(PICTURE);
        } else if (edit == null || edit.seen(source.accepting)) {
            boxes.add(found);
        }
    }

    /** The outermost paragraphs and tables inside a drawing. */
    private static List<Object> find(Object in) {
        List<Object> found = new ArrayList<>();
        new TraversalUtil(in, new TraversalUtil.CallbackImpl() {
            @Override
            public @Nullable List<Object> apply(Object o) {
                if (isBlock(o)) {
                    found.add(o);
                }
                return null;
            }

            @Override
            public boolean shouldTraverse(Object o) {
                return !isBlock(o);
            }
        });
        return found;
    }

    private static boolean isBlock(Object o) {
        return o instanceof P || o instanceof Tbl;
    }

    private static String symbol(R.Sym sym) {
        try {
            int code = Integer.parseInt(sym.getChar(), 16);
            // Codes of symbol fonts may stand with or without the offset of the private use area.
            char c = (char) (code < 0x100 ? code + 0xf000 : code);
            return Glyphs.plain(String.valueOf(c));
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private void field(FldChar mark) {
        if (mark.getFldCharType() == STFldCharType.BEGIN) {
            begun.fields.push(new Field());
        } else if (begun.fields.isEmpty()) {
            return;
        } else if (mark.getFldCharType() == STFldCharType.SEPARATE) {
            Field field = begun.fields.peek();
            field.result = true;
            field.contents = instruction(field.instruction.toString()).equals("TOC");
        } else {
            begun.fields.pop();
        }
    }

    private String instruction(@Nullable String instruction) {
        String name = instruction == null
                ? ""
                : instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (name.equals("TOC")) {
            source.remarks.add(CONTENTS);
        } else if (!name.isEmpty() && !name.equals("HYPERLINK")) {
            source.remarks.add(FIELD);
        }
        return name;
    }

    /** Whether what is read now can be seen: the results of fields, but not how they come about. */
    private boolean shown() {
        for (Field field : begun.fields) {
            if (!field.result || field.contents) {
                return false;
            }
        }
        return true;
    }
}
