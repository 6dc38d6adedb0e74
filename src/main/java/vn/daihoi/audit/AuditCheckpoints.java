package vn.daihoi.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditChain.Head;
import vn.daihoi.audit.ChainState.Intact;

/** Heads of the chain noted at some moment, so that a later look can tell when the chain ends before one of them. */
@Component
public class AuditCheckpoints {

    private final AuditChain chain;
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditCheckpoints(AuditChain chain, JdbcClient jdbc, Clock clock) {
        this.chain = chain;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A head that was noted.
     *
     * @param head where the chain ended
     * @param at when
     * @param by id of the account that had it checked, or {@link AuditEntry#SYSTEM} for one noted unchecked
     */
    public record Checkpoint(Head head, Instant at, String by) {}

    /** The one noted last; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Checkpoint> last() {
        return jdbc.sql("select position, hash, at, by from audit_checkpoint order by id desc limit 1")
                .query((row, number) -> new Checkpoint(
                        new Head(row.getLong("position"), row.getString("hash")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by")))
                .optional();
    }

    /**
     * Notes a head that was found right.
     *
     * @param by id of the account that had it checked
     */
    @Transactional
    public void note(Intact intact, String by) {
        note(new Head(intact.right(), intact.head()), by);
    }

    /** Notes where the chain ends now, unless that has been noted. Gives back what it noted. */
    @Transactional
    public Optional<Head> noteHead() {
        var head = chain.head();
        if (last().filter(last -> last.head().equals(head)).isPresent() || head.position() == 0) {
            return Optional.empty();
        }
        note(head, AuditEntry.SYSTEM);
        return Optional.of(head);
    }

    private void note(Head head, String by) {
        jdbc.sql("insert into audit_checkpoint (position, hash, at, by) values (:position, :hash, :at, :by)")
                .param("position", head.position())
                .param("hash", head.hash())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }
}
