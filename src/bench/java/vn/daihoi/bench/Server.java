package vn.daihoi.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One PostgreSQL server for both sides, each with a database of its own, as durable as in production. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server() throws IOException {
        // room enough that neither side is measured on the disk's cache instead of the server's
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "60")
                .start();
    }

    String create(String database) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        return url(database);
    }

    String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    /** A pool as the application's. */
    DataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setMaximumPoolSize(4);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    /** CPU nanoseconds spent so far by the server's processes for this database; 0 where Linux's /proc is not there. */
    static long cpu(List<Integer> backends) {
        long sum = 0;
        for (int pid : backends) {
            try {
                sum += Long.parseLong(
                        Files.readString(Path.of("/proc/" + pid + "/schedstat")).split(" ", 2)[0]);
            } catch (IOException e) {
                // a connection closed since, or another system
            }
        }
        return sum;
    }

    /** The processes that serve this database now. */
    List<Integer> backends(String database) throws SQLException {
        try (var connection = connect("postgres")) {
            return query(
                    connection,
                    row -> row.getInt(1),
                    "select pid from pg_stat_activity where datname = ? and pid <> pg_backend_pid()",
                    database);
        }
    }

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(Connection connection, Reader<T> reader, String sql, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    static List<String> strings(Connection connection, String sql, Object... parameters) throws SQLException {
        return query(connection, row -> row.getString(1), sql, parameters);
    }

    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() {
        try {
            try (var connection = connect("postgres")) {
                // a server that has much to write out takes longer to stop than it is given
                run(connection, "checkpoint");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
