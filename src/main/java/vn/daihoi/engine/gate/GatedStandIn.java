package vn.daihoi.engine.gate;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.StandIn;

/** Takes the identity of a person for the length of one step. */
@Component
@ConditionalOnProperty(name = "daihoi.demo", havingValue = "true", matchIfMissing = true)
class GatedStandIn implements StandIn {

    private final FormGate gate;
    private final ProcessEngine engine;
    private final EngineCommands commands;
    private final Identities identities;

    GatedStandIn(FormGate gate, ProcessEngine engine, EngineCommands commands, Identities identities) {
        this.gate = gate;
        this.engine = engine;
        this.commands = commands;
        this.identities = identities;
    }

    @Override
    public void start(String process, String user, Map<String, ?> form) {
        var definition = commands.inside(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId());
        as(user, () -> gate.start(definition, form));
    }

    @Override
    public void complete(String task, String user, Map<String, ?> form) {
        as(user, () -> gate.complete(task, form));
    }

    private void as(String user, Runnable step) {
        var identity = engine.getIdentityService();
        identity.setAuthentication(
                user, List.copyOf(identities.groupsOf(user)), List.copyOf(identities.tenantsOf(user)));
        try {
            step.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
