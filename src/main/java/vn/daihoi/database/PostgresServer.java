package vn.daihoi.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own on a data folder, kept as carefully as a server an administrator sets up: every commit is on
 * disk before it is answered, only this machine reaches it, and only with the password that lies in the data folder.
 */
final class PostgresServer implements AutoCloseable {

    /** What a kept record needs. Given on the command line, so that no edit of a file in the folder weakens it. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    static final String SUPERUSER = "postgres";
    static final String PASSWORD_FILE = "postgres.password";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String HOST = "127.0.0.1";
    private static final long LOG_LIMIT = 10L << 20;
    private static final int PORT_ATTEMPTS = 5;
    // recovery after a crash may replay a gigabyte of log; a start is not given up for that
    private static final String PATIENCE_SECONDS = "600";
    // pg_trgm tells letters by this locale; the names differ between systems, and none may be there
    private static final List<String> CHARACTER_LOCALES = List.of("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8", "C");

    private final DataFolder folder;
    private final Path bin;
    private final Path cluster;
    private final Path log;
    private final String password;
    private final int port;

    private PostgresServer(DataFolder folder, Path bin, String password, int port) {
        this.folder = folder;
        this.bin = bin;
        this.cluster = cluster(folder);
        this.log = log(folder);
        this.password = password;
        this.port = port;
    }

    /**
     * Starts a server on the folder, which is made if need be; one left behind by a dead daihoi is stopped first.
     *
     * @param dataFolder the folder of this daihoi
     * @param binaries where PostgreSQL's programs are unpacked
     * @param wantedPort the port, 0 for any free one
     * @param settings server settings by name
     * @throws StartRefused if an operator has to do something first
     */
    static PostgresServer start(Path dataFolder, Path binaries, int wantedPort, Map<String, String> settings) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return start(folder, PostgresBinaries.unpackInto(binaries).bin(), wantedPort, settings);
        } catch (IOException e) {
            closeQuietly(folder);
            throw new StartRefused(
                    "The embedded PostgreSQL in " + folder.path() + " can't be set up (" + e.getMessage() + ").",
                    "Check the space and the rights on that disk.",
                    e);
        } catch (RuntimeException e) {
            closeQuietly(folder);
            throw e;
        }
    }

    /** As {@link #start(Path, Path, int, Map)}, with the programs in the data folder itself. */
    static PostgresServer start(Path dataFolder, int wantedPort, Map<String, String> settings) {
        // In the data folder, as nobody else may write there and deleting the folder leaves nothing behind.
        return start(dataFolder, dataFolder.toAbsolutePath().resolve(".programs"), wantedPort, settings);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder.path();
    }

    String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** A connection of the superuser, for setting up. */
    Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(SUPERUSER);
        source.setPassword(password);
        return source.getConnection();
    }

    Path passwordFile() {
        return folder.resolve(PASSWORD_FILE);
    }

    /** Stops the server in an orderly way and gives the folder back. */
    @Override
    public void close() {
        try {
            if (Files.exists(cluster.resolve("postmaster.pid"))) {
                stop(bin, cluster, log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeQuietly(folder);
        }
    }

    private static PostgresServer start(DataFolder folder, Path bin, int wantedPort, Map<String, String> settings)
            throws IOException {
        refuseRoot();
        Path cluster = cluster(folder);
        Path log = log(folder);
        rotate(log);
        String password = secret(folder, cluster);
        if (!Files.isDirectory(cluster)) {
            initialise(folder, bin);
        }
        Optional<ProcessHandle> leftover = LeftoverServer.on(cluster);
        if (leftover.isPresent()) {
            LOG.warn(
                    "Stopping the PostgreSQL that an earlier daihoi left behind (process {})",
                    leftover.get().pid());
            stop(bin, cluster, log);
        }
        if (wantedPort != 0) {
            refuseTaken(wantedPort);
        }
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? freePort() : wantedPort;
            long before = Files.exists(log) ? Files.size(log) : 0;
            if (run(bin, "pg_ctl", startArguments(cluster, log, port, settings), log) == 0) {
                return new PostgresServer(folder, bin, password, port);
            }
            String said = since(log, before);
            boolean portLost = said.contains("could not bind");
            if (wantedPort != 0 || !portLost || attempt == PORT_ATTEMPTS) {
                throw new StartRefused(
                        "The embedded PostgreSQL in " + folder.path() + " doesn't start"
                                + complaint(said).map(c -> " (" + c + ")").orElse("") + ".",
                        "See " + log + ".");
            }
        }
    }

    private static List<String> startArguments(Path cluster, Path log, int port, Map<String, String> settings) {
        // The socket in the file system is left out: one way in, and that one asks for the password.
        StringBuilder options = new StringBuilder()
                .append("-p ")
                .append(port)
                .append(" -c listen_addresses=" + HOST + " -c unix_socket_directories= -c log_checkpoints=off");
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        return List.of(
                "start",
                "-w",
                "-t",
                PATIENCE_SECONDS,
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                options.toString());
    }

    private static String secret(DataFolder folder, Path cluster) {
        Path file = folder.resolve(PASSWORD_FILE);
        if (Files.isDirectory(cluster) && !Files.exists(file)) {
            throw new StartRefused(
                    "The database password " + file + " is missing.",
                    "Put the file back, or name another folder with --daihoi.data-dir.");
        }
        return folder.secret(PASSWORD_FILE);
    }

    /** Makes the cluster beside its place and moves it there whole: a start that is cut off leaves no half cluster. */
    private static void initialise(DataFolder folder, Path bin) throws IOException {
        Path log = log(folder);
        Path draft = folder.resolve("postgresql.new");
        long before = Files.exists(log) ? Files.size(log) : 0;
        for (String locale : CHARACTER_LOCALES) {
            FileSystemUtils.deleteRecursively(draft);
            List<String> arguments = List.of(
                    "-D",
                    draft.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + folder.resolve(PASSWORD_FILE),
                    "-E",
                    "UTF8",
                    // PostgreSQL's own rules for letters and order: an update of the system can't change an index.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--lc-ctype=" + locale);
            if (run(bin, "initdb", arguments, log) == 0) {
                Files.move(draft, cluster(folder), StandardCopyOption.ATOMIC_MOVE);
                return;
            }
        }
        throw new StartRefused(
                "The embedded PostgreSQL can't be set up in " + folder.path()
                        + complaint(since(log, before)).map(c -> " (" + c + ")").orElse("") + ".",
                "See " + log + ".");
    }

    private static void stop(Path bin, Path cluster, Path log) throws IOException {
        List<String> arguments = List.of("stop", "-m", "fast", "-w", "-t", PATIENCE_SECONDS, "-D", cluster.toString());
        if (run(bin, "pg_ctl", arguments, log) != 0
                && LeftoverServer.on(cluster).isPresent()) {
            throw new StartRefused(
                    "The PostgreSQL on " + cluster + " doesn't stop.", "Stop it with pg_ctl; see " + log + ".");
        }
    }

    private static int run(Path bin, String program, List<String> arguments, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PostgresBinaries.command(bin, program, arguments));
        // A file, not a pipe: the server outlives a killed daihoi and must be able to go on writing.
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(new File(PostgresBinaries.windows() ? "NUL" : "/dev/null"));
        // an operator's settings for psql are not meant for this server
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        boolean interrupted = false;
        while (true) {
            try {
                int code = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return code;
            } catch (InterruptedException e) {
                // a server half started or half stopped helps nobody; these programs end by themselves
                interrupted = true;
            }
        }
    }

    private static void refuseRoot() {
        if ("root".equals(System.getProperty("user.name"))
                && !PostgresBinaries.windows()
                && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefused(
                    "PostgreSQL refuses to run as root, and this system gives root no user namespace (unshare -U).",
                    "Start daihoi as an ordinary user, or name a PostgreSQL server with spring.datasource.url.");
        }
    }

    private static void refuseTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(!PostgresBinaries.windows());
            probe.bind(new InetSocketAddress(HOST, port));
        } catch (IOException e) {
            throw new StartRefused(
                    "Port " + port + " for the embedded PostgreSQL can't be used (" + e.getMessage() + ").",
                    "Stop the program that holds it, or leave daihoi.database-port out to take any free port.",
                    e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        }
    }

    private static Path cluster(DataFolder folder) {
        return folder.resolve("postgresql");
    }

    private static Path log(DataFolder folder) {
        return folder.resolve("postgresql.log");
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String since(Path log, long offset) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(offset, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** The line in which PostgreSQL says what ails it. */
    private static Optional<String> complaint(String said) {
        List<String> complaints = new ArrayList<>();
        for (String line : said.split("\\R")) {
            int at = Math.max(line.indexOf("FATAL:"), line.indexOf("error:"));
            if (at >= 0) {
                complaints.add(line.substring(line.indexOf(':', at) + 1).strip());
            }
        }
        return complaints.isEmpty() ? Optional.empty() : Optional.of(complaints.get(0));
    }

    private static void closeQuietly(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.debug("The lock of {} was not released in an orderly way", folder.path(), e);
        }
    }
}
