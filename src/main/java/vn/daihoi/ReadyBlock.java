package vn.daihoi;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.daihoi.database.ReadyNote;

/** The last words of a start: where to go, and what else an operator should know. */
@Component
class ReadyBlock {

    private static final Logger LOG = LoggerFactory.getLogger("daihoi");

    private final ObjectProvider<ReadyNote> notes;
    private final Environment environment;

    ReadyBlock(ObjectProvider<ReadyNote> notes, Environment environment) {
        this.notes = notes;
        this.environment = environment;
    }

    /** Last of all listeners, so that what the block promises is there. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            LOG.info(text(
                    context.getWebServer().getPort(),
                    environment.getProperty("server.servlet.context-path", ""),
                    notes.orderedStream().toList()));
        }
    }

    static String text(int port, String contextPath, List<ReadyNote> notes) {
        String home = "http://localhost:" + port + (contextPath.equals("/") ? "" : contextPath);
        StringBuilder text =
                new StringBuilder("\n\n  daihoi is ready: ").append(home).append("/\n\n");
        line(text, "Home", home + "/");
        line(text, "Tasklist", home + "/camunda/app/tasklist/default/");
        line(text, "Cockpit", home + "/camunda/app/cockpit/default/");
        line(text, "Admin", home + "/camunda/app/admin/default/");
        for (ReadyNote note : notes) {
            List<String> lines = note.lines();
            if (!lines.isEmpty()) {
                text.append("\n  ").append(note.title()).append('\n');
                lines.forEach(line -> text.append("    ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String address) {
        text.append(String.format("    %-10s%s%n", name, address));
    }
}
