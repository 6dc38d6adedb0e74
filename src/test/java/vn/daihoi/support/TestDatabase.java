package vn.daihoi.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.daihoi.database.StartRefused;
import vn.daihoi.database.TestServer;

/**
 * A fresh, empty database on the one PostgreSQL that a test JVM starts, owned by a user that isn't the superuser, as in
 * production. The server stops at the end of the JVM, after the Spring contexts have given their connections back.
 */
public final class TestDatabase {

    private static final String USER = "tester";
    private static final String PASSWORD = "tester";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Makes an empty database; the first call of a JVM starts the server. */
    public static TestDatabase create() {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = Holder.SERVER.connect("postgres")) {
            execute(connection, "create database " + name + " owner " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(name);
    }

    /** Its JDBC address, without user and password. */
    public String url() {
        return Holder.SERVER.url(name);
    }

    /** The owner of the database. */
    public String username() {
        return USER;
    }

    /** The owner's password. */
    public String password() {
        return PASSWORD;
    }

    /** A connection of the owner. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    /** Points Spring Boot at a fresh database; see {@link IntegrationTest}. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = create();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.username(),
                                    "spring.datasource.password", database.password(),
                                    // a test that wants the demo's story tells it itself
                                    "daihoi.demo-story", "false",
                                    // tests say themselves when new comments are grouped
                                    "daihoi.consultation.grouping", "false")));
        }
    }

    /** Started when first needed: most tests need no database. */
    private static final class Holder {

        static final TestServer SERVER = start();

        private static TestServer start() {
            TestServer server;
            try {
                server = TestServer.start(Path.of("target", "test-database"));
            } catch (StartRefused inUse) {
                // a second test JVM beside this one
                server = TestServer.start(Path.of(
                        "target", "test-database-" + ProcessHandle.current().pid()));
            }
            empty(server);
            TestServer started = server;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterClients(started), "test-database"));
            return server;
        }

        private static void empty(TestServer server) {
            try (Connection connection = server.connect("postgres")) {
                for (String database :
                        column(connection, "select datname from pg_database where datname like 'test%'")) {
                    execute(connection, "drop database " + database + " with (force)");
                }
                if (column(connection, "select 1 from pg_roles where rolname = '" + USER + "'")
                        .isEmpty()) {
                    execute(connection, "create role " + USER + " login password '" + PASSWORD + "'");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Shutdown hooks run side by side, so the contexts' own hooks are waited for by the connections they hold. */
        private static void stopAfterClients(TestServer server) {
            try (Connection connection = server.connect("postgres")) {
                Awaitility.await("clients of the test database")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> column(
                                        connection, "select pid from pg_stat_activity where usename = '" + USER + "'")
                                .isEmpty());
            } catch (SQLException | ConditionTimeoutException e) {
                System.err.println("The test database stops before its clients: " + e.getMessage());
            } finally {
                server.close();
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
