package vn.daihoi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server is as durable and as closed as a real one, and outlives no start. */
class PostgresServerTest {

    @TempDir
    Path temp;

    @Test
    void keepsWhatItAnsweredAndSpeaksVietnamese() throws Exception {
        try (PostgresServer server = start()) {
            try (Connection connection = server.connect("postgres")) {
                assertThat(value(connection, "show fsync")).isEqualTo("on");
                assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
                assertThat(value(connection, "show full_page_writes")).isEqualTo("on");
                assertThat(value(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(value(connection, "show unix_socket_directories")).isEmpty();
                assertThat(value(connection, "show server_encoding")).isEqualTo("UTF8");
                assertThat(value(connection, "show password_encryption")).isEqualTo("scram-sha-256");
                assertThat(value(connection, "select lower('ĐẠI HỘI ĐẢNG BỘ')")).isEqualTo("đại hội đảng bộ");
                assertThat(value(
                                connection,
                                "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                        .isEqualTo("0");
            }
        }
        assertThat(Files.exists(temp.resolve("data/postgresql/postmaster.pid"))).isFalse();
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (PostgresServer server = start()) {
            EmbeddedDatabase database = EmbeddedDatabase.prepare(server);
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", null))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "postgres"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "daihoi", "daihoi"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            try (Connection connection = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                assertThat(value(connection, "show is_superuser")).isEqualTo("off");
                assertThat(value(
                                connection, "select pg_get_userbyid(datdba) from pg_database where datname = 'daihoi'"))
                        .isEqualTo("daihoi");
            }
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (InetAddress address : network.inetAddresses().toList()) {
                    if (!address.isLoopbackAddress()) {
                        assertThatThrownBy(() -> connect(address, server.port()))
                                .isInstanceOf(Exception.class);
                    }
                }
            }
        }
    }

    @Test
    void closesItsFolderToOthers() throws Exception {
        start().close();
        assertThat(rights("data")).isEqualTo("rwx------");
        assertThat(rights("data/postgresql")).isEqualTo("rwx------");
        assertThat(rights("data/postgres.password")).isEqualTo("rw-------");
    }

    @Test
    void keepsItsRowsForTheNextStart() throws Exception {
        try (PostgresServer server = start()) {
            EmbeddedDatabase database = EmbeddedDatabase.prepare(server);
            execute(database, "create table kept as select 'đại hội' as word");
        }
        try (PostgresServer server = start()) {
            EmbeddedDatabase database = EmbeddedDatabase.prepare(server);
            try (Connection connection = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                assertThat(value(connection, "select word from kept")).isEqualTo("đại hội");
            }
        }
    }

    @Test
    void takesTheFolderOfOneDaihoiOnly() {
        try (PostgresServer server = start()) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another daihoi")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            // the refused one must not have dropped the lock of the first
            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void stopsTheServerThatAKilledOneLeftBehind() throws Exception {
        Process killed = leftBehind();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = output.readLine();
        }
        assertThat(line).as("the child's port").isNotNull();
        int firstPort = Integer.parseInt(String.valueOf(line).substring("port ".length()));
        assertThatThrownBy(this::start)
                .as("another process holds the folder")
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("process " + killed.pid());

        killed.destroyForcibly().waitFor();
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(temp.resolve("data/postgresql/postmaster.pid"))
                                .get(0)))
                .orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (PostgresServer server = start();
                Connection connection = server.connect("postgres")) {
            assertThat(server.port()).isNotEqualTo(firstPort);
            orphan.onExit().get(10, TimeUnit.SECONDS);
            assertThat(value(connection, "select 1")).isEqualTo("1");
            // orderly: a clean shutdown needs no recovery
            assertThat(Files.readString(temp.resolve("data/postgresql.log")))
                    .contains("received fast shutdown request")
                    .doesNotContain("was not properly shut down");
        }
    }

    @Test
    void leavesAStrangerAloneThatGotTheOldProcessNumber() throws Exception {
        start().close();
        Path pidFile = temp.resolve("data/postgresql/postmaster.pid");
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, stranger.pid() + "\n" + temp.resolve("data/postgresql") + "\n");
            try (PostgresServer server = start()) {
                assertThat(server.port()).isPositive();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesAFolderWithOtherFiles() throws Exception {
        Path data = Files.createDirectory(temp.resolve("data"));
        Files.writeString(data.resolve("letter.txt"), "mine");
        String before = rights("data");
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("aren't daihoi's");
        assertThat(rights("data")).isEqualTo(before);
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(
                            temp.resolve("data"), TestServer.programs(), other.getLocalPort(), PostgresServer.DURABLE))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + other.getLocalPort());
        }
    }

    @Test
    void saysThatThePasswordFileIsNotTheRightOne() throws Exception {
        start().close();
        Files.writeString(temp.resolve("data/postgres.password"), "wrong\n");
        try (PostgresServer server = start()) {
            assertThatThrownBy(() -> EmbeddedDatabase.prepare(server))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("refuses the password");
        }
        Files.delete(temp.resolve("data/postgres.password"));
        assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining("is missing");
    }

    private PostgresServer start() {
        return PostgresServer.start(temp.resolve("data"), TestServer.programs(), 0, PostgresServer.DURABLE);
    }

    private Process leftBehind() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        temp.resolve("data").toString(),
                        TestServer.programs().toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private String rights(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(name)));
    }

    private static void connect(InetAddress address, int port) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
