package vn.daihoi.document.word;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** Writes a version as a PDF that carries its own fonts. */
@Component
public class PdfWriter {

    /** Has the widths of Times New Roman, so that pages break alike, and all Vietnamese letters. */
    public static final String FONT = "Tinos";

    /** Makes the library silent. */
    public PdfWriter() {
        // it tells the console how long each style sheet took; what goes wrong is thrown
        XRLog.setLoggingEnabled(false);
    }

    /** Writes a version. */
    public void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException {
        print(new String(PdfPage.of(sheet, format, FONT), StandardCharsets.UTF_8), out);
    }

    /** Prints a well-formed XHTML page that needs nothing from outside and sets its words in {@value #FONT}. */
    public void print(String page, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            font(builder, document, "Regular", 400, FontStyle.NORMAL);
            font(builder, document, "Italic", 400, FontStyle.ITALIC);
            font(builder, document, "Bold", 700, FontStyle.NORMAL);
            font(builder, document, "BoldItalic", 700, FontStyle.ITALIC);
            // Nothing is fetched, whatever the text may say: what the page needs is in it.
            for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((address, kind) -> false, moment);
            }
            builder.useUriResolver((base, address) -> null);
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.usePdfUaAccessibility(true);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
        }
    }

    private static void font(PdfRendererBuilder builder, PDDocument document, String face, int weight, FontStyle style)
            throws IOException {
        String resource = "/fonts/" + FONT + "-" + face + ".ttf";
        try (InputStream bytes = Objects.requireNonNull(PdfWriter.class.getResourceAsStream(resource), resource)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Our letters are composed and need no substitution of glyphs, which would take twenty times as long.
            font.setEnableGsub(false);
            builder.useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), FONT, weight, style, true);
        }
    }
}
