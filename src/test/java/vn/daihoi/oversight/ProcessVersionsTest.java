package vn.daihoi.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.CongressStatus;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.WorkList;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.support.IntegrationTest;

/**
 * A congress begins on one version of its process, another is deployed, and the running instance is taken there: its forms
 * and their handlers go on to work. What the test deploys it takes away again, since all tests share one engine.
 */
@IntegrationTest
class ProcessVersionsTest {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final String BY = "test";
    private static final String OWNER = "quytrinh";
    private static final String PROCESS = "congressPreparation";
    private static int number;

    /** Has no step of the real process but the beginning. */
    private static final String ANOTHER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://daihoi.vn/test">
              <bpmn:message id="Message_X" name="test.x" />
              <bpmn:process id="congressPreparation" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="StartEvent_CongressOpened" />
                <bpmn:sequenceFlow id="Flow_X" sourceRef="StartEvent_CongressOpened" targetRef="CatchEvent_X" />
                <bpmn:intermediateCatchEvent id="CatchEvent_X">
                  <bpmn:messageEventDefinition messageRef="Message_X" />
                </bpmn:intermediateCatchEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private ProcessVersions versions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private EngineCommands engine;

    @Autowired
    private UnitChanges units;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleAssignments roles;

    @Autowired
    private Congresses congresses;

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

    private String office = "";
    private String secretary = "";
    private String congress = "";
    private int before;

    @BeforeEach
    void aCongressThatHasBegun() {
        var ward = "pb" + ++number;
        office = "vanphong." + ward;
        secretary = "bithu." + ward;
        units.add(new NewUnit(ward, UnitKind.WARD, "Đảng bộ " + ward, ward, null, null, 90, BEGIN, null), BY);
        accounts.openForDemo(
                List.of(new NewAccount(office, "Văn phòng", BEGIN), new NewAccount(secretary, "Bí thư", BEGIN)),
                "demo",
                BY);
        roles.assign(new NewRole(office, Role.WARD_OFFICE, ward, BEGIN, null), BY);
        roles.assign(new NewRole(secretary, Role.WARD_SECRETARY, ward, BEGIN, null), BY);
        before = newest();
        assertThat(post(office, "/process-definition/key/" + PROCESS + "/submit-form", Map.of("term", "2025-2030"))
                        .is2xxSuccessful())
                .isTrue();
        congress = congresses.visible(office).get(0).id();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("select distinct deployment_id_ from act_re_procdef where key_ = ? and version_ > ?")
                .params(PROCESS, before)
                .query(String.class)
                .list()
                .forEach(this::delete);
    }

    /** Tries again while a job of the instance is faster. */
    private void delete(String deployment) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(OptimisticLockingException.class)
                .until(() -> engine.inside(() -> {
                    repository.deleteDeployment(deployment, true);
                    return true;
                }));
    }

    @Test
    void aRunningInstanceGoesOnInTheNewVersion() throws IOException {
        var model = Files.readString(Path.of("processes/congress-preparation.bpmn"));
        var renamed = model.replace("name=\"Phê duyệt kế hoạch\"", "name=\"Phê duyệt kế hoạch (bản mới)\"");
        assertThat(renamed).isNotEqualTo(model);
        deploy(renamed);
        assertThat(versions.findings(PROCESS, before)).isEmpty();
        assertThat(versions.migrate(PROCESS, before, "quytrinh.khac"))
                .as("only who looks after all processes")
                .isInstanceOf(Verdict.Refused.class);
        assertThat(version()).isEqualTo(before);

        assertThat(versions.migrate(PROCESS, before, OWNER)).isEqualTo(Verdict.done());

        assertThat(version()).isEqualTo(before + 1);
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusDays(60)
                .toString();
        assertThat(submit(
                                office,
                                Map.of(
                                        "openingDate", day,
                                        "closingDate", day,
                                        "venue", "Hội trường",
                                        "contents", "FOUR",
                                        "ruleSet", "CT45-2025"))
                        .is2xxSuccessful())
                .isTrue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(workList.openTasks(secretary, 5))
                .extracting(task -> task.name())
                .singleElement()
                .asString()
                .startsWith("Phê duyệt kế hoạch (bản mới)"));
        assertThat(submit(secretary, Map.of("decision", "APPROVE")).is2xxSuccessful())
                .isTrue();
        assertThat(congresses.get(congress).status()).isIn(CongressStatus.APPROVED, CongressStatus.CELLS_RUNNING);
        assertThat(audit.of("process:" + PROCESS)).last().satisfies(recorded -> {
            assertThat(recorded.entry().action()).isEqualTo("PROCESS_MIGRATED");
            assertThat(recorded.entry().who()).isEqualTo(OWNER);
        });
        assertThat(versions.migrate(PROCESS, before, OWNER))
                .as("nothing is left to be moved")
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void whereAStepIsGoneNothingIsMovedAndTheStepIsNamed() {
        deploy(ANOTHER);

        assertThat(versions.findings(PROCESS, before)).anyMatch(found -> found.startsWith("UserTask_PlanCongress: "));
        assertThat(versions.migrate(PROCESS, before, OWNER))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.message())
                        .contains("UserTask_PlanCongress"));

        assertThat(version()).isEqualTo(before);
        assertThat(versions.running())
                .filteredOn(each -> each.key().equals(PROCESS) && each.version() == before)
                .singleElement()
                .matches(ProcessVersions.Version::outdated);
    }

    private void deploy(String model) {
        engine.inside(() -> {
            var deployment = repository.createDeployment().name("test").addString("congress-preparation.bpmn", model);
            try (var forms = Files.list(Path.of("forms"))) {
                forms.forEach(form -> deployment.addString(form.getFileName().toString(), read(form)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            deployment.deploy();
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int newest() {
        return jdbc.sql("select max(version_) from act_re_procdef where key_ = ?")
                .param(PROCESS)
                .query(Integer.class)
                .single();
    }

    private int version() {
        return jdbc.sql(
                        """
                        select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.business_key_ = ? and e.parent_id_ is null and d.key_ = ?""")
                .params(congress, PROCESS)
                .query(Integer.class)
                .single();
    }

    private HttpStatusCode submit(String user, Map<String, String> values) {
        var task = workList.openTasks(user, 5).get(0).id();
        return post(user, "/task/" + task + "/submit-form", values);
    }

    private HttpStatusCode post(String user, String path, Map<String, String> values) {
        var variables = new TreeMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return http.withBasicAuth(user, "demo")
                .postForEntity("/engine-rest" + path, Map.of("variables", variables), String.class)
                .getStatusCode();
    }
}
