package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.approval.ApprovalWard;
import vn.daihoi.approval.Approvals;
import vn.daihoi.approval.DossierStatus;
import vn.daihoi.approval.DossierWard;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.approval.Slips;
import vn.daihoi.approval.process.DossierApprovalProcess;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.support.IntegrationTest;
import vn.daihoi.support.Timers;

/** A dossier on the superior's side by HTTP, from the pages and from the forms, with the real engine behind both. */
@IntegrationTest
class ApprovalOverHttpTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunningProcesses processes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Slips slips;

    @Autowired
    private Approvals approvals;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private ApprovalWard superior;
    private String dossier;
    private String page;
    private Rest rest;

    /** Brings a dossier with its process to where the boards appraise. */
    private void received() {
        superior = ApprovalWard.open(context);
        var ward = superior.ward;
        dossier = ward.dossier();
        page = "/trinh-duyet/" + dossier;
        rest = new Rest(port, DossierWard.PASSWORD);
        ward.bringIn(dossier);
        processes.start(
                DossierApprovalProcess.KEY,
                dossier,
                ward.id,
                ProcessValues.of(Variables.WARD_ID, ward.id)
                        .and(Variables.CONGRESS_ID, ward.congress)
                        .and(Variables.SUPERIOR_ID, superior.superior)
                        .and(Variables.DOSSIER_ID, dossier));
        complete(ward.office, Elements.ASSEMBLE, Map.of());
        complete(ward.secretary, Elements.SIGN, Map.of("decision", "SIGN"));
        complete(superior.office, Elements.RECEIVE, Map.of("decision", "RECEIVE"));
    }

    private String task(String user, String key) {
        return Awaitility.await(key + " of " + user)
                .until(
                        () -> rest.get(
                                        user,
                                        "/task?maxResults=20&taskDefinitionKey=" + key + "&processInstanceBusinessKey="
                                                + dossier + (key.equals(Elements.GIVE_SLIP) ? "&assignee=" + user : ""))
                                .body()
                                .findValuesAsText("id"),
                        found -> found.size() == 1)
                .get(0);
    }

    private void complete(String user, String key, Map<String, ?> fields) {
        var answer = sent(user, task(user, key), fields);
        assertThat(answer.ok()).as("%s by %s: %s", key, user, answer).isTrue();
    }

    private Rest.Answer sent(String user, String task, Map<String, ?> fields) {
        return rest.post(user, "/task/" + task + "/submit-form", Rest.form(fields));
    }

    private void becomes(DossierStatus status) {
        Awaitility.await().until(() -> dossiers.get(dossier).status() == status);
    }

    /** The boards agree; their forms are short. */
    private void appraised() {
        var agrees = Map.of("outcome", "AGREE", "opinion", "Thống nhất.");
        complete(superior.organisation, Elements.APPRAISE_ORGANISATION, agrees);
        complete(superior.propaganda, Elements.APPRAISE_PROPAGANDA, agrees);
        complete(superior.office, Elements.APPRAISE_OFFICE, agrees);
    }

    private List<String> openSlips() {
        return jdbc.sql(
                        """
                        select t.assignee_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? and t.task_def_key_ = ? order by 1""")
                .params(dossier, Elements.GIVE_SLIP)
                .query(String.class)
                .list();
    }

    @Test
    void fromTheAppraisalsToTheNoticeWithPagesAndForms() {
        received();
        var organisation = Session.signIn(port, superior.organisation);
        var own = page + "/tham-dinh/ORGANISATION";
        assertThat(organisation.get(page + "/tham-dinh").body()).contains("Gửi ý kiến thẩm định", "Đ1</strong>");
        assertThat(organisation
                        .submit(page + "/tham-dinh", own + "/yeu-cau", "document", "x", "text", "Gõ dở")
                        .body())
                .contains("“Văn kiện”", ">Gõ dở</textarea>");
        organisation.submit(
                page + "/tham-dinh",
                own + "/yeu-cau",
                "document",
                superior.document(),
                "clause",
                "Đ1",
                "text",
                "Nêu <b>căn cứ</b>.");
        assertThat(organisation
                        .submit(
                                page + "/tham-dinh",
                                page + "/tham-dinh/PROPAGANDA",
                                "outcome",
                                "AGREE",
                                "opinion",
                                "Thay Ban Tuyên giáo")
                        .body())
                .contains("không được giao việc này");
        assertThat(Session.signIn(port, superior.propaganda)
                        .get(page + "/tham-dinh")
                        .body())
                .as("what a board is still writing is its own")
                .doesNotContain("căn cứ");
        assertThat(organisation
                        .submit(page + "/tham-dinh", own, "outcome", "CHANGES", "opinion", "Cần bổ sung căn cứ.")
                        .body())
                .contains("Đã gửi ý kiến thẩm định của Ban Tổ chức.", "Nêu &lt;b&gt;căn cứ&lt;/b&gt;.");
        assertThat(organisation
                        .submit(page, own, "outcome", "AGREE", "opinion", "Lần nữa")
                        .body())
                .contains("đã có người thực hiện");
        var agrees = Map.of("outcome", "AGREE", "opinion", "Thống nhất.");
        complete(superior.propaganda, Elements.APPRAISE_PROPAGANDA, agrees);
        complete(superior.office, Elements.APPRAISE_OFFICE, agrees);
        var ward = Session.signIn(port, superior.ward.secretary);
        assertThat(ward.get(page + "/tham-dinh").body())
                .contains("Đã thẩm định")
                .doesNotContain("Cần bổ sung căn cứ", "căn cứ&lt;");

        task(superior.office, Elements.OPEN_SLIPS);
        var office = Session.signIn(port, superior.office);
        assertThat(office.submit(
                                page + "/tham-dinh",
                                page + "/tham-dinh/tong-hop",
                                "report",
                                "Hai đơn vị thống nhất.",
                                "choice",
                                "ASK")
                        .body())
                .contains("Đã gửi phiếu xin ý kiến.");
        becomes(DossierStatus.ASKING);
        giveAllSlips(office, ward);

        becomes(DossierStatus.DECIDING);
        decide(ward, office);
    }

    private void giveAllSlips(Session office, Session ward) {
        var members = superior.members;
        Awaitility.await().until(() -> openSlips().size() == 5);
        complete(members.get(0), Elements.GIVE_SLIP, Map.of("answer", "AGREE"));
        var other = task(members.get(2), Elements.GIVE_SLIP);
        assertThat(sent(members.get(1), other, Map.of("answer", "DISAGREE", "reason", "Không"))
                        .status())
                .isEqualTo(403);
        var second = Session.signIn(port, members.get(1));
        assertThat(second.submit(page + "/phieu", page + "/phieu", "member", members.get(2), "answer", "AGREE")
                        .body())
                .contains("chỉ gửi phiếu của mình");
        assertThat(second.submit(
                                page + "/phieu",
                                page + "/phieu",
                                "member",
                                members.get(1),
                                "answer",
                                "AGREE_WITH_REQUESTS",
                                "document",
                                superior.document(),
                                "requests",
                                "Đ1: Nêu rõ nguồn lực")
                        .body())
                .contains("Đã gửi phiếu xin ý kiến.")
                .as("a member doesn't read slips")
                .doesNotContain("nguồn lực");
        Awaitility.await().until(() -> openSlips().size() == 3);
        superior.standIn(members.get(2), VietnamTime.today(clock));
        var substitute = Session.signIn(port, superior.substitute);
        assertThat(substitute.get(page + "/phieu").body()).contains("gửi phiếu thay");
        assertThat(substitute
                        .submit(page + "/phieu", page + "/phieu", "member", members.get(2), "answer", "AGREE")
                        .body())
                .contains("Đã gửi phiếu");

        assertThat(office.submit(page + "/phieu", page + "/phieu/ket-thuc", "reason", "Vội")
                        .body())
                .contains("chưa kết thúc được");
        assertThat(office.submit(
                                page + "/phieu",
                                page + "/phieu/vang-mat",
                                "member",
                                members.get(3),
                                "reason",
                                "Đi công tác")
                        .body())
                .contains("Đã ghi nhận vắng mặt.", "Đi công tác", "Người thay thế gửi");
        assertThat(ward.get(page + "/phieu").body())
                .contains("3/5")
                .doesNotContain("nguồn lực", "Đi công tác", "Tài khoản " + members.get(0));
        assertThat(ward.submit("/van-kien", page + "/phieu/vang-mat", "member", members.get(4), "reason", "a")
                        .body())
                .contains("Việc này thuộc về");
        var third = Session.signIn(port, members.get(3));
        assertThat(third.submit(
                                page + "/phieu",
                                page + "/phieu",
                                "member",
                                members.get(3),
                                "answer",
                                "DISAGREE",
                                "reason",
                                "Chỉ tiêu cao")
                        .body())
                .as("who is noted absent may still answer")
                .contains("Đã gửi phiếu");
        Awaitility.await().until(() -> openSlips().equals(List.of(members.get(4))));
        complete(members.get(4), Elements.GIVE_SLIP, Map.of("answer", "AGREE"));
    }

    private void decide(Session ward, Session office) {
        var secretary = Session.signIn(port, superior.secretary);
        var decision = page + "/quyet-dinh";
        task(superior.secretary, Elements.DECIDE);
        assertThat(secretary.get(page).body()).contains("Mở việc chờ đồng chí");
        assertThat(secretary.get(decision).body()).contains("Nêu rõ nguồn lực", "Nêu &lt;b&gt;căn cứ&lt;/b&gt;.");
        assertThat(office.submit(page, decision, "decision", "APPROVE").body()).contains("không được giao việc này");
        assertThat(secretary.submit(decision, decision, "decision", "REFUSE").body())
                .contains("“Lý do”");
        assertThat(secretary.submit(decision, decision, "decision", "APPROVE").body())
                .contains("Đã quyết định");
        assertThat(secretary
                        .submit("/van-kien", decision, "decision", "REFUSE", "reason", "Đổi ý")
                        .body())
                .contains("đã có người thực hiện");
        assertThat(ward.get(decision).body()).contains("Chưa có kết quả").doesNotContain("Duyệt các văn kiện");
        assertThat(ward.get(page).body()).doesNotContain("Xem thông báo");
        assertThat(ward.get(decision + "/thong-bao.pdf").statusCode()).isEqualTo(404);
        assertThat(ward.get(page + "/trang-thai?cu=DECIDED").statusCode()).isEqualTo(204);
        assertThat(ward.submit(page, decision + "/thu-hoi", "reason", "Muộn").body())
                .contains("không còn thực hiện được");

        task(superior.office, Elements.ISSUE);
        assertThat(office.submit(decision, decision + "/ban-hanh", "recipients", "Lưu Văn phòng")
                        .body())
                .contains("Đã ban hành thông báo.", "Số 01-TB/TU");
        var news = ward.get(page + "/trang-thai?cu=DECIDED");
        assertThat(news.body()).contains("Đã duyệt", decision).doesNotContain("hx-get", "<html");
        assertThat(ward.get(decision).body()).contains("Duyệt các văn kiện nêu trên", "Số 01-TB/TU");
        assertThat(ward.get(page).body()).contains("Xem thông báo", "<strong>Duyệt</strong>");
        assertThat(ward.get(decision).body())
                .contains("Văn kiện đã trình")
                .doesNotContain("mới hơn phiên bản đã trình");
        superior.ward.publish(superior.document(), "Hoàn thiện theo thông báo.");
        for (var reader : List.of(ward, secretary)) {
            var newer = Pattern.compile("href=\"(/van-kien/[^\"]+)\">Đã có phiên bản")
                    .matcher(reader.get(decision).body());
            assertThat(newer.find()).isTrue();
            assertThat(reader.get(newer.group(1)).body()).contains("Hoàn thiện theo thông báo.");
        }
        assertThat(ward.download(decision + "/thong-bao.docx").body()).startsWith('P', 'K');
        Awaitility.await().until(() -> ended("EndEvent_DossierDecided"));
        var stranger = Session.signIn(port, ApprovalWard.open(context).office);
        for (var path :
                List.of("/tham-dinh", "/phieu", "/quyet-dinh", "/quyet-dinh/thong-bao.pdf", "/trang-thai?cu=a")) {
            assertThat(stranger.get(page + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private boolean ended(String event) {
        return jdbc.sql(
                                """
                                select count(*) from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                                where p.business_key_ = ? and a.act_id_ = ? and p.end_time_ is not null""")
                        .params(dossier, event)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void remindedAndReportedThenClosedWhenTheReplyDayIsPastAskedAgainAndTakenBack() {
        received();
        Timers.fire(context, dossier, Elements.APPRAISAL_DUE);
        Timers.fire(context, dossier, Elements.APPRAISAL_OVERDUE);
        appraised();
        complete(superior.office, Elements.OPEN_SLIPS, Map.of("report", "Các đơn vị thống nhất.", "choice", "ASK"));
        Awaitility.await().until(() -> openSlips().size() == 5);
        Timers.fire(context, dossier, Elements.SLIPS_DUE);
        Timers.fire(context, dossier, Elements.SLIPS_OVERDUE);
        Awaitility.await().untilAsserted(() -> assertThat(audit.of("dossier:" + dossier))
                .extracting(one -> one.entry().action())
                .contains("APPRAISAL_REMINDED", "APPRAISAL_ESCALATED", "SLIPS_REMINDED", "SLIPS_ESCALATED"));
        assertThat(dossiers.get(dossier).status())
                .as("nothing is decided by it")
                .isEqualTo(DossierStatus.ASKING);
        complete(superior.members.get(0), Elements.GIVE_SLIP, Map.of("answer", "AGREE"));
        jdbc.sql("update slip_round set due_on = current_date - 2 where dossier = ?")
                .param(dossier)
                .update();
        var office = Session.signIn(port, superior.office);
        assertThat(office.submit(page + "/phieu", page + "/phieu/ket-thuc").body())
                .contains("Lý do vắng mặt của ủy viên");
        assertThat(office.submit(page + "/phieu", page + "/phieu/ket-thuc", "reason", "Không liên lạc được")
                        .body())
                .contains("Đã kết thúc nhận phiếu.");
        complete(superior.office, Elements.OPEN_SLIPS, Map.of("report", "Gửi lại.", "choice", "ASK"));
        Awaitility.await().until(() -> openSlips().size() == 5);
        assertThat(slips.rounds(dossier, 1)).hasSize(2).first().satisfies(round -> {
            assertThat(round.absent()).isEqualTo(4);
            assertThat(round.quorum()).isFalse();
        });

        var secretary = Session.signIn(port, superior.ward.secretary);
        assertThat(office.submit(page, page + "/quyet-dinh/thu-hoi", "reason", "a")
                        .body())
                .contains("Việc này thuộc về");
        assertThat(secretary
                        .submit(page + "/quyet-dinh", page + "/quyet-dinh/thu-hoi", "reason", " ")
                        .body())
                .contains("“Lý do thu hồi”");
        assertThat(secretary
                        .submit(page + "/quyet-dinh", page + "/quyet-dinh/thu-hoi", "reason", "Sửa số liệu")
                        .body())
                .contains("Đã thu hồi hồ sơ.");
        Awaitility.await().until(() -> ended("EndEvent_DossierWithdrawn"));
        assertThat(openSlips()).isEmpty();
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.WITHDRAWN);
        assertThat(audit.of("dossier:" + dossier))
                .extracting(one -> one.entry().action())
                .contains("SLIPS_CLOSED", "SLIPS_COUNTED", "DOSSIER_WITHDRAWN", "DOSSIER_PROCESS_STOPPED");
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void theWardLearnsOfTheDecisionOnAnOpenPageAndEveryPageFits() {
        received();
        try (var chromium = Chromium.start(port)) {
            look(chromium, superior.organisation, page + "/tham-dinh", "approval-appraise");
            appraised();
            complete(superior.office, Elements.OPEN_SLIPS, Map.of("report", "Các đơn vị thống nhất.", "choice", "ASK"));
            Awaitility.await().until(() -> openSlips().size() == 5);
            look(chromium, superior.members.get(0), page + "/phieu", "approval-slip");
            superior.members
                    .subList(1, 4)
                    .forEach(member -> complete(
                            member,
                            Elements.GIVE_SLIP,
                            member.equals(superior.members.get(1))
                                    ? Map.of(
                                            "answer",
                                            "AGREE_WITH_REQUESTS",
                                            "document",
                                            superior.document(),
                                            "requests",
                                            "Đ1: Nêu rõ nguồn lực thực hiện")
                                    : Map.of("answer", "AGREE")));
            look(chromium, superior.office, page + "/phieu", "approval-slips");
            superior.members.stream()
                    .filter(openSlips()::contains)
                    .forEach(member -> complete(
                            member, Elements.GIVE_SLIP, Map.of("answer", "DISAGREE", "reason", "Chỉ tiêu quá cao")));
            becomes(DossierStatus.DECIDING);
            look(chromium, superior.secretary, page + "/quyet-dinh", "approval-decide");

            var ward = chromium.signedIn(superior.ward.office);
            ward.navigate(page);
            complete(superior.secretary, Elements.DECIDE, Map.of("decision", "RETURN"));
            PlaywrightAssertions.assertThat(ward.locator("#theo-doi")).containsText("Chờ ban hành thông báo");
            complete(superior.office, Elements.ISSUE, Map.of());
            PlaywrightAssertions.assertThat(ward.locator("#theo-doi")).containsText("Yêu cầu chỉnh sửa");
            ward.locator("#theo-doi a").click();
            PlaywrightAssertions.assertThat(ward.locator(".notice")).containsText("Nêu rõ nguồn lực thực hiện");
            ward.context().close();
            look(chromium, superior.ward.office, page + "/quyet-dinh", "approval-notice");
        }
    }

    private static void look(Chromium chromium, String user, String path, String picture) {
        var page = chromium.signedIn(user);
        Chromium.looksRight(page, path, picture);
        page.context().close();
    }
}
