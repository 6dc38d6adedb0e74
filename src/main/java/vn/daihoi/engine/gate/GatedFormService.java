package vn.daihoi.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import vn.daihoi.engine.FormView;

/** The engine's form service with the form gate in front: forms open with our values and are taken by our rules. */
public class GatedFormService extends FormServiceImpl {

    private final ObjectProvider<FormGate> gate;
    private final ObjectMapper json;

    /** The gate is looked up late: it needs the engine, which needs this service. */
    public GatedFormService(ObjectProvider<FormGate> gate, ObjectMapper json) {
        this.gate = gate;
        this.json = json;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        gate.getObject().complete(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        gate.getObject().complete(taskId, properties);
        return Variables.createVariables();
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return gate.getObject().start(processDefinitionId, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        // the key is the id of the record we create; one that the sender chose is of no interest
        return gate.getObject().start(processDefinitionId, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return gate.getObject().start(processDefinitionId, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return gate.getObject().start(processDefinitionId, properties);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        return variables(gate.getObject().view(taskId), formVariables);
    }

    @Override
    public VariableMap getStartFormVariables(
            String processDefinitionId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        return Variables.createVariables();
    }

    private VariableMap variables(FormView view, @Nullable Collection<String> wanted) {
        var variables = Variables.createVariables();
        view.values().forEach((name, value) -> {
            if (wanted == null || wanted.contains(name)) {
                variables.put(name, value instanceof List<?> options ? json(options) : value);
            }
        });
        return variables;
    }

    /** Option lists reach Tasklist as a JSON object value; nothing of it is ever stored, so no serializer is needed. */
    private Object json(List<?> options) {
        try {
            return Variables.serializedObjectValue(json.writeValueAsString(options))
                    .objectTypeName(List.class.getName())
                    .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                    .create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
