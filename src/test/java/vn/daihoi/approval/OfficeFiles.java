package vn.daihoi.approval;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Small Word, Excel and PDF files, sound and otherwise. */
public final class OfficeFiles {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

    private OfficeFiles() {}

    /** Changes a PDF before it is written. */
    interface Change {
        void on(PDDocument pdf) throws IOException;
    }

    /** A Word file of one paragraph. */
    public static byte[] word(String paragraph) {
        return zip(wordParts(paragraph));
    }

    static Map<String, byte[]> wordParts(String paragraph) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                utf8(
                        XML + "<Types xmlns=\"" + TYPES + "\"><Override PartName=\"/word/document.xml\" ContentType=\""
                                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put(
                "word/document.xml",
                utf8(XML + "<w:document xmlns:w=\"" + WORD + "\"><w:body><w:p><w:r><w:t>" + paragraph
                        + "</w:t></w:r></w:p></w:body></w:document>"));
        return parts;
    }

    static byte[] sheet(String cell) {
        return zip(sheetParts(cell));
    }

    static Map<String, byte[]> sheetParts(String cell) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                utf8(XML + "<Types xmlns=\"" + TYPES + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        parts.put("xl/workbook.xml", utf8(XML + "<workbook xmlns=\"" + SHEET + "\"/>"));
        parts.put(
                "xl/sharedStrings.xml", utf8(XML + "<sst xmlns=\"" + SHEET + "\"><si><t>" + cell + "</t></si></sst>"));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A PDF of one line. */
    public static byte[] pdf(String line) {
        return pdf(line, pdf -> {});
    }

    static byte[] pdf(String line, Change change) {
        var out = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(font(pdf), 12);
                content.newLineAtOffset(72, 700);
                content.showText(line);
                content.endText();
            }
            change.on(pdf);
            pdf.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static PDType0Font font(PDDocument pdf) throws IOException {
        return PDType0Font.load(
                pdf, Objects.requireNonNull(OfficeFiles.class.getResourceAsStream("/fonts/Tinos-Regular.ttf")));
    }

    static byte[] pdfWithScript() {
        return pdf("So", pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] pdfThatLaunches() {
        return pdf("So", pdf -> {
            var action = new COSDictionary();
            action.setItem(COSName.S, COSName.getPDFName("Launch"));
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
        });
    }

    static byte[] lockedPdf() {
        return pdf("So", pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
