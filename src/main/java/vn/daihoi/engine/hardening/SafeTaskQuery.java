package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * A task query whose {@code or} branches are checked for expressions like its top level. As shipped they are not
 * (CVE-2026-109432, published 2026-10-19, unfixed in the community edition), and any signed-in user can have an
 * expression evaluated. Queries that extend a filter are checked in {@link SafeFilterService}.
 */
class SafeTaskQuery extends TaskQueryImpl {

    private static final long serialVersionUID = 1L;

    SafeTaskQuery(CommandExecutor commandExecutor) {
        super(commandExecutor);
    }

    @Override
    protected void ensureOrExpressionsEvaluated() {
        refuseExpressions();
        super.ensureOrExpressionsEvaluated();
    }

    /** Refuses any expression, wherever in the query it stands; needs no database. */
    void refuseExpressions() {
        for (var branch : queries) {
            if (!branch.getExpressions().isEmpty()) {
                throw new BadUserRequestException("Expressions are forbidden in queries sent from outside");
            }
        }
    }
}
