package vn.daihoi.approval;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A file that the program makes from its records when somebody wants it.
 *
 * @param name what it is called, with its ending
 * @param version what it is a picture of, such as "Phiên bản 3"; shown and kept in the manifest
 * @param content writes it
 */
public record Piece(String name, String version, Content content) {

    /** Writes a file. */
    public interface Content {
        /** Writes it as a whole. */
        void write(OutputStream out) throws IOException;
    }

    /** The file as a whole: what goes wrong in the middle must not end in half a file. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            content.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
