package vn.daihoi.document.word;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Writes a version as a PDF that carries its own fonts. */
@Component
public class PdfWriter {

    /** Writes a version. */
    public void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
    }
}
