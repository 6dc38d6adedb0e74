package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnitTaskRightsTest {

    private final Units units = mock(Units.class);
    private final UnitTaskRights rights = new UnitTaskRights(units, mock(JdbcClient.class), Clock.systemUTC());

    @Test
    void aRoleBecomesTheGroupOfTheUnitTheTaskConcerns() {
        var unit = Map.of("wardId", "dm", "cellId", "dm.cb01", "workingGroupId", "tct1", "superiorId", "thanhuy");

        assertThat(rights.candidateGroup("CELL_SECRETARY", unit::get)).isEqualTo("dm.cb01:CELL_SECRETARY");
        assertThat(rights.candidateGroup("WARD_OFFICE", unit::get)).isEqualTo("dm:WARD_OFFICE");
        assertThat(rights.candidateGroup("WORKING_GROUP_HEAD", unit::get)).isEqualTo("tct1:WORKING_GROUP_HEAD");
        assertThat(rights.candidateGroup("SUPERIOR_OFFICE", unit::get)).isEqualTo("thanhuy:SUPERIOR_OFFICE");
        assertThat(rights.candidateGroup("PROCESS_OWNER", unit::get)).isEqualTo("PROCESS_OWNER");
    }

    @Test
    void aTaskWithoutItsUnitOrWithAnUnknownRoleIsAnError() {
        assertThatThrownBy(() -> rights.candidateGroup("CELL_SECRETARY", variable -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cellId");
        assertThatThrownBy(() -> rights.candidateGroup("NOBODY", variable -> "dm"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rights.knows("NOBODY")).isFalse();
    }

    @Test
    void aVariableMayNameARoleOfTheWardOnly() {
        var unit = new HashMap<String, Object>(
                Map.of("wardId", "dm", "superiorId", "thanhuy", "organisationId", "dm.mttq", "cellId", "dm.cb01"));
        unit.put("ownerRole", "EDITOR");
        assertThat(rights.candidateGroupNamedBy("ownerRole", unit::get)).isEqualTo("dm:EDITOR");

        for (var other : Arrays.<Object>asList(
                "MASS_ORGANISATION",
                "CELL_SECRETARY",
                "SUPERIOR_OFFICE",
                "WORKING_GROUP_HEAD",
                "ADMIN",
                "NOBODY",
                "",
                1,
                null)) {
            unit.put("ownerRole", other);
            assertThatThrownBy(() -> rights.candidateGroupNamedBy("ownerRole", unit::get))
                    .as("%s", other)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ownerRole");
        }
    }

    @Test
    void noOtherVariableMayNameARole() {
        assertThat(rights.knowsVariable("ownerRole")).isTrue();
        assertThat(rights.knowsVariable("wardId")).isFalse();
        assertThatThrownBy(() -> rights.candidateGroupNamedBy("congressId", variable -> "WARD_SECRETARY"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Each role with one group of its own, against each group a task may be offered to. */
    @ParameterizedTest
    @CsvSource({
        "dm:EDITOR, WARD",
        "dm:WARD_SECRETARY, WARD",
        "dm.cb01:CELL_SECRETARY, WARD",
        "dm.mttq:MASS_ORGANISATION, WARD",
        "thanhuy:SUPERIOR_OFFICE, SUPERIOR",
        "thanhuy:SUPERIOR_ORGANISATION, SUPERIOR",
        "thanhuy:SUPERIOR_PROPAGANDA, SUPERIOR",
        "thanhuy:SUPERIOR_STANDING, SUPERIOR",
        "thanhuy:SUPERIOR_SECRETARY, SUPERIOR",
        "tct1:WORKING_GROUP_HEAD, SUPERIOR",
        "tct1:WORKING_GROUP_MEMBER, SUPERIOR",
        "quanhuy:SUPERIOR_SECRETARY, NOBODY",
        "tct.khac:WORKING_GROUP_HEAD, NOBODY",
        "PROCESS_OWNER, NOBODY",
        "dm:KHONG_CO, NOBODY"
    })
    void whoAnswersForTheHoldersOfARoleSupervisesTheirTasks(String offered, String who) {
        when(units.superiorOf(eq("tct1"), any()))
                .thenReturn(Optional.of(new Unit(
                        "thanhuy", UnitKind.CITY, "Thành ủy", "Thành ủy", null, null, 1, LocalDate.EPOCH, null)));
        var supervisors =
                switch (who) {
                    case "WARD" -> Set.of(Role.WARD_SECRETARY, Role.WARD_DEPUTY, Role.WARD_OFFICE);
                    case "SUPERIOR" -> Set.of(Role.SUPERIOR_SECRETARY, Role.SUPERIOR_OFFICE);
                    default -> Set.<Role>of();
                };
        for (Role role : Role.values()) {
            assertThat(rights.supervises(
                            List.of(role.name(), OrganisationGroups.of(home(role), role)), "dm", List.of(offered)))
                    .as("%s over %s", role, offered)
                    .isEqualTo(supervisors.contains(role));
            assertThat(rights.supervises(List.of(OrganisationGroups.of("mau", role)), "dm", List.of(offered)))
                    .as("%s of another unit over %s", role, offered)
                    .isFalse();
        }
    }

    private static String home(Role role) {
        return switch (role.level()) {
            case CELL -> "dm.cb01";
            case ORGANISATION -> "dm.mttq";
            case SUPERIOR -> role.ofWorkingGroup() ? "tct1" : "thanhuy";
            case WARD, SYSTEM -> "dm";
        };
    }

    @Test
    void aTaskOfTwoSidesOrOfNobodyIsNotOneSidesToGiveAway() {
        assertThat(rights.supervises(List.of("dm:WARD_OFFICE"), "dm", List.of("dm:EDITOR", "thanhuy:SUPERIOR_OFFICE")))
                .isFalse();
        assertThat(rights.supervises(List.of("dm:WARD_OFFICE"), "dm", List.of()))
                .isFalse();
        assertThat(rights.supervises(List.of("dm:WARD_OFFICE"), null, List.of("dm:EDITOR")))
                .isFalse();
    }
}
