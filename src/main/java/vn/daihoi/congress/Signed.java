package vn.daihoi.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did something and when.
 *
 * @param by id of the person
 * @param at the moment
 */
public record Signed(String by, Instant at) {

    /** From the columns {@code <deed>_by} and {@code <deed>_at}, which hold something. */
    public static Signed of(ResultSet row, String deed) throws SQLException {
        return new Signed(
                row.getString(deed + "_by"), row.getTimestamp(deed + "_at").toInstant());
    }

    /** From the same columns; null when nobody did it. */
    public static @Nullable Signed perhaps(ResultSet row, String deed) throws SQLException {
        return row.getTimestamp(deed + "_at") == null ? null : of(row, deed);
    }
}
