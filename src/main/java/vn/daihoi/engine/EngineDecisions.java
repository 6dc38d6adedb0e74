package vn.daihoi.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final EngineCommands engine;

    EngineDecisions(DecisionService decisions, RepositoryService repository, EngineCommands engine) {
        this.decisions = decisions;
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
        return engine.inside(() -> {
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
            var rows = decisions.evaluateDecisionTableById(newest.get(0).getId(), inputs);
            return rows.getResultList().stream()
                    .map(row -> row.entrySet().stream()
                            .filter(output -> output.getValue() != null)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .toList();
        });
    }
}
