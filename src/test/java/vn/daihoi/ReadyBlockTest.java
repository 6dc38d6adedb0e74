package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.daihoi.database.ReadyNote;

class ReadyBlockTest {

    @Test
    void namesTheAddressAndWhatTheModulesAdd() {
        String text = ReadyBlock.text(
                8081, "", List.of(note("Demo accounts, password demo", "bithu.dm", "admin"), note("Nothing to say")));

        assertThat(text)
                .contains("daihoi is ready: http://localhost:8081/\n")
                .contains("http://localhost:8081/camunda/app/tasklist/default/\n")
                .contains("\n  Demo accounts, password demo\n    bithu.dm\n    admin\n")
                .doesNotContain("Nothing to say");
    }

    @Test
    void reportsAFailureInOneLine() {
        var console = new ByteArrayOutputStream();
        new OneLineReporter(new PrintStream(console, true, StandardCharsets.UTF_8))
                .report(new FailureAnalysis("Two\nlines.", "Do\n\n  this.", null));

        assertThat(console.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("daihoi does not start: Two lines. Do this.");
    }

    private static ReadyNote note(String title, String... lines) {
        return new ReadyNote() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public List<String> lines() {
                return List.of(lines);
            }
        };
    }
}
