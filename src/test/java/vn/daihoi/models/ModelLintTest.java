package vn.daihoi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Holds the models to the rules of {@code src/lint}, and opens each in the editor its owner works with.
 * Node and Chromium are no condition for a build: where one is missing, one line on the console says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelLintTest {

    private static final Path LINT = Path.of("src", "lint").toAbsolutePath();
    private static final Path LOCK = LINT.resolve("package-lock.json");
    private static final Path INSTALLED = LINT.resolve(Path.of("node_modules", ".installed-package-lock.json"));
    private static final int OLDEST_NODE = 20;
    private static final Pattern UNREACHABLE =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED");

    private @Nullable String missing;

    @BeforeAll
    void install() throws Exception {
        missing = missingTool();
        if (missing != null) {
            System.out.println("Model checks skipped: " + missing);
        }
    }

    @BeforeEach
    void skipWithoutTools() {
        assumeTrue(missing == null, missing);
    }

    @Test
    void everyRuleCatchesAPlantedFault() throws Exception {
        assertSuccess(run("npm", "run", "--silent", "test"));
    }

    @Test
    void modelsKeepTheRules() throws Exception {
        assertSuccess(run("npm", "run", "--silent", "lint"));
    }

    @Test
    void modelsOpenInTheModelerAndStayTheSame() throws Exception {
        Path chromium = Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));
        boolean there = Files.isExecutable(chromium);
        String reason = "there is no Chromium at " + chromium + " (variable CHROMIUM)";
        if (!there) {
            System.out.println("Opening models in Modeler's editors skipped: " + reason);
        }
        assumeTrue(there, reason);
        assertSuccess(run("npm", "run", "--silent", "modeler"));
    }

    /** Brings node_modules up to date with the lock file; what can't be had here, or null. */
    private static @Nullable String missingTool() throws Exception {
        String version;
        try {
            run("npm", "--version");
            version = run("node", "--version").output().strip();
        } catch (IOException noSuchCommand) {
            return "Node with npm is not installed";
        }
        if (Integer.parseInt(version.replaceAll("^v|\\..*", "")) < OLDEST_NODE) {
            return "Node " + version + " is older than " + OLDEST_NODE;
        }
        if (Files.exists(INSTALLED) && Files.mismatch(LOCK, INSTALLED) == -1) {
            return null;
        }
        Result installation = run("npm", "ci");
        if (installation.exitCode() != 0
                && UNREACHABLE.matcher(installation.output()).find()) {
            return "the npm registry can't be reached";
        }
        assertSuccess(installation);
        Files.copy(LOCK, INSTALLED);
        return null;
    }

    private static void assertSuccess(Result result) {
        if (result.exitCode() != 0) {
            fail(result.output());
        }
    }

    /** Runs a command in the lint folder; {@link IOException} when there is no such command. */
    private static Result run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("model-lint", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(LINT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            assertThat(ended).as("%s ends in time", String.join(" ", command)).isTrue();
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private record Result(int exitCode, String output) {}
}
