package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Drafts;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.WordFile.TrackedChanges;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.support.IntegrationTest;

/** An editor takes the targets from the text, the check finds what the text says otherwise, the clerk issues it. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorJourneyTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String document;
    private String draft;
    private Chromium chromium;

    @BeforeAll
    void openWard() throws IOException {
        ward = JourneyWard.open(context, port, "chitieu", 1);
        context.getBean(RoleAssignments.class)
                .assign(
                        new NewRole(ward.secondClerk(), Role.RECORDS_CLERK, ward.id(), LocalDate.of(2025, 7, 1), null),
                        "test");
        var congress = ward.start("2025–2030");
        var documents = context.getBean(Documents.class);
        documents.openAll(congress);
        document = documents.openedIds(congress).get(0);
        var uploaded = context.getBean(Drafts.class)
                .upload(
                        document,
                        new Drafts.Upload("bao-cao.docx", Drafts.Secrecy.NONE, TrackedChanges.PROPOSE, false, null),
                        report(documents),
                        ward.office());
        assertThat(uploaded).isInstanceOf(Drafts.Uploaded.Taken.class);
        draft = ((Drafts.Uploaded.Taken) uploaded).draft().id();
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void targetsFromTheTextToTheIssuedVersion() {
        var editor = chromium.signedIn(ward.office());
        editor.navigate("/van-kien/" + document + "/nhap/" + draft + "/chi-tieu");
        editor.getByText("Lấy các dòng đã chọn").click();
        assertThat(editor.getByRole(AriaRole.STATUS).first()).containsText("Đã lấy chỉ tiêu");
        assertThat(editor.locator(".ind-table tbody tr")).hasCount(3);

        editor.getByLabel("Mã", new Page.GetByLabelOptions().setExact(true)).fill("XH1");
        editor.getByLabel("Tên chỉ tiêu").fill("Hộ nghèo đa chiều");
        editor.getByLabel("Mục tiêu", new Page.GetByLabelOptions().setExact(true))
                .fill("0.2");
        editor.getByText("Thêm chỉ tiêu").last().click();
        assertThat(editor.locator("#loi")).containsText("“Mục tiêu”");
        chromium.trouble();
        Chromium.looksRight(editor, "indicator-refused");
        editor.getByLabel("Mục tiêu", new Page.GetByLabelOptions().setExact(true))
                .fill("0,2");
        editor.getByLabel("Kiểu so sánh").selectOption("LESS_THAN");
        editor.getByText("Thêm chỉ tiêu").last().click();
        assertThat(editor.locator(".ind-table tbody tr")).hasCount(4);
        Chromium.looksRight(editor, "indicator-draft");

        editor.navigate("/van-kien/" + document + "/nhap/" + draft);
        editor.getByText("Công bố phiên bản mới").click();
        editor.navigate("/van-kien/" + document + "/chi-tieu");
        assertThat(editor.locator(".ind-findings"))
                .containsText("Bảng chỉ tiêu ghi ≥ 3 %/năm, mục II.1 ghi 2,5 %/năm.");
        assertThat(editor.locator("#sua")).hasCount(0);
        Chromium.looksRight(editor, "indicator-published");
        // the place opens in the reader
        editor.locator(".ind-findings a[href*='/doc/']").first().click();
        assertThat(editor.locator(":target")).containsText("2,5 %/năm");

        var clerk = chromium.signedIn(ward.secondClerk());
        clerk.navigate("/van-kien/" + document + "/cap-so");
        clerk.getByLabel("Cơ quan ban hành").selectOption("ĐU");
        clerk.getByLabel("Địa danh").fill("Phường Demo");
        Chromium.looksRight(clerk, "number-form");
        clerk.locator("main button[type=submit]").click();
        assertThat(clerk.locator("main .alert-success")).containsText("Số 01-BC/ĐU");
        Chromium.looksRight(clerk, "number-given");
        clerk.navigate("/van-kien/so?tim=bao+cao&co-quan=%C4%90U");
        assertThat(clerk.locator(".ind-table tbody tr")).hasCount(1);
        Chromium.looksRight(clerk, "number-book");
        assertThat(chromium.trouble()).isEmpty();
    }

    @Test
    void nobodyElseGetsIn() {
        var secretary = chromium.signedIn(ward.secretary());
        assertThat(secretary
                        .navigate("/van-kien/" + document + "/nhap/" + draft + "/chi-tieu")
                        .status())
                .isEqualTo(403);
        var foreign = chromium.signedIn("bientap1.dm");
        for (var page : List.of("/chi-tieu", "/nhap/" + draft + "/chi-tieu", "/cap-so")) {
            assertThat(foreign.navigate("/van-kien/" + document + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        var office = chromium.signedIn(ward.office());
        // without the token of a form of ours
        var forged = office.request()
                .post(
                        "/van-kien/" + document + "/nhap/" + draft + "/chi-tieu",
                        RequestOptions.create()
                                .setForm(FormData.create().set("code", "A").set("target", "1")));
        assertThat(forged.status()).isEqualTo(403);
        chromium.trouble();
    }

    private byte[] report(Documents documents) throws IOException {
        var clauses = new ArrayList<Clause>();
        add(clauses, ClauseKind.SECTION, 0, "I.", "CHỈ TIÊU");
        add(clauses, ClauseKind.TABLE, 1, "", "");
        add(clauses, ClauseKind.ROW, 2, "", "Mã\tChỉ tiêu\tĐơn vị\tHiện trạng 2025\tMục tiêu 2030\tChủ trì");
        add(clauses, ClauseKind.ROW, 2, "", "XD2\tKết nạp đảng viên mới\t%/năm\t2,6\t≥ 3\tBan Xây dựng Đảng");
        add(clauses, ClauseKind.ROW, 2, "", "XD3\tChi bộ sinh hoạt tốt\t%\t82\t> 90\tCác chi bộ");
        add(clauses, ClauseKind.ROW, 2, "", "XH3\tTrường đạt chuẩn quốc gia\ttrường\t1/2\t2/2\tỦy ban nhân dân phường");
        add(clauses, ClauseKind.SECTION, 0, "II.", "NHIỆM VỤ, GIẢI PHÁP");
        add(clauses, ClauseKind.SECTION, 1, "1.", "Xây dựng Đảng");
        add(clauses, ClauseKind.PARAGRAPH, 2, "", "Phấn đấu hằng năm kết nạp đảng viên mới đạt 2,5 %/năm.");
        add(clauses, ClauseKind.PARAGRAPH, 2, "", "Đến năm 2030 có 2/2 trường đạt chuẩn quốc gia.");
        var out = new ByteArrayOutputStream();
        context.getBean(WordWriter.class)
                .write(
                        new Sheet(
                                document, 0, "", "Đảng bộ phường", null, "", null, null, List.of(), List.of(), clauses),
                        documents.get(document).type().format(),
                        out);
        return out.toByteArray();
    }

    private static void add(List<Clause> clauses, ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(clauses.size() + 1L, kind, depth, label, text, List.of()));
    }
}
