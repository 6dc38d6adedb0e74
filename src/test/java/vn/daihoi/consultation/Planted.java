package vn.daihoi.consultation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts comments and answered clusters into the tables of a round as intake, grouping and desk leave them. */
final class Planted {

    private final RoundWard ward;
    private final JdbcClient jdbc;
    private final Timestamp now;

    Planted(RoundWard ward, ApplicationContext context) {
        this.ward = ward;
        jdbc = context.getBean(JdbcClient.class);
        now = Timestamp.from(context.getBean(Clock.class).instant());
    }

    /** A comment that nobody grouped yet. */
    long comment(long clause, CommentType type, String text, String quote) {
        return jdbc.sql(
                        """
                        insert into comment (round, source, channel, clause_id, quote, type, text, origin, received_at)
                        values (:round, 'RESIDENT', 'PUBLIC_PAGE', :clause, :quote, :type, :text, :origin, :at) returning id""")
                .param("round", ward.round)
                .param("clause", clause)
                .param("quote", quote)
                .param("type", type.name())
                .param("text", text)
                .param("origin", UUID.randomUUID().toString())
                .param("at", now)
                .query(Long.class)
                .single();
    }

    /** A cluster of one comment; no proposal, no decision where null. */
    long cluster(
            long clause,
            CommentType type,
            String text,
            String quote,
            @Nullable Disposition proposal,
            @Nullable Disposition decision) {
        long comment = comment(clause, type, text, quote);
        long cluster = jdbc.sql(
                        """
                        insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist,
                            proposal, proposed_by, proposed_at, decision, decided_by, decided_at)
                        values (:round, :clause, :clause, 1, 8, :comment, :gist, :proposal, :editor, :at,
                            :decision, :secretary, :at) returning id""")
                .param("round", ward.round)
                .param("clause", clause)
                .param("comment", comment)
                .param("gist", text.substring(0, Math.min(300, text.length())))
                .param("proposal", proposal == null ? null : proposal.name())
                .param("decision", decision == null ? null : decision.name())
                .param("editor", ward.editor)
                .param("secretary", ward.secretary)
                .param("at", now)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into comment_standing (comment, round, moderation, cluster, likeness) values (?, ?, 'SHOWN', ?, 1)")
                .params(comment, ward.round, cluster)
                .update();
        return cluster;
    }

    /** A cluster of one comment that was accepted. */
    long accepted(long clause, String text) {
        return cluster(clause, CommentType.AMEND, text, "", Disposition.ACCEPTED, Disposition.ACCEPTED);
    }

    /** The comment that stands for a cluster. */
    long commentOf(long cluster) {
        return jdbc.sql("select first_comment from comment_cluster where id = ?")
                .param(cluster)
                .query(Long.class)
                .single();
    }
}
