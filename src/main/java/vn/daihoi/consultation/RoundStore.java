package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;

/** Rows of rounds and of those they ask. */
@Component
class RoundStore {

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Round> find(String id) {
        return jdbc.sql("select * from comment_round where id = :id")
                .param("id", id)
                .query((row, number) -> round(row))
                .optional();
    }

    /**
     * The round, kept from everybody else who wants to change it or its clusters until the transaction ends. Its id stays
     * free to be referred to, so that comments come in meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round lock(String id) {
        return jdbc.sql("select * from comment_round where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> round(row))
                .single();
    }

    List<Round> ofDocument(String document) {
        return jdbc.sql("select * from comment_round where document = :document order by number")
                .param("document", document)
                .query((row, number) -> round(row))
                .list();
    }

    List<Round> ofWards(Collection<String> wards) {
        return wards.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from comment_round where ward in (:wards)
                                order by status in ('PUBLISHED', 'SKIPPED', 'WITHDRAWN', 'CANCELLED'), created_at desc, id""")
                        .param("wards", wards)
                        .query((row, number) -> round(row))
                        .list();
    }

    Optional<Round> bySlug(String slug) {
        return jdbc.sql("select * from comment_round where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> round(row))
                .optional();
    }

    List<Round> withStatus(RoundStatus status) {
        return jdbc.sql("select * from comment_round where status = :status order by closes_at, id")
                .param("status", status.name())
                .query((row, number) -> round(row))
                .list();
    }

    List<Invitee> invitees(String round) {
        return jdbc.sql("select * from round_invitee where round = :round order by kind, position, unit")
                .param("round", round)
                .query((row, number) -> invitee(row))
                .list();
    }

    Optional<Invitee> invitee(String round, String unit) {
        return jdbc.sql("select * from round_invitee where round = :round and unit = :unit")
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> invitee(row))
                .optional();
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("id"),
                row.getString("document"),
                row.getString("congress"),
                row.getString("ward"),
                row.getInt("number"),
                RoundStatus.valueOf(row.getString("status")),
                row.getObject("version_number", Integer.class),
                instant(row, "closes_at"),
                names(row.getString("sources"), SourceGroup::valueOf),
                names(row.getString("channels"), Channel::valueOf),
                row.getString("questions").lines().toList(),
                row.getBoolean("silence_agrees"),
                row.getString("skip_reason"),
                row.getString("return_reason"),
                signed(row, "planned"),
                row.getString("slug"),
                signed(row, "opened"),
                signed(row, "closed"),
                row.getObject("new_version", Integer.class),
                synthesis(row),
                row.getString("ended_reason"),
                signed(row, "ended"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Round.@Nullable Synthesis synthesis(ResultSet row) throws SQLException {
        var agreed = row.getString("agreed_points");
        return agreed == null
                ? null
                : new Round.Synthesis(agreed, row.getString("differing"), row.getString("proposals"));
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        var reported = signed(row, "reported");
        return new Invitee(
                row.getString("round"),
                row.getString("unit"),
                Invitee.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("members", Integer.class),
                reported == null
                        ? null
                        : new Invitee.Minutes(
                                row.getObject("held_on", java.time.LocalDate.class),
                                row.getInt("present"),
                                row.getInt("speakers"),
                                row.getString("minutes_number"),
                                row.getBoolean("agrees"),
                                row.getString("note"),
                                reported));
    }

    private static @Nullable Signed signed(ResultSet row, String deed) throws SQLException {
        var at = instant(row, deed + "_at");
        return at == null ? null : new Signed(row.getString(deed + "_by"), at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> Set<T> names(String joined, Function<String, T> named) {
        return Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(named)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
