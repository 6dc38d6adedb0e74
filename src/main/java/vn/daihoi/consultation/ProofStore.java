package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.Cluster.Answer;
import vn.daihoi.consultation.Proofs.Waivable;
import vn.daihoi.consultation.Proofs.Waiver;
import vn.daihoi.consultation.anchor.Traces.Wish;

/** Rows of what proves the answers of a round, and of what need not be proved. */
@Component
class ProofStore {

    /** So many comments of a cluster tell what it wants; the others say the same. */
    private static final int COMMENTS = 5;

    /** Clusters whose answer, as it stands, says that the draft follows them; see {@link Disposition#accepts}. */
    private static final String ACCEPTED = "k.size > 0 and coalesce(k.decision, k.proposal) in ('ACCEPTED', 'PARTLY')";

    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A clause confirmed to show that a cluster was taken up.
     *
     * @param version number of the version the editor looked at
     */
    record Proof(long cluster, long clause, int version, Signed signed) {}

    /** The clusters the next version has to show, in the order of their clauses. */
    List<Cluster> accepted(String round) {
        return jdbc.sql("select k.* from comment_cluster k where k.round = :round and " + ACCEPTED
                        + " order by k.position, k.id")
                .param("round", round)
                .query((row, number) -> cluster(row))
                .list();
    }

    Optional<Cluster> accepted(String round, long cluster) {
        return jdbc.sql("select k.* from comment_cluster k where k.round = :round and k.id = :cluster and " + ACCEPTED)
                .param("round", round)
                .param("cluster", cluster)
                .query((row, number) -> cluster(row))
                .optional();
    }

    /** The accepted cluster a comment is in. */
    Optional<Cluster> acceptedOf(String round, long comment) {
        return jdbc.sql(
                        """
                        select k.* from comment_standing s join comment_cluster k on k.id = s.cluster
                        where s.comment = :comment and k.round = :round and """
                                + " " + ACCEPTED)
                .param("round", round)
                .param("comment", comment)
                .query((row, number) -> cluster(row))
                .optional();
    }

    /** What some clusters wish, each put together from its first comments. */
    Map<Long, Wish> wishes(Collection<Cluster> clusters) {
        var wishes = new HashMap<Long, Wish>();
        jdbc.sql(
                        """
                        select k.id, k.clause_id,
                               string_agg(c.text, E'\\n') as text, string_agg(distinct c.quote, E'\\n') as quote,
                               bool_or(c.type = 'REMOVE') as removal
                        from comment_cluster k cross join lateral (
                            select c.* from comment_standing s join comment c on c.id = s.comment
                            where s.cluster = k.id order by c.id <> k.first_comment, c.id limit ?) c
                        where k.id = any (?) group by k.id, k.clause_id""")
                .param(COMMENTS)
                .param(clusters.stream().map(Cluster::id).toArray(Long[]::new))
                .query(row -> {
                    wishes.put(
                            row.getLong("id"),
                            new Wish(
                                    row.getLong("clause_id"),
                                    row.getString("text"),
                                    row.getString("quote"),
                                    row.getBoolean("removal")));
                });
        return wishes;
    }

    List<Proof> proofs(String round) {
        return jdbc.sql(
                        """
                        select p.* from answer_proof p join comment_cluster k on k.id = p.cluster
                        where k.round = :round order by p.cluster, p.clause_id""")
                .param("round", round)
                .query((row, number) -> proof(row))
                .list();
    }

    List<Proof> proofs(long cluster) {
        return jdbc.sql("select * from answer_proof where cluster = :cluster order by clause_id")
                .param("cluster", cluster)
                .query((row, number) -> proof(row))
                .list();
    }

    /** Keeps proofs; one of the same cluster and clause makes way. */
    void keep(long cluster, Collection<Long> clauses, int version, Signed signed) {
        jdbc.sql(
                        """
                        insert into answer_proof (cluster, clause_id, version_number, confirmed_by, confirmed_at)
                        select ?, clause, ?, ?, ? from unnest(?) as clause
                        on conflict (cluster, clause_id) do update set version_number = excluded.version_number,
                            confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""")
                .param(cluster)
                .param(version)
                .param(signed.by())
                .param(Timestamp.from(signed.at()))
                .param(clauses.toArray(Long[]::new))
                .update();
    }

    void drop(long cluster, Collection<Long> clauses) {
        jdbc.sql("delete from answer_proof where cluster = ? and clause_id = any (?)")
                .param(cluster)
                .param(clauses.toArray(Long[]::new))
                .update();
    }

    /** In the order they were given. */
    List<Waiver> waivers(String round) {
        return jdbc.sql("select * from round_waiver where round = :round order by id")
                .param("round", round)
                .query((row, number) -> new Waiver(
                        Waivable.valueOf(row.getString("kind")),
                        row.getLong("target"),
                        row.getString("reason"),
                        signed(row, "waived")))
                .list();
    }

    void waive(String round, Waivable kind, Collection<Long> targets, String reason, Signed signed) {
        jdbc.sql(
                        """
                        insert into round_waiver (round, kind, target, reason, waived_by, waived_at)
                        select ?, ?, target, ?, ?, ? from unnest(?) as target""")
                .param(round)
                .param(kind.name())
                .param(reason)
                .param(signed.by())
                .param(Timestamp.from(signed.at()))
                .param(targets.toArray(Long[]::new))
                .update();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(
                row.getLong("cluster"),
                row.getLong("clause_id"),
                row.getInt("version_number"),
                signed(row, "confirmed"));
    }

    private static Cluster cluster(ResultSet row) throws SQLException {
        int sources = row.getInt("sources");
        return new Cluster(
                row.getLong("id"),
                row.getString("round"),
                row.getLong("clause_id"),
                row.getInt("position"),
                row.getInt("size"),
                Arrays.stream(SourceGroup.values())
                        .filter(group -> (sources & group.bit()) != 0)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getLong("first_comment"),
                row.getString("gist"),
                row.getBoolean("contested"),
                row.getString("owner"),
                row.getObject("due_on", java.time.LocalDate.class),
                answer(row, "proposal", "proposed"),
                answer(row, "decision", "decided"));
    }

    private static @Nullable Answer answer(ResultSet row, String layer, String deed) throws SQLException {
        var disposition = row.getString(layer);
        if (disposition == null) {
            return null;
        }
        var reason = row.getString(layer + "_reason");
        return new Answer(Disposition.valueOf(disposition), reason == null ? "" : reason, signed(row, deed));
    }

    private static Signed signed(ResultSet row, String deed) throws SQLException {
        return new Signed(
                row.getString(deed + "_by"), row.getTimestamp(deed + "_at").toInstant());
    }
}
