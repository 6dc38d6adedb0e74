package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * Models belong to nobody, instances to the ward they are about: a called instance to its caller's, another to the ward
 * named by its variable {@code wardId}.
 */
final class WardTenants implements TenantIdProvider {

    private static final String WARD = "wardId";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        var caller = context.getSuperExecution();
        if (caller != null) {
            return caller.getTenantId();
        }
        return context.getVariables().get(WARD) instanceof String ward ? ward : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        var execution = context.getExecution();
        return execution == null ? null : execution.getTenantId();
    }
}
