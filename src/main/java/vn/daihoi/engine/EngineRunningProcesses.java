package vn.daihoi.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineRunningProcesses implements RunningProcesses {

    private static final String WARD = "wardId";

    private final RuntimeService runtime;
    private final EngineCommands engine;
    private final JdbcClient jdbc;

    EngineRunningProcesses(RuntimeService runtime, EngineCommands engine, JdbcClient jdbc) {
        this.runtime = runtime;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public boolean correlate(String message, String processKey, String businessKey, ProcessValues values) {
        try {
            return engine.inside(() -> deliver(message, processKey, businessKey, values));
        } catch (OptimisticLockingException race) {
            // a job of the same instance was faster; said in words that modules without the engine understand
            throw new OptimisticLockingFailureException("Instance of " + processKey + " changed meanwhile", race);
        }
    }

    @Override
    @Transactional
    public void start(String processKey, String businessKey, String tenant, ProcessValues values) {
        // of two that start the same at once, the second waits and then finds it running
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:instance, 0))")
                .param("instance", processKey + " " + businessKey)
                .query((row, number) -> 0)
                .list();
        engine.inside(() -> {
            boolean runs = runtime.createProcessInstanceQuery()
                            .processDefinitionKey(processKey)
                            .processInstanceBusinessKey(businessKey)
                            .count()
                    > 0;
            return runs
                    ? businessKey
                    : runtime.createProcessInstanceByKey(processKey)
                            .businessKey(businessKey)
                            .processDefinitionWithoutTenantId()
                            .setVariables(values.asMap())
                            // the tenant follows from it, whatever the values say
                            .setVariable(WARD, tenant)
                            .execute()
                            .getId();
        });
    }

    private boolean deliver(String message, String processKey, String businessKey, ProcessValues values) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        if (instance == null) {
            return false;
        }
        var delivered = runtime.createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .setVariablesToTriggeredScope(values.asMap())
                .correlateAllWithResult();
        return !delivered.isEmpty();
    }
}
