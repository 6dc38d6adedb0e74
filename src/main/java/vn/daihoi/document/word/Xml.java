package vn.daihoi.document.word;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One part of a Word file, written straight through: a text of 20,000 clauses needn't become a tree of objects first.
 * Names carry their
 * prefix, attributes come as name and value in turn.
 */
final class Xml {

    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final OutputStream out;
    private final XMLStreamWriter xml;

    /** Begins a document that is kept until its {@link #bytes()} are asked for. */
    Xml(String root, Object... attributes) {
        this(new ByteArrayOutputStream(), root, attributes);
    }

    private Xml(OutputStream out, String root, Object... attributes) {
        this.out = out;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        open(root, attributes);
    }

    /** Begins a part of a Word file. */
    static Xml word(String root) {
        return word(new ByteArrayOutputStream(), root);
    }

    /** Begins a part of a Word file that is too long to be kept; it ends with {@link #end()}. */
    static Xml word(OutputStream out, String root) {
        return new Xml(out, root, "xmlns:w", MAIN, "xmlns:r", RELATIONSHIPS);
    }

    Xml open(String name, Object... attributes) {
        try {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i].toString(), clean(attributes[i + 1].toString()));
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml leaf(String name, Object... attributes) {
        return open(name, attributes).close();
    }

    /** An element that only says {@code w:val}. */
    Xml val(String name, Object value) {
        return leaf(name, "w:val", value);
    }

    /** An element that keeps the blanks of its text. */
    Xml text(String name, String text) {
        return open(name, "xml:space", "preserve").text(text).close();
    }

    Xml text(String text) {
        try {
            xml.writeCharacters(clean(text));
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the document; what it was written to stays open. */
    void end() {
        close();
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the document. */
    byte[] bytes() {
        end();
        return ((ByteArrayOutputStream) out).toByteArray();
    }

    /** Without the characters that XML can't hold. */
    static String clean(String text) {
        return text.codePoints().allMatch(Xml::allowed)
                ? text
                : text.codePoints()
                        .filter(Xml::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c < 0xD800 || c == '\t' || c == '\n' || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }
}
