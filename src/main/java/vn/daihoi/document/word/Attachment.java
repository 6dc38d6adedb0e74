package vn.daihoi.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file that is kept and handed on as it came, so that nothing in it may act on whoever opens it. What only the
 * reader of a text can't take, such as pictures, is no fault here.
 */
public final class Attachment {

    private static final String INSIDE =
            "Tệp có tệp khác nhúng bên trong hoặc lấy dữ liệu từ nơi khác nên không được nhận. Hãy bỏ phần đó, hoặc lưu thành PDF rồi tải lên.";

    // objects and pages that an office program would open or fetch
    private static final Pattern ACTIVE = Pattern.compile(
            ".*(/embeddings/|/externallinks/|/querytables/|/ctrlprops/|/webextensions/|/customui|/afchunk).*"
                    + "|.*/connections\\.xml|customui.*"
                    + "|.*\\.(html?|mht(ml)?|rtf|js|vbs|exe|dll|com|scr|lnk|hta|bat|ps1)");

    private static final XMLInputFactory XML = factory();

    private Attachment() {}

    /** What a file can be. */
    public enum Kind {
        /** Portable document. */
        PDF,
        /** Word. */
        DOCX,
        /** Excel. */
        XLSX
    }

    /** What a file is by what is in it, whatever it is called; null when it is none of these. */
    public static @Nullable Kind kind(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.equals("%PDF-")) {
            return Kind.PDF;
        }
        if (!start.startsWith("PK\u0003\u0004")) {
            return null;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            // no part is inflated but the small ones before the one that names the kind
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("word/")) {
                    return Kind.DOCX;
                }
                if (entry.getName().startsWith("xl/")) {
                    return Kind.XLSX;
                }
                if (zip.readNBytes(UploadGuard.MAX_BYTES).length == UploadGuard.MAX_BYTES) {
                    return null;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return null;
        }
        return null;
    }

    /**
     * Why a file can't be taken, as a Vietnamese sentence; null when it can. A spreadsheet is first shown to the guard of
     * spreadsheets.
     */
    public static @Nullable String refusal(Kind kind, byte[] bytes) {
        if (kind == Kind.PDF) {
            return PdfGuard.refusal(bytes);
        }
        var refusal = kind == Kind.DOCX ? UploadGuard.refusal(bytes) : null;
        return refusal == null ? activeParts(kind, bytes) : refusal;
    }

    private static @Nullable String activeParts(Kind kind, byte[] bytes) {
        var check = new PartCheck();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (ACTIVE.matcher(name).matches()) {
                    return INSIDE;
                }
                if (kind == Kind.XLSX && name.endsWith(".rels")) {
                    check.part(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return UploadGuard.broken();
        }
        return check.macros() || check.refusal() != null ? INSIDE : null;
    }

    /** Places where a stamp of secrecy seems to stand, quoted; none for a scanned page without text. */
    public static List<String> stamps(Kind kind, byte[] bytes) {
        var stamps = new Stamps();
        if (kind == Kind.PDF) {
            stamps.text(PdfGuard.lines(bytes));
            return stamps.found();
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (!name.endsWith(".xml") || !(name.startsWith("word/") || name.startsWith("xl/"))) {
                    continue;
                }
                var lines = lines(zip.readAllBytes());
                if (name.contains("header") || name.contains("footer") || name.contains("drawing")) {
                    stamps.aside(lines);
                } else {
                    stamps.text(lines);
                }
            }
        } catch (IOException | XMLStreamException broken) {
            // the guards have read it from end to end
            throw new IllegalStateException(broken);
        }
        return stamps.found();
    }

    /** The words of a part, a line for each paragraph, cell or page heading. */
    private static List<String> lines(byte[] part) throws XMLStreamException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        boolean words = false;
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    words = reader.getLocalName().equals("t")
                            || reader.getLocalName().matches("(odd|even|first)(Header|Footer)");
                case XMLStreamConstants.CHARACTERS -> {
                    if (words) {
                        line.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    words = false;
                    var name = reader.getLocalName();
                    if (name.equals("p")
                            || name.equals("si")
                            || name.equals("is")
                            || name.matches("(odd|even|first)(Header|Footer)")) {
                        // codes for the place in a page heading: "&CMẬT"
                        lines.add(line.toString().replaceAll("&[LCR]", "\n"));
                        line.setLength(0);
                    }
                }
                default -> {}
            }
        }
        return lines;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
