package vn.daihoi.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates deployed tables with a decision engine of its own: the process engine's would write a history row each time a
 * form shows what the rules say.
 */
@Component
class EngineDecisions implements Decisions {

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final DmnEngine tables =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    /** By id of the definition, whose content never changes. */
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    EngineDecisions(RepositoryService repository, EngineCommands engine) {
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public List<String> versionTags(String decisionKey) {
        return engine.inside(
                () -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decisionKey)
                        .listPage(0, Integer.MAX_VALUE)
                        .stream()
                        .map(DecisionDefinition::getVersionTag)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public List<Map<String, Object>> evaluate(String decisionKey, String versionTag, Map<String, Object> inputs) {
        return tables.evaluateDecisionTable(parsed(decisionKey, versionTag), inputs).getResultList().stream()
                .map(row -> row.entrySet().stream()
                        .filter(output -> output.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .toList();
    }

    @Override
    public DecisionTable table(String decisionKey, String versionTag) {
        return engine.inside(() -> {
            var newest = newest(decisionKey, versionTag);
            var model = repository.getDmnModelInstance(newest.getId());
            return new DecisionTable(
                    newest.getName(),
                    model.getModelElementsByType(Decision.class).stream()
                            .map(EngineDecisions::description)
                            .findFirst()
                            .orElse(""),
                    newest.getVersion(),
                    model.getModelElementsByType(Input.class).stream()
                            .map(input -> new DecisionTable.Column(
                                    text(input.getInputExpression().getText()), input.getLabel()))
                            .toList(),
                    model.getModelElementsByType(Output.class).stream()
                            .map(output -> new DecisionTable.Column(output.getName(), output.getLabel()))
                            .toList(),
                    model.getModelElementsByType(Rule.class).stream()
                            .map(rule -> new DecisionTable.Row(
                                    rule.getInputEntries().stream()
                                            .map(cell -> text(cell.getText()))
                                            .toList(),
                                    rule.getOutputEntries().stream()
                                            .map(cell -> text(cell.getText()))
                                            .toList(),
                                    description(rule)))
                            .toList());
        });
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String description(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }

    private DmnDecision parsed(String decisionKey, String versionTag) {
        return engine.inside(() -> parsed.computeIfAbsent(
                newest(decisionKey, versionTag).getId(),
                id -> tables.parseDecision(decisionKey, repository.getDmnModelInstance(id))));
    }

    private DecisionDefinition newest(String decisionKey, String versionTag) {
        var newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionKey)
                .versionTag(versionTag)
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, 1);
        if (newest.isEmpty()) {
            throw new NoSuchElementException("No decision " + decisionKey + " carries the tag " + versionTag);
        }
        return newest.get(0);
    }
}
