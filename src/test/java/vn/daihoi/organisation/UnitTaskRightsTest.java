package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnitTaskRightsTest {

    private final UnitTaskRights rights =
            new UnitTaskRights(mock(Units.class), mock(JdbcClient.class), Clock.systemUTC());

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

    @Test
    void onlyThoseWhoAnswerForAWardSuperviseIt() {
        assertThat(rights.supervises(List.of("dm:WARD_OFFICE"), "dm")).isTrue();
        assertThat(rights.supervises(List.of("mau:WARD_OFFICE", "WARD_OFFICE"), "dm"))
                .isFalse();
        assertThat(rights.supervises(List.of("dm:EDITOR", "ADMIN"), "dm")).isFalse();
        assertThat(rights.supervises(List.of("dm:WARD_OFFICE"), null)).isFalse();
    }
}
