package vn.daihoi.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, by the create scripts in the engine's own jar and in the engine's order. Flyway runs it in one
 * transaction under its lock, so that nodes starting together wait for one another.
 *
 * <p>A bean, not a class in the migration folder: Boot hands it to Flyway, which then needn't look for classes inside of
 * the packaged jar.
 */
@Component
class V202611230100__Engine_tables extends BaseJavaMigration {

    /** The version this migration stands for; later versions come as migrations of their own. */
    static final String ENGINE_VERSION = "7.24.0";

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String script : SCRIPTS) {
            ClassPathResource resource = new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(resource, "UTF-8"));
        }
        requireVersion(connection);
    }

    /**
     * A newer engine jar carries newer create scripts. Run under this version they would leave an empty database ahead of
     * the upgrade migrations that existing databases go through.
     */
    private static void requireVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version_ from act_ge_schema_log")) {
            if (!row.next() || !ENGINE_VERSION.equals(row.getString(1)) || row.next()) {
                throw new FlywayException("The engine's create scripts are not those of " + ENGINE_VERSION);
            }
        }
    }
}
