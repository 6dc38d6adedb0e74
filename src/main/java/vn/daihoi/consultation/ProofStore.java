package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.Proofs.Voice;
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
                .query((row, number) -> ClusterStore.cluster(row))
                .list();
    }

    Optional<Cluster> accepted(String round, long cluster) {
        return jdbc.sql("select k.* from comment_cluster k where k.round = :round and k.id = :cluster and " + ACCEPTED)
                .param("round", round)
                .param("cluster", cluster)
                .query((row, number) -> ClusterStore.cluster(row))
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
                .query((row, number) -> ClusterStore.cluster(row))
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

    /** What the first comments of some clusters say, by cluster. */
    Map<Long, Voice> voices(Collection<Cluster> clusters) {
        var voices = new HashMap<Long, Voice>();
        jdbc.sql(
                        """
                        select k.id, c.text, c.quote from comment_cluster k join comment c on c.id = k.first_comment
                        where k.id = any (?)""")
                .param(clusters.stream().map(Cluster::id).toArray(Long[]::new))
                .query(row -> {
                    voices.put(row.getLong("id"), new Voice(row.getString("text"), row.getString("quote")));
                });
        return voices;
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

    /** What the other rounds of a document show to be carried out in versions later than this one. */
    List<Proof> proofsElsewhere(Round round, int after) {
        return jdbc.sql(
                        """
                        select p.* from answer_proof p join comment_cluster k on k.id = p.cluster
                            join comment_round r on r.id = k.round
                        where r.document = :document and r.id <> :round and r.status not in ('WITHDRAWN', 'CANCELLED')
                          and p.version_number > :after and """
                                + " " + ACCEPTED)
                .param("document", round.document())
                .param("round", round.id())
                .param("after", after)
                .query((row, number) -> proof(row))
                .list();
    }

    /** The changes that the other rounds of a document let pass. */
    List<Waiver> waiversElsewhere(Round round) {
        return jdbc.sql(
                        """
                        select w.* from round_waiver w join comment_round r on r.id = w.round
                        where r.document = :document and r.id <> :round and r.status not in ('WITHDRAWN', 'CANCELLED')
                          and w.kind = 'UNEXPLAINED'""")
                .param("document", round.document())
                .param("round", round.id())
                .query((row, number) -> waiver(row))
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
                .query((row, number) -> waiver(row))
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

    private static Waiver waiver(ResultSet row) throws SQLException {
        return new Waiver(
                Waivable.valueOf(row.getString("kind")),
                row.getLong("target"),
                row.getString("reason"),
                Signed.of(row, "waived"));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(
                row.getLong("cluster"),
                row.getLong("clause_id"),
                row.getInt("version_number"),
                Signed.of(row, "confirmed"));
    }
}
