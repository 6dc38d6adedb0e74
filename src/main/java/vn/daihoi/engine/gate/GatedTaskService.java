package vn.daihoi.engine.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's task service with the form gate in front. What is not overridden here and changes something is refused by
 * the command fence.
 */
public class GatedTaskService extends TaskServiceImpl {

    private final ObjectProvider<FormGate> gate;

    /** The gate is looked up late: it needs the engine, which needs this service. */
    public GatedTaskService(ObjectProvider<FormGate> gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        gate.getObject().complete(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        gate.getObject().complete(taskId, variables);
        return Variables.createVariables();
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        gate.getObject().complete(taskId, variables);
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        if (userId == null) {
            setAssignee(taskId, null);
        } else {
            gate.getObject().claim(taskId, userId, () -> super.claim(taskId, userId));
        }
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        gate.getObject().assign(taskId, userId, person -> super.setAssignee(taskId, person));
    }

    @Override
    public Comment createComment(String taskId, @Nullable String processInstance, String message) {
        return gate.getObject().touch(taskId, () -> super.createComment(taskId, processInstance, message));
    }
}
