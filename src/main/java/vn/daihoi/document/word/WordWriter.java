package vn.daihoi.document.word;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.daihoi.document.text.Comparison;

/** Writes a version, or the changes between two, as a Word file. */
@Component
public class WordWriter {

    /** Writes a version; the file remembers the ids of the clauses. */
    public void write(Sheet sheet, PageFormat format, OutputStream out) throws IOException {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }
}
