package vn.daihoi.document.word;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docx4j.TraversalUtil;
import org.docx4j.docProps.custom.Properties;
import org.docx4j.finders.ClassFinder;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.HeaderPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.vml.CTTextPath;
import org.docx4j.wml.CTFootnotes;
import org.docx4j.wml.CTFtnEdn;
import org.docx4j.wml.Comments;
import org.docx4j.wml.STFtnEdn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a Word file that somebody sent in. Trusts nothing in it. */
@Component
public class WordReader {

    private static final Logger LOG = LoggerFactory.getLogger(WordReader.class);

    /** What became of a file. */
    public sealed interface Reading {

        /** It was read. */
        record Read(WordFile file) implements Reading {}

        /** It can't be taken; the message is a Vietnamese sentence for the uploader. */
        record Refused(String message) implements Reading {}
    }

    /**
     * Reads a file.
     *
     * @param bytes the whole file, at most as large as the limit for uploads
     * @param mode what to do with tracked changes
     */
    public Reading read(byte[] bytes, WordFile.TrackedChanges mode) {
        String refusal = UploadGuard.refusal(bytes);
        if (refusal != null) {
            return new Reading.Refused(refusal);
        }
        try {
            WordFile file = file(WordprocessingMLPackage.load(new ByteArrayInputStream(bytes)), mode);
            return file.clauses().isEmpty() && file.proposals().isEmpty()
                    ? new Reading.Refused("Tệp không có chữ nào để đưa vào văn kiện.")
                    : new Reading.Read(file);
        } catch (Docx4JException | RuntimeException e) {
            // Whatever a crafted file makes the library throw, its sender only learns that it can't be read.
            LOG.info("A Word file could not be read: {}", e.toString());
            return new Reading.Refused(UploadGuard.broken());
        }
    }

    private static WordFile file(WordprocessingMLPackage word, WordFile.TrackedChanges mode) throws Docx4JException {
        boolean accepting = mode == WordFile.TrackedChanges.ACCEPT;
        MainDocumentPart main = word.getMainDocumentPart();
        Styles styles = new Styles(
                main.getStyleDefinitionsPart() == null
                        ? null
                        : main.getStyleDefinitionsPart().getContents());
        Numbering numbering = new Numbering(
                main.getNumberingDefinitionsPart() == null
                        ? null
                        : main.getNumberingDefinitionsPart().getContents(),
                styles);
        Source source = new Source(
                styles,
                numbering,
                accepting,
                notes(
                        main.getFootnotesPart() == null
                                ? null
                                : main.getFootnotesPart().getContents()),
                endnotes(main));
        List<Block> blocks =
                new BlockReader(source).read(main.getContents().getBody().getContent());
        Source aside = source.aside();
        Assembler assembler = new Assembler(accepting, comments(main, aside));
        assembler.assemble(blocks);

        Stamps stamps = new Stamps();
        stamps.aside(margins(word, aside));
        stamps.aside(source.boxes);
        stamps.aside(blocks.stream()
                .filter(b -> b.frame)
                .map(b -> b.text.settle(accepting).text())
                .toList());
        stamps.text(assembler.clauses().stream().map(in -> in.clause().text()).toList());
        return new WordFile(
                List.copyOf(assembler.clauses()),
                List.copyOf(assembler.proposals()),
                List.copyOf(source.remarks),
                stamps.found(),
                origin(word));
    }

    private static Map<BigInteger, CTFtnEdn> notes(@Nullable CTFootnotes file) {
        return file == null ? new HashMap<>() : byId(file.getFootnote());
    }

    private static Map<BigInteger, CTFtnEdn> endnotes(MainDocumentPart main) throws Docx4JException {
        return main.getEndNotesPart() == null
                ? new HashMap<>()
                : byId(main.getEndNotesPart().getContents().getEndnote());
    }

    private static Map<BigInteger, CTFtnEdn> byId(List<CTFtnEdn> notes) {
        Map<BigInteger, CTFtnEdn> byId = new HashMap<>();
        for (CTFtnEdn note : notes) {
            if (note.getId() != null && (note.getType() == null || note.getType() == STFtnEdn.NORMAL)) {
                byId.put(note.getId(), note);
            }
        }
        return byId;
    }

    private static Map<BigInteger, Assembler.Comment> comments(MainDocumentPart main, Source source)
            throws Docx4JException {
        Map<BigInteger, Assembler.Comment> comments = new HashMap<>();
        if (main.getCommentsPart() != null) {
            for (Comments.Comment comment : main.getCommentsPart().getContents().getComment()) {
                if (comment.getId() != null) {
                    String text = new BlockReader(source)
                            .note(comment.getContent())
                            .text
                            .settle(true)
                            .text();
                    comments.put(
                            comment.getId(),
                            new Assembler.Comment(Source.author(comment), Source.at(comment.getDate()), text));
                }
            }
        }
        return comments;
    }

    /** What stands in headers and footers, line by line; only stamps are looked for there. */
    private static List<String> margins(WordprocessingMLPackage word, Source source) throws Docx4JException {
        List<String> lines = new ArrayList<>();
        for (Part part : word.getParts().getParts().values()) {
            List<Object> content = part instanceof HeaderPart header
                    ? header.getContents().getContent()
                    : part instanceof FooterPart footer ? footer.getContents().getContent() : List.of();
            for (Block block : new BlockReader(source).read(content)) {
                lines.add(block.text.settle(true).text());
            }
            ClassFinder watermarks = new ClassFinder(CTTextPath.class);
            new TraversalUtil(content, watermarks);
            for (Object watermark : watermarks.results) {
                lines.add(String.valueOf(((CTTextPath) watermark).getString()));
            }
        }
        return lines;
    }

    private static WordFile.@Nullable Origin origin(WordprocessingMLPackage word) throws Docx4JException {
        if (word.getDocPropsCustomPart() == null) {
            return null;
        }
        String document = null;
        int version = -1;
        for (Properties.Property property :
                word.getDocPropsCustomPart().getContents().getProperty()) {
            if ("daihoi.document".equals(property.getName())) {
                document = property.getLpwstr();
            } else if ("daihoi.version".equals(property.getName())) {
                version = number(property);
            }
        }
        return document == null || version < 0 ? null : new WordFile.Origin(document, version);
    }

    /** LibreOffice writes a number back as a fraction. */
    private static int number(Properties.Property property) {
        if (property.getI4() != null) {
            return property.getI4();
        }
        if (property.getR8() != null) {
            return property.getR8().intValue();
        }
        String text = property.getLpwstr();
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
