package vn.daihoi.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

@Component
class EngineRunningProcesses implements RunningProcesses {

    private final RuntimeService runtime;
    private final EngineCommands engine;

    EngineRunningProcesses(RuntimeService runtime, EngineCommands engine) {
        this.runtime = runtime;
        this.engine = engine;
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
    public void start(String processKey, String businessKey, String tenant, ProcessValues values) {
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
