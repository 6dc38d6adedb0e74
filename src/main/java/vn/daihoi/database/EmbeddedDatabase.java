package vn.daihoi.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * daihoi's database on its own server, owned by a user that isn't the superuser. Its password is made anew at each start
 * and never written down: who may read the data folder can log in as the superuser, nobody else can log in at all.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails {

    static final String NAME = "daihoi";
    private static final String WRONG_PASSWORD = "28P01";

    private final String url;
    private final String password;

    private EmbeddedDatabase(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /**
     * Makes what isn't there yet; may be called at every start.
     *
     * @throws StartRefused if the password in the data folder isn't the server's
     */
    static EmbeddedDatabase prepare(PostgresServer server) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (Connection connection = server.connect("postgres")) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                execute(connection, "create role daihoi login");
            }
            // our own alphabet, so quoting is safe; a parameter isn't possible here
            execute(connection, "alter role daihoi password '" + password + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                execute(connection, "create database daihoi owner daihoi");
            }
            execute(connection, "revoke connect on database daihoi from public");
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StartRefused(
                        "The embedded PostgreSQL refuses the password in " + server.passwordFile() + ".",
                        "Put the file back that was made with this data folder.",
                        e);
            }
            throw new IllegalStateException("The embedded database can't be prepared", e);
        }
        return new EmbeddedDatabase(server.url(NAME), password);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
