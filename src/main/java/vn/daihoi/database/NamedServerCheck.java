package vn.daihoi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Knocks at the PostgreSQL server an operator named before anything else is built, so that a wrong address or password is
 * one clear line and not a pool's stack trace.
 */
final class NamedServerCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String URL = "spring.datasource.url";

    private static final String PREFIX = "jdbc:postgresql:";
    // a URL may carry the password, which must not reach the console
    private static final Pattern PARAMETERS = Pattern.compile("[?].*");
    private static final int OLDEST_SERVER = 15;
    private static final String CREDENTIALS = "spring.datasource.username and spring.datasource.password"
            + " (SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD)";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String url = environment.getProperty(URL);
        if (url != null) {
            check(
                    url,
                    environment.getProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password"));
        }
    }

    /** After everything else that may still add properties. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static void check(String url, @Nullable String username, @Nullable String password) {
        String shown = PARAMETERS.matcher(url).replaceFirst("");
        if (!url.startsWith(PREFIX)) {
            throw new StartRefused(
                    url.isBlank()
                            ? "spring.datasource.url is set but empty."
                            : "spring.datasource.url is not the address of a PostgreSQL server.",
                    "Write jdbc:postgresql://<host>:<port>/<database>, or leave it out to use the embedded server.");
        }
        boolean named = (username != null && !username.isBlank()) || url.contains("user=");
        if (!named) {
            throw new StartRefused(
                    "spring.datasource.url is set without a user name and password.", "Set " + CREDENTIALS + ".");
        }
        Properties properties = new Properties();
        if (username != null && !username.isBlank()) {
            properties.setProperty("user", username);
        }
        if (password != null && !password.isEmpty()) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireKind(connection, shown);
        } catch (SQLException e) {
            throw refusal(e, shown);
        }
    }

    private static void requireKind(Connection connection, String shown) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_SERVER) {
            throw new StartRefused(
                    "The server at " + shown + " is PostgreSQL " + version + ".",
                    "Use PostgreSQL " + OLDEST_SERVER + " or newer.");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_encoding")) {
            row.next();
            if (!"UTF8".equals(row.getString(1))) {
                throw new StartRefused(
                        "The database at " + shown + " is encoded as " + row.getString(1) + ".",
                        "Create it with: create database … encoding 'UTF8' template template0.");
            }
        }
    }

    private static StartRefused refusal(SQLException e, String shown) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01" ->
                new StartRefused(
                        "The database at " + shown + " refuses this user name and password.",
                        "Check " + CREDENTIALS + ".",
                        e);
            case "28000", "08004" ->
                new StartRefused(
                        "The database at " + shown + " doesn't let this user in (" + words(e) + ").",
                        "Check " + CREDENTIALS + " and the server's pg_hba.conf.",
                        e);
            case "3D000" ->
                new StartRefused(
                        "There is no such database at " + shown + ".", "Create it, or mend spring.datasource.url.", e);
            default ->
                new StartRefused(
                        "The database at " + shown + " can't be reached (" + words(e) + ").",
                        "Check that the server runs and that spring.datasource.url names its host and port.",
                        e);
        };
    }

    private static String words(SQLException e) {
        String message = e.getMessage() == null ? "SQLSTATE " + e.getSQLState() : e.getMessage();
        return message.replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
    }
}
