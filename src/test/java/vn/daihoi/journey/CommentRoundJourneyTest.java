package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.journey.Chromium.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.consultation.Clusters;
import vn.daihoi.consultation.Sheets;
import vn.daihoi.support.IntegrationTest;

/**
 * A comment round from its plan to its public result: three cells and the Front hold conferences, residents comment on
 * their phones, the editors answer and revise, the secretary decides, the checker complains until the text shows what was
 * accepted, and a resident reads the answer.
 */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentRoundJourneyTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String WASTE = "Đề nghị nêu rõ giải pháp thu gom rác đúng giờ ở các tuyến hẻm";
    private static final String[] DRAFT = {
        "Đánh giá kết quả thực hiện nghị quyết nhiệm kỳ qua và phương hướng nhiệm kỳ tới.",
        "Thu ngân sách bình quân tăng 8% mỗi năm, hoàn thành chỉ tiêu nghị quyết đề ra.",
        "Công tác cải cách hành chính có chuyển biến, hồ sơ trực tuyến đạt 71% tổng số hồ sơ.",
        "Hạn chế: tình trạng đổ rác không đúng giờ còn xảy ra ở một số tuyến hẻm trên địa bàn.",
        "Nhiệm vụ: lắp đặt đèn chiếu sáng tại các hẻm sâu, bảo đảm an toàn cho Nhân dân vào ban đêm.",
        "Nhiệm vụ: xây dựng tủ sách thiếu nhi tại nhà văn hóa của từng khu phố.",
        "Nhiệm vụ: kiểm tra an toàn cầu thang tại các chung cư cũ mỗi quý một lần."
    };

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String congress;
    private Chromium chromium;
    private String document;
    private String round;
    private String here;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "gopy", 3);
        congress = ward.startUpToCells("2025–2030");
        document = ward.document(congress, "POLITICAL_REPORT");
        ward.clearForComment(document, DRAFT);
        round = ward.round(document);
        here = "/lay-y-kien/" + round;
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void everybodySpeaksAndEveryCommentIsAnswered() throws IOException {
        plan();
        firstCellSendsItsSpreadsheet();
        secondCellTypesItsComments();
        ward.complete(
                ward.cellSecretary(3),
                "UserTask_HoldCellConference",
                round,
                JourneyWard.conference("Bố cục báo cáo rõ ràng, dễ theo dõi"));
        theFrontReportsInTasklist();
        var slug = jdbc.sql("select slug from comment_round where id = ?")
                .param(round)
                .query(String.class)
                .single();
        var receipt = resident(slug, 4, WASTE.toUpperCase(java.util.Locale.forLanguageTag("vi-VN")) + "!!!");
        var second = resident(slug, 2, "Cần giải thích vì sao thu ngân sách chỉ tăng tám phần trăm");
        resident(slug, 1, "Cần bán gấp nhà mặt tiền, liên hệ ngay");
        closeEarly();
        moderate();
        merge();
        answer();
        decide();
        reports();
        revise();
        publish();
        theResidentFindsTheAnswer(receipt, second, slug);
        assertThat(chromium.trouble()).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private void plan() {
        var office = new Tasklist(chromium.signedIn(ward.office()));
        office.openFromHome("Lập kế hoạch lấy ý kiến", "Báo cáo chính trị");
        office.claim();
        office.radio("Tổ chức lấy ý kiến");
        office.choose("Phiên bản", "Phiên bản 1");
        office.date(
                "Ngày kết thúc", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(14));
        for (var label :
                new String[] {"Đảng viên", "Hội viên", "Nhân dân", "Tổ chức", "Hội nghị", "Văn bản góp ý", "Trang góp ý"
                }) {
            office.check(label);
        }
        office.type("Nội dung gợi ý", "Chỉ tiêu thu ngân sách đã sát thực tế chưa?");
        picture(office.page(), "round-01-plan");
        assertThat(office.complete().ok()).isTrue();
        ward.complete(ward.secretary(), "UserTask_ApproveRound", round, Map.of("decision", "APPROVE"));
        ward.task(ward.cellSecretary(1), "UserTask_HoldCellConference", round);
    }

    private void firstCellSendsItsSpreadsheet() {
        var page = chromium.signedIn(ward.cellSecretary(1));
        var conference = here + "/hoi-nghi/" + ward.id() + ".cb01";
        var file = Sheets.of(
                Sheets.row(1, "Đ4", "đổ rác không đúng giờ", "Sửa nội dung", WASTE + ".", "Đảng viên"),
                Sheets.row(2, "Đ99", null, "Bổ sung", "Ở đoạn không có", "Đảng viên"),
                Sheets.row(
                        3,
                        "Đ5",
                        null,
                        "Bổ sung",
                        "Đề nghị lắp thêm camera an ninh cùng với đèn chiếu sáng tại các hẻm sâu",
                        "Đảng viên"),
                Sheets.row(4, "Đ5", null, "Linh tinh", "Loại ý kiến không có", "Đảng viên"),
                Sheets.row(
                        5,
                        "Đ6",
                        null,
                        "Bổ sung",
                        "Bổ sung kinh phí mua sách mới hằng năm cho tủ sách thiếu nhi",
                        "Đảng viên"),
                Sheets.row(6, "Đ6", null, "Bổ sung", null, "Đảng viên"));
        upload(page, conference, file);
        assertThat(page.locator("main")).containsText("3 dòng hợp lệ");
        assertThat(page.locator("main")).containsText("3 dòng lỗi");
        picture(page, "round-02-spreadsheet");
        button(page, "Nhận 3 dòng hợp lệ").click();
        assertThat(page.locator("#y-kien")).containsText("(3)");
        upload(page, conference, file);
        button(page, "Nhận 3 dòng hợp lệ").click();
        assertThat(page.locator("#y-kien")).containsText("(3)");
        var cell = new Tasklist(page);
        cell.openFromHome("Tổ chức hội nghị góp ý ở chi bộ", "Số 1");
        cell.claim();
        cell.date("Ngày tổ chức", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        cell.type("Số người có mặt", "35");
        cell.type("Số người phát biểu", "3");
        picture(page, "round-03-cell");
        assertThat(cell.complete().ok()).isTrue();
    }

    private static void upload(Page page, String conference, byte[] file) {
        page.navigate(conference);
        page.setInputFiles("#tep", new FilePayload("gop-y.xlsx", XLSX, file));
        button(page, "Tải lên và kiểm tra").click();
        assertThat(page.locator("#dong-loi")).isVisible();
    }

    private void secondCellTypesItsComments() {
        var page = chromium.signedIn(ward.cellSecretary(2));
        page.navigate(here + "/hoi-nghi/" + ward.id() + ".cb02");
        page.locator("#doan").selectOption("4");
        page.locator("#loai-AMEND").check();
        page.locator("#noi-dung-gop-y").fill("De nghi neu ro giai phap thu gom rac dung gio o cac tuyen hem");
        button(page, "Ghi ý kiến").click();
        assertThat(page.locator("#y-kien")).containsText("(1)");
        ward.complete(
                ward.cellSecretary(2),
                "UserTask_HoldCellConference",
                round,
                JourneyWard.conference("Đề nghị rà soát lại các số liệu trong toàn văn báo cáo"));
        page.context().close();
    }

    private void theFrontReportsInTasklist() {
        var front = new Tasklist(chromium.signedIn("mttq." + ward.id()));
        front.openFromHome("Tổ chức hội nghị góp ý ở tổ chức", "Mặt trận");
        front.claim();
        front.date("Ngày tổ chức", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        front.type("Số người có mặt", "20");
        front.type("Số người phát biểu", "4");
        front.type("Ý kiến chung về dự thảo", "Đề nghị bổ sung vai trò giám sát, phản biện xã hội của Mặt trận");
        picture(front.page(), "round-04-front");
        assertThat(front.complete().ok()).isTrue();
        front.page().context().close();
    }

    /** A resident comments on a phone and holds the receipt. */
    private String resident(String slug, int clause, String words) {
        var phone = chromium.window(360, 740);
        phone.navigate("/gop-y");
        phone.locator("a[href='/gop-y/" + slug + "']").click();
        phone.locator("#c" + clause + " a").click();
        phone.getByLabel("Nội dung góp ý").fill(words);
        picture(phone, "round-05-resident-" + clause);
        // whoever is faster than a person is asked once more, with the text kept
        Awaitility.await().untilAsserted(() -> {
            button(phone, "Gửi góp ý").click();
            phone.waitForLoadState();
            assertThat(phone.url()).contains("/gop-y/bien-nhan/");
        });
        picture(phone, "round-06-receipt-" + clause);
        var code = phone.locator(".code").innerText();
        phone.context().close();
        return code;
    }

    private void closeEarly() {
        context.getBean(Clusters.class).assignNew(round);
        var page = chromium.signedIn(ward.office());
        page.navigate(here + "/tien-do");
        assertThat(page.locator("main")).containsText("Chi bộ số 1");
        picture(page, "round-07-coverage");
        page.navigate(here);
        Chromium.looksRight(page, "/lay-y-kien", "round-page-list");
        Chromium.looksRight(page, here, "round-page-overview");
        page.navigate(here);
        page.getByText("Kết thúc nhận ý kiến sớm").click();
        page.locator("#ly-do-som").fill("Các chi bộ đã báo cáo xong");
        button(page, "Kết thúc sớm").click();
        ward.task(ward.editor(), "UserTask_MergeComments", round);
        page.context().close();
    }

    private void moderate() {
        var page = chromium.signedIn(ward.editor());
        page.navigate(here + "/kiem-duyet");
        picture(page, "round-08-moderation");
        assertThat(page.locator("main")).containsText("Cần bán gấp");
        page.locator(".said-row")
                .filter(new Locator.FilterOptions().setHasText("Cần bán gấp"))
                .locator("input")
                .check();
        page.getByText("Ẩn ý kiến đã chọn").click();
        page.locator("#ly-do").fill("Quảng cáo, không phải góp ý");
        page.locator("button[value=an]").click();
        assertThat(page.locator("main")).containsText("Quảng cáo, không phải góp ý");
        page.locator(".said-row input").all().forEach(Locator::check);
        button(page, "Cho hiển thị ý kiến đã chọn").click();
        assertThat(page.locator("main")).containsText("Không còn ý kiến nào chờ kiểm duyệt.");
        page.context().close();
    }

    private void merge() {
        var editor = new Tasklist(chromium.signedIn(ward.editor()));
        editor.page().navigate(here + "/cum");
        assertThat(editor.page().locator(".said-size").first()).containsText("3");
        picture(editor.page(), "round-09-clusters");
        editor.openFromHome("Gộp ý kiến trùng", "Báo cáo chính trị");
        editor.claim();
        assertThat(editor.complete().ok()).isTrue();
        ward.task(ward.editor(), "UserTask_ProposeAnswers", round);
        editor.page().context().close();
    }

    private void answer() {
        var page = chromium.signedIn(ward.editor());
        page.navigate(here + "/ban-xu-ly");
        picture(page, "round-10-desk");
        propose(page, "rác", "1", null);
        propose(page, "camera", "2", null);
        propose(page, "kinh phí mua sách", "1", null);
        propose(page, "thu ngân sách chỉ", "3", "Mức tăng đã tính khả năng của phường trong nhiệm kỳ tới.");
        page.navigate(here + "/ban-xu-ly");
        page.locator(".desk-many summary").click();
        button(page, "Đánh dấu tất cả trong danh sách").click();
        page.locator("#nhieu-ket-qua").selectOption("NOTED");
        page.locator("#nhieu-ly-do").fill("Ghi nhận để Tổ biên tập rà soát khi hoàn thiện.");
        picture(page, "round-11-bulk");
        button(page, "Đề xuất cho các cụm đã chọn").click();
        assertThat(page.locator("main")).containsText("Đã đề xuất trả lời cho mọi cụm ý kiến.");
        ward.complete(ward.editor(), "UserTask_ProposeAnswers", round, Map.of());
        page.context().close();
    }

    /** Finds the cluster with these words and answers it by keyboard. */
    private void propose(Page page, String words, String key, @org.jspecify.annotations.Nullable String reason) {
        page.navigate(here + "/ban-xu-ly?tim=" + words.replace(" ", "+"));
        // the first that was found stands open
        assertThat(page.locator("#o-tra-loi")).containsText(words);
        page.locator("#cum-dang-mo").focus();
        page.keyboard().press(key);
        if (reason == null) {
            page.keyboard().press("s");
        } else {
            assertThat(page.locator("#ly-do")).isFocused();
            page.keyboard().insertText(reason);
            page.keyboard().press("Control+Enter");
        }
        assertThat(page.locator("#thong-bao")).containsText("Đã");
    }

    private void decide() {
        var secretary = new Tasklist(chromium.signedIn(ward.secretary()));
        secretary.openFromHome("Quyết định tiếp thu, giải trình", "Báo cáo chính trị");
        secretary.claim();
        secretary.radio("Đồng ý, đã quyết định mọi cụm ý kiến");
        assertThat(secretary.complete().ok()).isFalse();
        assertThat(secretary.message().first()).containsText("cụm");
        picture(secretary.page(), "round-12-undecided");
        chromium.trouble();
        secretary.check("Quyết định theo đề xuất với mọi ý kiến còn lại");
        assertThat(secretary.complete().ok()).isTrue();
        secretary.page().context().close();
    }

    private void reports() throws IOException {
        ward.complete(
                ward.office(),
                "UserTask_CompileReports",
                round,
                Map.of(
                        "agreedPoints", "Bố cục, đánh giá chung.",
                        "differing", "Mức tăng thu ngân sách.",
                        "proposals", "Tiếp thu các ý kiến về rác, chiếu sáng, tủ sách."));
        var page = chromium.signedIn(ward.office());
        page.navigate(here + "/bao-cao");
        picture(page, "round-13-reports");
        var office = Session.signIn(port, ward.office());
        for (var name : new String[] {"bao-cao.docx", "bao-cao.pdf", "giai-trinh.docx", "giai-trinh.xlsx"}) {
            var answer = office.download(here + "/" + name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            Files.write(
                    Files.createDirectories(Path.of("target", "screenshots")).resolve(name), answer.body());
        }
        page.context().close();
    }

    private void revise() {
        var second = DRAFT.clone();
        second[3] += " Trong nhiệm kỳ tới, tổ chức thu gom rác đúng giờ ở từng tuyến hẻm.";
        second[4] = second[4].replace("đèn chiếu sáng", "đèn chiếu sáng và camera an ninh");
        second[6] = second[6].replace("mỗi quý", "mỗi tháng");
        ward.publish(document, second);
        var editor = new Tasklist(chromium.signedIn(ward.editor()));
        editor.openFromHome("Chỉnh sửa, hoàn thiện dự thảo", "Báo cáo chính trị");
        editor.claim();
        assertThat(editor.complete().ok()).isFalse();
        assertThat(editor.message().first()).containsText("Đối chiếu");
        picture(editor.page(), "round-14-checker-complains");
        chromium.trouble();

        var third = second.clone();
        third[5] += " Mỗi năm bố trí kinh phí mua sách mới cho tủ sách.";
        ward.publish(document, third);
        var page = editor.page();
        page.navigate(here + "/doi-chieu");
        picture(page, "round-15-proofs");
        var items = page.locator(".proof-item:has(button:has-text('Xác nhận thay đổi đã chọn'))");
        while (items.count() > 0) {
            var first = items.first();
            var boxes = first.locator(".proof-change input[type=checkbox]");
            if (first.locator(".proof-change input:checked").count() == 0) {
                boxes.first().check();
            }
            int before = items.count();
            first.locator("button:has-text('Xác nhận thay đổi đã chọn')").click();
            assertThat(items).hasCount(before - 1);
        }
        page.navigate(here + "/doi-chieu?phan=ngoai");
        assertThat(page.locator("main")).containsText("kiểm tra an toàn cầu thang");
        page.locator(".proof-item input[form=bo-qua]").all().forEach(Locator::check);
        page.locator("#ly-do").fill("Thống nhất với kế hoạch kiểm tra của phường.");
        button(page, "Ghi lý do và bỏ qua").click();
        assertThat(page.locator("main")).containsText("mọi thay đổi đều có lý do");
        picture(page, "round-16-content");
        editor.openFromHome("Chỉnh sửa, hoàn thiện dự thảo", "Báo cáo chính trị");
        assertThat(editor.complete().ok()).isTrue();
        page.context().close();
    }

    private void publish() {
        ward.complete(ward.office(), "UserTask_PublishResult", round, Map.of("furtherRound", "NO"));
        Awaitility.await().until(() -> jdbc.sql("select status from comment_round where id = ?")
                .param(round)
                .query(String.class)
                .single()
                .equals("PUBLISHED"));
    }

    private void theResidentFindsTheAnswer(String receipt, String second, String slug) {
        var phone = chromium.window(360, 740);
        phone.navigate("/gop-y/theo-doi");
        phone.locator("#ma").fill(receipt);
        button(phone, "Xem kết quả").click();
        assertThat(phone.locator("main")).containsText("Tiếp thu toàn bộ");
        assertThat(phone.locator("main")).containsText("thu gom rác đúng giờ ở từng tuyến hẻm");
        picture(phone, "round-17-answer");
        phone.navigate("/gop-y/bien-nhan/" + second);
        assertThat(phone.locator("main")).containsText("Giải trình, giữ nguyên");
        assertThat(phone.locator("main")).containsText("Mức tăng đã tính khả năng");
        phone.navigate("/gop-y/" + slug + "/ket-qua");
        assertThat(phone.locator("main")).containsText("camera an ninh");
        assertThat(phone.locator("main")).not().containsText("Cần bán gấp");
        picture(phone, "round-18-result");
        phone.context().close();
    }
}
