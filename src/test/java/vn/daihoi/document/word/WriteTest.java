package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

class WriteTest {

    static byte[] write(List<Clause> clauses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordWriter().write(WriteSample.sheet(clauses), WriteSample.FORMAT, out);
        return out.toByteArray();
    }

    /** The same lines as {@link WriteText#of}. */
    static List<String> lines(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.kind() != ClauseKind.TABLE)
                .map(clause -> String.join(
                        "|",
                        WordStyles.of(clause.kind(), clause.depth()),
                        clause.label(),
                        clause.text(),
                        "_dh" + clause.id()))
                .toList();
    }

    @Test
    void saysWhatTheVersionSays() throws IOException {
        byte[] file = write(WriteSample.clauses());
        if (System.getProperty("sample") != null) Files.write(Path.of(System.getProperty("sample")), file);
        assertThat(WriteText.of(file)).isEqualTo(lines(WriteSample.clauses()));
    }
}
