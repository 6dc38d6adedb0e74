package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.engine.Decisions;

/** Reads both decision tables row by row, the way the running system does. */
class RuleSetsTest {

    private static final Path FOLDER = Path.of("processes", "rule-sets");

    private final RuleSets ruleSets = new RuleSets(new Tables(), (tag, parameter) -> Optional.empty());

    @Test
    void bothRuleSetsAreKnownByTheirTag() {
        assertThat(ruleSets.tags()).containsExactly("CT35-2024", "CT45-2025");
        assertThat(ruleSets.knows("CT45-2025")).isTrue();
        assertThat(ruleSets.knows("CT99-2099")).isFalse();
        assertThat(RuleSets.title("CT45-2025")).isEqualTo("Chỉ thị 45-CT/TW năm 2025 (CT45-2025)");
    }

    @ParameterizedTest
    @EnumSource(CongressLevel.class)
    void everyLevelHasExactlyOneRowInEveryRuleSet(CongressLevel level) {
        for (var tag : ruleSets.tags()) {
            assertThat(new Tables().evaluate("congressRules", tag, Map.of("level", level.name())))
                    .as("%s %s", tag, level)
                    .hasSize(1);
        }
    }

    @Test
    void wardUnderDirective35() {
        var rules = ruleSets.rules("CT35-2024", CongressLevel.WARD);

        assertThat(rules.windowFrom()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(rules.windowTo()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(rules.maxHalfDays()).isEqualTo(4);
        assertThat(rules.announceWorkingDays()).isEqualTo(30);
        assertThat(rules.delegateThreshold()).isEqualTo(200);
        assertThat(rules.resultFileWorkingDays()).isEqualTo(7);
        assertThat(rules.recognitionWorkingDays()).isEqualTo(15);
        assertThat(rules.preparatoryMaxHalfDays()).isNull();
    }

    @Test
    void wardUnderDirective45() {
        var rules = ruleSets.rules("CT45-2025", CongressLevel.WARD);

        assertThat(rules.windowFrom()).isNull();
        assertThat(rules.windowTo()).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThat(rules.maxHalfDays()).isEqualTo(4);
    }

    @Test
    void cellsAlwaysGatherAllMembersSoTheyHaveNoThreshold() {
        for (var tag : ruleSets.tags()) {
            for (var level : List.of(CongressLevel.CELL, CongressLevel.DEPARTMENT)) {
                assertThat(ruleSets.rules(tag, level).delegateThreshold()).isNull();
            }
        }
    }

    @Test
    void departmentAndDirectSuperior() {
        assertThat(ruleSets.rules("CT35-2024", CongressLevel.DEPARTMENT).maxHalfDays())
                .isEqualTo(2);
        assertThat(ruleSets.rules("CT35-2024", CongressLevel.DIRECT_SUPERIOR).maxHalfDays())
                .isEqualTo(6);
        assertThat(ruleSets.rules("CT45-2025", CongressLevel.DIRECT_SUPERIOR).preparatoryMaxHalfDays())
                .isEqualTo(1);
        assertThat(ruleSets.rules("CT35-2024", CongressLevel.CELL).windowTo()).isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @ParameterizedTest
    @EnumSource(RuleParameter.class)
    void nothingIsSaidOfAnyParameterUntilSomebodyFillsItIn(RuleParameter parameter) {
        for (var tag : ruleSets.tags()) {
            assertThat(ruleSets.value(tag, parameter))
                    .isInstanceOfSatisfying(RuleValue.Unfilled.class, no -> assertThat(no.message())
                            .contains(
                                    "“" + parameter.title() + "”",
                                    RuleSets.title(tag),
                                    "Phụ trách quy trình",
                                    "/quy-tac"));
        }
    }

    @Test
    void aCellThatHoldsNoDateOrNumberIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> CongressRules.of("x", Map.of("windowTo", "tháng 6")));
        assertThatIllegalArgumentException().isThrownBy(() -> CongressRules.of("x", Map.of("maxHalfDays", "hai")));
    }

    /** The tables in the project folder, evaluated by the bare decision engine. */
    static final class Tables implements Decisions {

        private final DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

        @Override
        public DecisionTable table(String decisionKey, String versionTag) {
            throw new UnsupportedOperationException("read from the running engine only");
        }

        private static String kebab(String key) {
            return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        @Override
        public List<String> versionTags(String decisionKey) {
            try (var folders = Files.list(FOLDER)) {
                return folders.map(folder -> folder.getFileName().toString())
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public List<Map<String, Object>> evaluate(String decisionKey, String versionTag, Map<String, Object> inputs) {
            var file = FOLDER.resolve(versionTag).resolve(kebab(decisionKey) + ".dmn");
            if (!Files.exists(file)) {
                throw new NoSuchElementException(versionTag);
            }
            try (var source = Files.newInputStream(file)) {
                return engine
                        .evaluateDecisionTable(decisionKey, source, Variables.fromMap(inputs))
                        .getResultList()
                        .stream()
                        .map(row -> {
                            row.values().removeIf(java.util.Objects::isNull);
                            return row;
                        })
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
