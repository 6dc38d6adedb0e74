package vn.daihoi.consultation;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comments and their clusters put straight into the tables, for tests of what is done with them afterwards. */
public final class PlantedClusters {

    private final JdbcClient jdbc;
    private final Timestamp now;
    private final String round;
    private int number;

    public PlantedClusters(ApplicationContext context, String round) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.now = Timestamp.from(context.getBean(Clock.class).instant());
        this.round = round;
    }

    /** A cluster about a clause that stands at this place, of one comment for each text. */
    public long cluster(long clause, int position, SourceGroup source, String quote, String... texts) {
        long first = comment(clause, source, quote, texts[0]);
        var gist = texts[0].replaceAll("\\s+", " ");
        long cluster = jdbc.sql(
                        """
                        insert into comment_cluster (round, clause_id, position, size, sources, first_comment, gist)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        round,
                        clause,
                        position,
                        texts.length,
                        source.bit(),
                        first,
                        gist.substring(0, Math.min(300, gist.length())))
                .query(Long.class)
                .single();
        stand(first, cluster);
        for (int at = 1; at < texts.length; at++) {
            stand(comment(clause, source, quote, texts[at]), cluster);
        }
        return cluster;
    }

    /** A cluster of one comment on the first clause. */
    public long cluster(String text) {
        return cluster(1, 1, SourceGroup.RESIDENT, "", text);
    }

    private long comment(long clause, SourceGroup source, String quote, String text) {
        number++;
        return jdbc.sql(
                        """
                        insert into comment (round, source, channel, clause_id, quote, type, text, origin, received_at)
                        values (?, ?, 'PUBLIC_PAGE', ?, ?, 'AMEND', ?, ?, ?) returning id""")
                .params(
                        round,
                        source.name(),
                        clause,
                        quote,
                        text,
                        "planted-" + number + "-" + System.identityHashCode(this),
                        now)
                .query(Long.class)
                .single();
    }

    private void stand(long comment, long cluster) {
        jdbc.sql(
                        """
                        insert into comment_standing (comment, round, moderation, cluster, likeness)
                        values (?, ?, 'SHOWN', ?, 1)""")
                .params(comment, round, cluster)
                .update();
    }
}
