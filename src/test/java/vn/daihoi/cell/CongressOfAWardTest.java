package vn.daihoi.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.CellType;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.support.IntegrationTest;

/** The congress of a ward with two cells on the real engine and database, forms sent over HTTP. */
@IntegrationTest
class CongressOfAWardTest {

    private static final AtomicInteger WARDS = new AtomicInteger();
    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
    private static final String BY = "test";
    private static final String PASSWORD = "demo";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private UnitChanges units;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleAssignments roles;

    @Autowired
    private Congresses congresses;

    @Autowired
    private CellCongresses cells;

    @Autowired
    private CellBoard board;

    @Autowired
    private CellHistory history;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private String ward = "";
    private String office = "";
    private String secretary = "";

    @BeforeEach
    void ward() {
        ward = "cw" + WARDS.incrementAndGet();
        office = "vanphong." + ward;
        secretary = "bithu." + ward;
        unit(ward, UnitKind.WARD, null, 1);
        person(office, Role.WARD_OFFICE, ward);
        person(secretary, Role.WARD_SECRETARY, ward);
        cell(1);
        cell(2);
    }

    @Test
    void fromTheStartFormToTheLastCellWithOneThatJoinsOnTheWay() {
        var congress = openedAndApproved();
        assertThat(board.progress(congress)).satisfies(progress -> {
            assertThat(progress.recognised()).isZero();
            assertThat(progress.total()).isEqualTo(2);
        });
        recognise(congress, 1);
        assertThat(board.progress(congress).recognised()).isEqualTo(1);

        cell(3);
        assertThat(board.report(congresses.get(congress)).addable())
                .singleElement()
                .satisfies(unit -> assertThat(unit.unit()).isEqualTo(ward + ".cb03"));
        assertThat(congresses.addUnit(congress, "chi-bo", ward + ".cb03", secretary))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(congresses.addUnit(congress, "chi-bo", ward + ".cb03", office))
                .isInstanceOf(Verdict.Done.class);
        assertThat(board.progress(congress).total()).isEqualTo(3);

        recognise(congress, 2);
        recognise(congress, 3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                        """
                        select count(*) from act_ru_execution e join act_hi_procinst p on p.id_ = e.proc_inst_id_
                        where p.business_key_ = ? and e.act_id_ = 'Gateway_StreamsDone' and e.is_active_ = false
                        """)
                                .param(congress)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(tasks(secretary, "UserTask_ConfirmReadiness"))
                .as("the documents are still to come")
                .isEmpty();
        cell(4);
        assertThat(congresses.addUnit(congress, "chi-bo", ward + ".cb04", office))
                .as("the stream of the cells has closed")
                .isInstanceOf(Verdict.Refused.class);
        assertThat(board.progress(congress).total())
                .as("nothing of it was stored")
                .isEqualTo(3);
    }

    @Test
    void callingOffEndsTheCellsInTheSameTransactionAndKeepsWhatWasRecognised() {
        var congress = openedAndApproved();
        recognise(congress, 1);

        assertThat(congresses.cancel(congress, "Sáp nhập", office)).isInstanceOf(Verdict.Refused.class);
        assertThat(congresses.cancel(congress, " ", secretary)).isInstanceOf(Verdict.Refused.class);
        // the continuation after the recognition may still be running
        await().ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(() -> assertThat(congresses.cancel(congress, "Sáp nhập", secretary))
                        .isInstanceOf(Verdict.Done.class));

        assertThat(statuses(congress)).containsExactly(CellStatus.RECOGNISED, CellStatus.CANCELLED);
        assertThat(tasks(office, "")).isEmpty();
        assertThat(congresses.cancel(congress, "Lần nữa", secretary)).isInstanceOf(Verdict.Refused.class);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(audit.of("congress:" + congress))
                .extracting(recorded -> recorded.entry().action())
                .endsWith("CONGRESS_CANCELLED", "CONGRESS_PROCESS_STOPPED"));
        assertThat(start("2025-2030")).as("the term is free again").isEqualTo(HttpStatus.OK);
    }

    @Test
    void ofManyWhoOpenTheSameCongressAtOnceOneSucceeds() {
        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(attempt -> start("2030-2035"))
                .toList();

        assertThat(answers).filteredOn(HttpStatus.OK::equals).hasSize(1);
        assertThat(answers).filteredOn(HttpStatus.BAD_REQUEST::equals).hasSize(5);
        assertThat(congresses.visible(office)).hasSize(1);
    }

    @Test
    void aCongressOfAnotherWardIsNotSeen() {
        start("2025-2030");
        var congress = congresses.visible(office).get(0).id();
        ward();

        assertThat(congresses.visible(congress, office)).isEmpty();
        assertThat(congresses.switchRuleSet(congress, "CT35-2024", "x", secretary))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void switchingTheRuleSetIsLogged() {
        var congress = openedAndApproved();

        assertThat(congresses.switchRuleSet(congress, "CT45-2025", "x", secretary))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(congresses.switchRuleSet(congress, "CT35-2024", "Theo chỉ đạo", secretary))
                .isInstanceOf(Verdict.Done.class);

        assertThat(congresses.get(congress).ruleSet()).isEqualTo("CT35-2024");
        assertThat(audit.of("congress:" + congress)).last().satisfies(recorded -> {
            assertThat(recorded.entry().action()).isEqualTo("CONGRESS_RULE_SET_SWITCHED");
            assertThat(recorded.entry().ruleSet()).isEqualTo("CT35-2024");
        });
    }

    @Test
    void theHistoriesOnlyGrow() {
        var congress = openedAndApproved();
        assertThat(history.of(ids(congress).get(1))).hasSize(1);

        for (var change : List.of(
                "update audit_entry set who = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update cell_congress_event set by_whom = 'x'",
                "delete from cell_congress_event",
                "truncate cell_congress_event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    private String openedAndApproved() {
        assertThat(start("2025-2030")).isEqualTo(HttpStatus.OK);
        var congress = congresses.visible(office).get(0).id();
        var opening = VietnamTime.today(clock).plusDays(60).toString();
        accepted(
                office,
                task(office, "UserTask_PlanCongress"),
                Map.of(
                        "openingDate", opening,
                        "closingDate", opening,
                        "venue", "Hội trường",
                        "contents", "FOUR",
                        "ruleSet", "CT45-2025"));
        accepted(secretary, task(secretary, "UserTask_ApprovePlan"), Map.of("decision", "APPROVE"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks(office, "UserTask_PlanCellCongress").size() == 2);
        return congress;
    }

    private void recognise(String congress, int number) {
        var today = VietnamTime.today(clock).toString();
        var cell = "chibo%02d.%s".formatted(number, ward);
        var id = ids(congress).get(number);
        accepted(
                cell,
                task(cell, "UserTask_PlanCellCongress", id),
                Map.of("plannedDate", today, "venue", "Nhà văn hóa"));
        accepted(office, task(office, "UserTask_ClearCellPlan", id), Map.of("decision", "CLEAR"));
        accepted(
                cell,
                task(cell, "UserTask_ReportResult", id),
                Map.of("outcome", "HELD", "heldOn", today, "convened", 10, "present", 9, "minutesNumber", "01-BB"));
        accepted(office, task(office, "UserTask_CheckResult", id), Map.of("decision", "COMPLETE"));
        accepted(
                secretary,
                task(secretary, "UserTask_RecogniseResult", id),
                Map.of("decision", "RECOGNISE", "decisionNumber", "01-QĐ/ĐU"));
        assertThat(cells.get(id).status()).isEqualTo(CellStatus.RECOGNISED);
    }

    /** Ids of the cells' congresses by the number of the cell. */
    private Map<Integer, String> ids(String congress) {
        var ids = new TreeMap<Integer, String>();
        for (var id : cells.openedIds(congress)) {
            ids.put(Integer.parseInt(cells.get(id).cell().replaceAll(".*cb", "")), id);
        }
        return ids;
    }

    private List<CellStatus> statuses(String congress) {
        return cells.openedIds(congress).stream()
                .map(id -> cells.get(id).status())
                .toList();
    }

    private void cell(int number) {
        var id = "%s.cb%02d".formatted(ward, number);
        unit(id, UnitKind.CELL, ward, number);
        person("chibo%02d.%s".formatted(number, ward), Role.CELL_SECRETARY, id);
    }

    private void unit(String id, UnitKind kind, @Nullable String above, int order) {
        var cell = kind == UnitKind.CELL;
        units.add(
                new NewUnit(
                        id,
                        kind,
                        (cell ? "Chi bộ " : "Đảng bộ phường ") + id,
                        id,
                        cell ? 20 : null,
                        cell ? CellType.RESIDENTIAL : null,
                        order,
                        BEGIN,
                        cell ? above : "thanhuy"),
                BY);
    }

    private void person(String id, Role role, String unit) {
        accounts.openForDemo(List.of(new NewAccount(id, role.title(), BEGIN)), PASSWORD, BY);
        roles.assign(new NewRole(id, role, unit, BEGIN, null), BY);
    }

    private HttpStatus start(String term) {
        return post(
                office, "/engine-rest/process-definition/key/congressPreparation/submit-form", Map.of("term", term));
    }

    private void accepted(String user, String task, Map<String, Object> values) {
        assertThat(post(user, "/engine-rest/task/" + task + "/submit-form", values))
                .as("%s by %s", values, user)
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    private HttpStatus post(String user, String path, Map<String, ?> values) {
        var variables = new TreeMap<String, Object>();
        values.forEach((name, value) ->
                variables.put(name, Map.of("value", value, "type", value instanceof Integer ? "Integer" : "String")));
        var status = http.withBasicAuth(user, PASSWORD)
                .postForEntity(path, Map.of("variables", variables), String.class)
                .getStatusCode();
        return HttpStatus.valueOf(status.value());
    }

    private String task(String user, String element) {
        return task(user, element, "");
    }

    private String task(String user, String element, String businessKey) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tasks(user, element + "&processInstanceBusinessKey=" + businessKey),
                        found -> found.size() == 1)
                .get(0);
    }

    @SuppressWarnings("unchecked")
    private List<String> tasks(String user, String element) {
        var filter = element.isEmpty()
                ? ""
                : "&taskDefinitionKey=" + element.replaceAll("&processInstanceBusinessKey=$", "");
        List<Map<String, Object>> found =
                http.withBasicAuth(user, PASSWORD).getForObject("/engine-rest/task?maxResults=50" + filter, List.class);
        return found.stream().map(task -> String.valueOf(task.get("id"))).toList();
    }
}
