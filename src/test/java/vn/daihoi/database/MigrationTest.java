package vn.daihoi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.daihoi.support.TestDatabase;

/** Flyway's schema is the one the engine would have made, and nodes that start together don't hurt one another. */
class MigrationTest {

    private static final String ENGINE_COLUMNS =
            """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                   || coalesce(character_maximum_length::text, '') || coalesce(column_default, '')
            from information_schema.columns where table_name like 'act\\_%' order by 1""";
    private static final String ENGINE_INDEXES =
            "select indexdef from pg_indexes where tablename like 'act\\_%' order by 1";
    private static final String ENGINE_CONSTRAINTS =
            """
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where conrelid::regclass::text like 'act\\_%' and contype <> 'n' order by 1""";

    @Test
    void laysDownExactlyTheEnginesOwnSchema() throws Exception {
        TestDatabase ours = TestDatabase.create();
        flyway(ours).migrate();
        TestDatabase theirs = TestDatabase.create();
        engine(theirs, "create").close();

        for (String aspect : List.of(ENGINE_COLUMNS, ENGINE_INDEXES, ENGINE_CONSTRAINTS)) {
            assertThat(column(ours, aspect)).isNotEmpty().isEqualTo(column(theirs, aspect));
        }
        for (String version : List.of(
                "select version_ from act_ge_schema_log",
                "select value_ from act_ge_property where name_ = 'schema.version'")) {
            assertThat(column(ours, version)).hasSize(1).isEqualTo(column(theirs, version));
        }
        assertThat(column(ours, "select value_ from act_ge_property where name_ = 'schema.version'"))
                .containsExactly(ProcessEngine.VERSION);
        // and the engine agrees, changing nothing
        engine(ours, "false").close();
    }

    @Test
    void letsTwoNodesMigrateAtTheSameMoment() throws Exception {
        TestDatabase database = TestDatabase.create();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                results.add(nodes.submit(() -> {
                    Flyway flyway = flyway(database);
                    together.await();
                    return flyway.migrate().migrationsExecuted;
                }));
            }
            int executed = 0;
            for (Future<Integer> result : results) {
                executed += result.get(60, TimeUnit.SECONDS);
            }
            assertThat(column(
                            database,
                            "select version from flyway_schema_history where success and version is not null"))
                    .hasSize(executed)
                    .doesNotHaveDuplicates()
                    .contains("202611230100", "202611230101", "202611230102");
        } finally {
            nodes.shutdownNow();
        }
        assertThat(column(database, "select extname from pg_extension")).contains("pg_trgm", "unaccent");
        // letters of our alphabet count as letters: a word of four has five trigrams
        assertThat(column(database, "select cardinality(show_trgm('Đảng'))")).containsExactly("5");
        assertThat(column(database, "select unaccent('Đảng bộ phường')")).containsExactly("Dang bo phuong");
    }

    private static Flyway flyway(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .javaMigrations(new V202611230100__Engine_tables())
                .load();
    }

    private static ProcessEngine engine(TestDatabase database, String schemaUpdate) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("schema-" + schemaUpdate);
        configuration.setJdbcUrl(database.url());
        configuration.setJdbcUsername(database.username());
        configuration.setJdbcPassword(database.password());
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setDatabaseSchemaUpdate(schemaUpdate);
        configuration.setJobExecutorActivate(false);
        return configuration.buildProcessEngine();
    }

    private static List<String> column(TestDatabase database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
