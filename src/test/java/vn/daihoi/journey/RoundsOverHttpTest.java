package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Comment;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Comments;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.NewComment;
import vn.daihoi.consultation.Proofs;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.support.IntegrationTest;

/** The comment rounds of a document by HTTP as the people who hold them, with the real engine and its timer. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundsOverHttpTest {

    private static final String PLAN = "UserTask_PlanRound";
    private static final String APPROVE = "UserTask_ApproveRound";
    private static final String CELL = "UserTask_HoldCellConference";
    private static final String FRONT = "UserTask_HoldOrganisationConference";

    @Autowired
    ApplicationContext context;

    @Autowired
    Rounds rounds;

    @Autowired
    Intake intake;

    @Autowired
    Comments comments;

    @Autowired
    Clusters clusters;

    @Autowired
    Answers answers;

    @Autowired
    Proofs proofs;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private List<String> documents;
    private LocalDate today;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "ykhttp", 2);
        documents = ward.documents(ward.startUpToCells("2025–2030"));
        today = VietnamTime.today(clock);
    }

    @Test
    void fromThePlanToTheResultAndOnceMore() {
        var document = documents.get(0);
        ward.clearForComment(document, "Tăng trưởng tám phần trăm mỗi năm", "Xây dựng hai nhà văn hóa");
        var round = ward.round(document);
        plan(round);
        conferences(round);
        publicComment(round, "Đề nghị nêu rõ địa điểm của hai nhà văn hóa");
        fireTimer(round);
        merge(round);
        answer(round);
        revise(round, document);
        ward.complete(ward.office(), "UserTask_PublishResult", round, Map.of("furtherRound", "YES"));
        assertThat(rounds.get(round).status()).isEqualTo(RoundStatus.PUBLISHED);

        var next = ward.round(document);
        assertThat(rounds.get(next).number()).isEqualTo(2);
        ward.skipRound(document);
        assertThat(rounds.get(next).status()).isEqualTo(RoundStatus.SKIPPED);
        Awaitility.await().until(() -> ended(document));
    }

    private void plan(String round) {
        var task = ward.task(ward.office(), PLAN, round);
        assertThat(name(ward.office(), task)).matches("Lập kế hoạch lấy ý kiến · .+ · Vòng 1");
        assertThat(shown(ward.office(), task, "version")).isEqualTo("1");
        assertThat(sent(ward.secretary(), task, Map.of("choice", "ASK")).status())
                .isEqualTo(403);
        assertThat(sent(ward.office(), task, JourneyWard.roundPlan(today)).message())
                .contains("“Ngày kết thúc” phải ở trong tương lai");
        var closed = JourneyWard.roundPlan(today.plusDays(7));
        closed.remove("residents");
        assertThat(sent(ward.office(), task, closed).message()).contains("“Nhân dân”");
        ward.complete(ward.office(), PLAN, round, JourneyWard.roundPlan(today.plusDays(5)));

        var approve = ward.task(ward.secretary(), APPROVE, round);
        assertThat(shown(ward.secretary(), approve, "planSummary"))
                .contains("23:59 ngày " + VietnamTime.day(today.plusDays(5)), "Đảng viên, Hội viên, Nhân dân");
        assertThat(sent(ward.office(), approve, Map.of("decision", "APPROVE")).status())
                .isEqualTo(403);
        assertThat(sent(ward.secretary(), approve, Map.of("decision", "RETURN")).message())
                .contains("“Lý do trả lại”");
        ward.complete(ward.secretary(), APPROVE, round, Map.of("decision", "RETURN", "reason", "Lâu hơn một tuần"));
        var again = ward.task(ward.office(), PLAN, round);
        assertThat(shown(ward.office(), again, "returnReason")).isEqualTo("Lâu hơn một tuần");
        assertThat(shown(ward.office(), again, "closesOn"))
                .isEqualTo(today.plusDays(5).toString());
        ward.complete(ward.office(), PLAN, round, JourneyWard.roundPlan(today.plusDays(9)));
        ward.complete(ward.secretary(), APPROVE, round, Map.of("decision", "APPROVE"));
    }

    private void conferences(String round) {
        var cell = ward.task(ward.cellSecretary(1), CELL, round);
        assertThat(name(ward.cellSecretary(1), cell))
                .startsWith("Tổ chức hội nghị góp ý ở chi bộ · ")
                .endsWith(" · Vòng 1 · Số 1");
        assertThat(shown(ward.cellSecretary(1), cell, "conferenceSummary"))
                .contains("Chi bộ số 1", "(/lay-y-kien/" + round + "/hoi-nghi/ykhttp.cb01)");
        assertThat(sent(ward.cellSecretary(2), cell, JourneyWard.conference("Ý kiến"))
                        .status())
                .isEqualTo(403);
        var front = ward.task(ward.front(), FRONT, round);
        assertThat(due(cell)).isEqualTo(rounds.get(round).closesAt());
        assertThat(due(front)).isEqualTo(rounds.get(round).closesAt());

        var crowded = JourneyWard.conference("Ý kiến");
        crowded.put("present", 41);
        assertThat(sent(ward.cellSecretary(1), cell, crowded).status()).isEqualTo(400);
        assertThat(comments.ofRound(round)).as("nothing of it was stored").isEmpty();
        ward.complete(
                ward.cellSecretary(1), CELL, round, JourneyWard.conference("Tăng trưởng tám phần trăm là cao quá"));
        ward.complete(ward.front(), FRONT, round, JourneyWard.conference("Tăng trưởng tám phần trăm là cao quá."));
        assertThat(rounds.invitee(round, "ykhttp.cb01").orElseThrow().minutes()).isNotNull();

        push(() -> rounds.extend(round, today.plusDays(12), "Mưa bão", ward.office()));
        var closing = rounds.get(round).closesAt();
        Awaitility.await("the open conference is due later")
                .until(() -> due(ward.task(ward.cellSecretary(2), CELL, round)).equals(closing));
        Awaitility.await("and so is the timer").until(() -> jdbc.sql(
                        """
                        select duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.type_ = 'timer'""")
                .param(round)
                .query(Instant.class)
                .list()
                .equals(List.of(closing)));
    }

    private void publicComment(String round, String text) {
        var received = intake.receive(
                rounds.get(round),
                new NewComment(
                        SourceGroup.RESIDENT,
                        Channel.PUBLIC_PAGE,
                        null,
                        null,
                        0,
                        "",
                        CommentType.ADD,
                        text,
                        "once-only-" + round,
                        null));
        assertThat(received).isInstanceOf(Intake.Received.Accepted.class);
    }

    private void fireTimer(String round) {
        var timer = jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.type_ = 'timer'""")
                .param(round)
                .query(String.class)
                .single();
        management.executeJob(timer);
    }

    private void merge(String round) {
        var merge = ward.task(ward.editor(), "UserTask_MergeComments", round);
        assertThat(ward.openTasks(ward.cellSecretary(2), CELL, round))
                .as("who didn't report is late")
                .isEmpty();
        assertThat(rounds.get(round).status()).isEqualTo(RoundStatus.MERGING);
        assertThat(sent(ward.editor(), merge, Map.of()).message()).contains("Còn 1 ý kiến chờ kiểm duyệt");
        comments.show(
                round, comments.pending(round, 0, 10).stream().map(Comment::id).toList(), ward.editor());
        assertThat(clusters.ofRound(round))
                .as("the same said twice, and one more")
                .hasSize(2);
        ward.complete(ward.editor(), "UserTask_MergeComments", round, Map.of());
    }

    private void answer(String round) {
        var propose = ward.task(ward.editor(), "UserTask_ProposeAnswers", round);
        assertThat(sent(ward.editor(), propose, Map.of()).message()).contains("Còn 2 cụm ý kiến chưa có đề xuất");
        for (var cluster : clusters.ofRound(round)) {
            var accepted = cluster.size() == 1;
            assertThat(answers.propose(
                            round,
                            List.of(cluster.id()),
                            accepted ? Disposition.ACCEPTED : Disposition.KEPT,
                            accepted ? null : "Phù hợp với chỉ tiêu của thành phố",
                            ward.editor()))
                    .isEqualTo(Verdict.done());
        }
        ward.complete(ward.editor(), "UserTask_ProposeAnswers", round, Map.of());
        ward.complete(
                ward.secretary(),
                "UserTask_DecideAnswers",
                round,
                Map.of("decision", "RETURN", "reason", "Xem lại lời văn"));
        var again = ward.task(ward.editor(), "UserTask_ProposeAnswers", round);
        assertThat(shown(ward.editor(), again, "returnReason")).isEqualTo("Xem lại lời văn");
        ward.complete(ward.editor(), "UserTask_ProposeAnswers", round, Map.of());

        var decide = ward.task(ward.secretary(), "UserTask_DecideAnswers", round);
        assertThat(sent(ward.secretary(), decide, Map.of("decision", "DECIDE")).message())
                .contains("Còn 2 cụm ý kiến chưa được quyết định");
        ward.complete(
                ward.secretary(), "UserTask_DecideAnswers", round, Map.of("decision", "DECIDE", "adoptRest", true));
        ward.complete(
                ward.office(),
                "UserTask_CompileReports",
                round,
                Map.of("agreedPoints", "Thống nhất cao", "differing", "Không có", "proposals", "Không có"));
    }

    private void revise(String round, String document) {
        var revise = ward.task(ward.editor(), "UserTask_ReviseDraft", round);
        assertThat(sent(ward.editor(), revise, Map.of()).message())
                .contains("Còn 1 cụm đã tiếp thu", "chưa có phiên bản mới", "“Đối chiếu”");
        ward.publish(
                document,
                "Tăng trưởng tám phần trăm mỗi năm",
                "Xây dựng hai nhà văn hóa",
                "Địa điểm của hai nhà văn hóa là khu phố 3 và khu phố 5");
        assertThat(sent(ward.editor(), revise, Map.of()).message()).contains("1 chỗ sửa không có ý kiến làm căn cứ");
        var check = proofs.check(round);
        var cluster = check.unproved().get(0);
        var change = proofs.suggest(round, cluster.id()).get(0).clauseId();
        assertThat(proofs.confirm(round, cluster.id(), List.of(change), ward.editor()))
                .isEqualTo(Verdict.done());
        ward.complete(ward.editor(), "UserTask_ReviseDraft", round, Map.of());
        assertThat(rounds.get(round).newVersion()).isEqualTo(2);
    }

    @Test
    void whatTheOfficeWithdrawsStopsAndTheDocumentGoesIntoAnotherRound() {
        var document = documents.get(1);
        ward.clearForComment(document, "Phương hướng nhiệm kỳ tới");
        var round = ward.round(document);
        ward.complete(ward.office(), PLAN, round, JourneyWard.roundPlan(today.plusDays(7)));
        ward.complete(ward.secretary(), APPROVE, round, Map.of("decision", "APPROVE"));
        ward.task(ward.cellSecretary(1), CELL, round);
        ward.task(ward.front(), FRONT, round);

        var page = Session.signIn(port, ward.office());
        assertThat(page.get("/lay-y-kien").body()).contains("/lay-y-kien/" + round, "Đang lấy ý kiến");
        assertThat(page.get("/lay-y-kien/" + round).body())
                .contains("Hội nghị ở chi bộ, tổ chức", "Chi bộ số 1", "Gia hạn", "Kết thúc sớm", "Thu hồi", "/gop-y/");
        assertThat(page.get("/lay-y-kien/viec/" + ward.task(ward.front(), FRONT, round))
                        .body())
                .contains("Hội nghị ở chi bộ, tổ chức");
        assertThat(page.get("/van-kien/viec/" + ward.task(ward.front(), FRONT, round))
                        .body())
                .contains("Đọc phiên bản mới nhất");
        assertThat(Session.signIn(port, ward.cellSecretary(1))
                        .get("/lay-y-kien/" + round)
                        .body())
                .contains("/hoi-nghi/ykhttp.cb01")
                .doesNotContain("/hoi-nghi/ykhttp.cb02", "Kết thúc sớm");
        Awaitility.await().untilAsserted(() -> {
            page.submit("/lay-y-kien/" + round, "/lay-y-kien/" + round + "/thu-hoi", "reason", "Nhầm phiên bản");
            assertThat(rounds.get(round).status()).isEqualTo(RoundStatus.WITHDRAWN);
        });

        assertThat(ward.openTasks(ward.cellSecretary(1), CELL, round)).isEmpty();
        assertThat(ward.openTasks(ward.front(), FRONT, round)).isEmpty();
        var next = ward.round(document);
        assertThat(rounds.get(next).number()).isEqualTo(2);
        ward.task(ward.office(), PLAN, next);
        assertThat(page.get("/lay-y-kien/" + next).body()).contains("Vòng 1", "Đã thu hồi");
    }

    private void push(java.util.function.Supplier<Verdict> deed) {
        Awaitility.await()
                .ignoreException(OptimisticLockingFailureException.class)
                .untilAsserted(() -> assertThat(deed.get()).isEqualTo(Verdict.done()));
    }

    private boolean ended(String document) {
        return jdbc.sql(
                                """
                        select count(*) from act_hi_procinst where business_key_ = ?
                          and proc_def_key_ = 'documentDrafting' and end_time_ is not null""")
                        .param(document)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private Instant due(String task) {
        return jdbc.sql("select due_date_ from act_ru_task where id_ = ?")
                .param(task)
                .query(Instant.class)
                .single();
    }

    private Rest.Answer sent(String user, String task, Map<String, ?> fields) {
        return ward.rest().post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private String name(String user, String task) {
        return ward.rest().get(user, "/task/" + task).body().path("name").asText();
    }

    private String shown(String user, String task, String value) {
        return ward.rest()
                .get(user, "/task/" + task + "/form-variables")
                .body()
                .path(value)
                .path("value")
                .asText();
    }
}
