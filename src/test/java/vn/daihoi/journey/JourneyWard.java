package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.Completeness;
import vn.daihoi.approval.Contributions;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.OfficeFiles;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.CellType;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.UnitChanges;
import vn.daihoi.organisation.UnitChanges.NewUnit;
import vn.daihoi.organisation.UnitKind;
import vn.daihoi.support.Publication;

/**
 * A ward of one test class, with its cells and people, moved by HTTP as those people. The tests share one database, so
 * each class opens a ward of its own. Below the city of the demo, served by the demo's working group.
 */
final class JourneyWard {

    static final String PASSWORD = "demo";

    /** Head of the demo's working group, which serves every ward opened here. */
    static final String SUPERVISOR = "tct.totruong";

    private static final String BY = "test";
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id;
    private final int cells;
    private final Rest rest;
    private final JdbcClient jdbc;
    private final Publication publication;
    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Contributions contributions;

    private JourneyWard(String id, int cells, Rest rest, ApplicationContext context) {
        this.id = id;
        this.cells = cells;
        this.rest = rest;
        jdbc = context.getBean(JdbcClient.class);
        publication = new Publication(context);
        dossiers = context.getBean(Dossiers.class);
        completeness = context.getBean(Completeness.class);
        contributions = context.getBean(Contributions.class);
    }

    /** Opens a ward; two clerks work in its office, and two editors write its documents. */
    static JourneyWard open(ApplicationContext context, int port, String id, int cells) {
        var units = context.getBean(UnitChanges.class);
        must(units.add(unit(id, UnitKind.WARD, "Đảng bộ phường " + id, "Phường " + id, 50, "thanhuy"), BY));
        must(units.assignBody("tct1", id, BEGIN, null, BY));
        var roles = new ArrayList<NewRole>();
        roles.add(new NewRole("vanphong." + id, Role.WARD_OFFICE, id, BEGIN, null));
        roles.add(new NewRole("vanphong2." + id, Role.WARD_OFFICE, id, BEGIN, null));
        roles.add(new NewRole("bithu." + id, Role.WARD_SECRETARY, id, BEGIN, null));
        roles.add(new NewRole("bientap1." + id, Role.EDITOR, id, BEGIN, null));
        roles.add(new NewRole("bientap2." + id, Role.EDITOR, id, BEGIN, null));
        for (int cell = 1; cell <= cells; cell++) {
            must(units.add(unit(cellId(id, cell), UnitKind.CELL, "Chi bộ số " + cell, "Số " + cell, cell, id), BY));
            roles.add(new NewRole(
                    "chibo%02d.%s".formatted(cell, id), Role.CELL_SECRETARY, cellId(id, cell), BEGIN, null));
        }
        must(units.add(
                unit(frontUnit(id), UnitKind.ORGANISATION, "Mặt trận Tổ quốc phường " + id, "Mặt trận", 1, id), BY));
        roles.add(new NewRole("mttq." + id, Role.MASS_ORGANISATION, frontUnit(id), BEGIN, null));
        context.getBean(Accounts.class)
                .openForDemo(
                        roles.stream()
                                .map(role -> new NewAccount(role.account(), "Tài khoản " + role.account(), BEGIN))
                                .toList(),
                        PASSWORD,
                        BY);
        roles.forEach(role -> must(context.getBean(RoleAssignments.class).assign(role, BY)));
        return new JourneyWard(id, cells, new Rest(port, PASSWORD), context);
    }

    private static NewUnit unit(String id, UnitKind kind, String name, String shortName, int order, String above) {
        boolean cell = kind == UnitKind.CELL;
        return new NewUnit(
                id, kind, name, shortName, cell ? 40 : null, cell ? CellType.RESIDENTIAL : null, order, BEGIN, above);
    }

    private static void must(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private static String cellId(String ward, int cell) {
        return "%s.cb%02d".formatted(ward, cell);
    }

    private static String frontUnit(String ward) {
        return ward + ".mttq";
    }

    String id() {
        return id;
    }

    int cells() {
        return cells;
    }

    String office() {
        return "vanphong." + id;
    }

    String secondClerk() {
        return "vanphong2." + id;
    }

    String secretary() {
        return "bithu." + id;
    }

    String editor() {
        return "bientap1." + id;
    }

    String secondEditor() {
        return "bientap2." + id;
    }

    /** The Fatherland Front, which holds conferences. */
    String front() {
        return "mttq." + id;
    }

    String cellSecretary(int cell) {
        return "chibo%02d.%s".formatted(cell, id);
    }

    Rest rest() {
        return rest;
    }

    /** Everybody who works in the ward. */
    List<String> people() {
        var people = new ArrayList<>(List.of(office(), secondClerk(), secretary(), editor()));
        for (int cell = 1; cell <= cells; cell++) {
            people.add(cellSecretary(cell));
        }
        return people;
    }

    /** Starts the ward's congress with the start form; gives its id. */
    String start(String term) {
        var started = rest.post(
                office(), "/process-definition/key/congressPreparation/submit-form", Rest.form(Map.of("term", term)));
        assertThat(started.status()).as(started.toString()).isEqualTo(200);
        return started.body().path("businessKey").asText();
    }

    /** Starts a congress and brings it to where its cells plan theirs and its documents are drafted; gives its id. */
    String startUpToCells(String term) {
        var congress = start(term);
        complete(office(), "UserTask_PlanCongress", congress, congressPlan("Hội trường phường"));
        complete(secretary(), "UserTask_ApprovePlan", congress, Map.of("decision", "APPROVE"));
        for (int cell = 1; cell <= cells; cell++) {
            task(cellSecretary(cell), "UserTask_PlanCellCongress", cellCongress(congress, cell));
        }
        documents(congress);
        return congress;
    }

    /** A valid plan of the ward's congress. */
    static Map<String, Object> congressPlan(String venue) {
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusMonths(6);
        return Map.of(
                "openingDate",
                day.toString(),
                "closingDate",
                day.plusDays(1).toString(),
                "venue",
                venue,
                "contents",
                "FOUR",
                "ruleSet",
                "CT45-2025");
    }

    /** A valid plan of a cell's congress, today, so that its result can be reported today. */
    static Map<String, Object> cellPlan() {
        return Map.of(
                "plannedDate", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(), "venue", "Nhà văn hóa");
    }

    /** A report of a congress that was held. */
    static Map<String, Object> held(int convened, int present, String minutes) {
        var fields = new HashMap<String, Object>(Map.of(
                "outcome",
                "HELD",
                "heldOn",
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(),
                "convened",
                convened,
                "present",
                present));
        if (!minutes.isEmpty()) {
            fields.put("minutesNumber", minutes);
        }
        return fields;
    }

    /** Id of a cell's congress; waits until it has been opened. */
    String cellCongress(String congress, int cell) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql("select id from cell_congress where congress = ? and cell = ?")
                                .param(congress)
                                .param(cellId(id, cell))
                                .query(String.class)
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Id of the document of this type that was opened with a congress; waits until it has been opened. */
    String document(String congress, String type) {
        return Awaitility.await("document " + type)
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql("select id from document where congress = ? and type = ?")
                                .params(congress, type)
                                .query(String.class)
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** The open task of an instance, as this person sees it; waits until it is there. */
    String task(String user, String key, String businessKey) {
        return Awaitility.await("task " + key + " for " + user)
                .atMost(PATIENCE)
                .until(
                        () -> mine(user, openTasks(user, key, businessKey).findValuesAsText("id")),
                        one -> one.size() == 1)
                .get(0);
    }

    /** Of several tasks of one step, such as the conferences of the cells, those that are offered to this person. */
    private List<String> mine(String user, List<String> tasks) {
        return tasks.size() <= 1
                ? tasks
                : jdbc.sql(
                                """
                        select distinct l.task_id_ from act_ru_identitylink l
                          join act_id_membership m on m.group_id_ = l.group_id_
                        where m.user_id_ = :user and l.task_id_ in (:tasks)""")
                        .param("user", user)
                        .param("tasks", tasks)
                        .query(String.class)
                        .list();
    }

    /** What this person sees of an instance's open tasks with this key. */
    JsonNode openTasks(String user, String key, String businessKey) {
        var answer = rest.get(
                user, "/task?maxResults=100&taskDefinitionKey=" + key + "&processInstanceBusinessKey=" + businessKey);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    /** Completes the open task of an instance with these fields; waits until it is there. */
    void complete(String user, String key, String businessKey, Map<String, ?> fields) {
        var answer = rest.post(user, "/task/" + task(user, key, businessKey) + "/submit-form", Rest.form(fields));
        assertThat(answer.ok()).as("%s by %s: %s", key, user, answer).isTrue();
    }

    /** Plans a cell's congress and clears the plan. */
    void planAndClear(String congress, int cell) {
        var cellCongress = cellCongress(congress, cell);
        complete(cellSecretary(cell), "UserTask_PlanCellCongress", cellCongress, cellPlan());
        complete(office(), "UserTask_ClearCellPlan", cellCongress, Map.of("decision", "CLEAR"));
    }

    /** Reports that a cell's congress was held. */
    void report(String congress, int cell, String minutes) {
        complete(cellSecretary(cell), "UserTask_ReportResult", cellCongress(congress, cell), held(40, 38, minutes));
    }

    /** The ward finds a cell's result complete and recognises it. */
    void checkAndRecognise(String congress, int cell) {
        var cellCongress = cellCongress(congress, cell);
        complete(office(), "UserTask_CheckResult", cellCongress, Map.of("decision", "COMPLETE"));
        complete(
                secretary(),
                "UserTask_RecogniseResult",
                cellCongress,
                Map.of("decision", "RECOGNISE", "decisionNumber", "%02d-QĐ/ĐU".formatted(cell)));
    }

    /** Ids of the four documents of a congress; waits until each has its task. */
    List<String> documents(String congress) {
        return documents(congress, 4);
    }

    private List<String> documents(String congress, int number) {
        var documents = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql("select id from document where congress = ? order by created_at, id")
                                .param(congress)
                                .query(String.class)
                                .list(),
                        found -> found.size() == number);
        documents.forEach(document -> task(editor(), "UserTask_DraftDocument", document));
        return documents;
    }

    /** Publishes a version of a document, as on its page. */
    void publish(String document, String... paragraphs) {
        publication.of(document, editor(), paragraphs);
    }

    /** Id of the comment round of a document that is being planned or runs; waits until it is there. */
    String round(String document) {
        return Awaitility.await("round of " + document)
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql(
                                        """
                        select id from comment_round where document = ?
                          and status not in ('PUBLISHED', 'SKIPPED', 'WITHDRAWN', 'CANCELLED')""")
                                .param(document)
                                .query(String.class)
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** A valid plan of a comment round: everybody is asked in every way. */
    static Map<String, Object> roundPlan(LocalDate closesOn) {
        return new HashMap<>(Map.of(
                "choice", "ASK",
                "version", "1",
                "closesOn", closesOn.toString(),
                "partyMembers", true,
                "associationMembers", true,
                "residents", true,
                "conferences", true,
                "written", true,
                "publicPage", true));
    }

    /** What a conference of today reports, with one comment on the draft as a whole. */
    static Map<String, Object> conference(String comment) {
        return new HashMap<>(Map.of(
                "heldOn",
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(),
                "present",
                30,
                "speakers",
                3,
                "comments",
                comment));
    }

    /** Asks nobody about a document: the office proposes it and the secretary agrees. */
    void skipRound(String document) {
        var round = round(document);
        complete(office(), "UserTask_PlanRound", round, Map.of("choice", "SKIP", "skipReason", "Đã lấy ý kiến"));
        complete(secretary(), "UserTask_ApproveRound", round, Map.of("decision", "APPROVE"));
    }

    /** Brings each document to its end: a first version, handed in, cleared for comment, and nobody asked. */
    void clearDocuments(String congress) {
        clearDocuments(congress, 4);
    }

    /** The same where documents were added. */
    void clearDocuments(String congress, int number) {
        for (var document : documents(congress, number)) {
            clearForComment(document, "Dự thảo trình đại hội");
            skipRound(document);
        }
    }

    /**
     * Brings documents that were commented on to the superior's approval the shortest way there is: the superior holds no
     * session, for a reason; nothing is outstanding; the executive committee adopts; the dossier is put together, sent,
     * received, appraised, agreed to by slips and approved.
     */
    void approveDocuments(String congress) {
        fillRules();
        complete(
                "thanhuy.vp",
                "UserTask_ScheduleSession",
                newest("working_session", congress),
                Map.of("choice", "WAIVE", "waiveReason", "Đã góp ý bằng văn bản"));
        complete(editor(), "UserTask_ReviseDocuments", congress, Map.of());
        complete(office(), "UserTask_AdoptDocuments", congress, adoption("01-BB/ĐU"));
        var dossier = newest("dossier", congress);
        assemble(dossier);
        complete(secretary(), "UserTask_SignDossier", dossier, Map.of("decision", "SIGN"));
        complete("thanhuy.vp", "UserTask_ReceiveDossier", dossier, Map.of("decision", "RECEIVE"));
        var agrees = Map.of("outcome", "AGREE", "opinion", "Hồ sơ đạt yêu cầu");
        complete("thanhuy.btc", "UserTask_AppraiseOrganisation", dossier, agrees);
        complete("thanhuy.tg", "UserTask_AppraisePropaganda", dossier, agrees);
        complete("thanhuy.vp", "UserTask_AppraiseOffice", dossier, agrees);
        complete(
                "thanhuy.vp",
                "UserTask_OpenSlips",
                dossier,
                Map.of("report", "Các ban đều thống nhất", "choice", "ASK"));
        giveSlips(dossier);
        complete("thanhuy.bt", "UserTask_DecideApproval", dossier, Map.of("decision", "APPROVE"));
        complete("thanhuy.vp", "UserTask_IssueNotice", dossier, Map.of());
    }

    /** A meeting of the executive committee today that adopts the documents. */
    static Map<String, Object> adoption(String minutes) {
        return new HashMap<>(Map.of(
                "heldOn",
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(),
                "minutesNumber",
                minutes,
                "convened",
                15,
                "present",
                14,
                "result",
                "ADOPTED"));
    }

    /** What the owner of the rule set fills in; nothing of it was found in a source that could be read. */
    void fillRules() {
        Map.of(
                        "DOSSIER_WORKING_DAYS", 20,
                        "APPRAISAL_WORKING_DAYS", 5,
                        "SLIP_WORKING_DAYS", 5,
                        "SLIP_QUORUM_PERCENT", 50,
                        "SLIP_MAJORITY_PERCENT", 50,
                        "SLIP_BY_SUBSTITUTE", 1,
                        "ADOPTION_QUORUM_PERCENT", 67)
                .forEach((parameter, value) -> jdbc.sql(
                                """
                        insert into rule_value (rule_set, parameter, number, value, basis, filled_by, filled_at)
                        select 'CT45-2025', :parameter, coalesce(max(number), 0) + 1, :value, 'test', 'test', now()
                        from rule_value where rule_set = 'CT45-2025' and parameter = :parameter""")
                        .param("parameter", parameter)
                        .param("value", value)
                        .update());
    }

    /** Brings in by hand whatever the checklist wants so, and says that it is complete. */
    private void assemble(String dossier) {
        bringIn(dossier);
        complete(office(), "UserTask_AssembleDossier", dossier, Map.of());
    }

    /** Brings in by hand whatever the checklist wants so. */
    void bringIn(String dossier) {
        var items = completeness.of(dossiers.get(dossier)).lines();
        for (var line : items) {
            var item = line.item().code();
            var brought =
                    switch (line.item().kind()) {
                        case UPLOAD ->
                            contributions.upload(
                                    dossier, item, "Tệp.pdf", OfficeFiles.pdf("Noi dung " + item), false, office());
                        case PAPER ->
                            contributions.recordPaper(
                                    dossier, item, new Contributions.PaperReceipt("07", BEGIN, "Két hồ sơ"), office());
                        case SYSTEM -> Verdict.done();
                    };
            assertThat(brought).as(item).isEqualTo(Verdict.done());
        }
    }

    /** Everybody of the standing committee agrees. */
    private void giveSlips(String dossier) {
        each("UserTask_GiveSlip", dossier).forEach((person, task) -> {
            var answer = rest.post(person, "/task/" + task + "/submit-form", Rest.form(Map.of("answer", "AGREE")));
            assertThat(answer.ok()).as("%s: %s", person, answer).isTrue();
        });
    }

    /** The open tasks of a step that was given to several people, by person; waits until they are there. */
    Map<String, String> each(String key, String businessKey) {
        return Awaitility.await(key + " of " + businessKey)
                .atMost(PATIENCE)
                .until(
                        () -> jdbc
                                .sql(
                                        """
                        select t.id_, t.assignee_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ?""")
                                .params(businessKey, key)
                                .query((row, number) -> Map.entry(row.getString(2), row.getString(1)))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        found -> !found.isEmpty());
    }

    /** Id of the last record of a congress in this table; waits until there is one. */
    String newest(String table, String congress) {
        return Awaitility.await(table + " of " + congress)
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.sql("select id from " + table + " where congress = ? order by number desc limit 1")
                                .param(congress)
                                .query(String.class)
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Publishes a first version of a document, hands it in and clears it for comment; its round is planned then. */
    void clearForComment(String document, String... paragraphs) {
        publish(document, paragraphs);
        complete(editor(), "UserTask_DraftDocument", document, Map.of());
        complete(secretary(), "UserTask_ClearForComment", document, Map.of("decision", "CLEAR"));
    }
}
