package vn.daihoi.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
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
        return despiteJobs(processKey, () -> deliver(message, processKey, businessKey, values));
    }

    @Override
    public <T> boolean correlate(
            String message, String processKey, String businessKey, ProcessVariable<T> part, T value) {
        return despiteJobs(processKey, () -> deliver(message, processKey, businessKey, part, value));
    }

    private boolean despiteJobs(String processKey, Supplier<Boolean> delivery) {
        try {
            return engine.inside(delivery);
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
        var instance = running(processKey, businessKey);
        if (instance == null) {
            return false;
        }
        var delivered = runtime.createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .setVariablesToTriggeredScope(values.asMap())
                .correlateAllWithResult();
        return !delivered.isEmpty();
    }

    private <T> boolean deliver(
            String message, String processKey, String businessKey, ProcessVariable<T> part, T value) {
        var instance = running(processKey, businessKey);
        if (instance == null) {
            return false;
        }
        var meant =
                runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventName(message)
                        .list()
                        .stream()
                        .map(EventSubscription::getExecutionId)
                        .filter(execution -> value.equals(runtime.getVariable(execution, part.name())))
                        .findFirst();
        meant.ifPresent(execution -> runtime.messageEventReceived(message, execution));
        return meant.isPresent();
    }

    private @Nullable ProcessInstance running(String processKey, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }
}
