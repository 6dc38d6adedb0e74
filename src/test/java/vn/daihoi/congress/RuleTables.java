package vn.daihoi.congress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.engine.Decisions;

/** The tables in the project folder, evaluated by the bare decision engine. */
final class RuleTables implements Decisions {

    static final Path FOLDER = Path.of("processes", "rule-sets");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @Override
    public DecisionTable table(String decisionKey, String versionTag) {
        throw new UnsupportedOperationException("read from the running engine only");
    }

    static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> versionTags(String decisionKey) {
        try (var folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Map<String, Object>> evaluate(String decisionKey, String versionTag, Map<String, Object> inputs) {
        var file = FOLDER.resolve(versionTag).resolve(kebab(decisionKey) + ".dmn");
        if (!Files.exists(file)) {
            throw new NoSuchElementException(versionTag);
        }
        try (var source = Files.newInputStream(file)) {
            return engine.evaluateDecisionTable(decisionKey, source, Variables.fromMap(inputs)).getResultList().stream()
                    .map(row -> {
                        row.values().removeIf(Objects::isNull);
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
