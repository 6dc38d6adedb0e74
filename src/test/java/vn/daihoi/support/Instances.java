package vn.daihoi.support;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import vn.daihoi.engine.EngineCommands;

/** Lets a process run from where a test needs it, as if all before had happened. */
public final class Instances {

    private Instances() {}

    /**
     * Starts one.
     *
     * @param activity id of the element it begins before
     * @param references its variables
     */
    public static void startBefore(
            ApplicationContext context,
            String process,
            String businessKey,
            String activity,
            Map<String, Object> references) {
        context.getBean(EngineCommands.class).inside(() -> context.getBean(RuntimeService.class)
                .createProcessInstanceByKey(process)
                .processDefinitionWithoutTenantId()
                .businessKey(businessKey)
                .setVariables(references)
                .startBeforeActivity(activity)
                .execute()
                .getId());
    }
}
