package vn.daihoi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.daihoi.engine.RoleGroups.Use;

/** The authorisation matrix: method × path × use, for the engine's REST interface and for pages. */
class RulesTest {

    private static final Person PERSON = new Person("somebody", "Somebody", Set.of(), Set.of());

    /** Letters: S staff, V supervisor (staff too), P process owner, A administrator; a dash is nobody. */
    @ParameterizedTest
    @CsvSource({
        "GET, /version, SVPA",
        "GET, /authorization/check, SVPA",
        "POST, /task, SVP",
        "POST, /task/count, SVP",
        "GET, /task/1, SVP",
        "GET, /task/1/deployed-form, SV",
        "GET, /task/1/form-variables, SV",
        "POST, /task/1/claim, SV",
        "POST, /task/1/unclaim, SV",
        "POST, /task/1/assignee, SV",
        "POST, /task/1/submit-form, SV",
        "POST, /task/1/complete, SV",
        "POST, /task/1/comment/create, SV",
        "GET, /filter, SV",
        "POST, /filter/1/list, SV",
        "POST, /filter/1/count, SV",
        "GET, /process-definition, SVP",
        "GET, /process-definition/statistics, VP",
        "GET, /process-definition/a:1:2/xml, SVP",
        "GET, /process-definition/a:1:2/statistics, VP",
        "POST, /process-definition/key/a/submit-form, SV",
        "POST, /process-definition/key/a/start, SV",
        "POST, /process-definition/a:1:2/submit-form, SV",
        "POST, /process-instance, SVP",
        "GET, /process-instance/1/activity-instances, VP",
        "POST, /variable-instance, SVP",
        "POST, /history/task, SVP",
        "POST, /history/variable-instance, VP",
        "GET, /incident, VP",
        "POST, /job, VP",
        "PUT, /job/1/retries, VP",
        "GET, /job/1/stacktrace, P",
        "GET, /deployment, VP",
        "POST, /deployment/create, P",
        "GET, /user, VPA",
        "GET, /user/count, A",
        "GET, /user/other/profile, A",
        "POST, /user/create, A",
        "PUT, /user/other/credentials, A",
        "POST, /user/other/unlock, A",
        "GET, /group/x, A",
        "GET, /tenant, A",
        "GET, /authorization, A",
        "OPTIONS, /user/, A",
        "GET, /telemetry/data, A",
        // denied to everybody: what changes the engine past the forms
        "POST, /task/create, -",
        "PUT, /task/1, -",
        "DELETE, /task/1, -",
        "PUT, /task/1/variables/a, -",
        "POST, /task/1/variables, -",
        "GET, /task/1/variables, -",
        "POST, /task/1/localVariables, -",
        "POST, /task/1/identity-links, -",
        "POST, /task/1/delegate, -",
        "POST, /task/1/resolve, -",
        "POST, /task/1/bpmnError, -",
        "POST, /task/1/bpmnEscalation, -",
        "POST, /task/1/attachment/create, -",
        "POST, /filter/create, -",
        "PUT, /filter/1, -",
        "DELETE, /filter/1, -",
        "POST, /process-instance/1/modification, -",
        "POST, /process-instance/1/variables, -",
        "PUT, /process-instance/1/variables/a, -",
        "PUT, /process-instance/1/suspended, -",
        "DELETE, /process-instance/1, -",
        "POST, /process-instance/delete, -",
        "POST, /process-instance/variables-async, -",
        "POST, /execution/1/localVariables, -",
        "POST, /execution/1/signal, -",
        "POST, /execution/1/messageSubscriptions/a/trigger, -",
        "POST, /message, -",
        "POST, /signal, -",
        "POST, /condition, -",
        "POST, /migration/execute, -",
        "POST, /migration/generate, -",
        "POST, /modification/execute, -",
        "POST, /process-definition/a:1:2/restart, -",
        "PUT, /process-definition/a:1:2/suspended, -",
        "DELETE, /process-definition/a:1:2, -",
        "DELETE, /process-definition/key/a/delete, -",
        "DELETE, /deployment/1, -",
        "POST, /deployment/1/redeploy, -",
        "DELETE, /batch/1, -",
        "POST, /external-task/fetchAndLock, -",
        "POST, /external-task/1/complete, -",
        "PUT, /job/1/duedate, -",
        "POST, /job/1/execute, -",
        "DELETE, /job/1, -",
        "PUT, /job-definition/1/suspended, -",
        "POST, /decision-definition/key/a/evaluate, -",
        "POST, /history/process-instance/delete, -",
        "DELETE, /history/process-instance/1, -",
        "POST, /history/cleanup, -",
        "PUT, /history/user-operation/1/set-annotation, -",
        "DELETE, /user/other, -",
        "POST, /group/create, -",
        "PUT, /group/x/members/other, -",
        "PUT, /tenant/x/user-members/other, -",
        "POST, /tenant/create, -",
        "POST, /authorization/create, -",
        "PUT, /authorization/1, -",
        "POST, /identity/verify, -",
        "POST, /telemetry/configuration, -",
        "GET, /engine/default/task, -",
        "GET, /metrics, -",
        "GET, /anything-new, -",
        "PATCH, /task/1, -"
    })
    void engineMatrix(String method, String path, String letters) {
        for (Use use : Use.values()) {
            assertThat(EngineRules.allows(method, path, PERSON, withImplied(use)))
                    .as("%s %s for %s", method, path, use)
                    .isEqualTo(letters.indexOf(letter(use)) >= 0);
        }
        assertThat(EngineRules.allows(method, path, PERSON, Set.of())).isFalse();
        assertThat(EngineRules.allows(method, path, null, Set.of())).isFalse();
    }

    @Test
    void peopleReachTheirOwnAccountOnly() {
        var staff = withImplied(Use.STAFF);
        assertThat(EngineRules.allows("GET", "/user/somebody/profile", PERSON, staff))
                .isTrue();
        assertThat(EngineRules.allows("PUT", "/user/somebody/credentials", PERSON, staff))
                .isTrue();
        assertThat(EngineRules.allows("PUT", "/user/somebody/profile", PERSON, staff))
                .isFalse();
        assertThat(EngineRules.allows("GET", "/user/else/profile", PERSON, staff))
                .isFalse();
        assertThat(EngineRules.allows("PUT", "/user/else/credentials", PERSON, staff))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, SVPA",
        "GET, /dai-hoi/7, SV",
        "POST, /dai-hoi/7/huy, SV",
        "GET, /van-kien, SV",
        "GET, /van-kien/7/doc/1, SV",
        "POST, /van-kien/7/tep, SV",
        "GET, /nhat-ky, VPA",
        "POST, /nhat-ky/kiem-tra, VPA",
        "GET, /quy-trinh/phien-ban, P",
        "GET, /to-chuc, A",
        "POST, /to-chuc/tai-khoan, A",
        "GET, /camunda/app/welcome/default/, SVPA",
        "GET, /camunda/app/tasklist/default/, SV",
        "GET, /camunda/app/cockpit/default/, VP",
        "GET, /camunda/app/admin/default/, A",
        "GET, /camunda/lib/deps.js, SVPA",
        "GET, /camunda/api/admin/auth/user/default, SVPA",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js, SV",
        "GET, /camunda/api/cockpit/plugin/base/default/process-definition/statistics, VP",
        "POST, /camunda/api/cockpit/plugin/base/default/process-instance, VP",
        "GET, /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated, A",
        "POST, /camunda/api/engine/engine/default/task, SVP",
        "POST, /camunda/api/engine/engine/default/message, -",
        "POST, /camunda/api/engine/engine/other/task, -",
        "POST, /camunda/api/admin/setup/default/user/create, -",
        "GET, /camunda/api/admin/setup/default, -",
        "GET, /camunda/app/admin/default/setup/, -",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist, -",
        "POST, /camunda/api/cockpit/auth/user/default/login/cockpit, -",
        "GET, /actuator/env, -",
        "GET, /actuator/health/db/x, -",
        "GET, /not-yet-thought-of, -"
    })
    void pageMatrix(String method, String path, String letters) {
        for (Use use : Use.values()) {
            assertThat(WebRules.allows(method, path, PERSON, withImplied(use)))
                    .as("%s %s for %s", method, path, use)
                    .isEqualTo(letters.indexOf(letter(use)) >= 0);
        }
        assertThat(WebRules.allows(method, path, null, Set.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dang-nhap",
                "/loi",
                "/assets/daihoi.css",
                "/webjars/bootstrap/5.3.8/css/bootstrap.min.css",
                "/actuator/health",
                "/actuator/health/liveness"
            })
    void everybodyMayOpen(String path) {
        assertThat(WebRules.allows("GET", path, null, Set.of())).isTrue();
    }

    /** An address written another way must not find a hole: it is the same path or it is denied. */
    @TestFactory
    Stream<DynamicTest> spellingsOfASetupAddress() {
        return Stream.of(
                        "/camunda/api/admin/setup",
                        "/camunda/api/admin/setup/",
                        "/camunda/api/admin/%73etup/default/user/create",
                        "/camunda/api/%61dmin/setup/default/user/create",
                        "/camunda/api/admin/setup/default/user/create/",
                        "/camunda/api/ADMIN/setup/default/user/create")
                .map(path -> dynamicTest(path, () -> assertThat(Arrays.stream(Use.values())
                                .anyMatch(use -> WebRules.allows("POST", path, PERSON, withImplied(use))))
                        .isFalse()));
    }

    @Test
    void theTableAllowsNoMethodUnnamed() {
        assertThat(EngineRules.rules().rules())
                .allSatisfy(rule -> assertThat(rule.methods()).isNotEmpty());
        assertThat(EngineRules.rules().rules().stream()
                        .flatMap(rule -> rule.methods().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .isEqualTo(List.of("GET", "OPTIONS", "POST", "PUT"));
    }

    private static Set<Use> withImplied(Use use) {
        return use == Use.SUPERVISOR ? EnumSet.of(Use.SUPERVISOR, Use.STAFF) : EnumSet.of(use);
    }

    private static char letter(Use use) {
        return switch (use) {
            case STAFF -> 'S';
            case SUPERVISOR -> 'V';
            case PROCESS_OWNER -> 'P';
            case ADMINISTRATOR -> 'A';
        };
    }
}
