package vn.daihoi.consultation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts comments into their table. */
@Component
class IntakeStore {

    /** A server that takes longer is as good as away; who waits for it is told so. */
    private static final int SECONDS = 5;

    /** One statement for any number of comments; one that is there already, or whose round is closed, adds nothing. */
    private static final String INSERT =
            """
            insert into comment (round, source, channel, unit, area, clause_id, quote, type, text, origin, receipt,
                entered_by, received_at)
            select c.* from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::bigint[],
                ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::timestamptz[])
                as c (round, source, channel, unit, area, clause_id, quote, type, text, origin, receipt, entered_by,
                    received_at)
                join comment_round r on r.id = c.round
            where r.status = 'OPEN'
            on conflict do nothing
            returning id, round, origin""";

    private final JdbcTemplate jdbc;

    IntakeStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(SECONDS);
    }

    /**
     * A comment that is clean.
     *
     * @param receipt SHA-256 of its receipt, null where nobody gets one
     */
    record Row(String round, NewComment comment, @Nullable String receipt, Instant receivedAt) {

        Key key() {
            return new Key(round, comment.origin());
        }
    }

    /** What makes a comment the same as another. */
    record Key(String round, String origin) {}

    /** Adds comments; gives the ids of those that were new and whose round is open. */
    Map<Key, Long> insert(List<Row> rows) {
        var ids = new HashMap<Key, Long>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(INSERT);
                    var columns = columns(connection, rows);
                    for (int at = 0; at < columns.size(); at++) {
                        statement.setArray(at + 1, columns.get(at));
                    }
                    return statement;
                },
                row -> {
                    ids.put(new Key(row.getString("round"), row.getString("origin")), row.getLong("id"));
                });
        return ids;
    }

    boolean has(Key key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from comment where round = ? and origin = ?)",
                Boolean.class,
                key.round(),
                key.origin()));
    }

    private static List<Array> columns(Connection connection, List<Row> rows) throws SQLException {
        return List.of(
                texts(connection, rows, Row::round),
                texts(connection, rows, row -> row.comment().source().name()),
                texts(connection, rows, row -> row.comment().channel().name()),
                texts(connection, rows, row -> row.comment().unit()),
                texts(connection, rows, row -> row.comment().area()),
                connection.createArrayOf(
                        "bigint",
                        rows.stream().map(row -> row.comment().clauseId()).toArray()),
                texts(connection, rows, row -> row.comment().quote()),
                texts(connection, rows, row -> row.comment().type().name()),
                texts(connection, rows, row -> row.comment().text()),
                texts(connection, rows, row -> row.comment().origin()),
                texts(connection, rows, Row::receipt),
                texts(connection, rows, row -> row.comment().enteredBy()),
                connection.createArrayOf(
                        "timestamptz",
                        rows.stream()
                                .map(row -> Timestamp.from(row.receivedAt()))
                                .toArray()));
    }

    private static Array texts(Connection connection, List<Row> rows, Function<Row, @Nullable String> column)
            throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = column.apply(rows.get(at));
        }
        return connection.createArrayOf("varchar", values);
    }
}
