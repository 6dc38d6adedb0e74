package vn.daihoi.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Opens the package-private server to {@link vn.daihoi.support.TestDatabase}, without the durability tests don't need. */
public final class TestServer implements AutoCloseable {

    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final PostgresServer server;

    private TestServer(PostgresServer server) {
        this.server = server;
    }

    /** Starts one; an earlier one left behind on the folder by a killed test run is stopped first. */
    public static TestServer start(Path folder) {
        return new TestServer(PostgresServer.start(folder, programs(), 0, FAST));
    }

    /** Where tests unpack PostgreSQL's programs once. */
    static Path programs() {
        return Path.of("target", "postgresql-programs");
    }

    /** The address of one of its databases. */
    public String url(String database) {
        return server.url(database);
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return server.connect(database);
    }

    @Override
    public void close() {
        server.close();
    }
}
