package vn.daihoi.engine.hardening;

import java.util.List;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Checks a query that extends a filter before the engine sees it, branches included, and hands it on as the plain kind: a
 * filter takes only queries of its own class.
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

    @SuppressWarnings("unchecked") // a task query stays a task query
    private static <Q extends Query<?, ?>> Q checked(Q query) {
        if (query instanceof SafeTaskQuery safe) {
            safe.refuseExpressions();
            return (Q) new TaskQueryImpl().extend(safe);
        }
        return query;
    }
}
