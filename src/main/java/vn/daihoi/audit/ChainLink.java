package vn.daihoi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain with its entry, both as they stand in the tables. What is hashed is said in words in the migration
 * that made the chain; it is written here a second time on purpose, so that one checks the other.
 *
 * @param position from 1; 0 for an entry without a link
 * @param linked number of the entry that the link is about
 * @param hash in hex, as stored
 * @param contradicted whether a head noted earlier for this position has another hash
 * @param recorded the entry, null when it is gone
 */
record ChainLink(long position, long linked, String hash, boolean contradicted, AuditLog.@Nullable Recorded recorded) {

    /** What comes before the first link. */
    static final String BEGINNING = "0".repeat(64);

    /** Columns for {@link #map}, over {@code audit_link l} and {@code audit_entry e}. */
    static final String COLUMNS =
            """
            l.position, coalesce(l.entry, e.id) as linked, l.hash, e.id, e.at, e.who, e.for_whom, e.action, e.subject,
            e.detail, e.rule_set,
            exists (select 1 from audit_checkpoint c where c.position = l.position and c.hash <> l.hash) as contradicted
            """;

    static ChainLink map(ResultSet row, int number) throws SQLException {
        var hash = row.getString("hash");
        var at = row.getTimestamp("at");
        return new ChainLink(
                row.getLong("position"),
                row.getLong("linked"),
                hash == null ? "" : hash,
                row.getBoolean("contradicted"),
                at == null
                        ? null
                        : new AuditLog.Recorded(
                                at.toInstant(),
                                new AuditEntry(
                                        row.getString("who"),
                                        row.getString("for_whom"),
                                        row.getString("action"),
                                        row.getString("subject"),
                                        row.getString("detail"),
                                        row.getString("rule_set"))));
    }

    /** The entry by name, null when it is gone. */
    ChainState.@Nullable Row row() {
        return recorded == null
                ? null
                : new ChainState.Row(
                        linked,
                        recorded.at(),
                        recorded.entry().action(),
                        recorded.entry().subject());
    }

    /** Whether the entry is what was hashed here, after this hash. */
    boolean follows(String previous) {
        return recorded != null && hash.equals(sha256(content(previous, position, linked, recorded)));
    }

    /** The bytes that were hashed. */
    static byte[] content(String previous, long position, long id, AuditLog.Recorded recorded) {
        var entry = recorded.entry();
        var text = new StringBuilder(previous);
        field(text, Long.toString(position));
        field(text, Long.toString(id));
        field(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, recorded.at())));
        field(text, entry.who());
        field(text, entry.forWhom());
        field(text, entry.action());
        field(text, entry.subject());
        field(text, entry.detail());
        field(text, entry.ruleSet());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("-,");
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value)
                    .append(',');
        }
    }
}
