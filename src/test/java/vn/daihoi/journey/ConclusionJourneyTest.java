package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.consultation.HostileText;
import vn.daihoi.organisation.Outcome;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.organisation.WorkingGroups;
import vn.daihoi.review.ConcludingWard;
import vn.daihoi.review.Conclusion.Part;
import vn.daihoi.review.Conclusions;
import vn.daihoi.review.FollowUp;
import vn.daihoi.review.FollowUpStatus;
import vn.daihoi.review.FollowUps;
import vn.daihoi.support.IntegrationTest;
import vn.daihoi.support.Timers;

/** From the conclusion to the last task done: over the engine's interface, as Tasklist sends it, and on the pages. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConclusionJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Conclusions conclusions;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private AuditLog audit;

    @LocalServerPort
    private int port;

    private ConcludingWard ward;
    private Rest rest;

    @BeforeAll
    void open() {
        ward = ConcludingWard.open(context);
        rest = new Rest(port, ConcludingWard.PASSWORD);
    }

    @Test
    void concludedSignedSentBackSignedAgainIssuedReportedAndAccepted() {
        var session = ward.held();
        ward.write(session);
        ward.run(session);
        var task = task(ward.head, "UserTask_Conclude", session);

        assertThat(send(ward.head, task, Map.of("confirmed", false)).message()).contains("Phải đánh dấu");
        complete(ward.head, "UserTask_Conclude", session, Map.of("confirmed", true));
        complete(ward.head, "UserTask_SignForGroup", session, Map.of("confirmed", true));
        var sign = task(ward.secretary, "UserTask_SignForWard", session);
        assertThat(send(ward.head, sign, Map.of("decision", "SIGN")).status()).isEqualTo(403);
        assertThat(send(ward.secretary, sign, Map.of("decision", "RETURN", "reason", " "))
                        .message())
                .contains("Lý do gửi lại");
        complete(
                ward.secretary, "UserTask_SignForWard", session, Map.of("decision", "RETURN", "reason", "Hạn quá gấp"));
        complete(ward.head, "UserTask_Conclude", session, Map.of("confirmed", true));
        complete(ward.head, "UserTask_SignForGroup", session, Map.of("confirmed", true));
        complete(ward.secretary, "UserTask_SignForWard", session, Map.of("decision", "SIGN"));

        var tasks = Awaitility.await("follow-ups")
                .atMost(PATIENCE)
                .until(() -> followUps.ofSession(session), all -> all.size() == 2);
        assertThat(conclusions.find(session).orElseThrow().number()).endsWith("-TB/TCT");
        carryOut(tasks.get(0));
    }

    /** The former head stays as a member: what they may do in Tasklist follows at once. */
    @Test
    void aHeadReplacedInMidSessionHandsOverTheTasks() {
        var own = ConcludingWard.open(context);
        var session = own.held();
        own.write(session);
        own.run(session);
        var task = task(own.head, "UserTask_Conclude", session);
        assertThat(context.getBean(WorkingGroups.class).replaceHead(own.group, own.member, own.today(), "admin"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(context.getBean(RoleAssignments.class)
                        .assign(
                                new NewRole(own.head, Role.WORKING_GROUP_MEMBER, own.group, own.today(), null),
                                "admin"))
                .isInstanceOf(Outcome.Done.class);

        assertThat(send(own.head, task, Map.of("confirmed", true)).status()).isEqualTo(403);
        assertThat(traces("workingSession:" + session)).containsExactly(own.head + " CONCLUDE_ATTEMPT_REFUSED");
        complete(own.member, "UserTask_Conclude", session, Map.of("confirmed", true));
        var sign = task(own.member, "UserTask_SignForGroup", session);
        assertThat(send(own.head, sign, Map.of("confirmed", true)).status()).isEqualTo(403);
        complete(own.member, "UserTask_SignForGroup", session, Map.of("confirmed", true));
        assertThat(conclusions.find(session).orElseThrow()).satisfies(one -> {
            assertThat(Objects.requireNonNull(one.concluded()).by()).isEqualTo(own.member);
            assertThat(Objects.requireNonNull(one.signedForGroup()).by()).isEqualTo(own.member);
        });
    }

    /** The editors' task goes to the editors and to nobody else; two decide on the report at once. */
    private void carryOut(FollowUp editors) {
        var report = task(ward.editor, "UserTask_ReportFollowUp", editors.id());
        assertThat(send(ward.propaganda, report, Map.of("report", "Xong")).status())
                .isEqualTo(403);
        assertThat(traces("followUp:" + editors.id())).contains(ward.propaganda + " REPORT_FOLLOW_UP_ATTEMPT_REFUSED");
        Timers.fire(context, editors.id(), "BoundaryEvent_FollowUpOverdue");
        Awaitility.await("the superior is told")
                .until(() -> followUps.get(editors.id()).escalatedAt() != null);
        complete(ward.editor, "UserTask_ReportFollowUp", editors.id(), Map.of("report", "Đã bổ sung"));
        var review = task(ward.superiorOffice, "UserTask_ReviewFollowUp", editors.id());
        var answers = Stream.of(ward.head, ward.superiorOffice)
                .map(user -> rest.postLater(
                        user, "/task/" + review + "/submit-form", Rest.form(Map.of("decision", "ACCEPT"))))
                .toList()
                .stream()
                .map(Rest::await)
                .toList();

        assertThat(answers).filteredOn(Rest.Answer::ok).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.ok()).singleElement().satisfies(answer -> assertThat(
                        answer.message())
                .contains("Tài khoản"));
        assertThat(followUps.get(editors.id()).status()).isEqualTo(FollowUpStatus.ACCEPTED);
        Awaitility.await("end of the process").atMost(PATIENCE).until(() -> ward.running(editors.id()) == 0);
    }

    @Test
    void thePagesKeepToWhoMayAndSurviveBeingSentTwice() {
        var session = ward.held();
        var page = "/lam-viec/" + session + "/ket-luan";
        var head = Session.signIn(port, ward.head);
        var item = UUID.randomUUID().toString();
        var fields = new String[] {
            "item",
            item,
            "part",
            "DOCUMENTS",
            "text",
            "Bổ sung",
            "owner",
            "EDITOR",
            "dueOn",
            ward.today().plusDays(5).toString()
        };
        head.submit(page, page + "/muc", fields);
        assertThat(head.submit(page, page + "/muc", fields).body()).contains("Đã thêm nội dung kết luận.");
        assertThat(conclusions.find(session).orElseThrow().items()).hasSize(1);
        var refused = head.submit(
                page,
                page + "/muc",
                "item",
                UUID.randomUUID().toString(),
                "part",
                "SECURITY",
                "text",
                "Giữ chữ đã gõ",
                "owner",
                "EDITOR",
                "dueOn",
                "");
        assertThat(refused.body()).contains("phải ghi “Thời hạn”", "Giữ chữ đã gõ");
        assertThat(head.download(page + ".pdf").statusCode()).isEqualTo(200);

        var member = Session.signIn(port, ward.member);
        assertThat(member.get(page).body()).contains("Chưa có kết luận").doesNotContain("Bổ sung");
        assertThat(member.download(page + ".docx").statusCode()).isEqualTo(404);
        assertThat(member.submit(page, page + "/muc/" + item + "/xoa").body()).contains("Chỉ Tổ trưởng");
        assertThat(member.submit(page, page + "/muc/" + UUID.randomUUID() + "/len", "seen", "0")
                        .body())
                .as("an item that isn't there")
                .contains("Chỉ Tổ trưởng");
        assertThat(conclusions.find(session).orElseThrow().items()).hasSize(1);
        var stranger = Session.signIn(port, "vanphong.dm");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
    }

    @Nested
    @EnabledIf(Chromium.INSTALLED)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InABrowser {

        private Chromium chromium;

        @BeforeAll
        void start() {
            chromium = Chromium.start(port);
        }

        @AfterAll
        void stop() {
            chromium.close();
        }

        /** A page and who looks at it. */
        record Look(String user, String path, String name) {}

        @Test
        void thePagesAreAccessibleFitATelephoneAndTakeHostileWordsAsWords() {
            var hostile = String.join(" ", HostileText.samples(5)).substring(0, 600);
            var draft = ward.held();
            ward.write(draft);
            ward.item(draft, Part.SECURITY, "Tiếp tục nắm tình hình. " + hostile, Role.POLICE);
            var issued = ward.held();
            ward.write(issued);
            ward.item(issued, Part.DOCUMENTS, hostile, Role.EDITOR);
            ward.item(issued, Part.DIGITAL, "Số hóa tài liệu đại hội, trình diễn tại hội trường", Role.WARD_OFFICE);
            conclusions.conclude(issued, ward.head);
            conclusions.signForGroup(issued, ward.head);
            conclusions.signForWard(issued, ward.secretary);
            conclusions.issue(issued);
            var tasks = followUps.ofSession(issued);
            followUps.progress(tasks.get(1).id(), 40, hostile, ward.editor);
            followUps.report(tasks.get(1).id(), hostile, "https://example.org/bao-cao", ward.editor);
            followUps.sendBack(tasks.get(1).id(), hostile, ward.head);
            followUps.report(tasks.get(2).id(), "Đã tuyên truyền", hostile.substring(0, 400), ward.propaganda);
            followUps.accept(tasks.get(2).id(), ward.head);
            context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("update follow_up set due_on = date '2026-01-05' where id = ?")
                    .param(tasks.get(0).id())
                    .update();
            for (var look : List.of(
                    new Look(ward.head, "/lam-viec/" + draft + "/ket-luan", "draft"),
                    new Look(ward.secretary, "/lam-viec/" + issued + "/ket-luan", "issued"),
                    new Look(ward.head, "/nhiem-vu", "list"),
                    new Look(ward.editor, "/nhiem-vu?xem=toi&tim=chi+tieu", "mine"),
                    new Look(ward.editor, "/nhiem-vu/" + tasks.get(1).id(), "task"),
                    new Look(ward.head, "/nhiem-vu/" + tasks.get(2).id(), "done"))) {
                check(look);
            }
        }

        private void check(Look look) {
            var page = chromium.window(1280, 800);
            page.onDialog(dialog -> {
                throw new AssertionError("a dialog on " + look);
            });
            chromium.signIn(page, look.user());
            assertThat(Objects.requireNonNull(page.navigate(look.path())).status())
                    .as(look.toString())
                    .isEqualTo(200);
            assertThat(page.locator("main script, main img, main iframe, main [onerror], main [onload], main [onfocus],"
                                    + " main [style], main a[href^='javascript']")
                            .count())
                    .as("active parts of %s", look)
                    .isZero();
            Chromium.looksRight(page, "conclusion-" + look.name());
            page.context().close();
        }
    }

    private String task(String user, String key, String businessKey) {
        return Awaitility.await("task " + key + " for " + user)
                .atMost(PATIENCE)
                .until(
                        () -> rest.get(
                                        user,
                                        "/task?maxResults=100&taskDefinitionKey=" + key + "&processInstanceBusinessKey="
                                                + businessKey)
                                .body()
                                .findValuesAsText("id"),
                        one -> one.size() == 1)
                .get(0);
    }

    private Rest.Answer send(String user, String task, Map<String, ?> fields) {
        return rest.post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private void complete(String user, String key, String businessKey, Map<String, ?> fields) {
        var answer = send(user, task(user, key, businessKey), fields);
        assertThat(answer.ok()).as("%s by %s: %s", key, user, answer).isTrue();
    }

    private List<String> traces(String subject) {
        return audit.of(subject).stream()
                .map(AuditLog.Recorded::entry)
                .filter(entry -> entry.action().endsWith("_ATTEMPT_REFUSED"))
                .map(entry -> entry.who() + " " + entry.action())
                .toList();
    }
}
