package vn.daihoi.document.word;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes a version as a PDF that carries its own fonts. */
@Component
public class PdfWriter {

    /** Has the widths of Times New Roman, so that pages break alike, and all Vietnamese letters. */
    private static final String FONT = "Tinos";

    /** Writes a version. */
    public void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "BoldItalic", 700, FontStyle.ITALIC);
        // Nothing is fetched, whatever the text may say: what the page needs is in it.
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, kind) -> false, moment);
        }
        builder.useUriResolver((base, address) -> null);
        builder.useProtocolsStreamImplementation(PdfWriter::refuse, "http", "https", "file", "jar", "data");
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(
                new String(PdfPage.of(sheet, format, FONT), StandardCharsets.UTF_8), null);
        builder.toStream(out);
        builder.run();
    }

    private static FSStream refuse(String address) {
        throw new IllegalStateException("The page asked for " + address);
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> open("/fonts/" + FONT + "-" + face + ".ttf"), FONT, weight, style, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(resource), resource);
    }
}
