package vn.daihoi.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to the organisation are rare and depend on each other (the last administrator, a unit that still has cells, the
 * engine's mirror), so they take turns, on all nodes. Overlaps in time are refused by the tables themselves besides.
 */
@Component
class WriteLock {

    private static final long KEY = 0x6461_6968_6f69_0002L;

    private final JdbcClient jdbc;

    WriteLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn and keeps it until the transaction ends; taking it twice does no harm. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query((rs, row) -> 0)
                .list();
    }
}
