package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Cluster;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SuperiorRounds;
import vn.daihoi.engine.StartHandler;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.organisation.Role;
import vn.daihoi.review.Conclusion;
import vn.daihoi.review.Conclusions;
import vn.daihoi.support.IntegrationTest;

/**
 * Every user task and every start form is sent what it must not take, through every door that leads to it. All of it is
 * refused, and nothing has changed. What a form does take stands in our tables and nowhere in the engine's.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFormsTest {

    /** Planted in every text that people may write. */
    private static final String MARK = "DAUVET7F3A";

    /** Texts that only take what the program itself offers, so that no mark fits in. */
    private static final Set<String> FIXED_TEXTS = Set.of(
            "StartCongressPreparation.term",
            "StartCongressPreparation.wardCode",
            "PlanCongress.ruleSet",
            "PlanCommentRound.version",
            "ScheduleSession.workingGroup",
            "ScheduleSession.fromTime",
            "ScheduleSession.toTime",
            "FileOpinions.document",
            "FileOpinions.clause",
            "FileOpinions.indicator",
            "AppraisalForm.document",
            "GiveSlip.document");

    private static final String HEAD = JourneyWard.SUPERVISOR;

    private static final String TOO_LONG = "x".repeat(20_001);
    private static final Pattern VIETNAMESE =
            Pattern.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]");

    @Autowired
    ApplicationContext context;

    @Autowired
    List<TaskHandler<?>> handlers;

    @Autowired
    List<StartHandler<?>> starts;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rounds rounds;

    @Autowired
    Clusters clusters;

    @Autowired
    Answers answers;

    @Autowired
    SuperiorRounds superior;

    @Autowired
    Conclusions conclusions;

    @LocalServerPort
    int port;

    private final Set<String> attacked = new TreeSet<>();
    private final Set<String> marked = new TreeSet<>();
    private JourneyWard ward;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "gaihoc", 2);
    }

    @Test
    void nothingUnknownIllTypedOrTooLongGetsInAndNoTextReachesTheEngine() {
        starts.forEach(this::attackStart);
        var congress = ward.start("2025–2030");
        congressPlan(congress);
        // nothing may move by itself while tables are compared
        var documents = ward.documents(congress);
        firstCellThroughEveryLoop(congress);
        secondCellOverdue(congress);
        var session = ward.newest("working_session", congress);
        schedule(session);
        documents(documents);
        hold(session, documents.get(0));
        adopt(congress, session);
        approve(ward.newest("dossier", congress));
        var ready = step(ward.secretary(), "UserTask_ConfirmReadiness", congress);
        ready.submit(Map.of("note", MARK + " sẵn sàng"));

        assertThat(attacked)
                .containsExactlyInAnyOrderElementsOf(handlers.stream()
                        .map(handler -> handler.task().element())
                        .toList());
        assertThat(marked).containsExactlyInAnyOrderElementsOf(textsOfAllForms());
        assertThat(tablesHolding(MARK, false))
                .contains("congress", "cell_congress", "cell_congress_event", "document", "comment_round", "comment");
        assertThat(tablesHolding(MARK, true)).isEmpty();
    }

    private void congressPlan(String congress) {
        var plan = new HashMap<String, Object>(JourneyWard.congressPlan(MARK + " hội trường"));
        plan.put("note", MARK + " ghi chú");
        step(ward.office(), "UserTask_PlanCongress", congress).submit(plan);
        step(ward.secretary(), "UserTask_ApprovePlan", congress)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " trả lại"));
        step(ward.office(), "UserTask_PlanCongress", congress).submit(plan);
        step(ward.secretary(), "UserTask_ApprovePlan", congress).submit(Map.of("decision", "APPROVE"));
    }

    private void firstCellThroughEveryLoop(String congress) {
        var cell = ward.cellCongress(congress, 1);
        ward.task(ward.cellSecretary(2), "UserTask_PlanCellCongress", ward.cellCongress(congress, 2));
        planCell(1, cell);
        step(ward.office(), "UserTask_ClearCellPlan", cell)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " kế hoạch"));
        planCell(1, cell);
        clear(cell);
        var revote = JourneyWard.held(40, 30, MARK + " BB");
        revote.put("outcome", "REVOTE");
        revote.put("reason", MARK + " bầu lại");
        step(ward.cellSecretary(1), "UserTask_ReportResult", cell).submit(revote);
        planCell(1, cell);
        clear(cell);
        report(1, cell);
        step(ward.office(), "UserTask_CheckResult", cell)
                .submit(Map.of("decision", "INCOMPLETE", "reason", MARK + " còn thiếu"));
        report(1, cell);
        check(cell);
        step(ward.secretary(), "UserTask_RecogniseResult", cell)
                .submit(Map.of("decision", "ANNUL", "decisionNumber", MARK + " 1", "reason", MARK + " hủy"));
        planCell(1, cell);
        clear(cell);
        report(1, cell);
        check(cell);
        recognise(cell);
    }

    private void secondCellOverdue(String congress) {
        var cell = ward.cellCongress(congress, 2);
        planCell(2, cell);
        clear(cell);
        ward.task(ward.cellSecretary(2), "UserTask_ReportResult", cell);
        var overdue = jdbc.sql(
                        """
                        select j.id_ from act_ru_job j
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                          join act_ru_execution e on e.id_ = j.process_instance_id_
                         where e.business_key_ = ? and d.act_id_ = 'BoundaryEvent_ReportOverdue'
                        """)
                .param(cell)
                .query(String.class)
                .single();
        management.executeJob(overdue);
        step(ward.office(), "UserTask_ChaseOverdueResult", cell).submit(Map.of("action", MARK + " gọi điện"));
        report(2, cell);
        check(cell);
        recognise(cell);
    }

    private void documents(List<String> documents) {
        for (var document : documents) {
            ward.publish(document, "Dự thảo trình đại hội");
            step(ward.editor(), "UserTask_DraftDocument", document).submit(Map.of("note", MARK + " trình"));
            step(ward.secretary(), "UserTask_ClearForComment", document)
                    .submit(Map.of("decision", "RETURN", "reason", MARK + " trả lại"));
            ward.publish(document, "Dự thảo trình đại hội", "Đã bổ sung");
            step(ward.editor(), "UserTask_DraftDocument", document).submit(Map.of("note", MARK + " trình lại"));
            step(ward.secretary(), "UserTask_ClearForComment", document).submit(Map.of("decision", "CLEAR"));
        }
        round(ward.round(documents.get(0)));
        documents.subList(1, documents.size()).forEach(ward::skipRound);
    }

    /** Through every task of a round, and back where it can go back. */
    private void round(String round) {
        step(ward.office(), "UserTask_PlanRound", round)
                .submit(Map.of("choice", "SKIP", "skipReason", MARK + " không cần"));
        step(ward.secretary(), "UserTask_ApproveRound", round)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " trả lại"));
        var plan = JourneyWard.roundPlan(
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(14));
        plan.put("questions", MARK + " gợi ý");
        // the one handed in after the first came back; nothing changes after it
        plan.put("version", "2");
        step(ward.office(), "UserTask_PlanRound", round).submit(plan);
        step(ward.secretary(), "UserTask_ApproveRound", round).submit(Map.of("decision", "APPROVE"));
        conference(ward.cellSecretary(1), "UserTask_HoldCellConference", round);
        conference(ward.front(), "UserTask_HoldOrganisationConference", round);
        Awaitility.await()
                .ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(() -> assertThat(rounds.closeEarly(round, "Đã đủ ý kiến", ward.office()))
                        .isEqualTo(Verdict.done()));
        step(ward.editor(), "UserTask_MergeComments", round).submit(Map.of());
        clusters.ofRound(round).forEach(cluster -> assertThat(answers.propose(
                        round, List.of(cluster.id()), Disposition.KEPT, "Giữ như dự thảo", ward.editor()))
                .isEqualTo(Verdict.done()));
        step(ward.editor(), "UserTask_ProposeAnswers", round).submit(Map.of());
        step(ward.secretary(), "UserTask_DecideAnswers", round)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " trả lại"));
        step(ward.editor(), "UserTask_ProposeAnswers", round).submit(Map.of());
        step(ward.secretary(), "UserTask_DecideAnswers", round).submit(Map.of("decision", "DECIDE", "adoptRest", true));
        step(ward.office(), "UserTask_CompileReports", round)
                .submit(Map.of(
                        "agreedPoints", MARK + " thống nhất",
                        "differing", MARK + " khác nhau",
                        "proposals", MARK + " xử lý"));
        step(ward.editor(), "UserTask_ReviseDraft", round).submit(Map.of());
        step(ward.office(), "UserTask_PublishResult", round).submit(Map.of("furtherRound", "NO"));
    }

    /** Schedules the session and lets the ward report; opinions need a version, so they come later. */
    private void schedule(String session) {
        step("thanhuy.vp", "UserTask_ScheduleSession", session)
                .submit(Map.ofEntries(
                        Map.entry("choice", "HOLD"),
                        Map.entry("waiveReason", MARK + " không cần"),
                        Map.entry("workingGroup", "tct1"),
                        Map.entry("day", today().toString()),
                        Map.entry("part", "HOURS"),
                        Map.entry("fromTime", "00:05"),
                        Map.entry("toTime", "23:55"),
                        Map.entry("room", MARK + " phòng họp"),
                        Map.entry("agenda", MARK + " nội dung"),
                        Map.entry("participants", MARK + " ban"),
                        Map.entry("despiteConflicts", true),
                        Map.entry("conflictReason", MARK + " trùng lịch")));
        step(ward.office(), "UserTask_ReportPreparation", session)
                .submit(Map.of(
                        "results", MARK + " kết quả",
                        "difficulties", MARK + " khó khăn",
                        "proposals", MARK + " kiến nghị"));
    }

    /** Opinions, minutes, the conclusion sent back once and signed, and what comes of it. */
    private void hold(String session, String document) {
        ward.each("UserTask_FileOpinions", session).forEach((member, task) -> {
            if (attacked.contains("UserTask_FileOpinions")) {
                return;
            }
            new Step(member, "UserTask_FileOpinions", new Task(task))
                    .submit(Map.of(
                            "choice",
                            "ADD",
                            "type",
                            "AMEND",
                            "document",
                            document,
                            "policyBasis",
                            MARK + " căn cứ",
                            "text",
                            MARK + " ý kiến",
                            "proposed",
                            MARK + " đề nghị"));
        });
        step("thanhuy.vp", "UserTask_RecordMinutes", session)
                .submit(Map.of(
                        "groupPresent", MARK + " Tổ trưởng",
                        "wardPresent", MARK + " Bí thư",
                        "course", MARK + " diễn biến"));
        var item = UUID.randomUUID().toString();
        assertThat(conclusions.write(session, MARK + " đánh giá", null, 0, HEAD))
                .isEqualTo(Verdict.done());
        assertThat(conclusions.add(
                        session,
                        item,
                        new Conclusions.Wording(
                                Conclusion.Part.DIGITAL, MARK + " kết luận", Role.WARD_OFFICE, today().plusDays(30)),
                        HEAD))
                .isEqualTo(Verdict.done());
        step(HEAD, "UserTask_Conclude", session).submit(Map.of("confirmed", true));
        step(HEAD, "UserTask_SignForGroup", session).submit(Map.of("confirmed", true));
        step(ward.secretary(), "UserTask_SignForWard", session)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " chưa rõ"));
        step(HEAD, "UserTask_Conclude", session).submit(Map.of("confirmed", true));
        step(HEAD, "UserTask_SignForGroup", session).submit(Map.of("confirmed", true));
        step(ward.secretary(), "UserTask_SignForWard", session).submit(Map.of("decision", "SIGN"));
        var report = Map.<String, Object>of("report", MARK + " đã làm", "evidence", MARK + " biên bản");
        step(ward.office(), "UserTask_ReportFollowUp", item).submit(report);
        step(HEAD, "UserTask_ReviewFollowUp", item).submit(Map.of("decision", "RETURN", "reason", MARK + " thêm"));
        step(ward.office(), "UserTask_ReportFollowUp", item).submit(report);
        step(HEAD, "UserTask_ReviewFollowUp", item).submit(Map.of("decision", "ACCEPT"));
    }

    /** Answers what the group said, and has the documents adopted at the second meeting. */
    private void adopt(String congress, String session) {
        for (var standing : superior.ofSource("session:" + session)) {
            var round = standing.round().id();
            var all = clusters.ofRound(round).stream().map(Cluster::id).toList();
            assertThat(answers.propose(round, all, Disposition.KEPT, "Giữ như dự thảo", ward.editor()))
                    .isEqualTo(Verdict.done());
            assertThat(answers.adoptProposals(round, all, ward.secretary())).isEqualTo(Verdict.done());
        }
        ward.fillRules();
        step(ward.editor(), "UserTask_ReviseDocuments", congress).submit(Map.of("note", MARK + " xong"));
        var failed = JourneyWard.adoption(MARK + " 1");
        failed.putAll(Map.of("result", "NOT_ADOPTED", "reason", MARK + " chưa đạt"));
        step(ward.office(), "UserTask_AdoptDocuments", congress).submit(failed);
        step(ward.editor(), "UserTask_ReviseDocuments", congress).submit(Map.of());
        step(ward.office(), "UserTask_AdoptDocuments", congress).submit(JourneyWard.adoption(MARK + " 2"));
    }

    /** A dossier from its checklist to the notice, back once from the secretary. */
    private void approve(String dossier) {
        ward.bringIn(dossier);
        step(ward.office(), "UserTask_AssembleDossier", dossier).submit(Map.of("note", MARK + " đủ"));
        step(ward.secretary(), "UserTask_SignDossier", dossier)
                .submit(Map.of("decision", "RETURN", "reason", MARK + " xem lại"));
        step(ward.office(), "UserTask_AssembleDossier", dossier).submit(Map.of());
        step(ward.secretary(), "UserTask_SignDossier", dossier).submit(Map.of("decision", "SIGN"));
        step("thanhuy.vp", "UserTask_ReceiveDossier", dossier)
                .submit(Map.of("decision", "RECEIVE", "reason", MARK + " đủ"));
        var agrees = Map.<String, Object>of(
                "outcome", "AGREE", "opinion", MARK + " thống nhất", "requests", MARK + " không có");
        step("thanhuy.btc", "UserTask_AppraiseOrganisation", dossier).submit(agrees);
        step("thanhuy.tg", "UserTask_AppraisePropaganda", dossier).submit(agrees);
        step("thanhuy.vp", "UserTask_AppraiseOffice", dossier).submit(agrees);
        step("thanhuy.vp", "UserTask_OpenSlips", dossier).submit(Map.of("report", MARK + " tổng hợp", "choice", "ASK"));
        ward.each("UserTask_GiveSlip", dossier)
                .forEach((member, task) -> new Step(member, "UserTask_GiveSlip", new Task(task))
                        .submit(Map.of("answer", "AGREE", "reason", MARK + " không", "requests", MARK + " không")));
        step("thanhuy.bt", "UserTask_DecideApproval", dossier)
                .submit(Map.of("decision", "APPROVE", "reason", MARK + " đạt"));
        step("thanhuy.vp", "UserTask_IssueNotice", dossier).submit(Map.of("recipients", MARK + " nơi nhận"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private void conference(String user, String element, String round) {
        var fields = JourneyWard.conference(MARK + " cần nêu rõ nguồn lực của " + element);
        fields.put("minutesNumber", MARK + " BB");
        fields.put("note", MARK + " ghi chú");
        step(user, element, round).submit(fields);
        // what came in is grouped a moment later, and nothing may move by itself while tables are compared
        clusters.assignNew(round);
    }

    private void planCell(int number, String cell) {
        var plan = new HashMap<String, Object>(JourneyWard.cellPlan());
        plan.put("venue", MARK + " nhà văn hóa");
        plan.put("note", MARK + " ghi chú");
        step(ward.cellSecretary(number), "UserTask_PlanCellCongress", cell).submit(plan);
    }

    private void clear(String cell) {
        step(ward.office(), "UserTask_ClearCellPlan", cell).submit(Map.of("decision", "CLEAR"));
    }

    private void report(int number, String cell) {
        step(ward.cellSecretary(number), "UserTask_ReportResult", cell).submit(JourneyWard.held(40, 38, MARK + " BB"));
    }

    private void check(String cell) {
        step(ward.office(), "UserTask_CheckResult", cell).submit(Map.of("decision", "COMPLETE"));
    }

    private void recognise(String cell) {
        step(ward.secretary(), "UserTask_RecogniseResult", cell)
                .submit(Map.of("decision", "RECOGNISE", "decisionNumber", MARK + " QĐ"));
    }

    private record Task(String id) {}

    /** One open task and who has to do it. */
    private final class Step {

        private final String user;
        private final String element;
        private final String task;
        private final Class<? extends Record> form;

        private Step(String user, String element, Task task) {
            this.user = user;
            this.element = element;
            this.task = task.id();
            this.form = handlers.stream()
                    .filter(handler -> handler.task().element().equals(element))
                    .findFirst()
                    .orElseThrow()
                    .form();
        }

        /** Attacks the task when it is the first of its kind, then sends what it takes. */
        void submit(Map<String, Object> valid) {
            if (attacked.add(element)) {
                attack(valid);
            }
            var answer = ward.rest().post(user, "/task/" + task + "/submit-form", Rest.form(valid));
            assertThat(answer.ok()).as("%s: %s", element, answer).isTrue();
            valid.forEach((name, value) -> {
                if (value instanceof String text && text.startsWith(MARK)) {
                    marked.add(form.getDeclaringClass().getSimpleName() + "." + name);
                }
            });
        }

        private void attack(Map<String, Object> valid) {
            var before = everything();
            hostile(form, valid).forEach((what, fields) -> {
                for (var door : List.of("complete", "submit-form")) {
                    refused(user, "/task/" + task + "/" + door, Rest.form(fields), element + ": " + what);
                }
                refused(
                        user,
                        "/task/" + task + "/variables",
                        Map.of("modifications", Rest.values(fields)),
                        element + ": " + what);
            });
            assertThat(everything()).as(element).isEqualTo(before);
        }
    }

    private Step step(String user, String element, String businessKey) {
        return new Step(user, element, new Task(ward.task(user, element, businessKey)));
    }

    private void attackStart(StartHandler<?> handler) {
        var before = everything();
        var definition = jdbc.sql("select id_ from act_re_procdef where key_ = ? order by version_ desc limit 1")
                .param(handler.process())
                .query(String.class)
                .single();
        hostile(handler.form(), Map.of("term", "2025–2030")).forEach((what, fields) -> {
            for (var root :
                    List.of("/process-definition/" + definition, "/process-definition/key/" + handler.process())) {
                for (var door : List.of("/submit-form", "/start")) {
                    refused(ward.office(), root + door, Rest.form(fields), handler.process() + door + ": " + what);
                }
            }
        });
        assertThat(everything()).as(handler.process()).isEqualTo(before);
    }

    /** What a form must not take, each beside values that it would take. */
    private static Map<String, Map<String, Object>> hostile(Class<?> form, Map<String, Object> valid) {
        var hostile = new LinkedHashMap<String, Map<String, Object>>();
        hostile.put("undeclared field", with(valid, "kyLa", MARK));
        hostile.put("variable of the process", with(valid, "planOutcome", "APPROVED"));
        for (var component : form.getRecordComponents()) {
            var name = component.getName();
            hostile.put(name + " ill-typed", with(valid, name, illTyped(component.getType())));
            hostile.put(name + " an object", with(valid, name, Map.of("a", 1)));
            if (component.getType() == String.class) {
                hostile.put(name + " too long", with(valid, name, TOO_LONG));
                var size = component.getAnnotation(jakarta.validation.constraints.Size.class);
                if (size != null) {
                    hostile.put(name + " one too long", with(valid, name, "x".repeat(size.max() + 1)));
                }
            }
        }
        return hostile;
    }

    private static Object illTyped(Class<?> type) {
        if (type == String.class) {
            return 5;
        }
        return type == LocalDate.class ? "2027-02-31" : "khong-hop-le";
    }

    private static Map<String, Object> with(Map<String, Object> valid, String name, Object value) {
        var fields = new HashMap<String, Object>(valid);
        fields.put(name, value);
        return fields;
    }

    private void refused(String user, String path, Object body, String what) {
        var answer = ward.rest().post(user, path, body);
        assertThat(answer.status()).as("%s on %s: %s", what, path, answer).isBetween(400, 499);
        assertThat(answer.message()).as("%s on %s: %s", what, path, answer).containsPattern(VIETNAMESE);
        assertThat(answer.message()).doesNotContain("Exception", "org.camunda", "java.");
    }

    private Set<String> textsOfAllForms() {
        var texts = new TreeSet<String>();
        for (var handler : handlers) {
            for (RecordComponent component : handler.form().getRecordComponents()) {
                var name = handler.form().getDeclaringClass().getSimpleName() + "." + component.getName();
                if (component.getType() == String.class && !FIXED_TEXTS.contains(name)) {
                    texts.add(name);
                }
            }
        }
        return texts;
    }

    /** A checksum of each of our tables, and of the engine's variables. */
    private Map<String, String> everything() {
        var sums = new TreeMap<String, String>();
        for (var table : tables("not like 'act\\_%'")) {
            if (!table.startsWith("http_session") && !table.startsWith("flyway") && !table.startsWith("audit_")) {
                sums.put(table, sum(table));
            }
        }
        // what was tried past a form leaves a trace, and nothing else is logged
        sums.put("deeds", sum("(select * from audit_entry where action not like '%\\_ATTEMPT\\_REFUSED')"));
        for (var table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail", "act_ge_bytearray")) {
            sums.put(table, sum(table));
        }
        sums.put("instances", sum("act_hi_procinst"));
        sums.put("tasks", sum("act_hi_taskinst"));
        return sums;
    }

    private String sum(String table) {
        return jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') from " + table + " t")
                .query(String.class)
                .single();
    }

    private List<String> tables(String condition) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' and table_name " + condition)
                .query(String.class)
                .list();
    }

    private List<String> tablesHolding(String text, boolean engine) {
        var holding = new ArrayList<String>();
        for (var table : tables(engine ? "like 'act\\_%'" : "not like 'act\\_%'")) {
            var columns = jdbc.sql("select column_name, data_type from information_schema.columns"
                            + " where table_schema = current_schema() and table_name = ?")
                    .param(table)
                    .query((row, n) -> row.getString(2).equals("bytea")
                            ? "position(convert_to(:text, 'UTF8') in coalesce(%s, ''::bytea)) > 0"
                                    .formatted(row.getString(1))
                            : "position(:text in coalesce(%s::text, '')) > 0".formatted(row.getString(1)))
                    .list();
            var found = jdbc.sql("select exists (select 1 from " + table + " where "
                            + columns.stream().collect(Collectors.joining(" or ")) + ")")
                    .param("text", text)
                    .query(Boolean.class)
                    .single();
            if (found) {
                holding.add(table);
            }
        }
        return holding;
    }
}
