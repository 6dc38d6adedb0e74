package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.journey.Chromium.picture;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.support.IntegrationTest;

/** A ward's congress from its start form to the first recognised cell, all of it in the real Tasklist. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CongressInTasklistTest {

    private static final String CELL = "Chi bộ số 1";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private Chromium chromium;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "trinhduyet", 10);
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void aCongressRunsFromItsStartFormToTheFirstRecognisedCell() {
        var office = new Tasklist(chromium.signedIn(ward.office()));
        var secretary = new Tasklist(chromium.signedIn(ward.secretary()));
        var cell = new Tasklist(chromium.signedIn(ward.cellSecretary(1)));
        picture(office.page(), "01-home-before");

        start(office);
        planCongress(office);
        approve(secretary);
        counts(secretary.page(), "0/10");
        planCell(cell);
        clearCellPlan(office);
        counts(cell.page(), "0/10");
        reportRefusedThenCorrected(cell);
        check(office);
        recognise(secretary);

        for (var person : List.of(office, secretary, cell)) {
            counts(person.page(), "1/10");
        }
        picture(secretary.page(), "12-home-after");
        assertThat(chromium.trouble()).allMatch(answer -> answer.matches("400 POST .*/submit-form"));
    }

    private void start(Tasklist office) {
        office.open();
        picture(office.page(), "02-tasklist");
        office.chooseProcess("Chuẩn bị đại hội đảng bộ phường");
        office.type("Nhiệm kỳ", "2025–2030");
        picture(office.page(), "03-start-form");
        assertThat(office.start().status()).isEqualTo(200);
        assertThat(office.page().locator(".modal-content")).isHidden();
    }

    private void planCongress(Tasklist office) {
        office.open();
        office.openFromFilter("Việc của đơn vị", "Lập kế hoạch đại hội");
        office.claim();
        office.date("Ngày khai mạc", today().plusMonths(6));
        office.date("Ngày bế mạc", today().plusMonths(6).plusDays(1));
        office.type("Địa điểm", "Hội trường Ủy ban nhân dân phường");
        office.choose("Nội dung đại hội", "4 nội dung");
        office.choose("Bộ quy tắc áp dụng", "Chỉ thị 45-CT/TW");
        office.type("Ghi chú", "Chuẩn bị *kỹ* phần <b>văn kiện</b>");
        picture(office.page(), "04-plan-congress");
        assertThat(office.complete().ok()).isTrue();
    }

    private void approve(Tasklist secretary) {
        secretary.openFromHome("Phê duyệt kế hoạch", "Đảng bộ phường");
        secretary.claim();
        picture(secretary.page(), "05-approve-plan");
        assertThat(secretary.shown())
                .contains("Hội trường Ủy ban nhân dân phường")
                .doesNotContain("null", "{{");
        secretary.radio("Phê duyệt");
        assertThat(secretary.complete().ok()).isTrue();
    }

    private void planCell(Tasklist cell) {
        cell.openFromHome("Lập kế hoạch đại hội chi bộ", CELL);
        cell.claim();
        cell.date("Ngày dự kiến tổ chức", today());
        cell.type("Địa điểm", "Nhà văn hóa khu phố");
        picture(cell.page(), "06-plan-cell");
        assertThat(cell.complete().ok()).isTrue();
    }

    private void clearCellPlan(Tasklist office) {
        office.openFromHome("Duyệt kế hoạch đại hội chi bộ", CELL);
        office.claim();
        assertThat(office.shown()).contains("Nhà văn hóa khu phố");
        office.radio("Duyệt");
        picture(office.page(), "07-clear-cell-plan");
        assertThat(office.complete().ok()).isTrue();
    }

    private void reportRefusedThenCorrected(Tasklist cell) {
        cell.openFromHome("Báo cáo kết quả đại hội", CELL);
        cell.claim();
        cell.radio("Đã tổ chức");
        cell.date("Ngày tổ chức", today());
        cell.type("Số biên bản", "01-BB/CB");
        cell.type("Số đảng viên được triệu tập", "40");
        cell.type("Số đảng viên có mặt", "41");
        var before = state();

        assertThat(cell.complete().status()).isEqualTo(400);

        assertThat(cell.message().first())
                .containsText("“Số đảng viên có mặt” (41) không được lớn hơn “Số đảng viên được triệu tập” (40).");
        picture(cell.page(), "08-report-refused");
        assertThat(cell.message().first()).not().containsText(Pattern.compile("Exception|Cannot|[0-9a-f]{8}-"));
        assertThat(state()).isEqualTo(before);

        // what was typed is still there, so only the wrong number needs to be changed
        assertThat(cell.field("Số biên bản")).hasValue("01-BB/CB");
        cell.type("Số đảng viên có mặt", "38");
        picture(cell.page(), "09-report-corrected");
        assertThat(cell.complete().ok()).isTrue();
    }

    private void check(Tasklist office) {
        office.openFromHome("Kiểm tra hồ sơ kết quả", CELL);
        office.claim();
        assertThat(office.shown()).contains("01-BB/CB");
        office.radio("Đầy đủ");
        picture(office.page(), "10-check-result");
        assertThat(office.complete().ok()).isTrue();
    }

    private void recognise(Tasklist secretary) {
        secretary.openFromHome("Chuẩn y kết quả", CELL);
        secretary.claim();
        secretary.radio("Chuẩn y");
        secretary.type("Số quyết định", "12-QĐ/ĐU");
        picture(secretary.page(), "11-recognise");
        assertThat(secretary.complete().ok()).isTrue();
    }

    private static void counts(Page page, String counter) {
        page.navigate("/");
        assertThat(page.locator("main"))
                .containsText(Pattern.compile(
                        counter + " chi bộ đã tổ chức, tính đến \\d{2}:\\d{2} ngày \\d{2}/\\d{2}/\\d{4}"));
    }

    /** Everything a report could change: the record of the cells, its history, and all variables. */
    private List<Map<String, Object>> state() {
        return jdbc.sql(
                        """
                        select (select md5(string_agg(c::text, ',' order by c.id)) from cell_congress c) as cells,
                               (select count(*) from cell_congress_event) as events,
                               (select count(*) from audit_entry) as audited,
                               (select md5(string_agg(v::text, ',' order by v.id_)) from act_ru_variable v) as variables,
                               (select md5(string_agg(v::text, ',' order by v.id_)) from act_hi_varinst v) as past,
                               (select count(*) from act_hi_detail) as details
                        """)
                .query()
                .listOfRows();
    }

    @Test
    void backAndASecondPressDoNothingTwice() {
        var second = JourneyWard.open(context, port, "haylan", 2);
        var congress = second.startUpToCells("2025–2030");
        var page = chromium.signedIn(second.secretary());
        page.navigate("/dai-hoi/" + congress);
        page.getByText("Mọi việc đang làm").click();
        page.getByLabel("Lý do hủy").fill("Sáp nhập phường");
        // both presses leave before the first answer is there
        page.locator("form[action$='/huy'] button").evaluate("button => { button.click(); button.click(); }");
        assertThat(page.locator("main")).containsText("Lý do hủy");
        assertThat(page.getByText("Đã hủy đại hội.")
                        .or(page.locator(".alert-danger"))
                        .first())
                .isVisible();
        assertThat(jdbc.sql("select count(*) from audit_entry where subject like ? and action like '%CANCEL%'")
                        .param("%" + congress)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        page.goBack();
        page.navigate("/dai-hoi/" + congress);
        assertThat(page.locator("main")).containsText("Hủy");
        assertThat(page.locator("form[action$='/huy']")).hasCount(0);
        assertThat(chromium.trouble()).isEmpty();
    }

    @Test
    void loggingOutInTasklistLogsOutEverywhere() {
        var tasklist = new Tasklist(chromium.signedIn(ward.cellSecretary(2)));
        var other = tasklist.page().context().newPage();
        other.navigate("/");
        tasklist.open();

        tasklist.signOut();
        assertThat(tasklist.page().getByText("Bạn đã đăng xuất.")).isVisible();

        other.navigate("/");
        assertThat(other).hasURL(Pattern.compile("/dang-nhap$"));
        other.navigate("/camunda/app/tasklist/default/");
        assertThat(other).hasURL(Pattern.compile("/dang-nhap\\?tiep="));
        chromium.trouble();
    }

    @Test
    void aSessionThatEndsInTasklistLeadsThroughTheLoginPageBack() {
        var tasklist = new Tasklist(chromium.signedIn(ward.cellSecretary(3)));
        tasklist.open();
        // the page is there as a whole, and does nothing until somebody does
        assertThat(tasklist.filter("Việc của đơn vị").first()).isVisible();
        tasklist.page().waitForLoadState(LoadState.NETWORKIDLE);
        jdbc.sql("delete from http_session where principal_name = ?")
                .param(ward.cellSecretary(3))
                .update();

        tasklist.filter("Việc của đơn vị").first().click();
        tasklist.page().waitForURL(url -> url.contains("/dang-nhap?"));
        // as a late answer to the ended session does, which may come when the login page is already there
        tasklist.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("daihoi"));
        chromium.fillLogin(tasklist.page(), ward.cellSecretary(3));
        assertThat(tasklist.page()).hasURL(Pattern.compile("/camunda/app/tasklist/default/"));
        assertThat(tasklist.filter("Việc của đơn vị").first()).isVisible();
        chromium.trouble();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
