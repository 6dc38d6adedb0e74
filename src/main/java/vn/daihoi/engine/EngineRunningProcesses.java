package vn.daihoi.engine;

import org.camunda.bpm.engine.RuntimeService;
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
        return engine.inside(() -> {
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
        });
    }
}
