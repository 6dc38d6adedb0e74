package vn.daihoi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import vn.daihoi.audit.AuditChain;
import vn.daihoi.audit.ChainState;
import vn.daihoi.audit.ChainState.Broken;
import vn.daihoi.audit.ChainState.Intact;
import vn.daihoi.database.StartRefused;

/**
 * Checks the audit log from the command line and ends: {@code --daihoi.verify-audit}, with {@code =412:9f86d0…} also
 * against a head noted earlier, or {@code --daihoi.export-audit=<file>}. It needs the database and nothing else of the
 * program: no web server, no engine, no migration.
 */
final class AuditCommand {

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;

    private static final String VERIFY = "--daihoi.verify-audit";
    private static final String EXPORT = "--daihoi.export-audit=";
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private static final Logger LOG = LoggerFactory.getLogger("daihoi");

    private AuditCommand() {}

    /** Whether the command line asks for this and not for the server. */
    static boolean isAskedFor(String[] args) {
        return Arrays.stream(args)
                .anyMatch(arg -> arg.equals(VERIFY) || arg.startsWith(VERIFY + "=") || arg.startsWith(EXPORT));
    }

    /** Does it, says in one line what came of it, and gives the exit code. */
    static int exitCode(String[] args) {
        try (var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("logging.pattern.console=%m%n", "logging.level.org.springframework=off")
                .run(args)) {
            var answer = answer(args, context.getBean(AuditChain.class));
            LOG.info("{}", answer.line());
            return answer.exitCode();
        } catch (RuntimeException e) {
            // a refused start has been said already, see OneLineReporter
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof StartRefused) {
                return NOT_CHECKED;
            }
            LOG.error("Not checked: {}", e.getMessage());
            return NOT_CHECKED;
        }
    }

    /** What is said and with which exit code the program ends. */
    record Answer(int exitCode, String line) {}

    static Answer answer(String[] args, AuditChain chain) {
        var file = value(args, EXPORT);
        if (file.isPresent()) {
            export(chain, Path.of(file.get()));
            return new Answer(INTACT, "Written to " + file.get());
        }
        var typed = value(args, VERIFY + "=").filter(text -> !text.isBlank());
        var noted = typed.map(AuditCommand::head).orElse(null);
        if (typed.isPresent() && noted == null) {
            return new Answer(
                    NOT_CHECKED, "Not checked: a head is a position, a colon and 64 small hexadecimal digits");
        }
        var state = chain.verify(noted);
        return new Answer(state instanceof Intact ? INTACT : BROKEN, line(state));
    }

    /** One line; what the rows say may have been written by anybody, so it can't write on the terminal. */
    static String line(ChainState state) {
        if (state instanceof Intact intact) {
            return "The audit log is intact: " + intact.right() + " entries, head " + intact.right() + ":"
                    + intact.head();
        }
        var broken = (Broken) state;
        var row = broken.row();
        var where = row == null
                ? "position " + broken.position()
                : "entry " + row.id() + " of " + row.at() + ", " + row.action() + ", " + row.subject();
        return ("The audit log is broken: " + broken.fault() + " at " + where + "; the " + broken.right()
                        + " entries before it are intact")
                .replaceAll("\\p{Cntrl}", "?");
    }

    private static void export(AuditChain chain, Path file) {
        try (var writer = Files.newBufferedWriter(file)) {
            chain.export(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> value(String[] args, String name) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(name))
                .map(arg -> arg.substring(name.length()))
                .findFirst();
    }

    private static AuditChain.@Nullable Head head(String text) {
        var parts = HEAD.matcher(text);
        return parts.matches() ? new AuditChain.Head(Long.parseLong(parts.group(1)), parts.group(2)) : null;
    }

    /** The database and the chain. Not found by the server's own scan: it is no component. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan("vn.daihoi.database")
    @Import(AuditChain.class)
    static final class Parts {}
}
