package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.journey.Chromium.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.document.text.Clause;
import vn.daihoi.support.IntegrationTest;

/** A document from its first Word file to its clearance for comment, in a browser and in Tasklist. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentJourneyTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String REWRITTEN =
            "Nhiệm vụ thứ 40: phát huy vai trò nòng cốt của Mặt trận Tổ quốc trong cải cách"
                    + " hành chính, nâng cao chất lượng phục vụ tại bộ phận một cửa khu phố 40.";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String congress;
    private Chromium chromium;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "soanthao", 1);
        congress = ward.startUpToCells("2025–2030");
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    private static List<String> report() {
        var lines = new ArrayList<>(List.of(
                "I. Phát triển kinh tế",
                "Kinh tế phường tăng trưởng khá, thu ngân sách vượt dự toán 5%.",
                "II. Nhiệm vụ"));
        for (int task = 1; task <= 60; task++) {
            lines.add(
                    "Nhiệm vụ thứ " + task + ": phát huy vai trò nòng cốt của Mặt trận Tổ quốc và các tổ chức chính trị"
                            + " - xã hội trong vận động Nhân dân khu phố " + task + ".");
        }
        return lines;
    }

    private static List<String> revised() {
        var lines = report();
        lines.set(1, lines.get(1).replace("5%", "7,5%"));
        lines.add(2, "Chuyển đổi số trong công tác đảng được đẩy mạnh ở tất cả chi bộ.");
        var moved = lines.remove(10);
        lines.add(30, moved);
        lines.set(43, REWRITTEN);
        return lines;
    }

    private byte[] file(List<String> lines) {
        return WordFiles.report(context, lines.toArray(String[]::new));
    }

    private static void upload(Page page, String document, byte[] file) {
        page.navigate("/van-kien/" + document);
        page.setInputFiles("#tep", new FilePayload("du-thao.docx", WORD, file));
        page.getByLabel("Không mật").check();
        page.getByText("Tải lên", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(Pattern.compile("/nhap/"));
    }

    private static void press(Page page, String button) {
        page.locator("button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private static void confirmAll(Page page) {
        while (page.locator("fieldset.card").count() > 0) {
            page.getByLabel("Cùng một đoạn").all().forEach(Locator::check);
            press(page, "Ghi nhận các câu đã chọn");
            assertThat(page.getByText("Đã ghi nhận")).isVisible();
        }
    }

    private void publish(Page page, String document, List<String> lines) {
        upload(page, document, file(lines));
        confirmAll(page);
        press(page, "Công bố phiên bản mới");
        assertThat(page.getByText("Đã công bố phiên bản mới.")).isVisible();
    }

    @Test
    void aReportIsWrittenComparedReadHandedInAndCleared() {
        var report = ward.document(congress, "POLITICAL_REPORT");
        var page = chromium.signedIn(ward.editor());
        page.navigate("/");
        page.getByText("Văn kiện", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Báo cáo chính trị").first().click();
        publish(page, report, report());
        picture(page, "document-01-first-version");
        upload(page, report, file(revised()));
        picture(page, "document-02-draft");
        confirmAll(page);
        press(page, "Công bố phiên bản mới");
        assertThat(page.locator(".list-group")).containsText("Phiên bản 2");
        picture(page, "document-03-second-version");

        compare(page, report);
        read(page, report);
        handIn(page);
        clear(report);
        assertThat(chromium.trouble()).isEmpty();
    }

    private static void compare(Page page, String report) {
        page.getByText("So sánh phiên bản").click();
        assertThat(page.locator("ins").getByText("7,5")).isVisible();
        assertThat(page.locator("main")).containsText("đoạn không đổi");
        assertThat(page.getByText("Chuyển đến đây").first()).isVisible();
        page.keyboard().press("n");
        assertThat(page.locator("#t1")).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator("#t2")).isFocused();
        page.keyboard().press("p");
        assertThat(page.locator("#t1")).isFocused();
        press(page, "Thay đổi sau");
        assertThat(page.locator("#t2")).isFocused();
        picture(page, "document-04-compare");
        page.getByText("Xem chỗ mới").first().click();
        assertThat(page.locator(":target")).isInViewport();
        page.navigate("/van-kien/" + report + "/so-sanh?tu=2&den=1");
        assertThat(page.locator("h1")).containsText("phiên bản 2 với phiên bản 1");
    }

    private static void read(Page page, String report) {
        page.navigate("/van-kien/" + report + "/doc/1");
        var last = page.locator(".doc-text p").last().getAttribute("id");
        page.navigate("/van-kien");
        page.navigate("/van-kien/" + report + "/doc/1#" + last);
        assertThat(page.locator("#" + last)).isInViewport();
        assertThat(page.locator("#" + last)).containsText("Nhiệm vụ thứ 60");
        picture(page, "document-05-deep-link");

        // another version opens where one was reading
        page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)");
        page.locator(".doc-versions a").first().evaluate("link => link.click()");
        page.waitForURL(Pattern.compile("/doc/2#c\\d+$"));
        assertThat(page.locator(":target")).isInViewport();

        page.locator("#tim").fill("chuyen doi so");
        page.keyboard().press("Enter");
        page.locator(".doc-hits a").first().click();
        assertThat(page.locator(":target mark")).containsText("Chuyển đổi số");
        picture(page, "document-06-search");
    }

    private void handIn(Page page) {
        var editor = new Tasklist(page);
        editor.openFromHome("Soạn dự thảo", "Báo cáo chính trị");
        editor.claim();
        editor.tab("Văn kiện");
        var inside = page.frameLocator("iframe.daihoi-page");
        assertThat(inside.locator("h1")).containsText("Báo cáo chính trị");
        assertThat(inside.locator("header")).hasCount(0);
        picture(page, "document-07-tasklist-tab");
        // a link stays inside, and so does the slim frame
        inside.getByText("Đọc phiên bản mới nhất").click();
        assertThat(inside.locator(".doc-text")).containsText("Chuyển đổi số");
        assertThat(inside.locator("header")).hasCount(0);
        editor.tab("Biểu mẫu");
        assertThat(editor.complete().ok()).isTrue();
    }

    private void clear(String report) {
        var secretary = new Tasklist(chromium.signedIn(ward.secretary()));
        secretary.openFromHome("Duyệt đưa ra lấy ý kiến", "Báo cáo chính trị");
        secretary.claim();
        secretary.radio("Đồng ý đưa ra lấy ý kiến");
        picture(secretary.page(), "document-08-clear");
        assertThat(secretary.complete().ok()).isTrue();
        secretary.page().navigate("/van-kien/" + report);
        assertThat(secretary.page().locator("main")).containsText("Được đưa ra lấy ý kiến");
        secretary.page().navigate("/");
    }

    @Test
    void aTaskWithoutADocumentSaysSoInItsTab() {
        var cell = new Tasklist(chromium.signedIn(ward.cellSecretary(1)));
        cell.openFromHome("Lập kế hoạch đại hội chi bộ", "Chi bộ số 1");
        cell.tab("Văn kiện");
        assertThat(cell.page().frameLocator("iframe.daihoi-page").getByText("Việc này không gắn với văn kiện nào."))
                .isVisible();
        assertThat(chromium.trouble()).isEmpty();
    }

    @Test
    void ofTwoWhoPublishAtOnceOneIsToldByWhomAndWhen() {
        var programme = ward.document(congress, "ACTION_PROGRAMME");
        var first = chromium.signedIn(ward.editor());
        var second = chromium.signedIn(ward.secondEditor());
        publish(first, programme, report());
        upload(first, programme, file(revised()));
        confirmAll(first);
        var other = report();
        other.set(1, other.get(1).replace("khá", "rất cao"));
        upload(second, programme, file(other));
        confirmAll(second);

        // neither window has answered when the other one asks
        for (var page : List.of(first, second)) {
            page.evaluate("document.querySelector(\"form[action$='/cong-bo'] button\").click()");
        }
        var published = first.getByText("Đã công bố phiên bản mới.")
                .or(first.getByText("Có phiên bản mới hơn bản nháp này"))
                .first();
        assertThat(published).isVisible();
        boolean firstWon = first.getByText("Đã công bố phiên bản mới.").count() == 1;
        var loser = firstWon ? second : first;
        assertThat(loser.locator("main")).containsText("Tài khoản " + (firstWon ? ward.editor() : ward.secondEditor()));
        assertThat(loser.locator("main")).containsText(Pattern.compile("\\d{2}:\\d{2} ngày \\d{2}/\\d{2}/\\d{4}"));
        picture(loser, "document-09-overtaken");

        press(loser, "Chuyển sang phiên bản mới nhất");
        confirmAll(loser);
        press(loser, "Công bố phiên bản mới");
        assertThat(loser.locator(".list-group")).containsText("Phiên bản 3");
        loser.getByText("Đọc phiên bản mới nhất").click();
        assertThat(loser.locator(".doc-text")).containsText(firstWon ? "rất cao" : "Chuyển đổi số");
        chromium.trouble();
    }

    @Test
    void everyPageIsAccessibleAndFitsATelephone() {
        var resolution = ward.document(congress, "RESOLUTION");
        var page = chromium.signedIn(ward.editor());
        var older = WordFiles.clauses(report().toArray(String[]::new));
        publish(page, resolution, report());
        upload(page, resolution, file(revised()));
        Chromium.looksRight(page, page.url(), "document-page-draft-questions");
        confirmAll(page);
        press(page, "Công bố phiên bản mới");
        upload(page, resolution, WordFiles.tracked(context, "Nguyễn <b> Thử", older, changed(older)));
        var draft = page.url();
        Chromium.looksRight(page, draft, "document-page-draft-proposals");
        page.locator(".card button.btn-primary").first().click();
        assertThat(page.getByText("Đã tiếp thu đề xuất.")).isVisible();
        press(page, "Không tiếp thu tất cả");
        assertThat(page.getByText("Đã xử lý hết.")).isVisible();

        var here = "/van-kien/" + resolution;
        Chromium.looksRight(page, "/van-kien?tim=nghi+quyet", "document-page-list");
        Chromium.looksRight(page, here, "document-page-document");
        Chromium.looksRight(page, here + "?tep=qua-lon", "document-page-document-refused");
        Chromium.looksRight(page, here + "?khung=1", "document-page-document-slim");
        Chromium.looksRight(page, here + "/doc", "document-page-reader");
        Chromium.looksRight(page, here + "/doc/1?tim=nhiem+vu+thu+1", "document-page-reader-search");
        Chromium.looksRight(page, here + "/so-sanh?tu=1&den=2", "document-page-compare");
        Chromium.looksRight(page, here + "/so-sanh?tu=1&den=2&tat-ca=true", "document-page-compare-all");
        Chromium.looksRight(page, draft, "document-page-draft-decided");
        Chromium.looksRight(page, draft + "/so-sanh", "document-page-draft-compare");
        Chromium.looksRight(page, draft + "/xem", "document-page-draft-preview");
        assertThat(chromium.trouble()).isEmpty();
    }

    private static List<Clause> changed(List<Clause> older) {
        var newer = new ArrayList<>(older);
        var clause = older.get(1);
        newer.set(
                1,
                new Clause(
                        clause.id(),
                        clause.kind(),
                        clause.depth(),
                        clause.label(),
                        clause.text().replace("tăng trưởng khá", "phát triển nhanh"),
                        clause.marks()));
        newer.remove(20);
        return newer;
    }
}
