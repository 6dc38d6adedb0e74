package vn.daihoi.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged program, started as its users start it, in a folder of the test's own. Needs the system property
 * {@code daihoi.jar}, which the build sets for tests named {@code *IT}.
 */
public final class DaihoiProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("daihoi is ready: (http://localhost:\\d+)/");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;
    private boolean killed;

    private DaihoiProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread reader = new Thread(this::read, "daihoi-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Prepares a start with the given working folder, which then holds {@code data}. */
    public static Start in(Path folder) {
        return new Start(folder);
    }

    /** A start being prepared: arguments and environment. */
    public static final class Start {

        private final Path folder;
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();

        private Start(Path folder) {
            this.folder = folder;
        }

        /** Adds command line arguments, such as {@code --server.port=8080}; without that one any free port is taken. */
        public Start with(String... more) {
            arguments.addAll(List.of(more));
            return this;
        }

        /** Adds an environment variable. */
        public Start env(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Points the program at a database of {@link TestDatabase}, so that it starts no server of its own. */
        public Start on(TestDatabase database) {
            return env("SPRING_DATASOURCE_URL", database.url())
                    .env("SPRING_DATASOURCE_USERNAME", database.username())
                    .env("SPRING_DATASOURCE_PASSWORD", database.password());
        }

        /** Starts the program and returns at once. */
        public DaihoiProcess start() {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx768m",
                    // starting is most of what it does here
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    Path.of(jar()).toAbsolutePath().toString()));
            if (arguments.stream().noneMatch(argument -> argument.startsWith("--server.port="))) {
                command.add("--server.port=0");
            }
            if (arguments.stream().noneMatch(argument -> argument.startsWith("--daihoi.demo-story="))) {
                // whoever doesn't ask for the demo's story finds both wards at the very beginning
                command.add("--daihoi.demo-story=false");
            }
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.matches("(SPRING|SERVER|DAIHOI|JAVA_TOOL)_.*"));
            builder.environment().putAll(environment);
            try {
                return new DaihoiProcess(folder, builder.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String jar() {
            String jar = System.getProperty("daihoi.jar");
            if (jar == null) {
                throw new IllegalStateException("Package the program and set -Ddaihoi.jar=target/daihoi-….jar");
            }
            return jar;
        }
    }

    /**
     * Waits for the ready block.
     *
     * @return this
     * @throws AssertionError with the whole output, if the program ends before or takes too long
     */
    public DaihoiProcess awaitReady() {
        readyAddress();
        return this;
    }

    /** The address it listens on, {@code http://localhost:<port>} without a slash at the end; waits for readiness. */
    public String address() {
        return readyAddress();
    }

    /** Waits until the program has ended by itself and gives its exit code. */
    public int awaitExit() {
        await();
        synchronized (lines) {
            waitUntilEnded();
        }
        return process.exitValue();
    }

    /** Ends it as a power cut would; the embedded server, if any, stays behind. */
    public void kill() {
        killed = true;
        process.destroyForcibly();
        await();
    }

    /** Asks it to end (SIGTERM) and waits for that. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** What it has written so far, both streams in one. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The process number. */
    public long pid() {
        return process.pid();
    }

    /** The process of the embedded server on this folder, if one is alive. */
    public Optional<ProcessHandle> databaseServer() {
        Path pidFile = folder.resolve("data/postgresql/postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).get(0).strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing running, whatever the test came to. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        if (!killed) {
            // it has stopped its server itself, and another daihoi may be using the folder
            return;
        }
        databaseServer().ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    private String readyAddress() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lines) {
            for (int next = 0; ; ) {
                for (; next < lines.size(); next++) {
                    Matcher ready = READY.matcher(lines.get(next));
                    if (ready.find()) {
                        return ready.group(1);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError("daihoi did not get ready:\n" + String.join("\n", lines));
                }
                pause(left);
            }
        }
    }

    private void await() {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("daihoi did not end:\n" + String.join("\n", lines()), e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilEnded() {
        while (!ended) {
            pause(PATIENCE.toMillis());
        }
    }

    private void pause(long milliseconds) {
        try {
            lines.wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            // the stream of a killed process may break off
        } finally {
            synchronized (lines) {
                ended = true;
                lines.notifyAll();
            }
        }
    }
}
