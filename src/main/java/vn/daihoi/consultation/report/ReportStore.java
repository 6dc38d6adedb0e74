package vn.daihoi.consultation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Search;

/** What the reports read. Rows that may be many come one by one; what people typed comes out harmless. */
@Component
class ReportStore {

    /** Rows the driver holds at a time. */
    private static final int FETCHED = 500;

    private static final String TOPIC =
            """
            select c.id, c.clause_id, c.size, c.gist, c.contested, c.proposal, c.proposal_reason, c.decision,
                c.decision_reason, k.type, k.text, k.quote,
                (select string_agg(source || ' ' || comments || ' ' || unit, ',' order by comments desc, unit, source)
                    from (select o.source, coalesce(o.unit, '') unit, count(*) comments
                        from comment_standing s join comment o on o.id = s.comment where s.cluster = c.id
                        group by 1, 2) speaker) speakers,
                (select string_agg(p.clause_id::text, ',' order by p.clause_id)
                    from answer_proof p where p.cluster = c.id) shown_at
            from comment_cluster c join comment k on k.id = c.first_comment
            where c.size > 0\s
            """;

    private final JdbcClient jdbc;

    ReportStore(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(FETCHED);
        jdbc = JdbcClient.create(template);
    }

    /** How many comments of a group came in some way from a unit. */
    record Tally(SourceGroup source, Channel channel, @Nullable String unit, int comments, int hidden, int ungrouped) {

        /** Those that count. */
        int visible() {
            return comments - hidden;
        }
    }

    /** One comment with the answer of its cluster. */
    record Line(
            long comment,
            SourceGroup source,
            Channel channel,
            @Nullable String unit,
            long clauseId,
            CommentType type,
            String quote,
            String text,
            @Nullable Long cluster,
            Topic.@Nullable Answer answer,
            @Nullable String proposedBy,
            @Nullable String decidedBy,
            List<Long> shownAt) {}

    List<Tally> tallies(String round) {
        return jdbc.sql(
                        """
                        select k.source, k.channel, k.unit, count(*) comments,
                            count(*) filter (where s.moderation = 'HIDDEN') hidden,
                            count(*) filter (where s.comment is null) ungrouped
                        from comment k left join comment_standing s on s.comment = k.id
                        where k.round = :round group by 1, 2, 3 order by 1, 2, 3""")
                .param("round", round)
                .query((row, number) -> new Tally(
                        SourceGroup.valueOf(row.getString("source")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("unit"),
                        row.getInt("comments"),
                        row.getInt("hidden"),
                        row.getInt("ungrouped")))
                .list();
    }

    /** How many clusters and comments got which answer; decided ones apart from proposed ones. */
    record Answered(@Nullable Disposition disposition, boolean decided, int clusters, int comments) {}

    List<Answered> answered(String round) {
        return jdbc.sql(
                        """
                        select coalesce(decision, proposal) disposition, decision is not null decided, count(*) clusters,
                            sum(size) comments
                        from comment_cluster where round = :round and size > 0 group by 1, 2 order by 1, 2""")
                .param("round", round)
                .query((row, number) -> new Answered(
                        disposition(row.getString("disposition")),
                        row.getBoolean("decided"),
                        row.getInt("clusters"),
                        row.getInt("comments")))
                .list();
    }

    /** What was said, in the order of the clauses it is about, each clause's biggest first. */
    void topics(String round, Map<String, String> units, Consumer<Topic> each) {
        jdbc.sql(TOPIC + "and c.round = :round order by c.position, c.size desc, c.id")
                .param("round", round)
                .query((ResultSet row) -> each.accept(topic(row, units)));
    }

    /**
     * What was said, the biggest first, by the ids of the clusters.
     *
     * @param words as {@link Search#normal} gives them, looked for in what was said and decided; empty for all
     * @param disposition only what was decided so, null for all
     */
    List<Long> found(String round, String words, @Nullable Disposition disposition) {
        var ids = new ArrayList<Long>();
        jdbc.sql(
                        """
                        select id, gist, coalesce(decision_reason, '') reason from comment_cluster
                        where round = :round and size > 0
                            and (cast(:disposition as varchar) is null or decision = :disposition)
                        order by size desc, position, id""")
                .param("round", round)
                .param("disposition", disposition == null ? null : disposition.name())
                .query((ResultSet row) -> {
                    if (words.isEmpty() || has(row.getString("gist") + " " + row.getString("reason"), words)) {
                        ids.add(row.getLong("id"));
                    }
                });
        return ids;
    }

    private static boolean has(String text, String words) {
        return (" " + Search.normal(text) + " ").contains(" " + words + " ");
    }

    /** Some of what was said, in the order of these ids; it names groups only, not the units they belong to. */
    List<Topic> topics(List<Long> clusters) {
        var topics = new ArrayList<Topic>();
        jdbc.sql(TOPIC + "and c.id = any (:ids) order by array_position(:ids, c.id)")
                .param("ids", clusters.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    topics.add(topic(row, Map.of()));
                });
        return topics;
    }

    /** The comments that aren't hidden, those that are answered together next to each other. */
    void lines(String round, Consumer<Line> each) {
        jdbc.sql(
                        """
                        select k.id, k.source, k.channel, k.unit, k.clause_id, k.type, k.quote, k.text, c.id cluster,
                            c.proposal, c.proposal_reason, c.proposed_by, c.decision, c.decision_reason, c.decided_by,
                            (select string_agg(p.clause_id::text, ',' order by p.clause_id)
                                from answer_proof p where p.cluster = c.id) shown_at
                        from comment k left join comment_standing s on s.comment = k.id
                            left join comment_cluster c on c.id = s.cluster
                        where k.round = :round and s.moderation is distinct from 'HIDDEN'
                        order by c.position, c.id, k.id""")
                .param("round", round)
                .query((ResultSet row) -> each.accept(line(row)));
    }

    private static Topic topic(ResultSet row, Map<String, String> units) throws SQLException {
        return new Topic(
                row.getLong("id"),
                row.getLong("clause_id"),
                row.getInt("size"),
                speakers(row.getString("speakers"), units),
                CommentType.valueOf(row.getString("type")),
                CleanText.line(row.getString("gist")),
                CleanText.lines(row.getString("text")),
                CleanText.line(row.getString("quote")),
                row.getBoolean("contested"),
                disposition(row.getString("proposal")),
                answer(row),
                ids(row.getString("shown_at")));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                SourceGroup.valueOf(row.getString("source")),
                Channel.valueOf(row.getString("channel")),
                row.getString("unit"),
                row.getLong("clause_id"),
                CommentType.valueOf(row.getString("type")),
                CleanText.line(row.getString("quote")),
                CleanText.lines(row.getString("text")),
                row.getObject("cluster", Long.class),
                answer(row),
                row.getString("proposed_by"),
                row.getString("decided_by"),
                ids(row.getString("shown_at")));
    }

    private static Topic.@Nullable Answer answer(ResultSet row) throws SQLException {
        var decision = disposition(row.getString("decision"));
        var disposition = decision != null ? decision : disposition(row.getString("proposal"));
        if (disposition == null) {
            return null;
        }
        var reason = row.getString(decision != null ? "decision_reason" : "proposal_reason");
        return new Topic.Answer(disposition, reason == null ? "" : CleanText.lines(reason), decision != null);
    }

    private static @Nullable Disposition disposition(@Nullable String name) {
        return name == null ? null : Disposition.valueOf(name);
    }

    private static List<Long> ids(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
    }

    /** "PARTY_MEMBER 3 q1.cb01" by the name of the unit, groups of one unit together. */
    private static List<Topic.Speaker> speakers(@Nullable String joined, Map<String, String> units) {
        if (joined == null) {
            return List.of();
        }
        var byName = new LinkedHashMap<String, Integer>();
        for (var one : joined.split(",")) {
            var parts = one.split(" ", 3);
            byName.merge(name(SourceGroup.valueOf(parts[0]), parts[2], units), Integer.valueOf(parts[1]), Integer::sum);
        }
        return byName.entrySet().stream()
                .map(speaker -> new Topic.Speaker(speaker.getKey(), speaker.getValue()))
                .toList();
    }

    /** The unit a comment came from, else the group of its author. */
    static String name(SourceGroup source, @Nullable String unit, Map<String, String> units) {
        return unit == null ? source.title() : units.getOrDefault(unit, source.title());
    }
}
