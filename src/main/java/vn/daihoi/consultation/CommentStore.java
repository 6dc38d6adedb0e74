package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;

/** Rows of comments and of where they stand. */
@Component
class CommentStore {

    private static final String STANDING =
            "select c.*, s.* from comment c join comment_standing s on s.comment = c.id ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CommentStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** What moderation said of a comment. */
    enum Moderation {
        PENDING,
        SHOWN,
        HIDDEN
    }

    /** Where a comment stands; the cluster is null for a hidden one, the likeness where people put it. */
    record Standing(
            Comment comment,
            Moderation moderation,
            @Nullable Signed moderated,
            @Nullable String hiddenReason,
            @Nullable Long cluster,
            @Nullable Double likeness,
            long seq) {}

    /** A comment about to stand somewhere. */
    record NewStanding(
            Comment comment, Moderation moderation, long cluster, double likeness, long near, double nearLikeness) {}

    Optional<Comment> find(String round, long id) {
        return jdbc.sql("select * from comment where round = ? and id = ?")
                .params(round, id)
                .query((row, number) -> comment(row))
                .optional();
    }

    Optional<Comment> byReceipt(String sha256) {
        return jdbc.sql("select * from comment where receipt = ?")
                .param(sha256)
                .query((row, number) -> comment(row))
                .optional();
    }

    /** Those of a round that stand nowhere yet, by id. */
    List<Comment> unplaced(String round, long after, int limit) {
        return jdbc.sql(
                        """
                        select c.* from comment c left join comment_standing s on s.comment = c.id
                        where c.round = ? and c.id > ? and s.comment is null order by c.id limit ?""")
                .params(round, after, limit)
                .query((row, number) -> comment(row))
                .list();
    }

    /** Rounds with comments that stand nowhere yet, among those with a greater id. */
    List<String> roundsWithUnplaced(long after) {
        return jdbc.sql(
                        """
                        select distinct c.round from comment c left join comment_standing s on s.comment = c.id
                        where c.id > ? and s.comment is null""")
                .param(after)
                .query(String.class)
                .list();
    }

    /** The greatest id of what came before a moment, at least the one given. */
    long newestBefore(java.time.Instant moment, long after) {
        return jdbc.sql("select coalesce(max(id), ?) from comment where id > ? and received_at < ?")
                .params(after, after, Timestamp.from(moment))
                .query(Long.class)
                .single();
    }

    /** Those of a round that were placed later, in the order of placing. */
    List<Standing> placedSince(String round, long seq, int limit) {
        return jdbc.sql(STANDING + "where s.round = ? and s.seq > ? order by s.seq limit ?")
                .params(round, seq, limit)
                .query((row, number) -> standing(row))
                .list();
    }

    boolean placed(String round, long seq) {
        return jdbc.sql("select exists (select 1 from comment_standing where round = ? and seq = ?)")
                .params(round, seq)
                .query(Boolean.class)
                .single();
    }

    long lastPlaced(String round) {
        return jdbc.sql("select coalesce(max(seq), 0) from comment_standing where round = ?")
                .param(round)
                .query(Long.class)
                .single();
    }

    /** In this order. */
    void insert(String round, List<NewStanding> standings) {
        template.batchUpdate(
                """
                insert into comment_standing (comment, round, moderation, cluster, likeness, near, near_likeness)
                values (?, ?, ?, ?, ?, ?, ?)""",
                standings,
                standings.size(),
                (statement, one) -> {
                    statement.setLong(1, one.comment().id());
                    statement.setString(2, round);
                    statement.setString(3, one.moderation().name());
                    statement.setLong(4, one.cluster());
                    statement.setFloat(5, (float) one.likeness());
                    if (one.near() == 0) {
                        statement.setNull(6, Types.BIGINT);
                        statement.setNull(7, Types.REAL);
                    } else {
                        statement.setLong(6, one.near());
                        statement.setFloat(7, (float) one.nearLikeness());
                    }
                });
    }

    /** Where these comments of a round stand, by id. */
    List<Standing> standings(String round, Collection<Long> comments) {
        return jdbc.sql(STANDING + "where s.round = ? and s.comment = any (?) order by s.comment")
                .params(round, comments.toArray(Long[]::new))
                .query((row, number) -> standing(row))
                .list();
    }

    /** The comments of a cluster, the one that stands for it first. */
    List<Standing> ofCluster(long cluster, int offset, int limit) {
        return jdbc.sql(
                        STANDING
                                + """
                        join comment_cluster k on k.id = s.cluster
                        where s.cluster = ? order by (s.comment = k.first_comment) desc, s.comment offset ? limit ?""")
                .params(cluster, offset, limit)
                .query((row, number) -> standing(row))
                .list();
    }

    List<Comments.Grouped> ofRound(String round) {
        return jdbc.sql(
                        """
                        select c.*, s.cluster from comment c left join comment_standing s on s.comment = c.id
                        where c.round = ? and s.moderation is distinct from 'HIDDEN' order by c.id""")
                .param(round)
                .query((row, number) -> new Comments.Grouped(comment(row), row.getObject("cluster", Long.class)))
                .list();
    }

    /** What stands nowhere yet came from the public page, or will be shown at once. */
    int pending(String round) {
        return jdbc.sql("select count(*) from comment_standing where round = ? and moderation = 'PENDING'")
                .param(round)
                .query(Integer.class)
                .single();
    }

    List<Comment> pending(String round, int offset, int limit) {
        return jdbc.sql(STANDING + "where s.round = ? and s.moderation = 'PENDING' order by s.comment offset ? limit ?")
                .params(round, offset, limit)
                .query((row, number) -> comment(row))
                .list();
    }

    /** The hidden ones, the last hidden first. */
    List<Standing> hidden(String round) {
        return jdbc.sql(STANDING
                        + "where s.round = ? and s.moderation = 'HIDDEN' order by s.moderated_at desc, s.comment desc")
                .param(round)
                .query((row, number) -> standing(row))
                .list();
    }

    void show(Collection<Long> comments, Signed signed) {
        jdbc.sql(
                        """
                        update comment_standing set moderation = 'SHOWN', moderated_by = ?, moderated_at = ?
                        where comment = any (?)""")
                .params(signed.by(), Timestamp.from(signed.at()), comments.toArray(Long[]::new))
                .update();
    }

    void hide(Collection<Long> comments, String reason, Signed signed) {
        jdbc.sql(
                        """
                        update comment_standing set moderation = 'HIDDEN', moderated_by = ?, moderated_at = ?, hidden_reason = ?,
                            cluster = null, likeness = null, near = null, near_likeness = null
                        where comment = any (?)""")
                .params(signed.by(), Timestamp.from(signed.at()), reason, comments.toArray(Long[]::new))
                .update();
    }

    /** People put these comments into a cluster. */
    void move(Collection<Long> comments, long cluster) {
        jdbc.sql(
                        """
                        update comment_standing set cluster = ?, likeness = null, near = null, near_likeness = null
                        where comment = any (?)""")
                .params(cluster, comments.toArray(Long[]::new))
                .update();
    }

    /** People put all comments of some clusters into another. */
    void moveAll(Collection<Long> clusters, long into) {
        jdbc.sql(
                        """
                        update comment_standing set cluster = ?, likeness = null, near = null, near_likeness = null
                        where cluster = any (?)""")
                .params(into, clusters.toArray(Long[]::new))
                .update();
    }

    /** A person said that two clusters don't say the same. */
    void keepApart(long one, long other) {
        jdbc.sql(
                        """
                        update comment_standing s set near = null, near_likeness = null from comment_standing n
                        where n.comment = s.near
                          and (s.cluster = :one and n.cluster = :other or s.cluster = :other and n.cluster = :one)""")
                .param("one", one)
                .param("other", other)
                .update();
    }

    static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getString("round"),
                SourceGroup.valueOf(row.getString("source")),
                Channel.valueOf(row.getString("channel")),
                row.getString("unit"),
                row.getString("area"),
                row.getLong("clause_id"),
                row.getString("quote"),
                CommentType.valueOf(row.getString("type")),
                row.getString("text"),
                row.getTimestamp("received_at").toInstant());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var likeness = row.getObject("likeness", Float.class);
        return new Standing(
                comment(row),
                Moderation.valueOf(row.getString("moderation")),
                Signed.perhaps(row, "moderated"),
                row.getString("hidden_reason"),
                row.getObject("cluster", Long.class),
                likeness == null ? null : likeness.doubleValue(),
                row.getLong("seq"));
    }
}
