package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.engine.Decisions;
import vn.daihoi.organisation.Role;

/** What a rule set says of a parameter, and where that comes from; the rows of the tables are in {@link RuleRowsTest}. */
class RuleSetsTest {

    private final RuleSets ruleSets = new RuleSets(new RuleTables(), (tag, parameter) -> Optional.empty());

    @Test
    void bothRuleSetsAreKnownByTheirTag() {
        assertThat(ruleSets.tags()).containsExactly("CT35-2024", "CT45-2025");
        assertThat(ruleSets.knows("CT45-2025")).isTrue();
        assertThat(ruleSets.knows("CT99-2099")).isFalse();
        assertThat(RuleSets.title("CT45-2025")).isEqualTo("Chỉ thị 45-CT/TW năm 2025 (CT45-2025)");
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
    void whatTheOwnerFilledInCountsWhereTheTableIsSilent() {
        assertThat(value(null, 55)).isEqualTo(new RuleValue.Filled(55, "Quy chế làm việc", RuleValue.Source.PAGE));
    }

    @Test
    void whatTheTableSaysWinsOverWhatTheOwnerFilledIn() {
        assertThat(value(60, 55)).isEqualTo(new RuleValue.Filled(60, "Quy định X", RuleValue.Source.TABLE));
        assertThat(value(0, 55)).isEqualTo(new RuleValue.Filled(0, "Quy định X", RuleValue.Source.TABLE));
    }

    @Test
    void whatTheOwnerTookBackIsUnfilledAgain() {
        assertThat(value(null, null)).isInstanceOf(RuleValue.Unfilled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "nửa"})
    void aWrongCellStopsTheStepInsteadOfFallingBackOnThePage(String cell) {
        Object written = cell.matches("-?\\d+") ? Integer.valueOf(cell) : cell;
        assertThat(value(written, 55)).isInstanceOfSatisfying(RuleValue.Unfilled.class, no -> assertThat(no.message())
                .contains(
                        "“Tỷ lệ ủy viên phải gửi phiếu xin ý kiến”",
                        "congressRules",
                        "từ 0 đến 100",
                        "Chỉ thị 45-CT/TW năm 2025"));
    }

    /** The quorum of slips with this cell in the table and this as the newest entry of the page. */
    private static RuleValue value(@Nullable Object cell, @Nullable Integer entry) {
        var row = new HashMap<String, Object>(Map.of("maxHalfDays", 4, "basis", "Quy định X"));
        if (cell != null) {
            row.put("slipQuorumPercent", cell);
        }
        var signed = new Signed("quytrinh", Instant.parse("2026-11-23T02:00:00Z"));
        return new RuleSets(
                        new OneRow(row),
                        (tag, parameter) ->
                                Optional.of(new FilledValue(tag, parameter, 2, entry, "Quy chế làm việc", signed)))
                .value("CT45-2025", RuleParameter.SLIP_QUORUM_PERCENT);
    }

    @Test
    void aRuleSetThatLacksATableIsNotOffered() {
        assertThat(new RuleSets(new OneRow(Map.of()), (tag, parameter) -> Optional.empty()).tags())
                .containsExactly("CT45-2025");
    }

    @Test
    void aRuleSetThatIsNotThereIsNotGuessed() {
        assertThatThrownBy(() -> ruleSets.value("CT99-2099", RuleParameter.SLIP_WORKING_DAYS))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ruleSets.checklist("CT99-2099", Contents.FOUR, CongressForm.DELEGATES))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ruleSets.route("CT99-2099", "AMEND")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whereNoRowAppliesWhatIsLeftToDoBlocksAndTheEditorsAnswer() {
        var silent = new RuleSets(new OneRow(null), (tag, parameter) -> Optional.empty());

        assertThat(silent.readiness("CT45-2025", "chi-bo", 1).blocks()).isTrue();
        assertThat(silent.readiness("CT45-2025", "chi-bo", 0).blocks()).isFalse();
        assertThat(silent.route("CT45-2025", "AMEND")).isEqualTo(new OpinionRoute(Role.EDITOR, null));
        assertThat(silent.value("CT45-2025", RuleParameter.SLIP_WORKING_DAYS)).isInstanceOf(RuleValue.Unfilled.class);
    }

    @Test
    void aRowThatBlocksNothingLetsAStreamBe() {
        var lenient =
                new RuleSets(new OneRow(Map.of("blocks", false, "message", "")), (tag, parameter) -> Optional.empty());
        assertThat(lenient.readiness("CT45-2025", "chi-bo", 9)).isEqualTo(new ReadinessRule(false, ""));
    }

    @Test
    void aRouteMayCarryADeadline() {
        var routed = new RuleSets(
                new OneRow(Map.of("role", "PARTY_BUILDING", "workingDays", 5)), (tag, parameter) -> Optional.empty());
        assertThat(routed.route("CT45-2025", "AMEND")).isEqualTo(new OpinionRoute(Role.PARTY_BUILDING, 5));
    }

    @Test
    void aCellThatHoldsNoDateOrNumberIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> CongressRules.of("x", Map.of("windowTo", "tháng 6")));
        assertThatIllegalArgumentException().isThrownBy(() -> CongressRules.of("x", Map.of("maxHalfDays", "hai")));
    }

    /** One whole rule set, and one that has only its first table; each table answers with one row, or with none. */
    private record OneRow(@Nullable Map<String, Object> row) implements Decisions {

        @Override
        public List<String> versionTags(String decisionKey) {
            return decisionKey.equals("congressRules") ? List.of("CT45-2025", "CT99-2099") : List.of("CT45-2025");
        }

        @Override
        public List<Map<String, Object>> evaluate(String decisionKey, String versionTag, Map<String, Object> inputs) {
            return row == null ? List.of() : List.of(row);
        }

        @Override
        public DecisionTable table(String decisionKey, String versionTag) {
            throw new UnsupportedOperationException();
        }
    }
}
