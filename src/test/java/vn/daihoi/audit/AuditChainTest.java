package vn.daihoi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.daihoi.audit.ChainState.Broken;
import vn.daihoi.audit.ChainState.Fault;
import vn.daihoi.audit.ChainState.Intact;
import vn.daihoi.audit.ChainState.Row;
import vn.daihoi.support.TestDatabase;

/**
 * On a database of its own, as its owner, who can take the triggers off. Each test is one transaction that is rolled back.
 */
class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123456Z");
    /** What there is at the beginning of each test: two entries older than the chain and four younger ones. */
    private static final int ENTRIES = 6;

    private static TestDatabase database;

    private Connection connection;
    private JdbcClient jdbc;
    private AuditLog log;
    private AuditChain chain;
    private AuditCheckpoints checkpoints;

    @BeforeAll
    static void aLogOlderThanItsChain() throws Exception {
        database = TestDatabase.create();
        try (var connection = database.connect()) {
            run(connection, "V202611230300__audit.sql");
            var log = new AuditLog(client(connection), Clock.fixed(AT, ZoneOffset.UTC));
            log.record(AuditEntry.of("bithu.dm", "PLAN_APPROVED", "congress:1", "Duyệt kế hoạch."));
            log.record(AuditEntry.of("bithu.dm", "PLAN_APPROVED", "congress:2", "Đại hội – “trích”, 5:abc,")
                    .under("CT45-2025"));
            run(connection, "V202611230600__audit_chain.sql");
            for (int number = 3; number <= ENTRIES; number++) {
                log.record(AuditEntry.of("pbt.dm", "DECIDED", "congress:" + number, "Thay Bí thư.")
                        .standingInFor(number % 2 == 0 ? "bithu.dm" : null));
            }
        }
    }

    @BeforeEach
    void inATransaction() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        jdbc = client(connection);
        log = new AuditLog(jdbc, Clock.fixed(AT, ZoneOffset.UTC));
        chain = new AuditChain(jdbc, new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        checkpoints = new AuditCheckpoints(chain, jdbc, Clock.fixed(AT, ZoneOffset.UTC));
    }

    @AfterEach
    void rolledBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void anUntouchedLogIsIntactAndTheDatabaseHashesAsWeDo() {
        assertThat(chain.verify()).isEqualTo(new Intact(ENTRIES, chain.head().hash()));
        assertThat(chain.head().position()).isEqualTo(ENTRIES);
    }

    @Test
    void theTablesRefuseChangesByThemselves() throws SQLException {
        for (var change : new String[] {
            "update audit_link set hash = hash",
            "delete from audit_link",
            "truncate audit_link",
            "delete from audit_checkpoint",
            "truncate audit_checkpoint"
        }) {
            if (change.endsWith("from audit_checkpoint")) {
                checkpoints.noteHead();
            }
            var before = connection.setSavepoint();
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
            connection.rollback(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who = 'admin'",
                "for_whom = 'admin'",
                "for_whom = null",
                "at = at + interval '1 microsecond'",
                "action = 'UNDONE'",
                "subject = 'congress:9'",
                "detail = detail || ' '",
                "rule_set = ''"
            })
    void aChangedFieldIsFoundAndItsRowNamed(String change) {
        past("update audit_entry set " + change + " where id = 4");

        assertThat(chain.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.CHANGED);
            assertThat(broken.position()).isEqualTo(4);
            assertThat(broken.right()).isEqualTo(3);
            assertThat(broken.row()).extracting(Row::id).isEqualTo(4L);
        });
    }

    @Test
    void aCharacterMovedFromOneFieldToTheNextIsAChange() {
        past("update audit_entry set action = action || 'c', subject = substr(subject, 2) where id = 3");
        assertThat(found()).isEqualTo(Fault.CHANGED);
    }

    @Test
    void aDeletedRowIsFoundWithAndWithoutItsLink() {
        past("delete from audit_entry where id = 2");
        assertThat(chain.verify()).isEqualTo(new Broken(1, Fault.MISSING, 2, null));
        past("delete from audit_link where entry = 2");
        assertThat(chain.verify()).isEqualTo(new Broken(1, Fault.MISSING, 2, null));
        // closing the gap doesn't help
        past("update audit_link set position = position - 1 where position = 3");
        assertThat(chain.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.right()).isEqualTo(1);
            assertThat(broken.row()).extracting(Row::id).isEqualTo(3L);
        });
    }

    @Test
    void swappedRowsAreFound() {
        past(
                "update audit_link set entry = -entry where entry in (3, 5)",
                "update audit_link set entry = 8 + entry where entry in (-3, -5)");
        assertThat(chain.verify()).isEqualTo(new Broken(2, Fault.REORDERED, 3, named(5)));
    }

    @Test
    void rowsThatSwappedTheirContentAreFound() {
        past("update audit_entry e set subject = o.subject, for_whom = o.for_whom from audit_entry o"
                + " where (e.id, o.id) in ((3, 4), (4, 3))");
        assertThat(chain.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.REORDERED);
            assertThat(broken.position()).isEqualTo(3);
        });
    }

    @Test
    void aRowInsertedPastTheTriggerIsFound() {
        past("insert into audit_entry (at, who, action, subject, detail) values ('2026-11-23', 'x', 'A', 'b:1', '')");
        assertThat(chain.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.INSERTED);
            assertThat(broken.right()).isEqualTo(ENTRIES);
            assertThat(broken.row()).extracting(Row::subject).isEqualTo("b:1");
        });
    }

    @Test
    void aRowInsertedInTheMiddleIsFound() {
        past(
                "update audit_link set position = position + 100 where position >= 3",
                "update audit_link set position = position - 99 where position > 100",
                "insert into audit_entry (at, who, action, subject, detail) values ('2026-11-23', 'x', 'A', 'b:1', '')",
                "insert into audit_link select 3, max(id), repeat('a', 64) from audit_entry");
        assertThat(chain.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.INSERTED);
            assertThat(broken.position()).isEqualTo(3);
            assertThat(broken.row()).extracting(Row::subject).isEqualTo("b:1");
        });
    }

    @Test
    void anEndCutOffIsFoundByAnEarlierHead() {
        var head = chain.head();
        var cut = "delete from audit_link where position > 4";
        past(cut, "delete from audit_entry where id > 4");
        assertThat(chain.verify()).as("nothing in the database tells").isInstanceOf(Intact.class);
        assertThat(chain.verify(head)).isEqualTo(new Broken(4, Fault.CUT_OFF, 5, null));
    }

    @Test
    void anEndCutOffAfterACheckpointIsFound() {
        checkpoints.note((Intact) chain.verify(), "bithu.dm");
        assertThat(checkpoints.noteHead()).as("noted already").isEmpty();
        past("delete from audit_link where position > 4", "delete from audit_entry where id > 4");
        assertThat(chain.verify()).isEqualTo(new Broken(4, Fault.CUT_OFF, 5, null));
    }

    @Test
    void aLogWrittenAnewIsFoundByAnEarlierHead() {
        assertThat(checkpoints.noteHead()).contains(chain.head());
        past("delete from audit_link", "update audit_entry set who = 'x' where id = 2");
        IntStream.rangeClosed(1, ENTRIES)
                .forEach(id -> jdbc.sql("select append_audit_link(e) from audit_entry e where id = ?")
                        .param(id)
                        .query((row, number) -> 0)
                        .list());
        assertThat(chain.verify()).isEqualTo(new Broken(5, Fault.REWRITTEN, 6, named(6)));
    }

    @Test
    void theExportIsCheckedWithNothingButSha256() throws Exception {
        var text = new StringWriter();
        chain.export(text);
        var previous = "0".repeat(64);
        var lines = text.toString().lines().toList();
        assertThat(lines).hasSize(ENTRIES);
        for (var line : lines) {
            var words = line.split(" ");
            var content = Base64.getDecoder().decode(words[2]);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .isEqualTo(words[1]);
            assertThat(new String(content, StandardCharsets.UTF_8)).startsWith(previous);
            previous = words[1];
        }
        assertThat(lines.get(ENTRIES - 1))
                .startsWith(ENTRIES + " " + chain.head().hash());
    }

    @Test
    void whoCommitsFirstIsLinkedFirstAndNobodyWaitsBeforeThat() throws Exception {
        var own = TestDatabase.create();
        try (var early = own.connect();
                var late = own.connect()) {
            run(early, "V202611230300__audit.sql");
            run(early, "V202611230600__audit_chain.sql");
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            new AuditLog(client(early), Clock.systemUTC()).record(AuditEntry.of("a", "FIRST_RECORDED", "x:1", ""));
            new AuditLog(client(late), Clock.systemUTC()).record(AuditEntry.of("b", "SECOND_RECORDED", "x:2", ""));
            late.commit();
            early.commit();
            assertThat(client(early)
                            .sql("select entry from audit_link order by position")
                            .query(Long.class)
                            .list())
                    .containsExactly(2L, 1L);

            var pool = Executors.newFixedThreadPool(4);
            Callable<@Nullable Void> appends = () -> {
                try (var connection = own.connect()) {
                    var mine = new AuditLog(client(connection), Clock.systemUTC());
                    for (int number = 0; number < 25; number++) {
                        mine.record(AuditEntry.of("c", "AT_ONCE", "x:" + number, ""));
                    }
                }
                return null;
            };
            for (var done : pool.invokeAll(java.util.Collections.nCopies(4, appends))) {
                done.get();
            }
            pool.shutdown();
            var all = new AuditChain(client(early), new JdbcTemplate(new SingleConnectionDataSource(early, true)));
            assertThat(all.verify()).isInstanceOfSatisfying(Intact.class, intact -> assertThat(intact.right())
                    .isEqualTo(102));
        }
    }

    private Fault found() {
        return ((Broken) chain.verify()).fault();
    }

    private Row named(long id) {
        return jdbc.sql("select at, action, subject from audit_entry where id = ?")
                .param(id)
                .query((row, number) ->
                        new Row(id, row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .single();
    }

    /** Does what the triggers refuse, as only the owner of the tables can. */
    private void past(String... statements) {
        for (var table : new String[] {"audit_entry", "audit_link"}) {
            jdbc.sql("alter table " + table + " disable trigger user").update();
        }
        for (var statement : statements) {
            assertThat(jdbc.sql(statement).update()).as(statement).isPositive();
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static void run(Connection connection, String migration) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    new ClassPathResource("db/migration/" + migration).getContentAsString(StandardCharsets.UTF_8));
        }
    }
}
