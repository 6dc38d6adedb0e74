package vn.daihoi.document.word;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Runs through the XML of a file once, as a stream, for what would be dangerous to open or to hold in memory. */
final class PartCheck {

    private static final int MAX_PARAGRAPHS = 20_000;
    /** Cells hold paragraphs of their own; a row counts as one. */
    private static final int MAX_IN_CELLS = 200_000;

    private static final int MAX_ELEMENTS = 3_000_000;
    private static final int MAX_DEPTH = 250;

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /** Fields that Word fills from elsewhere. */
    private static final Set<String> FETCHING =
            Set.of("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD");

    private final XMLInputFactory xml = factory();

    private boolean word;
    private boolean macros;
    private @Nullable String refusal;
    private int paragraphs;
    private int inCells;
    private int elements;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Whether the file calls itself a Word document. */
    boolean word() {
        return word;
    }

    /** Whether the file calls itself, or a part of it, one with macros. */
    boolean macros() {
        return macros;
    }

    /** What speaks against the parts seen so far; null for nothing. */
    @Nullable
    String refusal() {
        return refusal;
    }

    void part(String name, byte[] bytes) {
        if (refusal != null || !xml(name, bytes)) {
            return;
        }
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                read(name, reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // The stream reader of the JDK lets some faults of the input through as runtime exceptions.
            refuse(UploadGuard.broken());
        }
    }

    private static boolean xml(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
            return true;
        }
        for (byte b : bytes) {
            if (b == '<') {
                return true;
            }
            if (b != ' '
                    && b != '\t'
                    && b != '\r'
                    && b != '\n'
                    && b != (byte) 0xef
                    && b != (byte) 0xbb
                    && b != (byte) 0xbf) {
                return false;
            }
        }
        return false;
    }

    private void read(String name, XMLStreamReader reader) throws XMLStreamException {
        boolean story = name.toLowerCase(Locale.ROOT).startsWith("word/");
        int depth = 0;
        int cells = 0;
        boolean instruction = false;
        StringBuilder field = new StringBuilder();
        while (reader.hasNext() && refusal == null) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    refuse(
                            "Tệp có khai báo DOCTYPE hoặc thực thể XML, điều không có trong tệp Word thông thường, nên không được nhận.");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    elements++;
                    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
                        refuse(
                                "Tệp có cấu trúc quá phức tạp nên hệ thống không mở. Hãy lưu lại bằng Word rồi tải lên lần nữa.");
                    }
                    String element = reader.getLocalName();
                    if (name.equals("[Content_Types].xml")) {
                        contentType(reader.getAttributeValue(null, "ContentType"));
                    } else if (element.equals("Relationship") && name.endsWith(".rels")) {
                        relationship(reader);
                    } else if (STRICT.equals(reader.getNamespaceURI())) {
                        refuse(
                                "Tệp được lưu theo kiểu “Strict Open XML”. Hãy lưu lại thành “Word Document (.docx)” rồi tải lên.");
                    } else if (story && WORD.equals(reader.getNamespaceURI())) {
                        if (element.equals("tc")) {
                            cells++;
                        }
                        instruction = element.equals("instrText");
                        if (element.equals("fldChar")) {
                            field(field.toString());
                            field.setLength(0);
                        } else if (element.equals("fldSimple")) {
                            field(String.valueOf(reader.getAttributeValue(WORD, "instr")));
                        }
                        count(element, reader, cells > 0);
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (instruction) {
                        field.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    instruction = false;
                    if (story && reader.getLocalName().equals("tc") && WORD.equals(reader.getNamespaceURI())) {
                        cells--;
                    }
                }
                default -> {}
            }
        }
    }

    private void count(String element, XMLStreamReader reader, boolean inCell) {
        if (element.equals("p") || element.equals("tr")) {
            if (inCell) {
                inCells++;
            } else {
                paragraphs++;
            }
        } else if (element.equals("pStyle") && !inCell) {
            String style = reader.getAttributeValue(WORD, "val");
            // The heading and signature of our own export are no text.
            if (style != null && style.startsWith("DaihoiFrame")) {
                paragraphs--;
            }
        }
        if (paragraphs > MAX_PARAGRAPHS || inCells > MAX_IN_CELLS) {
            refuse("Văn bản có hơn 20.000 đoạn. Hãy tách phụ lục thành văn kiện riêng rồi tải lên từng tệp.");
        }
    }

    private void contentType(@Nullable String type) {
        if (type == null) {
            return;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        word |= lower.equals(MAIN);
        macros |= lower.contains("macroenabled") || lower.contains("vbaproject") || lower.contains("activex");
    }

    private void relationship(XMLStreamReader reader) {
        String type = String.valueOf(reader.getAttributeValue(null, "Type"));
        String kind = type.substring(type.lastIndexOf('/') + 1);
        if (kind.equals("vbaProject") || kind.equals("control") || kind.equals("activeXControlBinary")) {
            macros = true;
        } else if ("External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
                && !kind.equals("hyperlink")) {
            outside();
        }
    }

    private void field(String instruction) {
        String name = instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        if (FETCHING.contains(name)) {
            outside();
        }
    }

    private void outside() {
        refuse(
                "Tệp có liên kết tự tải dữ liệu từ bên ngoài (mẫu, hình ảnh hoặc đối tượng liên kết) nên không được nhận. Hãy bỏ liên kết hoặc chèn trực tiếp vào tệp rồi tải lên lần nữa.");
    }

    private void refuse(String sentence) {
        if (refusal == null) {
            refusal = sentence;
        }
    }
}
