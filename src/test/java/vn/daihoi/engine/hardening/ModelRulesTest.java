package vn.daihoi.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.support.IntegrationTest;

/** A model whose tasks go to somebody unknown doesn't come into the engine. */
@IntegrationTest
class ModelRulesTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private EngineCommands engine;

    @ParameterizedTest
    @ValueSource(
            strings = {"MAYOR", "${boss}", "${ownerRole.name}", "${ownerRole}X", "EDITOR,${wardId}", "#{ownerRole}"})
    void aTaskGoesToAKnownRoleOrToTheOneVariableThatMayNameIt(String groups) throws Exception {
        var model = Files.readString(Path.of("processes", "follow-up.bpmn"), StandardCharsets.UTF_8);
        var changed =
                model.replace("camunda:candidateGroups=\"${ownerRole}\"", "camunda:candidateGroups=\"" + groups + "\"");
        assertThat(changed).isNotEqualTo(model);

        assertThatThrownBy(() -> engine.inside(() -> repository
                        .createDeployment()
                        .addString("follow-up.bpmn", changed)
                        .deploy()
                        .getId()))
                .rootCause()
                .hasMessageContaining("nêu vai trò không có");
        assertThat(engine.<Long>inside(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("followUp")
                        .count()))
                .as("the standing model")
                .isEqualTo(1);
    }
}
