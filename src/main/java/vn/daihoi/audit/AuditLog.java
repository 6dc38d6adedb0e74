package vn.daihoi.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only log of decisions. Nothing in it is ever changed or removed: the table itself refuses that. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Appends an entry. It joins the transaction of the deed, so that neither is kept without the other; calling it
     * outside a transaction is a programming error.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into audit_entry (at, who, for_whom, action, subject, detail, rule_set)
                        values (:at, :who, :forWhom, :action, :subject, :detail, :ruleSet)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("who", entry.who())
                .param("forWhom", entry.forWhom())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("ruleSet", entry.ruleSet())
                .update();
    }

    /** What was done to one subject, oldest first. */
    @Transactional(readOnly = true)
    public List<Recorded> of(String subject) {
        return jdbc.sql(
                        """
                        select at, who, for_whom, action, subject, detail, rule_set
                        from audit_entry where subject = :subject order by id""")
                .param("subject", subject)
                .query((row, number) -> new Recorded(
                        row.getTimestamp("at").toInstant(),
                        new AuditEntry(
                                row.getString("who"),
                                row.getString("for_whom"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getString("rule_set"))))
                .list();
    }

    /**
     * An entry as it stands in the log.
     *
     * @param at when it was recorded
     * @param entry what was done
     */
    public record Recorded(Instant at, AuditEntry entry) {}
}
