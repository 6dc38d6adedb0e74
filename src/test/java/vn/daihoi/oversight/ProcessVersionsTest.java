package vn.daihoi.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
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
import vn.daihoi.review.ConcludingWard;
import vn.daihoi.review.FollowUpStatus;
import vn.daihoi.review.FollowUps;
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
    private static final String FOLLOW_UP = "followUp";
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
    private ApplicationContext context;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

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
    private int followUpBefore;

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
        before = newest(PROCESS);
        followUpBefore = newest(FOLLOW_UP);
        assertThat(post(office, "/process-definition/key/" + PROCESS + "/submit-form", Map.of("term", "2025-2030"))
                        .is2xxSuccessful())
                .isTrue();
        congress = congresses.visible(office).get(0).id();
    }

    @AfterEach
    void nothingIsLeft() {
        takeAway(PROCESS, before);
        takeAway(FOLLOW_UP, followUpBefore);
    }

    /** What was moved goes back first, since other tests' instances came along; again while a job of theirs is faster. */
    private void takeAway(String process, int standing) {
        for (int version = newest(process); version > standing; version--) {
            var added = definition(process, version);
            var back = definition(process, standing);
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsInstanceOf(OptimisticLockingException.class)
                    .until(() -> engine.inside(() -> {
                        var moved =
                                runtime.createProcessInstanceQuery().processDefinitionId(added.getId()).list().stream()
                                        .map(ProcessInstance::getId)
                                        .toList();
                        if (!moved.isEmpty()) {
                            var plan = runtime.createMigrationPlan(added.getId(), back.getId())
                                    .mapEqualActivities()
                                    .build();
                            runtime.newMigration(plan).processInstanceIds(moved).execute();
                        }
                        return true;
                    }));
            engine.inside(() -> repository.deleteDeployment(added.getDeploymentId(), true));
        }
    }

    private ProcessDefinition definition(String process, int version) {
        return engine.inside(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult());
    }

    @Test
    void aTaskThatIsBeingCarriedOutKeepsItsTaskItsTimerAndItsForm() throws IOException {
        var ward = ConcludingWard.open(context);
        var id = ward.followUps().get(0).id();
        var standing = state(id);
        var model = Files.readString(Path.of("processes/follow-up.bpmn"));
        deploy("follow-up.bpmn", model.replace("name=\"Kiểm tra kết quả thực hiện\"", "name=\"Kiểm tra (bản mới)\""));
        assertThat(state(id)).as("a deployment alone moves nobody").isEqualTo(standing);

        assertThat(versions.migrate(FOLLOW_UP, followUpBefore, OWNER)).isEqualTo(Verdict.done());

        assertThat(state(id))
                .isEqualTo(new State(followUpBefore + 1, standing.task(), standing.due(), standing.fires()));
        assertThat(submit(ward.editor, Map.of("report", "Đã bổ sung")).is2xxSuccessful())
                .isTrue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(workList.openTasks(ward.head, 5))
                .extracting(task -> task.name())
                .singleElement()
                .asString()
                .startsWith("Kiểm tra (bản mới)"));
        assertThat(submit(ward.head, Map.of("decision", "ACCEPT")).is2xxSuccessful())
                .isTrue();
        assertThat(context.getBean(FollowUps.class).get(id).status()).isEqualTo(FollowUpStatus.ACCEPTED);
    }

    /** On which version it runs, which task is open, when that is due and when its timer fires. */
    private record State(int version, String task, Timestamp due, Timestamp fires) {}

    private State state(String followUp) {
        return jdbc.sql(
                        """
                        select d.version_ as version, t.id_ as task, t.due_date_ as due, j.duedate_ as fires
                        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        join act_ru_task t on t.proc_inst_id_ = e.id_ and t.proc_def_id_ = d.id_
                        join act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'timer'
                        where e.business_key_ = ? and e.parent_id_ is null""")
                .param(followUp)
                .query(State.class)
                .single();
    }

    @Test
    void aRunningInstanceGoesOnInTheNewVersion() throws IOException {
        var model = Files.readString(Path.of("processes/congress-preparation.bpmn"));
        var renamed = model.replace("name=\"Phê duyệt kế hoạch\"", "name=\"Phê duyệt kế hoạch (bản mới)\"");
        assertThat(renamed).isNotEqualTo(model);
        deploy("congress-preparation.bpmn", renamed);
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
        deploy("congress-preparation.bpmn", ANOTHER);

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

    private void deploy(String name, String model) {
        engine.inside(() -> {
            var deployment = repository.createDeployment().name("test").addString(name, model);
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

    private int newest(String process) {
        return jdbc.sql("select max(version_) from act_re_procdef where key_ = ?")
                .param(process)
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
