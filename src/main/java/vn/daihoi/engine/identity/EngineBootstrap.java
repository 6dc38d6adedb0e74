package vn.daihoi.engine.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings filters and grants to what they should be at each start; several nodes starting at once take turns. */
@Component
class EngineBootstrap implements SmartInitializingSingleton {

    private static final long LOCK = 0x6461_6968_6f69_0001L;

    private final TaskFilters filters;
    private final CoarseGrants grants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineBootstrap(TaskFilters filters, CoarseGrants grants, JdbcClient jdbc, TransactionTemplate transaction) {
        this.filters = filters;
        this.grants = grants;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, n) -> 0)
                    .list();
            grants.ensure(filters.ensure());
        });
    }
}
