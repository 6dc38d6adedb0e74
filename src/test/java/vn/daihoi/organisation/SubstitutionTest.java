package vn.daihoi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.Substitutions.NewSubstitution;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.support.IntegrationTest;

/** A substitute holds the role of the absent one, for its days and no longer, and everything says so. */
@IntegrationTest
class SubstitutionTest {

    private static final AtomicInteger WARDS = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final String BY = "admin";

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Members members;

    @Autowired
    private UnitChanges units;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleAssignments roles;

    @Autowired
    private Identities identities;

    @Autowired
    private WorkList workList;

    @Autowired
    private AuditLog audit;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate today = BEGIN;
    private String ward = "";
    private String office = "";
    private String substitute = "";
    private String third = "";

    @BeforeEach
    void aWard() {
        today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        ward = "vm" + WARDS.incrementAndGet();
        office = "vanphong." + ward;
        substitute = "thay." + ward;
        third = "khac." + ward;
        done(units.add(new NewUnit(ward, UnitKind.WARD, "Đảng bộ " + ward, ward, null, null, 70, BEGIN, null), BY));
        accounts.openForDemo(List.of(account(office), account(substitute), account(third)), "demo", BY);
        done(roles.assign(new NewRole(office, Role.WARD_OFFICE, ward, BEGIN, null), BY));
    }

    @Test
    void aSubstituteHoldsTheRoleAndBothNamesAreRecorded() {
        done(record(office, substitute, today, today.plusDays(3)));

        assertThat(members.holds(substitute, Role.WARD_OFFICE, ward, today)).isTrue();
        assertThat(members.holds(substitute, Role.WARD_OFFICE, ward, today.plusDays(3)))
                .isTrue();
        assertThat(members.holds(substitute, Role.WARD_OFFICE, ward, today.plusDays(4)))
                .isFalse();
        assertThat(members.unitsWhere(substitute, Role.WARD_OFFICE, today))
                .extracting(Unit::id)
                .containsExactly(ward);
        assertThat(members.holders(ward, Role.WARD_OFFICE, today))
                .as("members of a body are counted by it")
                .containsExactly(office);
        assertThat(members.holds(office, Role.WARD_OFFICE, ward, today)).isTrue();
        assertThat(substitutions.substituteFor(office, Role.WARD_OFFICE, ward, today))
                .contains(substitute);
        assertThat(substitutions.representedBy(substitute, Role.WARD_OFFICE, ward, today))
                .contains(office);
        assertThat(substitutions.representedBy(office, Role.WARD_OFFICE, ward, today))
                .isEmpty();
        assertThat(identities.groupsOf(substitute)).containsExactlyInAnyOrder("WARD_OFFICE", ward + ":WARD_OFFICE");
        assertThat(identities.tenantsOf(substitute)).containsExactly(ward);
        assertThat(audit.of("account:" + office)).last().satisfies(recorded -> {
            assertThat(recorded.entry().action()).isEqualTo("SUBSTITUTION_RECORDED");
            assertThat(recorded.entry().who()).isEqualTo(BY);
            assertThat(recorded.entry().detail()).contains(substitute + " thay " + office, "Giấy ủy quyền 12");
        });
    }

    @Test
    void itEndsEarlyWithTheRoleAndWithTheAccount() {
        done(record(office, substitute, today, today.plusDays(3)));
        done(substitutions.end(id(office), today.minusDays(1), BY));
        assertThat(identities.groupsOf(substitute)).isEmpty();
        assertThat(audit.of("account:" + office))
                .last()
                .satisfies(recorded -> assertThat(recorded.entry().action()).isEqualTo("SUBSTITUTION_ENDED"));

        done(record(office, substitute, today, today.plusDays(3)));
        assertThat(identities.groupsOf(substitute)).isNotEmpty();
        done(accounts.end(office, today.minusDays(1), BY));
        assertThat(identities.groupsOf(substitute)).isEmpty();
        assertThat(members.holds(substitute, Role.WARD_OFFICE, ward, today)).isFalse();
    }

    @Test
    void itEndsWithTheRoleAndBeginsOnItsDay() {
        done(roles.assign(new NewRole(third, Role.EDITOR, ward, BEGIN, null), BY));
        done(substitutions.record(
                substitution(third, substitute, Role.EDITOR, today.plusDays(1), today.plusDays(2)), BY));
        assertThat(identities.groupsOf(substitute)).isEmpty();

        done(record(office, substitute, today, today.plusDays(3)));
        long assignment =
                jdbcId("select id from role_assignment where account_id = ? and role = 'WARD_OFFICE'", office);
        done(roles.end(assignment, today.minusDays(1), BY));
        assertThat(identities.groupsOf(substitute)).isEmpty();
        assertThat(substitutions.substituteFor(office, Role.WARD_OFFICE, ward, today))
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("substitute", record(office, office, today, today));
        refused("validTo", record(office, substitute, today, today.minusDays(1)));
        refused("validTo", record(office, substitute, today.minusDays(3), today.minusDays(2)));
        refused("substitute", record(office, "khong.co", today, today));
        refused("absent", record(third, substitute, today, today));
        refused("role", substitutions.record(substitution("admin", substitute, Role.ADMIN, today, today), BY));
        done(record(office, substitute, today, today.plusDays(3)));
        // no substitute of a substitute, no second one, nobody for two
        refused("absent", record(substitute, third, today, today));
        refused("validFrom", record(office, third, today.plusDays(3), today.plusDays(5)));
        done(roles.assign(new NewRole(third, Role.WARD_OFFICE, ward, BEGIN, null), BY));
        refused("validFrom", record(third, substitute, today, today));
        refused("substitute", record(office, third, today.plusDays(4), today.plusDays(5)));
        refused("lastDay", substitutions.end(id(office), today.plusDays(9), BY));
        refused("substitution", substitutions.end(-1, today, BY));
    }

    @Test
    void aSubstituteFindsAndDoesWhatTheAbsentOneHadTaken() {
        assertThat(post(office, "/process-definition/key/congressPreparation/submit-form", "term", "2025-2030")
                        .is2xxSuccessful())
                .isTrue();
        var task = workList.openTasks(office, 5).get(0).id();
        assertThat(http.withBasicAuth(office, "demo")
                        .postForEntity("/engine-rest/task/" + task + "/claim", Map.of("userId", office), String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        done(roles.assign(new NewRole(third, Role.WARD_OFFICE, ward, BEGIN, null), BY));
        done(record(office, substitute, today, today.plusDays(3)));

        assertThat(workList.openTasks(substitute, 5))
                .extracting(open -> open.id())
                .containsExactly(task);
        assertThat(workList.openTasks(third, 5)).isEmpty();
        var day = today.plusDays(60).toString();
        String[] plan = {
            "openingDate", day, "closingDate", day, "venue", "Hội trường", "contents", "FOUR", "ruleSet", "CT45-2025"
        };
        assertThat(post(third, "/task/" + task + "/submit-form", plan).value()).isEqualTo(403);
        assertThat(http.withBasicAuth(third, "demo")
                        .postForEntity("/engine-rest/task/" + task + "/unclaim", null, String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .as("a supervisor of the ward gives it back")
                .isTrue();
        assertThat(http.withBasicAuth(office, "demo")
                        .postForEntity("/engine-rest/task/" + task + "/claim", Map.of("userId", office), String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(http.withBasicAuth(substitute, "demo")
                        .postForEntity("/engine-rest/task/" + task + "/unclaim", null, String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(workList.openTasks(substitute, 5))
                .as("taken over, not given to anybody")
                .extracting(open -> open.assignee())
                .containsExactly(substitute);
        assertThat(post(substitute, "/task/" + task + "/submit-form", plan).is2xxSuccessful())
                .isTrue();
    }

    private HttpStatusCode post(String user, String path, String... pairs) {
        var variables = new TreeMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put(pairs[i], Map.of("value", pairs[i + 1], "type", "String"));
        }
        return http.withBasicAuth(user, "demo")
                .postForEntity("/engine-rest" + path, Map.of("variables", variables), String.class)
                .getStatusCode();
    }

    private Outcome record(String absent, String by, LocalDate from, LocalDate to) {
        return substitutions.record(substitution(absent, by, Role.WARD_OFFICE, from, to), BY);
    }

    private NewSubstitution substitution(String absent, String by, Role role, LocalDate from, LocalDate to) {
        return new NewSubstitution(absent, by, role, ward, from, to, "Đi công tác", "Bí thư Đảng ủy, Giấy ủy quyền 12");
    }

    private long id(String absent) {
        return jdbcId("select max(id) from substitution where absent_id = ?", absent);
    }

    private long jdbcId(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }

    private static NewAccount account(String id) {
        return new NewAccount(id, "Tài khoản " + id, BEGIN);
    }

    private static void done(Outcome... outcomes) {
        assertThat(Arrays.asList(outcomes)).allMatch(Outcome.Done.class::isInstance);
    }

    private static void refused(String field, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.message()).endsWith(".");
        });
    }
}
