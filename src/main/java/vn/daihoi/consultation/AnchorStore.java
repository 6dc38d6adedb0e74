package vn.daihoi.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Signed;
import vn.daihoi.consultation.Anchors.Counts;
import vn.daihoi.consultation.anchor.Placement;
import vn.daihoi.consultation.anchor.Placement.Outcome;

/** Rows of where comments stand in later versions. */
@Component
class AnchorStore {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    AnchorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment by what its place depends on. */
    record Anchored(long comment, long clause, String quote) {}

    /** A comment whose place a person has to look at. */
    record Open(long comment, CommentType type, String text, long clause, String quote, Placement placement) {}

    /** A place a person settled in an earlier version; no clause when it is gone. */
    record Settled(int version, @Nullable Long clause) {}

    /** The comments of a round that have no place in a version yet; those that were hidden need none. */
    List<Anchored> unplaced(String round, int version) {
        return jdbc.sql(
                        """
                        select c.id, c.clause_id, c.quote from comment c
                        where c.round = :round
                          and not exists (select from comment_anchor a where a.comment = c.id and a.version_number = :version)
                          and not exists (select from comment_standing s where s.comment = c.id and s.moderation = 'HIDDEN')
                        order by c.id""")
                .param("round", round)
                .param("version", version)
                .query((row, number) ->
                        new Anchored(row.getLong("id"), row.getLong("clause_id"), row.getString("quote")))
                .list();
    }

    /** What people settled last before a version, by comment. */
    Map<Long, Settled> settledBefore(String round, int version) {
        var settled = new HashMap<Long, Settled>();
        jdbc.sql(
                        """
                        select distinct on (a.comment) a.comment, a.version_number, a.clause_id
                        from comment_anchor a join comment c on c.id = a.comment
                        where c.round = :round and a.version_number < :version and a.settled_at is not null
                        order by a.comment, a.version_number desc""")
                .param("round", round)
                .param("version", version)
                .query(row -> {
                    settled.put(
                            row.getLong("comment"),
                            new Settled(row.getInt("version_number"), row.getObject("clause_id", Long.class)));
                });
        return settled;
    }

    /** Keeps places; a comment that has one in this version keeps that. */
    void place(int version, List<Anchored> comments, List<Placement> placements) {
        for (int from = 0; from < comments.size(); from += BATCH) {
            int to = Math.min(comments.size(), from + BATCH);
            var places = placements.subList(from, to);
            jdbc.sql(
                            """
                            insert into comment_anchor (comment, version_number, outcome, clause_id, confidence)
                            select comment, ?, outcome, clause, confidence
                            from unnest(?, ?, ?, ?) as placed (comment, outcome, clause, confidence)
                            on conflict do nothing""")
                    .param(version)
                    .param(comments.subList(from, to).stream()
                            .map(Anchored::comment)
                            .toArray(Long[]::new))
                    .param(places.stream().map(place -> place.outcome().name()).toArray(String[]::new))
                    .param(places.stream().map(Placement::clauseId).toArray(Long[]::new))
                    .param(places.stream()
                            .map(place -> (float) place.confidence())
                            .toArray(Float[]::new))
                    .update();
        }
    }

    /** How the comments of a round stand in a version. */
    Counts counts(String round, int version) {
        return jdbc.sql(
                        """
                        select count(*) filter (where outcome = 'APPLIES') as applies,
                               count(*) filter (where outcome = 'MOVED') as moved,
                               count(*) filter (where outcome = 'DISSOLVED') as dissolved,
                               count(*) filter (where settled_at is null and confidence < :sure) as asked,
                               count(*) filter (where settled_at is not null) as settled
                        from comment_anchor a join comment c on c.id = a.comment
                        where c.round = :round and a.version_number = :version""")
                .param("round", round)
                .param("version", version)
                .param("sure", Placement.SURE)
                .query((row, number) -> new Counts(
                        row.getInt("applies"),
                        row.getInt("moved"),
                        row.getInt("dissolved"),
                        row.getInt("asked"),
                        row.getInt("settled")))
                .single();
    }

    /** The comments whose place a person has to look at, in the order of their clauses; one alone, or all from an offset. */
    List<Open> open(String round, int version, @Nullable Long only, int offset, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.type, c.text, c.clause_id as clause, c.quote, a.outcome, a.clause_id, a.confidence
                        from comment_anchor a join comment c on c.id = a.comment
                        where c.round = :round and a.version_number = :version
                          and a.settled_at is null and a.confidence < :sure
                          and (:only::bigint is null or c.id = :only)
                        order by c.clause_id, c.id limit :limit offset :offset""")
                .param("round", round)
                .param("version", version)
                .param("sure", Placement.SURE)
                .param("only", only)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Open(
                        row.getLong("id"),
                        CommentType.valueOf(row.getString("type")),
                        row.getString("text"),
                        row.getLong("clause"),
                        row.getString("quote"),
                        placement(row)))
                .list();
    }

    /** Who settled the places of some comments in a version; those nobody did are left out. */
    List<Signed> settlers(String round, int version, Collection<Long> comments) {
        return jdbc.sql(
                        """
                        select a.settled_by, a.settled_at from comment_anchor a join comment c on c.id = a.comment
                        where c.round = ? and a.version_number = ? and a.comment = any (?) and a.settled_at is not null
                        order by a.settled_at""")
                .param(round)
                .param(version)
                .param(comments.toArray(Long[]::new))
                .query((row, number) -> Signed.of(row, "settled"))
                .list();
    }

    /** Settles places as they are, where nobody has yet. */
    int settle(String round, int version, Collection<Long> comments, Signed signed) {
        return jdbc.sql(
                        """
                        update comment_anchor a set settled_by = ?, settled_at = ? from comment c
                        where c.id = a.comment and c.round = ? and a.version_number = ? and a.comment = any (?)
                          and a.settled_at is null""")
                .param(signed.by())
                .param(Timestamp.from(signed.at()))
                .param(round)
                .param(version)
                .param(comments.toArray(Long[]::new))
                .update();
    }

    /** Settles a place otherwise, where nobody has yet: moved or still there, by whether it is the comment's own clause. */
    int settle(String round, int version, long comment, @Nullable Long clause, Signed signed) {
        return jdbc.sql(
                        """
                        update comment_anchor a set clause_id = :clause, confidence = 1, settled_by = :by, settled_at = :at,
                            outcome = case when :clause::bigint is null then 'DISSOLVED'
                                when :clause = c.clause_id then 'APPLIES' else 'MOVED' end
                        from comment c
                        where c.id = a.comment and c.round = :round and a.version_number = :version
                          and a.comment = :comment and a.settled_at is null""")
                .param("clause", clause)
                .param("by", signed.by())
                .param("at", Timestamp.from(signed.at()))
                .param("round", round)
                .param("version", version)
                .param("comment", comment)
                .update();
    }

    private static Placement placement(ResultSet row) throws SQLException {
        return new Placement(
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("clause_id", Long.class),
                row.getDouble("confidence"));
    }
}
