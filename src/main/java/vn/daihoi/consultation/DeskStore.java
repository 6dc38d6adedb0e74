package vn.daihoi.consultation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.AnswerDesk.Layer;
import vn.daihoi.consultation.AnswerDesk.Order;
import vn.daihoi.consultation.AnswerDesk.Progress;
import vn.daihoi.consultation.AnswerDesk.View;

/**
 * Reads for the answer desk. A page is read along an index from where the last one ended, and nothing is counted further
 * than anybody wants to know: a round of 300,000 comments costs what one of 3,000 does.
 */
@Component
class DeskStore {

    private static final Pattern CODE = Pattern.compile("(?i)yk[- ]?(\\d{1,18})");

    private final JdbcClient jdbc;

    DeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cluster as the list shows it. */
    record Listed(Cluster cluster, CommentType type) {}

    /**
     * The clusters of a view in its order.
     *
     * @param unanswered only those that lack this layer as well; null for all of the view
     * @param after begins behind this one, null for the beginning
     */
    List<Listed> list(
            String round,
            View view,
            int position,
            Layer layer,
            @Nullable Layer unanswered,
            String user,
            @Nullable Cluster after,
            int limit) {
        var code = CODE.matcher(view.words());
        boolean coded = code.matches();
        var sql = "select k.*, c.type from (select * from comment_cluster where round = :round and size > 0"
                + shown(view, layer)
                + (unanswered == null ? "" : lacking(unanswered))
                + (view.group() == null ? "" : " and sources & :group <> 0")
                + (view.clause() == null ? "" : " and position = :position and clause_id = :clause")
                + (coded ? " and id = (select cluster from comment_standing where comment = :code)" : "")
                + (coded || view.words().isEmpty()
                        ? ""
                        : " and lower(unaccent(gist)) like '%' || lower(unaccent(:words)) || '%' escape '\\'")
                + (after == null ? "" : " and " + behind(view.order()))
                + " order by " + columns(view.order()) + " limit :limit) k join comment c on c.id = k.first_comment"
                + " order by " + columns(view.order()).replaceAll("(size|sources|position|id)", "k.$1");
        var query = jdbc.sql(sql)
                .param("round", round)
                .param("user", user)
                .param("position", position)
                .param("clause", view.clause())
                .param("group", view.group() == null ? 0 : view.group().bit())
                .param("code", coded ? Long.parseLong(code.group(1)) : 0)
                .param("words", view.words().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("limit", limit);
        if (after != null) {
            query = query.param("afterSize", after.size())
                    .param("afterSources", bits(after))
                    .param("afterPosition", after.position())
                    .param("afterId", after.id());
        }
        return query.query((row, number) ->
                        new Listed(ClusterStore.cluster(row), CommentType.valueOf(row.getString("type"))))
                .list();
    }

    private static String shown(View view, Layer layer) {
        return switch (view.show()) {
            case UNANSWERED -> lacking(layer);
            case CONTESTED -> " and contested";
            case MINE -> " and owner = :user";
            case PROPOSED -> " and proposal is not null and decision is null";
            case DECIDED -> " and decision is not null";
            case ALL -> "";
        };
    }

    private static String lacking(Layer layer) {
        return layer == Layer.PROPOSAL ? " and proposal is null" : " and decision is null";
    }

    private static String columns(Order order) {
        return switch (order) {
            case CLAUSE -> "position, id";
            case SIZE -> "size desc, position, id";
            case GROUP -> "sources, position, id";
        };
    }

    private static String behind(Order order) {
        return switch (order) {
            case CLAUSE -> "(position, id) > (:afterPosition, :afterId)";
            case SIZE -> "size <= :afterSize and (size < :afterSize or (position, id) > (:afterPosition, :afterId))";
            case GROUP -> "(sources, position, id) > (:afterSources, :afterPosition, :afterId)";
        };
    }

    private static int bits(Cluster cluster) {
        return cluster.sources().stream().mapToInt(SourceGroup::bit).sum();
    }

    /** A cluster of a round that still holds a comment. */
    Optional<Listed> find(String round, long cluster) {
        return jdbc.sql(
                        """
                        select k.*, c.type from comment_cluster k join comment c on c.id = k.first_comment
                        where k.round = ? and k.id = ? and k.size > 0""")
                .params(round, cluster)
                .query((row, number) ->
                        new Listed(ClusterStore.cluster(row), CommentType.valueOf(row.getString("type"))))
                .optional();
    }

    /** Counts no further than one beyond {@link AnswerDesk#COUNTED}. */
    Progress progress(String round, Layer layer) {
        return jdbc.sql(
                        """
                        select (select count(*) from (select 1 from comment_cluster
                                    where round = :round and size > 0 %s limit :most) a) as open,
                               (select count(*) from (select 1 from comment_cluster
                                    where round = :round and size > 0 limit :most) b) as whole"""
                                .formatted(lacking(layer)))
                .param("round", round)
                .param("most", AnswerDesk.COUNTED + 1)
                .query((row, number) -> new Progress(row.getInt("open"), row.getInt("whole")))
                .single();
    }
}
