package vn.daihoi.engine.hardening;

import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import vn.daihoi.engine.gate.FormGate;
import vn.daihoi.engine.gate.GatedTaskService;

/** The gated task service, whose queries are safe as well. */
class SafeTaskService extends GatedTaskService {

    SafeTaskService(ObjectProvider<FormGate> gate) {
        super(gate);
    }

    @Override
    public TaskQuery createTaskQuery() {
        return new SafeTaskQuery(commandExecutor);
    }
}
