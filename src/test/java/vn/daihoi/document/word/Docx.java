package vn.daihoi.document.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file, put together from its bare XML. */
final class Docx {

    static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder rootRelations = new StringBuilder();
    private String mainType = MAIN;
    private int relation;

    /** A file whose body is this. */
    static Docx of(String... body) {
        Docx docx = new Docx();
        docx.raw("word/document.xml", wrap("document", "<w:body>" + String.join("", body) + "<w:sectPr/></w:body>"));
        return docx;
    }

    static String wrap(String element, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element + " " + NAMESPACES + ">" + content + "</w:"
                + element + ">";
    }

    Docx mainType(String type) {
        mainType = type;
        return this;
    }

    /** Any part, without a relationship. */
    Docx raw(String name, String content) {
        return raw(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Docx raw(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Docx type(String name, String type) {
        types.append("<Override PartName=\"/")
                .append(name)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
        return this;
    }

    /** A relationship of the document. */
    Docx relation(String kind, String target, boolean external) {
        relations
                .append("<Relationship Id=\"rId")
                .append(++relation)
                .append("\" Type=\"")
                .append(RELATIONS)
                .append(kind)
                .append("\" Target=\"")
                .append(target)
                .append(external ? "\" TargetMode=\"External\"/>" : "\"/>");
        return this;
    }

    Docx styles(String content) {
        return story("styles", "styles", content);
    }

    Docx numbering(String content) {
        return story("numbering", "numbering", content);
    }

    Docx footnotes(String content) {
        return story("footnotes", "footnotes", content);
    }

    Docx comments(String content) {
        return story("comments", "comments", content);
    }

    Docx header(String content) {
        return story("header", "hdr", content);
    }

    private Docx story(String name, String element, String content) {
        raw("word/" + name + ".xml", wrap(element, content));
        type("word/" + name + ".xml", TYPES + name + "+xml");
        return relation(name, name + ".xml", false);
    }

    Docx properties(String content) {
        raw(
                "docProps/custom.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                        + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                        + content
                        + "</Properties>");
        type("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml");
        rootRelations
                .append("<Relationship Id=\"rIdP\" Type=\"")
                .append(RELATIONS)
                .append("custom-properties\" Target=\"docProps/custom.xml\"/>");
        return this;
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + mainType + "\"/>" + types
                        + "</Types>"));
        all.put(
                "_rels/.rels",
                utf8(relationships("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "officeDocument\" Target=\"word/document.xml\"/>" + rootRelations)));
        all.put("word/_rels/document.xml.rels", utf8(relationships(relations.toString())));
        all.putAll(parts);
        return zip(all);
    }

    private static String relationships(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A paragraph of plain words. */
    static String p(String text) {
        return para("", r(text));
    }

    /** A paragraph with a style. */
    static String styled(String style, String text) {
        return para("<w:pStyle w:val=\"" + style + "\"/>", r(text));
    }

    /** A centred paragraph in bold. */
    static String centred(String text) {
        return para("<w:jc w:val=\"center\"/>", bold(text));
    }

    /** A paragraph of an automatic list. */
    static String numbered(int list, int level, String text) {
        return para("<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", r(text));
    }

    static String para(String properties, String... content) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + String.join("", content) + "</w:p>";
    }

    static String r(String text) {
        return run("", text);
    }

    static String bold(String text) {
        return run("<w:b/>", text);
    }

    static String run(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** A run of anything but words. */
    static String piece(String content) {
        return "<w:r>" + content + "</w:r>";
    }

    /** A bookmark round something. */
    static String mark(int number, String name, String content) {
        return "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + name + "\"/>" + content + "<w:bookmarkEnd w:id=\""
                + number + "\"/>";
    }

    static String ins(String author, String content) {
        return "<w:ins w:id=\"900\" w:author=\"" + author + "\" w:date=\"2026-03-01T08:30:00Z\">" + content
                + "</w:ins>";
    }

    static String del(String author, String text) {
        return "<w:del w:id=\"901\" w:author=\"" + author
                + "\" w:date=\"2026-03-01T08:30:00Z\"><w:r><w:delText xml:space=\"preserve\">" + text
                + "</w:delText></w:r></w:del>";
    }

    /** Paragraph properties that tell how the end of the paragraph was tracked. */
    static String ended(String change, String author) {
        return "<w:rPr><w:" + change + " w:id=\"902\" w:author=\"" + author
                + "\" w:date=\"2026-03-01T08:30:00Z\"/></w:rPr>";
    }

    static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    static String cell(String... content) {
        return "<w:tc>" + String.join("", content) + "</w:tc>";
    }

    /** A style of paragraphs. */
    static String style(String id, String name, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + properties
                + "</w:style>";
    }

    /** A level of an automatic list. */
    static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more
                + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    /** The definition of automatic lists. */
    static String lists(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + String.join("", levels) + "</w:abstractNum>";
    }

    static String list(int id, int definition, String more) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition + "\"/>" + more + "</w:num>";
    }
}
