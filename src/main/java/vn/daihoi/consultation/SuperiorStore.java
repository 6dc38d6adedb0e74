package vn.daihoi.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.SuperiorRounds.Said;

/** What the superior said, among the comments. Whoever writes here has locked the round. */
@Component
class SuperiorStore {

    private final JdbcClient jdbc;

    SuperiorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what was said; false when it is there already. */
    boolean insert(String round, Said said, Instant at) {
        return jdbc.sql(
                                """
                                insert into comment (round, source, channel, clause_id, quote, type, text, origin,
                                    entered_by, received_at)
                                values (?, 'SUPERIOR', 'SESSION', ?, ?, ?, ?, ?, ?, ?)
                                on conflict (round, origin) do nothing""")
                        .params(
                                round,
                                said.clauseId(),
                                said.quote(),
                                said.type().name(),
                                said.text(),
                                said.origin(),
                                said.saidBy(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The cluster of what was said, once it has one. */
    List<Long> clusters(String round, String origin) {
        return jdbc.sql(
                        """
                        select s.cluster from comment c join comment_standing s on s.comment = c.id
                        where c.round = ? and c.origin = ?""")
                .params(round, origin)
                .query(Long.class)
                .list();
    }

    Optional<Comment> comment(String source, String origin) {
        return jdbc.sql(
                        """
                        select c.* from comment_round r join comment c on c.round = r.id
                        where r.source = ? and c.origin = ?""")
                .params(source, origin)
                .query((row, number) -> CommentStore.comment(row))
                .optional();
    }
}
