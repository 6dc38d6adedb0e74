package vn.daihoi.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.UserQuery;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import vn.daihoi.database.StartRefused;

/** CVE-2026-77226: no start without an administrator. */
class AdministratorCheckTest {

    private final UserQuery members = mock(UserQuery.class);
    private final IdentityService identity = mock(IdentityService.class);
    private final AdministratorCheck check = new AdministratorCheck(identity);

    AdministratorCheckTest() {
        when(identity.createUserQuery()).thenReturn(members);
        when(members.memberOfGroup("camunda-admin")).thenReturn(members);
    }

    @Test
    void refusesToRunWithoutOneAndSaysWhatToSet() {
        when(members.count()).thenReturn(0L);
        assertThatThrownBy(() -> check.check(mock(ApplicationReadyEvent.class)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DAIHOI_ADMIN_USER")
                .hasMessageContaining("DAIHOI_ADMIN_PASSWORD");
    }

    @Test
    void runsWithOne() {
        when(members.count()).thenReturn(1L);
        assertThatCode(() -> check.check(mock(ApplicationReadyEvent.class))).doesNotThrowAnyException();
    }
}
