package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
import vn.daihoi.document.Document;
import vn.daihoi.organisation.Unit;

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
     * The round, kept from everybody else who wants to change it or its clusters until the transaction ends. Comments go
     * on coming in meanwhile: a plain "for update" would hold up each one, as it refers to its round.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round lock(String id) {
        return jdbc.sql("select * from comment_round where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> round(row))
                .single();
    }

    List<Round> ofDocument(String document) {
        return jdbc.sql("select * from comment_round where document = :document order by created_at, kind, number")
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
                                order by status in ('PUBLISHED', 'ANSWERED', 'SKIPPED', 'WITHDRAWN', 'CANCELLED'), created_at desc, id""")
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

    /** Opens a round for planning. */
    void insert(String id, Document document, int number, Instant at) {
        jdbc.sql(
                        """
                        insert into comment_round (id, document, congress, ward, number, status, created_at)
                        values (:id, :document, :congress, :ward, :number, 'PLANNING', :at)""")
                .param("id", id)
                .param("document", document.id())
                .param("congress", document.congress())
                .param("ward", document.ward())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Opens a round of the superior for answers; nothing when the document has one of this source. */
    void insertSuperior(String id, Document document, int version, String source, String paper, Instant at) {
        jdbc.sql(
                        """
                        insert into comment_round (id, document, congress, ward, number, kind, source, title, status,
                            version_number, sources, channels, created_at)
                        select :id, :document, :congress, :ward, count(*) + 1, 'SUPERIOR', :source, :paper, 'DECIDING',
                            :version, 'SUPERIOR', 'SESSION', :at
                        from comment_round where document = :document and kind = 'SUPERIOR'
                        on conflict (document, source) where source is not null do nothing""")
                .param("id", id)
                .param("document", document.id())
                .param("congress", document.congress())
                .param("ward", document.ward())
                .param("version", version)
                .param("source", source)
                .param("paper", paper)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The rounds of the superior in a congress, in the order of opening. */
    List<Round> ofSuperior(String congress) {
        return jdbc.sql(
                        """
                        select * from comment_round where congress = :congress and kind = 'SUPERIOR'
                        order by created_at, document, number""")
                .param("congress", congress)
                .query((row, number) -> round(row))
                .list();
    }

    /** Those of one source, in the order of their documents. */
    List<Round> ofSource(String source) {
        return jdbc.sql(
                        """
                        select * from comment_round where source = :source and kind = 'SUPERIOR'
                        order by created_at, document, number""")
                .param("source", source)
                .query((row, number) -> round(row))
                .list();
    }

    /** Ends a round of the superior. */
    void answered(String id, @Nullable Integer newVersion, Signed by) {
        change(id, "new_version = ?", newVersion);
        end(id, RoundStatus.ANSWERED, null, by);
    }

    /** Keeps the plan; a former reason to ask nobody, or to send it back, is gone. */
    void plan(String id, RoundPlan plan, Instant closesAt, Signed by) {
        change(
                id,
                """
                status = 'PLANNED', version_number = ?, closes_at = ?, sources = ?, channels = ?, questions = ?,
                silence_agrees = ?, skip_reason = null, return_reason = null, planned_by = ?, planned_at = ?""",
                plan.version(),
                Timestamp.from(closesAt),
                joined(plan.sources()),
                joined(plan.channels()),
                String.join("\n", plan.questions()),
                plan.silenceAgrees(),
                by.by(),
                Timestamp.from(by.at()));
    }

    void planToSkip(String id, String reason, Signed by) {
        change(
                id,
                "status = 'PLANNED', skip_reason = ?, return_reason = null, planned_by = ?, planned_at = ?",
                reason,
                by.by(),
                Timestamp.from(by.at()));
    }

    /** Notes who let it open; it opens a moment later. */
    void approve(String id, Signed by) {
        change(id, "opened_by = ?, opened_at = ?", by.by(), Timestamp.from(by.at()));
    }

    /** Goes back a step, or on with a reason given earlier gone. */
    void status(String id, RoundStatus status, @Nullable String returnReason) {
        change(id, "status = ?, return_reason = ?", status.name(), returnReason);
    }

    void open(String id, String slug) {
        change(id, "status = 'OPEN', slug = ?", slug);
    }

    void invite(String round, Invitee.Kind kind, List<Unit> units) {
        for (int at = 0; at < units.size(); at++) {
            var unit = units.get(at);
            jdbc.sql(
                            """
                            insert into round_invitee (round, unit, kind, name, position, members)
                            values (:round, :unit, :kind, :name, :position, :members)""")
                    .param("round", round)
                    .param("unit", unit.id())
                    .param("kind", kind.name())
                    .param("name", unit.name())
                    .param("position", at + 1)
                    .param("members", unit.memberCount())
                    .update();
        }
    }

    void extend(String id, Instant closesAt) {
        change(id, "closes_at = ?", Timestamp.from(closesAt));
    }

    /** From this moment nothing more is taken in; the round goes on a moment later. */
    void closeEarly(String id, Signed by) {
        var at = Timestamp.from(by.at());
        change(id, "closes_at = ?, closed_by = ?, closed_at = ?", at, by.by(), at);
    }

    void close(String id, Signed by) {
        change(id, "status = 'MERGING', closed_by = ?, closed_at = ?", by.by(), Timestamp.from(by.at()));
    }

    void report(String id, Round.Synthesis synthesis) {
        change(
                id,
                "status = 'REVISING', agreed_points = ?, differing = ?, proposals = ?",
                synthesis.agreedPoints(),
                synthesis.differing(),
                synthesis.proposals());
    }

    void revise(String id, @Nullable Integer newVersion) {
        change(id, "status = 'PUBLISHING', new_version = ?", newVersion);
    }

    void end(String id, RoundStatus status, @Nullable String reason, Signed by) {
        change(
                id,
                "status = ?, ended_reason = ?, ended_by = ?, ended_at = ?",
                status.name(),
                reason,
                by.by(),
                Timestamp.from(by.at()));
    }

    List<Round> ofCongress(String congress) {
        return jdbc.sql(
                        "select * from comment_round where congress = :congress order by document, created_at, kind, number")
                .param("congress", congress)
                .query((row, number) -> round(row))
                .list();
    }

    private void change(String id, String what, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(id);
        jdbc.sql("update comment_round set " + what + " where id = ?")
                .params(all)
                .update();
    }

    private static String joined(Collection<? extends Enum<?>> names) {
        return names.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("id"),
                row.getString("document"),
                row.getString("congress"),
                row.getString("ward"),
                row.getInt("number"),
                RoundKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("title"),
                RoundStatus.valueOf(row.getString("status")),
                row.getObject("version_number", Integer.class),
                instant(row, "closes_at"),
                names(row.getString("sources"), SourceGroup::valueOf),
                names(row.getString("channels"), Channel::valueOf),
                row.getString("questions").lines().toList(),
                row.getBoolean("silence_agrees"),
                row.getString("skip_reason"),
                row.getString("return_reason"),
                Signed.perhaps(row, "planned"),
                row.getString("slug"),
                Signed.perhaps(row, "opened"),
                Signed.perhaps(row, "closed"),
                row.getObject("new_version", Integer.class),
                synthesis(row),
                row.getString("ended_reason"),
                Signed.perhaps(row, "ended"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Round.@Nullable Synthesis synthesis(ResultSet row) throws SQLException {
        var agreed = row.getString("agreed_points");
        return agreed == null
                ? null
                : new Round.Synthesis(agreed, row.getString("differing"), row.getString("proposals"));
    }

    private static Invitee invitee(ResultSet row) throws SQLException {
        var reported = Signed.perhaps(row, "reported");
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
