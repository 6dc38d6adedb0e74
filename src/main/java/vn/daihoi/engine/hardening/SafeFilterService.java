package vn.daihoi.engine.hardening;

import java.util.List;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Lets Tasklist sort and narrow a stored filter. The engine demands that the extending query is of the very class of the
 * stored one, which {@link SafeTaskQuery} isn't; so that query is checked first and then handed on as a plain one.
 */
class SafeFilterService extends FilterServiceImpl {

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        return super.list(filterId, checked(extendingQuery));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, Q extendingQuery, int firstResult, int maxResults) {
        return super.listPage(filterId, checked(extendingQuery), firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        return super.singleResult(filterId, checked(extendingQuery));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        return super.count(filterId, checked(extendingQuery));
    }

    /** Checks inside a command, where the checks find the engine's settings. A null stays one: callers without an extending query pass it. */
    @SuppressWarnings("unchecked")
    private <Q extends Query<?, ?>> Q checked(Q extending) {
        return extending instanceof SafeTaskQuery query
                ? (Q) commandExecutor.execute(inside -> query.checkedAndPlain())
                : extending;
    }
}
