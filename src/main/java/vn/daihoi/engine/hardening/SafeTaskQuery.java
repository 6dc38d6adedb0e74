package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A task query whose {@code or} branches are checked for expressions like its top level. As shipped they are not
 * (CVE-2026-109432, published 2026-10-19, unfixed in the community edition), and any signed-in user can have an
 * expression evaluated. Both overrides are needed: one guards filters extended by a request, the other direct queries.
 */
class SafeTaskQuery extends TaskQueryImpl {

    private static final long serialVersionUID = 1L;

    SafeTaskQuery(CommandExecutor commandExecutor) {
        super(commandExecutor);
    }

    @Override
    public void validate() {
        super.validate();
        refuseExpressionsInBranches();
    }

    @Override
    protected void ensureOrExpressionsEvaluated() {
        refuseExpressionsInBranches();
        super.ensureOrExpressionsEvaluated();
    }

    /** The same query as the engine's own class, once it is known to hold no expression; use this one no more. */
    TaskQuery checkedAndPlain() {
        validate();
        return new TaskQueryImpl().extend(this);
    }

    private void refuseExpressionsInBranches() {
        for (var branch : queries.subList(1, queries.size())) {
            branch.validate(AdhocQueryValidator.get());
        }
    }
}
