package vn.daihoi.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a Word file without tracked changes says, one line for each clause with its style, label and text. Reads the
 * XML by itself, so that a slip of our reader can't hide one of our writer.
 */
final class WriteText {

    private final Map<String, byte[]> parts;

    private WriteText(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Lines like {@code DaihoiItem2|a)|text|_dh5}; rows are joined by tabs, notes follow their clause. */
    static List<String> of(byte[] file) throws IOException {
        return new WriteText(parts(file)).lines();
    }

    private List<String> lines() throws IOException {
        Map<String, Element> notes = new HashMap<>();
        if (parts.containsKey("word/footnotes.xml")) {
            all(root("word/footnotes.xml"), "w:footnote").forEach(note -> notes.put(note.getAttribute("w:id"), note));
        }
        List<String> lines = new ArrayList<>();
        Element body = all(root("word/document.xml"), "w:body").get(0);
        for (Element block : children(body)) {
            List<Element> units = block.getNodeName().equals("w:tbl") ? all(block, "w:tr") : List.of(block);
            for (Element unit : units) {
                List<Element> paragraphs = unit.getNodeName().equals("w:p") ? List.of(unit) : all(unit, "w:p");
                if (paragraphs.isEmpty()
                        || !style(paragraphs.get(0)).startsWith("Daihoi")
                        || style(paragraphs.get(0)).startsWith("DaihoiFrame")) {
                    continue;
                }
                lines.add(line(paragraphs));
                for (Element reference : all(unit, "w:footnoteReference")) {
                    lines.add(line(all(notes.get(reference.getAttribute("w:id")), "w:p")));
                }
            }
        }
        return lines;
    }

    private static String line(List<Element> paragraphs) {
        StringBuilder label = new StringBuilder();
        List<String> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Element paragraph : paragraphs) {
            StringBuilder text = new StringBuilder();
            for (Element run : all(paragraph, "w:r")) {
                boolean labels = all(run, "w:rStyle").stream()
                        .anyMatch(style -> style.getAttribute("w:val").equals("DaihoiLabel"));
                for (Element piece : children(run)) {
                    (labels ? label : text)
                            .append(
                                    switch (piece.getNodeName()) {
                                        case "w:t" -> piece.getTextContent();
                                        case "w:br" -> "\n";
                                        case "w:tab" -> "\t";
                                        default -> "";
                                    });
                }
            }
            all(paragraph, "w:bookmarkStart").stream()
                    .filter(mark -> !mark.getAttribute("w:name").startsWith("_dht"))
                    .sorted(Comparator.comparing(WriteText::empty))
                    .forEach(mark -> names.add(mark.getAttribute("w:name")));
            boolean note = style(paragraph).startsWith("DaihoiNote");
            cells.add(note && !text.isEmpty() ? text.substring(1) : text.toString());
        }
        return String.join(
                "|",
                style(paragraphs.get(0)),
                label.toString().strip(),
                String.join("\t", cells),
                names.isEmpty() ? "" : names.get(0).replaceAll("_Copy_\\d+", ""));
    }

    /** LibreOffice leaves the bookmark of a paragraph that it took out at the front of the next, around nothing. */
    private static boolean empty(Element bookmark) {
        for (Node next = bookmark.getNextSibling(); next != null; next = next.getNextSibling()) {
            if (next.getNodeName().equals("w:r")) {
                return false;
            }
            if (next instanceof Element end
                    && end.getNodeName().equals("w:bookmarkEnd")
                    && end.getAttribute("w:id").equals(bookmark.getAttribute("w:id"))) {
                return true;
            }
        }
        return true;
    }

    private Element root(String part) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static String style(Element paragraph) {
        List<Element> styles = all(paragraph, "w:pStyle");
        return styles.isEmpty() ? "" : styles.get(0).getAttribute("w:val");
    }

    private static List<Element> all(Element parent, String name) {
        return elements(parent.getElementsByTagName(name)).toList();
    }

    private static List<Element> children(Element parent) {
        return elements(parent.getChildNodes()).toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        List<Node> copy =
                IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
        return copy.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }
}
