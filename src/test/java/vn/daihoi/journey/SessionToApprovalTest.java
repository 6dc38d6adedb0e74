package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.journey.Chromium.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.approval.OfficeFiles;
import vn.daihoi.review.OpinionType;
import vn.daihoi.support.IntegrationTest;

/**
 * The afternoon the system grew from and what follows it, each person in a browser of their own: the group sits, fourteen
 * opinions, a conclusion with nine tasks, the drafts revised, a dossier returned as incomplete, an appraisal that asks for
 * changes, the drafts revised again, slips with one member absent, approved.
 */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionToApprovalTest {

    private static final String WISH = "Rút gọn phần mở đầu.";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Path DOCUMENTS = Path.of("target", "journey");

    private static final String SUPERIOR_OFFICE = "thanhuy.vp";
    private static final String SUPERIOR_SECRETARY = "thanhuy.bt";

    private static final List<String> FIRST = List.of(
            "I. Kết quả nhiệm kỳ 2020–2025",
            "Kinh tế phường tăng trưởng khá, thu ngân sách vượt dự toán bình quân 5% mỗi năm.",
            "Phong trào xây dựng khu phố văn hóa được Nhân dân hưởng ứng.",
            "Công tác phát triển đảng viên đạt chỉ tiêu được giao.",
            "II. Chỉ tiêu, nhiệm vụ nhiệm kỳ 2025–2030",
            "Phấn đấu thu ngân sách tăng bình quân 8% mỗi năm.",
            "Giảm tỷ lệ hộ nghèo đa chiều xuống dưới 0,3% vào năm 2030.",
            "Xây thêm một trường mầm non công lập.",
            "Nâng tỷ lệ hồ sơ giải quyết trực tuyến lên 85%.",
            "Mở rộng phân loại rác tại nguồn ra toàn phường.",
            "Trồng cây xanh dọc bờ kênh.",
            "III. Tổ chức thực hiện",
            "Ban Chấp hành phân công từng ủy viên phụ trách từng chỉ tiêu.");

    /** What a member says of a clause (0: of the whole), and whether the ward takes it up: then the words it becomes. */
    private record Said(String member, String type, int clause, String text, String becomes) {}

    private static final List<Said> SAID = List.of(
            new Said(
                    "tct.tv1",
                    "ADD_TARGET",
                    6,
                    "Nâng mức tăng thu ngân sách cho sát khả năng thực hiện.",
                    "Phấn đấu thu ngân sách tăng bình quân 9% mỗi năm, không tính tiền sử dụng đất."),
            new Said(
                    "tct.tv1",
                    "ADD_RESULT",
                    3,
                    "Nêu số khu phố đạt chuẩn văn hóa của nhiệm kỳ qua.",
                    "Phong trào xây dựng khu phố văn hóa được Nhân dân hưởng ứng, 24/26 khu phố đạt chuẩn."),
            new Said(
                    "tct.tv1",
                    "AMEND",
                    7,
                    "Số hộ nghèo không khớp bảng chỉ tiêu, phải thống nhất một con số.",
                    "Giảm tỷ lệ hộ nghèo đa chiều xuống dưới 0,2% vào năm 2030."),
            new Said(
                    "tct.tv2",
                    "ADD_TARGET",
                    10,
                    "Phân loại rác cần con số và mốc thời gian.",
                    "Mở rộng phân loại rác tại nguồn ra toàn phường, năm 2027 đạt ít nhất 80% số hộ."),
            new Said(
                    "tct.tv2",
                    "AMEND",
                    8,
                    "Nhu cầu gửi trẻ lớn, một trường mầm non là chưa đủ.",
                    "Xây thêm hai trường mầm non công lập."),
            new Said(
                    "tct.tv2",
                    "REVIEW_INDICATORS",
                    5,
                    "Rà soát chỉ tiêu nào phường tự quyết được, chỉ tiêu nào không.",
                    ""),
            new Said("tct.tv3", "ADD_RESULT", 2, "Nêu rõ khoản thu nào làm nên số vượt dự toán.", ""),
            new Said(
                    "tct.tv3",
                    "ADD_RESULT",
                    4,
                    "Nêu số đảng viên kết nạp được ở khu phố.",
                    "Công tác phát triển đảng viên đạt chỉ tiêu được giao; kết nạp 31 đảng viên ở khu phố."),
            new Said("tct.tv3", "AMEND", 13, "Phân công phải kèm thời hạn báo cáo.", ""),
            new Said("tct.tv4", "REVIEW_INDICATORS", 9, "Chỉ tiêu trực tuyến thấp hơn mức thành phố giao.", ""),
            new Said("tct.tv4", "ADD_TARGET", 11, "Cây xanh cần số lượng để kiểm tra được.", ""),
            new Said("tct.tv4", "OTHER", 0, "Báo cáo nên ngắn lại một phần ba.", ""),
            new Said(JourneyWard.SUPERVISOR, "REVIEW_INDICATORS", 0, "Mọi con số phải lấy từ một bảng chỉ tiêu.", ""),
            new Said(
                    JourneyWard.SUPERVISOR,
                    "AMEND",
                    12,
                    "Phần tổ chức thực hiện cần nói ai kiểm tra, ai giám sát.",
                    ""));

    private static final String ASKED = "Nêu rõ nguồn vốn xây hai trường mầm non.";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private final Map<String, Tasklist> people = new HashMap<>();
    private JourneyWard ward;
    private Chromium chromium;
    private String congress;
    private String report;
    private List<String> text = FIRST;

    @BeforeAll
    void prepareWhatComesBefore() throws IOException {
        Files.createDirectories(DOCUMENTS);
        ward = JourneyWard.open(context, port, "lotrinh", 1);
        ward.fillRules();
        congress = ward.startUpToCells("2025–2030");
        ward.planAndClear(congress, 1);
        ward.report(congress, 1, "01-BB/CB");
        ward.checkAndRecognise(congress, 1);
        report = ward.document(congress, "POLITICAL_REPORT");
        chromium = Chromium.start(port);
        publish(FIRST);
        for (var document : ward.documents(congress)) {
            if (!document.equals(report)) {
                ward.publish(document, "Nội dung dự thảo.");
            }
            ward.complete(ward.editor(), "UserTask_DraftDocument", document, Map.of());
            ward.complete(ward.secretary(), "UserTask_ClearForComment", document, Map.of("decision", "CLEAR"));
            ward.skipRound(document);
        }
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void fromTheScheduledSessionToTheApproval() {
        var session = ward.newest("working_session", congress);
        schedule(session);
        SAID.stream().map(Said::member).distinct().forEach(member -> speak(session, member));
        conclude(session);
        carryOut();

        answerAndRevise(1);
        adopt("11-BB/ĐU");
        var first = ward.newest("dossier", congress);
        bringIn(first);
        returnedAsIncomplete(first);
        appraisedWithChanges(first);

        answerAndRevise(2);
        adopt("12-BB/ĐU");
        var second = Awaitility.await("second dossier")
                .until(() -> ward.newest("dossier", congress), newest -> !newest.equals(first));
        bringIn(second);
        sign(second);
        receive(second);
        appraisedInAgreement(second);
        slipsWithOneAbsent(second);
        approvedBeforeTheWardsEyes(second);

        ward.task(ward.secretary(), "UserTask_ConfirmReadiness", congress);
        assertThat(chromium.trouble())
                // Tasklist asks once more for a task that is done
                .filteredOn(answer -> !answer.startsWith("404 GET /camunda/api/engine/engine/default/task/"))
                .as("refused was only what had to be")
                .hasSize(2)
                .allMatch(answer -> answer.matches("400 POST .*/submit-form"));
    }

    private Tasklist as(String person) {
        return people.computeIfAbsent(person, user -> new Tasklist(chromium.signedIn(user)));
    }

    private Page page(String person, String path) {
        var page = as(person).page();
        page.navigate(path);
        return page;
    }

    private Tasklist claim(String person, String step, String about) {
        var tasks = as(person);
        tasks.openTask(ward.task(person, step, about));
        tasks.claim();
        return tasks;
    }

    private static void done(Tasklist tasks) {
        var answer = tasks.complete();
        assertThat(answer.ok()).as("%s %s", answer.url(), answer.text()).isTrue();
    }

    private static void press(Page page, String button) {
        page.locator("main button:visible", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private static void says(Page page, String words) {
        assertThat(page.locator("main .alert-success").first()).containsText(words);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private void schedule(String session) {
        var office = claim(SUPERIOR_OFFICE, "UserTask_ScheduleSession", session);
        office.radio("Tổ chức");
        office.choose("Tổ công tác", "Tổ công tác số 1");
        office.date("Ngày làm việc", today());
        office.radio("Chiều (13:30–17:00)");
        office.type("Địa điểm", "Hội trường Đảng ủy phường");
        office.type("Nội dung", "Góp ý dự thảo văn kiện; công tác chuẩn bị đại hội");
        // the same group may sit in the ward of another test then
        office.check("Vẫn xếp lịch dù trùng");
        office.type("Lý do vẫn xếp lịch", "Tổ công tác chia hai nhóm");
        picture(office.page(), "approval-journey-01-schedule");
        done(office);

        var clerk = claim(ward.office(), "UserTask_ReportPreparation", session);
        clerk.type("Kết quả chuẩn bị", "Bốn dự thảo văn kiện đã xong phiên bản thứ nhất.");
        picture(clerk.page(), "approval-journey-02-report");
        done(clerk);
    }

    /** All but the last on the page, the last in Tasklist, which ends the member's task. */
    private void speak(String session, String member) {
        var own = SAID.stream().filter(one -> one.member().equals(member)).toList();
        var task = ward.each("UserTask_FileOpinions", session).get(member);
        for (var one : own.subList(0, own.size() - 1)) {
            var page = page(
                    member,
                    "/lam-viec/" + session + "/y-kien?van-kien=" + report
                            + (one.clause() == 0 ? "" : "&doan=d" + one.clause()));
            page.locator("#type").selectOption(one.type());
            page.locator("#text").fill(one.text());
            page.locator("#proposed").fill(one.becomes());
            press(page, "Gửi ý kiến");
            says(page, "Đã gửi ý kiến.");
        }
        var last = own.get(own.size() - 1);
        var tasks = as(member);
        tasks.openTask(task);
        tasks.radio("Ghi một ý kiến rồi kết thúc việc này");
        tasks.choose("Loại ý kiến", typeTitle(last.type()));
        tasks.choose("Văn kiện", "Báo cáo chính trị");
        if (last.clause() != 0) {
            tasks.type("Đoạn", "Đ" + last.clause());
        }
        tasks.type("Nội dung ý kiến", last.text());
        picture(tasks.page(), "approval-journey-03-opinion-" + member);
        done(tasks);
    }

    private static String typeTitle(String type) {
        return OpinionType.valueOf(type).title();
    }

    private void conclude(String session) {
        var office = claim(SUPERIOR_OFFICE, "UserTask_RecordMinutes", session);
        assertThat(office.shown()).contains("14");
        office.type("Tổ công tác và cấp trên có mặt", "Tổ trưởng và 4 thành viên");
        office.type("Phường có mặt", "Bí thư Đảng ủy\nVăn phòng Đảng ủy");
        office.type("Diễn biến buổi làm việc", "Phường báo cáo; các thành viên Tổ công tác cho 14 ý kiến.");
        done(office);

        var head = page(JourneyWard.SUPERVISOR, "/lam-viec/" + session + "/ket-luan");
        head.locator("#assessment").fill("Công tác chuẩn bị đúng tiến độ; hệ thống chỉ tiêu cần rà soát thêm.");
        head.locator("#resubmit").fill(today().plusDays(20).toString());
        press(head, "Ghi");
        for (int item = 1; item <= 9; item++) {
            head.locator("#text-moi").fill("Việc thứ " + item + ": hoàn thiện nội dung Tổ công tác đã nêu.");
            head.locator("#owner-moi").selectOption(item <= 5 ? "EDITOR" : "WARD_OFFICE");
            head.locator("#part-moi").selectOption(item <= 5 ? "DOCUMENTS" : "PUBLICITY");
            head.locator("#due-moi").fill(today().plusDays(10 + item).toString());
            head.locator("#them button").click();
            says(head, "Đã thêm nội dung kết luận.");
        }
        picture(head, "approval-journey-04-conclusion");
        confirm(JourneyWard.SUPERVISOR, "UserTask_Conclude", session, "Kết luận với nội dung trên trang kết luận");
        confirm(JourneyWard.SUPERVISOR, "UserTask_SignForGroup", session, "Ký thông báo kết luận thay mặt Tổ công tác");
        var secretary = claim(ward.secretary(), "UserTask_SignForWard", session);
        secretary.radio("Ký thông báo kết luận");
        picture(secretary.page(), "approval-journey-05-sign");
        done(secretary);

        var there = "/lam-viec/" + session + "/ket-luan";
        var clerk = as(ward.office()).page();
        Awaitility.await("notice issued").untilAsserted(() -> {
            clerk.navigate(there);
            assertThat(clerk.locator("main").innerText()).contains("Thông báo kết luận số");
        });
        var word = save(link(clerk, "Thông báo (Word)"), "thong-bao-ket-luan.docx");
        var pdf = save(link(clerk, "Thông báo (PDF)"), "thong-bao-ket-luan.pdf");
        for (var said : List.of(wordText(word), pdfText(pdf))) {
            assertThat(said).contains("-TB/TCT", "Việc thứ 1:", "Việc thứ 9:", "Công tác chuẩn bị đúng tiến độ");
        }
    }

    private void confirm(String person, String step, String about, String box) {
        var tasks = claim(person, step, about);
        tasks.field(box).check();
        done(tasks);
    }

    /** Nine tasks wait; one of them is reported and accepted. */
    private void carryOut() {
        var office = page(ward.office(), "/nhiem-vu?tim=lotrinh");
        assertThat(office.locator("main")).containsText("9");
        picture(office, "approval-journey-06-tasks");
        office.locator("main a[href*='/nhiem-vu/']")
                .filter(new Locator.FilterOptions().setHasText("Việc thứ 9"))
                .first()
                .click();
        var item = office.url().replaceAll(".*/nhiem-vu/([0-9a-f-]+).*", "$1");
        var report = claim(ward.office(), "UserTask_ReportFollowUp", item);
        report.type("Kết quả thực hiện", "Đã hoàn thành");
        done(report);
        var review = claim(JourneyWard.SUPERVISOR, "UserTask_ReviewFollowUp", item);
        picture(review.page(), "approval-journey-07-follow-up");
        review.radio("Chấp nhận kết quả");
        done(review);
    }

    private void answerAndRevise(int number) {
        if (number == 1) {
            var early = claim(ward.editor(), "UserTask_ReviseDocuments", congress);
            assertThat(early.shown()).contains("ý kiến chưa");
            assertThat(early.complete().status()).as("with opinions unanswered").isEqualTo(400);
            assertThat(early.message().first()).containsText("ý kiến chưa");
            picture(early.page(), "approval-journey-08-outstanding-refused");
        }
        ward.task(ward.editor(), "UserTask_ReviseDocuments", congress);
        var editor = page(ward.editor(), "/hoan-thien/" + congress);
        assertThat(editor.locator("h1")).containsText("lần " + number);
        picture(editor, "approval-journey-09-outstanding-" + number);
        var desk = editor.locator(".desk-round h3 a").first().getAttribute("href");
        answer(editor, desk);
        var secretary = page(ward.secretary(), desk + "/ban-xu-ly");
        secretary.locator(".desk-many summary").click();
        press(secretary, "Quyết định theo đề xuất cho tất cả");
        assertThat(secretary.locator("#tien-do")).containsText("Đã quyết định hết");
        picture(secretary, "approval-journey-10-decided-" + number);

        publish(revised(number));
        prove(desk, number);
        var table = save(
                page(ward.editor(), desk + "/bao-cao").getByLabel("Bảng tổng hợp, tiếp thu, giải trình, tệp Word"),
                "giai-trinh-" + number + ".docx");
        assertThat(wordText(table))
                .contains(number == 1 ? "(Ý kiến của Tổ công tác – Thông báo kết luận số" : "(Yêu cầu của cấp trên – ")
                .contains("Thể hiện tại: Mục II, đoạn 3.")
                .doesNotContain("số đơn vị");
        page(ward.editor(), "/hoan-thien/" + congress);
        picture(as(ward.editor()).page(), "approval-journey-12-nothing-left-" + number);
        var revise = as(ward.editor());
        revise.openTask(ward.task(ward.editor(), "UserTask_ReviseDocuments", congress));
        if (number == 2) {
            revise.claim();
        }
        done(revise);
    }

    private List<String> revised(int number) {
        var lines = new ArrayList<>(text);
        if (number == 1) {
            SAID.stream()
                    .filter(one -> !one.becomes().isEmpty())
                    .forEach(one -> lines.set(one.clause() - 1, one.becomes()));
        } else {
            lines.set(7, "Xây thêm hai trường mầm non công lập, nguồn vốn từ ngân sách thành phố và xã hội hóa.");
        }
        return text = List.copyOf(lines);
    }

    /** With the keyboard, one group after the other: taken up what became words of the draft, the rest explained. */
    private void answer(Page editor, String round) {
        editor.navigate(round + "/ban-xu-ly");
        var pane = editor.locator("#o-tra-loi [data-cluster]");
        while (pane.count() > 0) {
            var shown = pane.getAttribute("data-cluster");
            var words = pane.innerText();
            var taken = words.contains(ASKED)
                    || SAID.stream().anyMatch(one -> !one.becomes().isEmpty() && words.contains(one.text()));
            if (taken) {
                editor.keyboard().press("1");
                editor.keyboard().press("s");
            } else {
                editor.keyboard().press("3");
                editor.keyboard().type("Đã cân nhắc, giữ như dự thảo.");
                editor.keyboard().press("Control+Enter");
            }
            assertThat(editor.locator("#thong-bao")).containsText("cụm số " + shown);
        }
        assertThat(editor.locator("#tien-do")).containsText("Đã đề xuất trả lời cho mọi cụm");
        picture(editor, "approval-journey-09-answered");
    }

    private void publish(List<String> lines) {
        var editor = page(ward.editor(), "/van-kien/" + report);
        editor.setInputFiles(
                "#tep", new FilePayload("du-thao.docx", WORD, WordFiles.report(context, lines.toArray(String[]::new))));
        editor.getByLabel("Không mật").check();
        editor.getByText("Tải lên", new Page.GetByTextOptions().setExact(true)).click();
        editor.waitForURL(Pattern.compile("/nhap/"));
        while (editor.locator("fieldset.card").count() > 0) {
            editor.getByLabel("Cùng một đoạn").all().forEach(Locator::check);
            press(editor, "Ghi nhận các câu đã chọn");
            assertThat(editor.getByText("Đã ghi nhận")).isVisible();
        }
        press(editor, "Công bố phiên bản mới");
        assertThat(editor.getByText("Đã công bố phiên bản mới.")).isVisible();
    }

    /** Shows for each opinion taken up where the new version says so. */
    private void prove(String round, int number) {
        var proofs = page(ward.editor(), round + "/doi-chieu");
        picture(proofs, "approval-journey-11-proofs-" + number);
        if (proofs.getByText("gợi ý chắc chắn").count() > 0) {
            press(proofs, "gợi ý chắc chắn");
        }
        while (proofs.locator("article.proof-item form[action$='/xac-nhan']").count() > 0) {
            var first = proofs.locator("article.proof-item form[action$='/xac-nhan']")
                    .first();
            first.locator("input[name=doan]").first().check();
            first.locator("button").click();
            says(proofs, "Đã xác nhận nơi thể hiện.");
        }
        assertThat(proofs.locator("main")).containsText("mọi thay đổi đều có lý do");
    }

    private void adopt(String minutes) {
        var office = claim(ward.office(), "UserTask_AdoptDocuments", congress);
        office.date("Ngày họp", today());
        office.type("Số biên bản", minutes);
        office.type("Số được triệu tập", "15");
        office.type("Số có mặt", "14");
        office.radio("Thông qua");
        picture(office.page(), "approval-journey-13-adopt");
        done(office);
    }

    /** Uploads what the checklist wants as files, and receipts for what may only come on paper. */
    private void bringIn(String dossier) {
        var office = page(ward.office(), "/trinh-duyet/" + dossier);
        for (var item : office.locator("li[id^='muc-']").all().stream()
                .map(line -> line.getAttribute("id"))
                .toList()) {
            var line = office.locator("#" + item);
            if (line.locator(".badge", new Locator.LocatorOptions().setHasText("Đã có"))
                            .count()
                    > 0) {
                continue;
            }
            var byFile = line.locator("form[action$='/tep']");
            if (byFile.count() > 0) {
                upload(office, item);
            } else if (line.locator("form[action$='/ban-giay']").count() > 0) {
                line.getByText("Ghi biên nhận bản giấy").click();
                line.locator("input[name=so]").fill("07");
                line.locator("input[name=ngay]").fill(today().toString());
                line.locator("input[name=noi]").fill("Két hồ sơ Văn phòng");
                line.locator("form[action$='/ban-giay'] button").click();
                says(office, "Đã ghi biên nhận bản giấy.");
            }
        }
        assertThat(office.locator("main")).containsText("Hồ sơ đã đủ.");
        picture(office, "approval-journey-14-dossier");
        done(claim(ward.office(), "UserTask_AssembleDossier", dossier));
    }

    private void upload(Page office, String item) {
        var line = office.locator("#" + item);
        line.locator("details", new Locator.LocatorOptions().setHas(office.locator("input[type=file]")))
                .locator("summary")
                .click();
        line.locator("input[type=file]")
                .setInputFiles(new FilePayload(item + ".pdf", "application/pdf", OfficeFiles.pdf("Noi dung " + item)));
        line.locator("form[action$='/tep'] button").click();
        says(office, "Đã nhận tệp.");
    }

    private void sign(String dossier) {
        var secretary = claim(ward.secretary(), "UserTask_SignDossier", dossier);
        secretary.radio("Ký trình cấp trên");
        picture(secretary.page(), "approval-journey-15-sign");
        done(secretary);
    }

    private void returnedAsIncomplete(String dossier) {
        sign(dossier);
        var office = claim(SUPERIOR_OFFICE, "UserTask_ReceiveDossier", dossier);
        office.radio("Trả lại để bổ sung các mục được đánh dấu");
        office.type("Lý do trả lại", "Tờ trình chưa đóng dấu");
        assertThat(office.complete().status()).as("with nothing marked").isEqualTo(400);

        var marks = page(SUPERIOR_OFFICE, "/trinh-duyet/" + dossier);
        marks.locator("#thieu-SUBMISSION_LETTER").check();
        press(marks, "Lưu đánh dấu");
        says(marks, "Đã lưu đánh dấu");
        office.openTask(ward.task(SUPERIOR_OFFICE, "UserTask_ReceiveDossier", dossier));
        office.radio("Trả lại để bổ sung các mục được đánh dấu");
        office.type("Lý do trả lại", "Tờ trình chưa đóng dấu");
        picture(office.page(), "approval-journey-16-incomplete");
        done(office);

        ward.task(ward.office(), "UserTask_AssembleDossier", dossier);
        var clerk = page(ward.office(), "/trinh-duyet/" + dossier);
        assertThat(clerk.locator("main")).containsText("Tờ trình chưa đóng dấu");
        picture(clerk, "approval-journey-17-returned");
        upload(clerk, "muc-SUBMISSION_LETTER");
        done(claim(ward.office(), "UserTask_AssembleDossier", dossier));
        sign(dossier);
        receive(dossier);
    }

    private void receive(String dossier) {
        var office = claim(SUPERIOR_OFFICE, "UserTask_ReceiveDossier", dossier);
        office.radio("Tiếp nhận, chuyển thẩm định");
        done(office);
    }

    private void appraisedWithChanges(String dossier) {
        ward.task("thanhuy.btc", "UserTask_AppraiseOrganisation", dossier);
        var board = page("thanhuy.btc", "/trinh-duyet/" + dossier + "/tham-dinh");
        board.locator("#ORGANISATION-van-kien").selectOption(report);
        board.locator("#ORGANISATION-ma-doan").fill("Đ8");
        board.locator("#ORGANISATION-noi-dung").fill(ASKED);
        press(board, "Thêm đề nghị");
        board.locator("#ORGANISATION-changes").check();
        board.locator("#ORGANISATION-y-kien").fill("Cần bổ sung nguồn lực thực hiện.");
        picture(board, "approval-journey-18-appraisal");
        press(board, "Gửi ý kiến thẩm định");
        says(board, "Đã gửi ý kiến thẩm định của Ban Tổ chức.");
        agree("thanhuy.tg", "UserTask_AppraisePropaganda", dossier);
        agree(SUPERIOR_OFFICE, "UserTask_AppraiseOffice", dossier);

        ward.task(SUPERIOR_OFFICE, "UserTask_OpenSlips", dossier);
        var office = page(SUPERIOR_OFFICE, "/trinh-duyet/" + dossier + "/tham-dinh");
        office.locator("#bao-cao").fill("Ban Tổ chức đề nghị chỉnh sửa.");
        office.locator("#buoc-tra").check();
        press(office, "Hoàn thành");
        decide(dossier, "qd-tra");
        issue(dossier);
    }

    private void agree(String board, String step, String dossier) {
        var tasks = claim(board, step, dossier);
        tasks.radio("Thống nhất");
        tasks.type("Ý kiến thẩm định", "Hồ sơ đạt yêu cầu.");
        done(tasks);
    }

    private void decide(String dossier, String choice) {
        ward.task(SUPERIOR_SECRETARY, "UserTask_DecideApproval", dossier);
        var secretary = page(SUPERIOR_SECRETARY, "/trinh-duyet/" + dossier + "/quyet-dinh");
        secretary.locator("#" + choice).check();
        picture(secretary, "approval-journey-21-" + choice);
        secretary.locator("form[action$='/quyet-dinh'] button").click();
        says(secretary, "Đã quyết định");
    }

    private void issue(String dossier) {
        ward.task(SUPERIOR_OFFICE, "UserTask_IssueNotice", dossier);
        var office = page(SUPERIOR_OFFICE, "/trinh-duyet/" + dossier + "/quyet-dinh");
        press(office, "Ban hành thông báo");
        says(office, "Đã ban hành thông báo.");
    }

    private void appraisedInAgreement(String dossier) {
        agree("thanhuy.btc", "UserTask_AppraiseOrganisation", dossier);
        agree("thanhuy.tg", "UserTask_AppraisePropaganda", dossier);
        agree(SUPERIOR_OFFICE, "UserTask_AppraiseOffice", dossier);
        var office = claim(SUPERIOR_OFFICE, "UserTask_OpenSlips", dossier);
        office.type("Báo cáo tổng hợp thẩm định", "Ba đơn vị thống nhất.");
        office.radio("Gửi phiếu xin ý kiến Ban Thường vụ");
        picture(office.page(), "approval-journey-19-summary");
        done(office);
    }

    /** One in Tasklist, who wishes something, the others on the page, the last one is away. */
    private void slipsWithOneAbsent(String dossier) {
        var there = "/trinh-duyet/" + dossier + "/phieu";
        var tasks = ward.each("UserTask_GiveSlip", dossier);
        var members = tasks.keySet().stream().sorted().toList();
        var away = members.get(members.size() - 1);
        for (var member : members.subList(0, members.size() - 1)) {
            if (member.equals(members.get(0))) {
                var slip = as(member);
                slip.openTask(tasks.get(member));
                slip.radio("Đồng ý, kèm đề nghị chỉnh sửa");
                slip.choose("Văn kiện", "Báo cáo chính trị");
                slip.type("Nội dung đề nghị chỉnh sửa", WISH);
                picture(slip.page(), "approval-journey-20-slip");
                done(slip);
            } else {
                var page = page(member, there);
                page.locator("#phieu-AGREE").check();
                press(page, "Gửi phiếu");
                says(page, "Đã gửi phiếu");
            }
        }
        var office = page(SUPERIOR_OFFICE, there);
        office.locator(
                        "li.list-group-item",
                        new Page.LocatorOptions().setHas(office.locator("input[value='" + away + "']")))
                .locator("summary")
                .click();
        office.locator("[id='vang-" + away + "']").fill("Đi công tác dài ngày");
        press(office, "Ghi nhận");
        says(office, "Đã ghi nhận vắng mặt.");
        picture(office, "approval-journey-20-slips");
        if (office.locator("form[action$='/ket-thuc'] button").count() > 0) {
            press(office, "Kết thúc nhận phiếu");
        }
        assertThat(office.locator("main")).containsText("4/5");
    }

    private void approvedBeforeTheWardsEyes(String dossier) {
        ward.task(SUPERIOR_SECRETARY, "UserTask_DecideApproval", dossier);
        var eyes = page(ward.secretary(), "/trinh-duyet/" + dossier);
        decide(dossier, "qd-duyet");
        issue(dossier);
        assertThat(eyes.locator("#theo-doi")).containsText("Đã duyệt");
        picture(eyes, "approval-journey-22-live");
        eyes.locator("#theo-doi a").click();
        assertThat(eyes.locator(".notice")).containsText("Duyệt các văn kiện");
        picture(eyes, "approval-journey-23-notice");
        var word = save(link(eyes, "Thông báo (Word)"), "thong-bao-duyet.docx");
        var pdf = save(link(eyes, "Thông báo (PDF)"), "thong-bao-duyet.pdf");
        for (var said : List.of(wordText(word), pdfText(pdf))) {
            assertThat(said).contains("-TB/TU", "Báo cáo chính trị", "Nội dung đề nghị hoàn thiện", WISH);
        }
        var zip = save(link(page(ward.secretary(), "/trinh-duyet/" + dossier), "Tải cả hồ sơ (ZIP)"), "ho-so.zip");
        assertThat(names(zip))
                .contains("MUC-LUC.txt")
                .filteredOn(name -> name.contains("yeu-cau-cua-cap-tren") || name.contains("y-kien-cua-to-cong-tac"))
                .as("what was made of the superior's words, and no report of it as if people had been asked")
                .hasSize(2)
                .allMatch(name -> name.startsWith("07-"));
    }

    private static Path save(Locator link, String name) {
        var file = DOCUMENTS.resolve(name);
        link.page().waitForDownload(link::click).saveAs(file);
        return file;
    }

    private static Locator link(Page page, String words) {
        return page.locator("main a", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    private static List<String> names(Path zip) {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new AssertionError(zip.toString(), e);
        }
    }

    private static String wordText(Path file) {
        try {
            return TextUtils.getText(WordprocessingMLPackage.load(file.toFile())
                    .getMainDocumentPart()
                    .getContents());
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static String pdfText(Path file) {
        try (var pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
