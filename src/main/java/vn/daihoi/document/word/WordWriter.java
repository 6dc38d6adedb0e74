package vn.daihoi.document.word;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.docx4j.docProps.core.CoreProperties;
import org.docx4j.docProps.core.dc.elements.ObjectFactory;
import org.docx4j.docProps.core.dc.elements.SimpleLiteral;
import org.docx4j.docProps.custom.Properties;
import org.docx4j.openpackaging.contenttype.ContentType;
import org.docx4j.openpackaging.contenttype.ContentTypes;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.packages.OpcPackage;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.DocPropsCustomPart;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.BinaryPart;
import org.docx4j.openpackaging.parts.relationships.Namespaces;
import org.springframework.stereotype.Component;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.word.Redline.Block;
import vn.daihoi.document.word.WordStyles.Used;

/** Writes a version, or the changes between two, as a Word file. */
@Component
public class WordWriter {

    /** Custom property that holds the id of the document. */
    static final String DOCUMENT_PROPERTY = "daihoi.document";
    /** Custom property that holds the number of the version. */
    static final String VERSION_PROPERTY = "daihoi.version";

    private static final String HEADER = "rIdHeader";

    /** Writes a version; the file remembers the ids of the clauses. */
    public void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException {
        write(sheet, Redline.unchanged(sheet.clauses()), new WordTracker("", Instant.EPOCH), format, out);
    }

    /**
     * Writes the newer of two versions with everything that changed since the older as real tracked changes: accepted
     * they give the newer text, rejected the older.
     *
     * @param sheet the newer version
     * @param comparison of the older with the newer
     * @param author whom the changes are ascribed to
     * @param at their date
     */
    public void redline(
            Sheet sheet, Comparison comparison, String author, Instant at, PageFormat format, OutputStream out)
            throws IOException {
        write(sheet, Redline.blocks(comparison.changes()), new WordTracker(author, at), format, out);
    }

    private static void write(Sheet sheet, List<Block> blocks, WordTracker tracker, PageFormat format, OutputStream out)
            throws IOException {
        int width = WordStyles.twips(Letterhead.PAGE_WIDTH - format.left() - format.right());
        Xml document = Xml.word("w:document");
        document.open("w:body");
        WordFrame frame = new WordFrame(sheet, document, width);
        WordBody body = new WordBody(blocks, tracker, width);
        frame.heading();
        body.write(document);
        frame.signature();
        section(document, format, Letterhead.PAGE_WIDTH, Letterhead.PAGE_HEIGHT);
        document.close();
        Set<Used> used = new LinkedHashSet<>();
        blocks.forEach(block -> {
            used.add(new Used(block.clause().kind(), block.clause().depth()));
            Stream.concat(block.olderNotes().stream(), block.newerNotes().stream())
                    .flatMap(note -> Stream.of(note.before(), note.after()))
                    .filter(Objects::nonNull)
                    .forEach(note -> used.add(new Used(note.kind(), note.depth())));
        });
        pack(sheet, document.bytes(), WordStyles.write(format, used), body.notes(), out);
    }

    /** Packs the parts of a file. */
    static void pack(Sheet sheet, byte[] document, byte[] styles, byte[] notes, OutputStream out) throws IOException {
        try {
            OpcPackage file = new OpcPackage() {};
            file.addTargetPart(core(sheet));
            file.addTargetPart(custom(sheet));
            Part main = part("document", ContentTypes.WORDPROCESSINGML_DOCUMENT, Namespaces.DOCUMENT, document);
            file.addTargetPart(main);
            main.addTargetPart(part("styles", ContentTypes.WORDPROCESSINGML_STYLES, Namespaces.STYLES, styles));
            main.addTargetPart(
                    part("settings", ContentTypes.WORDPROCESSINGML_SETTINGS, Namespaces.SETTINGS, settings()));
            main.addTargetPart(part("footnotes", ContentTypes.WORDPROCESSINGML_FOOTNOTES, Namespaces.FOOTNOTES, notes));
            main.addTargetPart(
                    part("header", ContentTypes.WORDPROCESSINGML_HEADER, Namespaces.HEADER, WordFrame.pageNumber()),
                    HEADER);
            file.save(out);
        } catch (Docx4JException e) {
            throw new IOException("The Word file can't be packed", e);
        }
    }

    static void section(Xml xml, PageFormat format, int pageWidth, int pageHeight) {
        xml.open("w:sectPr").leaf("w:headerReference", "w:type", "default", "r:id", HEADER);
        xml.leaf(
                "w:pgSz",
                "w:w",
                WordStyles.twips(pageWidth),
                "w:h",
                WordStyles.twips(pageHeight),
                "w:orient",
                pageWidth > pageHeight ? "landscape" : "portrait");
        xml.leaf(
                "w:pgMar",
                "w:top",
                WordStyles.twips(format.top()),
                "w:right",
                WordStyles.twips(format.right()),
                "w:bottom",
                WordStyles.twips(format.bottom()),
                "w:left",
                WordStyles.twips(format.left()),
                "w:header",
                WordStyles.twips(format.top() / 2.0),
                "w:footer",
                WordStyles.twips(format.bottom() / 2.0),
                "w:gutter",
                0);
        // The first page bears no number.
        xml.leaf("w:titlePg").close();
    }

    private static byte[] settings() {
        Xml xml = Xml.word("w:settings");
        xml.open("w:footnotePr")
                .leaf("w:footnote", "w:id", 0)
                .leaf("w:footnote", "w:id", 1)
                .close();
        // A line that the author broke isn't stretched to the margin.
        xml.open("w:compat").leaf("w:doNotExpandShiftReturn");
        xml.leaf(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                15);
        xml.close().val("w:themeFontLang", "vi-VN");
        return xml.bytes();
    }

    private static Part part(String name, String contentType, String relationship, byte[] content)
            throws InvalidFormatException {
        BinaryPart part = new BinaryPart(new PartName("/word/" + name + ".xml"));
        part.setContentType(new ContentType(contentType));
        part.setRelationshipType(relationship);
        part.setBinaryData(content);
        return part;
    }

    /** The title, the body that issues it, and no person. */
    private static Part core(Sheet sheet) throws InvalidFormatException {
        CoreProperties properties = new CoreProperties();
        properties.setTitle(new ObjectFactory().createTitle(literal(Letterhead.title(sheet))));
        properties.setCreator(literal(sheet.issuer()));
        properties.setLanguage(literal("vi-VN"));
        DocPropsCorePart part = new DocPropsCorePart();
        part.setJaxbElement(properties);
        return part;
    }

    private static SimpleLiteral literal(String text) {
        SimpleLiteral literal = new SimpleLiteral();
        literal.getContent().add(Xml.clean(text));
        return literal;
    }

    /** What lets the reader know the file again. */
    private static Part custom(Sheet sheet) throws InvalidFormatException {
        DocPropsCustomPart part = new DocPropsCustomPart();
        part.setJaxbElement(new Properties());
        part.setProperty(DOCUMENT_PROPERTY, sheet.document());
        Properties.Property version = new Properties.Property();
        version.setName(VERSION_PROPERTY);
        version.setFmtid(DocPropsCustomPart.fmtidValLpwstr);
        version.setPid(part.getNextPid());
        version.setI4(sheet.version());
        part.getJaxbElement().getProperty().add(version);
        return part;
    }
}
