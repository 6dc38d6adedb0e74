package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.support.IntegrationTest;

/** Whoever belongs to one ward never sees the other; the working group that serves both sees both. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoWardsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
    private static final String PAGE = "?firstResult=0&maxResults=1000";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final ObjectMapper json = new ObjectMapper();
    private JourneyWard here;
    private JourneyWard there;
    private String congressHere;
    private String congressThere;

    @BeforeAll
    void openWards() {
        here = JourneyWard.open(context, port, "benny", 1);
        there = JourneyWard.open(context, port, "benkia", 1);
        congressHere = here.startUpToCells("2025–2030");
        congressThere = there.startUpToCells("2025–2030");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/history/task",
                "/history/process-instance",
                "/history/activity-instance"
            })
    void queriesNameTheOwnWardOnly(String path) {
        var office = here.rest().get(here.office(), path + PAGE);
        assertThat(office.status()).isEqualTo(200);
        assertThat(tenants(office.body())).isSubsetOf("benny");
        assertThat(tenants(here.rest().get(here.cellSecretary(1), path + PAGE).body()))
                .isSubsetOf("benny");
        var supervisor = here.rest().get(JourneyWard.SUPERVISOR, path + PAGE);
        assertThat(tenants(supervisor.body())).contains("benny", "benkia");

        // asked by name, and asked for the other ward outright
        var byName = here.rest().get(here.office(), path + PAGE + "&processInstanceBusinessKey=" + congressThere);
        assertThat(tenants(byName.body())).doesNotContain("benkia");
        assertThat(tenants(here.rest()
                        .get(here.office(), path + PAGE + "&tenantIdIn=benkia")
                        .body()))
                .doesNotContain("benkia");
    }

    @Test
    void singleInstancesAndTasksOfTheOtherWardAreUnknown() {
        var instance = instanceOf(congressThere);
        var task =
                there.task(there.cellSecretary(1), "UserTask_PlanCellCongress", there.cellCongress(congressThere, 1));
        for (var path : List.of(
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/activity-instances",
                "/history/process-instance/" + instance,
                "/task/" + task,
                "/task/" + task + "/form",
                "/task/" + task + "/form-variables",
                "/task/" + task + "/identity-links",
                "/task/" + task + "/comment")) {
            var answer = here.rest().get(here.office(), path);
            assertThat(answer.status()).as(path + " " + answer).isBetween(400, 499);
            assertThat(answer.body().toString()).as(path).doesNotContain("benkia", "Chi bộ số");
        }
        for (var action : List.of("claim", "complete", "submit-form", "unclaim", "assignee", "comment/create")) {
            var answer = here.rest().post(here.office(), "/task/" + task + "/" + action, Map.of());
            assertThat(answer.status()).as(action + " " + answer).isBetween(400, 499);
        }
        assertThat(here.rest()
                        .get(JourneyWard.SUPERVISOR, "/process-instance/" + instance)
                        .status())
                .isEqualTo(200);
        assertThat(here.rest().get(JourneyWard.SUPERVISOR, "/task/" + task).status())
                .isEqualTo(200);
    }

    @Test
    void tasklistAndItsFiltersKeepTheWardsApart() throws JsonProcessingException {
        var clerk = Session.signIn(port, here.office());
        var supervisor = Session.signIn(port, JourneyWard.SUPERVISOR);
        for (var filter :
                json.readTree(clerk.get(ENGINE + "/filter?maxResults=10").body())) {
            var list = clerk.post(ENGINE + "/filter/" + filter.path("id").asText() + "/list" + PAGE, "{}");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(tenants(json.readTree(list.body()))).isSubsetOf("benny");
        }
        var mine = clerk.post(ENGINE + "/task" + PAGE, "{}");
        assertThat(tenants(json.readTree(mine.body()))).isSubsetOf("benny");
        var all = supervisor.post(ENGINE + "/task" + PAGE, "{}");
        assertThat(tenants(json.readTree(all.body()))).contains("benny", "benkia");
    }

    @Test
    void cockpitKeepsTheWardsApart() throws JsonProcessingException {
        var office = Session.signIn(port, here.office());
        var supervisor = Session.signIn(port, JourneyWard.SUPERVISOR);
        var definition = jdbc.sql(
                        "select id_ from act_re_procdef where key_ = 'congressPreparation' order by version_ desc limit 1")
                .query(String.class)
                .single();
        var instances = "{\"processDefinitionId\":\"" + definition + "\"}";
        var mine = office.post(COCKPIT + "/process-instance" + PAGE, instances);
        var both = supervisor.post(COCKPIT + "/process-instance" + PAGE, instances);
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).contains(congressHere).doesNotContain(congressThere);
        assertThat(both.body()).contains(congressHere, congressThere);

        var called = COCKPIT + "/process-instance/" + instanceOf(congressThere) + "/called-process-instances";
        assertThat(office.post(called, "{}").body()).doesNotContain(there.cellCongress(congressThere, 1), "benkia");
        assertThat(json.readTree(supervisor.post(called, "{}").body()))
                .as("a cell and four documents")
                .hasSize(5);
        assertThat(office.get(ENGINE + "/process-instance/" + instanceOf(congressThere))
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.get(ENGINE + "/process-instance/" + instanceOf(congressThere) + "/activity-instances")
                        .statusCode())
                .isBetween(400, 499);
        // the numbers on Cockpit's definition list count the own ward's instances only
        assertThat(count(office)).isEqualTo(1);
        assertThat(count(supervisor)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void ourPagesDoNotKnowTheOtherWard() {
        var office = Session.signIn(port, here.office());
        var supervisor = Session.signIn(port, JourneyWard.SUPERVISOR);
        assertThat(office.get("/dai-hoi/" + congressHere).statusCode()).isEqualTo(200);
        var foreign = office.get("/dai-hoi/" + congressThere);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).doesNotContain("benkia").isNotEqualTo("");
        assertThat(office.get("/dai-hoi").body()).contains(congressHere).doesNotContain(congressThere);
        assertThat(office.get("/").body()).contains(congressHere).doesNotContain(congressThere, "benkia");
        for (var page : List.of("/", "/dai-hoi")) {
            assertThat(supervisor.get(page).body()).contains(congressHere, congressThere);
        }
        assertThat(supervisor.get("/dai-hoi/" + congressThere).statusCode()).isEqualTo(200);
    }

    private long count(Session session) throws JsonProcessingException {
        return json.readTree(session.get(ENGINE + "/process-instance/count?processDefinitionKey=congressPreparation")
                        .body())
                .path("count")
                .asLong();
    }

    private String instanceOf(String businessKey) {
        return jdbc.sql(
                        "select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'congressPreparation'")
                .param(businessKey)
                .query(String.class)
                .single();
    }

    private static Set<String> tenants(JsonNode rows) {
        var tenants = new TreeSet<String>();
        rows.forEach(row -> tenants.add(row.path("tenantId").asText()));
        return tenants;
    }
}
