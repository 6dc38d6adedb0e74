package vn.daihoi.document.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;

class PdfTest {

    static byte[] write(List<Clause> clauses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfWriter().write(WriteSample.sheet(clauses), WriteSample.FORMAT, out);
        return out.toByteArray();
    }

    @Test
    void prints() throws IOException {
        byte[] file = write(WriteSample.clauses());
        Files.write(Path.of("/tmp/wx/p.pdf"), file);
    }
}
