package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;

/** Rows of clusters. */
@Component
class ClusterStore {

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ClusterStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The cluster a comment is in, who stands for it, and whether a person put the comment there. */
    record Seat(long cluster, long first, boolean byHand) {}

    /** Where the comments of an emptied cluster went. */
    record Merged(long into, Signed signed) {}

    /** Comments that came to a cluster. */
    record Growth(long cluster, int size, int sources) {}

    /** Two clusters of which comments may say the same. */
    record Pair(long one, long other, double likeness) {}

    Optional<Cluster> find(String round, long id) {
        return jdbc.sql("select * from comment_cluster where round = ? and id = ?")
                .params(round, id)
                .query((row, number) -> cluster(row))
                .optional();
    }

    Optional<Cluster> ofComment(long comment) {
        return jdbc.sql(
                        "select k.* from comment_cluster k join comment_standing s on s.cluster = k.id where s.comment = ?")
                .param(comment)
                .query((row, number) -> cluster(row))
                .optional();
    }

    Optional<Merged> merged(long id) {
        return jdbc.sql(
                        "select merged_into, merged_by, merged_at from comment_cluster where id = ? and merged_into is not null")
                .param(id)
                .query((row, number) -> new Merged(row.getLong("merged_into"), Signed.of(row, "merged")))
                .optional();
    }

    List<Cluster> ofRound(String round) {
        return jdbc.sql("select * from comment_cluster where round = ? and size > 0 order by position, id")
                .param(round)
                .query((row, number) -> cluster(row))
                .list();
    }

    /** Those with these ids, in no order. */
    List<Cluster> withIds(String round, Collection<Long> ids) {
        return jdbc.sql("select * from comment_cluster where round = ? and id = any (?)")
                .params(round, ids.toArray(Long[]::new))
                .query((row, number) -> cluster(row))
                .list();
    }

    /** The largest first, then by clause; of one clause when it isn't null. */
    List<Cluster> bySize(String round, @Nullable Long clause, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from comment_cluster
                        where round = :round and size > 0 and (cast(:clause as bigint) is null or clause_id = :clause)
                        order by size desc, position, id offset :offset limit :limit""")
                .param("round", round)
                .param("clause", clause)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> cluster(row))
                .list();
    }

    /**
     * Those that a reader of them chooses, in the same order; reads no further than it has to.
     *
     * @param wanted whether a cluster with this text of its first comment is wanted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Cluster> chosen(
            String round, @Nullable Long clause, BiPredicate<Cluster, String> wanted, int offset, int limit) {
        return Objects.requireNonNull(template.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            """
                            select k.*, c.text from comment_cluster k join comment c on c.id = k.first_comment
                            where k.round = ? and k.size > 0 and (? = -1 or k.clause_id = ?)
                            order by k.size desc, k.position, k.id""");
                    statement.setFetchSize(FETCH);
                    statement.setString(1, round);
                    statement.setLong(2, clause == null ? -1 : clause);
                    statement.setLong(3, clause == null ? -1 : clause);
                    return statement;
                },
                (ResultSet rows) -> {
                    var found = new ArrayList<Cluster>();
                    int skipped = 0;
                    while (found.size() < limit && rows.next()) {
                        var cluster = cluster(rows);
                        if (wanted.test(cluster, rows.getString("text")) && skipped++ >= offset) {
                            found.add(cluster);
                        }
                    }
                    return found;
                }));
    }

    /** The clauses that have a cluster, in their order. */
    List<Long> clauses(String round) {
        return jdbc.sql(
                        """
                        select clause_id from comment_cluster where round = ? and size > 0
                        group by clause_id order by min(position), clause_id""")
                .param(round)
                .query(Long.class)
                .list();
    }

    /** How many hold a comment and how many hold several; of one clause when it isn't null. */
    int[] count(String round, @Nullable Long clause) {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where size > 1) from comment_cluster
                        where round = :round and size > 0 and (cast(:clause as bigint) is null or clause_id = :clause)""")
                .param("round", round)
                .param("clause", clause)
                .query((row, number) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
    }

    Optional<Seat> seat(long comment) {
        return jdbc.sql(
                        """
                        select s.cluster, s.likeness is null as by_hand, k.first_comment
                        from comment_standing s join comment_cluster k on k.id = s.cluster where s.comment = ?""")
                .param(comment)
                .query((row, number) ->
                        new Seat(row.getLong("cluster"), row.getLong("first_comment"), row.getBoolean("by_hand")))
                .optional();
    }

    /** Ids for new clusters. */
    List<Long> newIds(int count) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('comment_cluster', 'id')) from generate_series(1, ?) order by 1")
                .param(count)
                .query(Long.class)
                .list();
    }

    void insert(List<Cluster> clusters) {
        template.batchUpdate(
                """
                insert into comment_cluster (id, round, clause_id, position, size, sources, first_comment, gist, contested)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                clusters,
                Math.max(clusters.size(), 1),
                (statement, one) -> {
                    statement.setLong(1, one.id());
                    statement.setString(2, one.round());
                    statement.setLong(3, one.clauseId());
                    statement.setInt(4, one.position());
                    statement.setInt(5, one.size());
                    statement.setInt(6, bits(one.sources()));
                    statement.setLong(7, one.firstComment());
                    statement.setString(8, one.gist());
                    statement.setBoolean(9, one.contested());
                });
    }

    void grow(List<Growth> growths) {
        template.batchUpdate(
                "update comment_cluster set size = size + ?, sources = sources | ? where id = ?",
                growths,
                Math.max(growths.size(), 1),
                (statement, one) -> {
                    statement.setInt(1, one.size());
                    statement.setInt(2, one.sources());
                    statement.setLong(3, one.cluster());
                });
    }

    /** Marks what takes sides on a clause. */
    void contest(String round, long clause, int position) {
        jdbc.sql(
                        """
                        update comment_cluster k set contested = true
                        where k.round = ? and k.position = ? and k.clause_id = ? and k.size > 0 and not k.contested
                          and exists (select 1 from comment_standing s join comment c on c.id = s.comment
                                      where s.cluster = k.id and c.type in ('AGREE', 'AMEND', 'REMOVE'))""")
                .params(round, position, clause)
                .update();
    }

    /** A new cluster with a copy of another's proposal, owner and due day; its comments come next. */
    void insertCopy(long id, long of, Comment first, int position, String gist) {
        jdbc.sql(
                        """
                        insert into comment_cluster (id, round, clause_id, position, size, sources, first_comment, gist, contested,
                            owner, due_on, proposal, proposal_reason, proposed_by, proposed_at)
                        overriding system value
                        select :id, round, :clause, :position, 0, 0, :first, :gist, contested,
                            owner, due_on, proposal, proposal_reason, proposed_by, proposed_at
                        from comment_cluster where id = :of""")
                .param("id", id)
                .param("of", of)
                .param("clause", first.clauseId())
                .param("position", position)
                .param("first", first.id())
                .param("gist", gist)
                .update();
    }

    /** Counts the comments of a cluster anew; gives the one that now has to stand for it when that one went. */
    Optional<Long> recount(long id) {
        jdbc.sql(
                        """
                        update comment_cluster k set size = n.size, sources = n.sources
                        from (select count(*) as size, %s as sources
                              from comment_standing s join comment c on c.id = s.comment where s.cluster = :id) n
                        where k.id = :id"""
                                .formatted(SOURCE_BITS))
                .param("id", id)
                .update();
        return jdbc.sql(
                        """
                        select min(s.comment) from comment_standing s join comment_cluster k on k.id = s.cluster
                        where s.cluster = ? having not bool_or(s.comment = k.first_comment)""")
                .param(id)
                .query(Long.class)
                .optional();
    }

    void standFor(long id, Comment first, int position, String gist) {
        jdbc.sql("update comment_cluster set first_comment = ?, clause_id = ?, position = ?, gist = ? where id = ?")
                .params(first.id(), first.clauseId(), position, gist, id)
                .update();
    }

    /** Nothing is left of these but where their comments went. */
    void empty(Collection<Long> ids, long into, Signed signed) {
        jdbc.sql(
                        """
                        update comment_cluster set size = 0, sources = 0, contested = false, owner = null, due_on = null,
                            proposal = null, proposal_reason = null, proposed_by = null, proposed_at = null,
                            merged_into = ?, merged_by = ?, merged_at = ?
                        where id = any (?)""")
                .params(into, signed.by(), Timestamp.from(signed.at()), ids.toArray(Long[]::new))
                .update();
    }

    void contest(long id) {
        jdbc.sql("update comment_cluster set contested = true where id = ?")
                .param(id)
                .update();
    }

    /** Pairs that nobody has judged yet, the most alike first, of one cluster when it isn't null; a pair may come twice. */
    List<Pair> nearPairs(String round, @Nullable Long cluster, int limit) {
        return jdbc.sql(
                        """
                        select s.cluster as one, n.cluster as other, s.near_likeness from comment_standing s
                          join comment_standing n on n.comment = s.near
                          join comment_cluster a on a.id = s.cluster and a.decision is null
                          join comment_cluster b on b.id = n.cluster and b.decision is null
                        where s.round = :round and s.near is not null and s.cluster <> n.cluster
                          and (cast(:cluster as bigint) is null or s.cluster = :cluster or n.cluster = :cluster)
                        order by s.near_likeness desc, s.comment limit :limit""")
                .param("round", round)
                .param("cluster", cluster)
                .param("limit", limit)
                .query((row, number) ->
                        new Pair(row.getLong("one"), row.getLong("other"), row.getDouble("near_likeness")))
                .list();
    }

    private static final String SOURCE_BITS = "coalesce(bit_or(case c.source "
            + Arrays.stream(SourceGroup.values())
                    .map(source -> "when '" + source.name() + "' then " + source.bit())
                    .collect(Collectors.joining(" "))
            + " else 0 end), 0)";

    static int bits(Collection<SourceGroup> sources) {
        return sources.stream().mapToInt(SourceGroup::bit).reduce(0, (one, other) -> one | other);
    }

    static Cluster cluster(ResultSet row) throws SQLException {
        return new Cluster(
                row.getLong("id"),
                row.getString("round"),
                row.getLong("clause_id"),
                row.getInt("position"),
                row.getInt("size"),
                sources(row.getInt("sources")),
                row.getLong("first_comment"),
                row.getString("gist"),
                row.getBoolean("contested"),
                row.getString("owner"),
                row.getObject("due_on", LocalDate.class),
                answer(row, "proposal", "proposed"),
                answer(row, "decision", "decided"));
    }

    private static Set<SourceGroup> sources(int bits) {
        return Arrays.stream(SourceGroup.values())
                .filter(source -> (bits & source.bit()) != 0)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Cluster.@Nullable Answer answer(ResultSet row, String layer, String deed) throws SQLException {
        var disposition = row.getString(layer);
        if (disposition == null) {
            return null;
        }
        var reason = row.getString(layer + "_reason");
        return new Cluster.Answer(
                Disposition.valueOf(disposition),
                reason == null ? "" : reason,
                new Signed(
                        row.getString(deed + "_by"),
                        row.getTimestamp(deed + "_at").toInstant()));
    }
}
