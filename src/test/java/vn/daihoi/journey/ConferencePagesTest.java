package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.consultation.Sheets.row;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Conferences;
import vn.daihoi.consultation.Conferences.NewMinutes;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.consultation.CoverageBoard;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.consultation.Sheets;
import vn.daihoi.support.IntegrationTest;

/** The pages of conferences, letters and coverage: who may open them, what they do twice, and how they look. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConferencePagesTest {

    private static final Pattern FORM = Pattern.compile("name=\"phieu\" value=\"([^\"]+)\"");
    private static final byte[] FILE = Sheets.of(
            row(1, "Đ1", null, "Sửa nội dung", "<script>alert(1)</script> Nêu rõ hơn", null),
            row(2, "Toàn văn", null, "Đồng tình", "Nhất trí cao", null),
            row(3, "Đ99", null, "Bổ sung", "Ở đâu?", null),
            row(4, "Đ2", null, "Phản đối", "Không", null),
            row(5, "Đ2", null, "Bổ sung", null, null));

    @Autowired
    ApplicationContext context;

    @Autowired
    CoverageBoard board;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private String cell;

    @BeforeAll
    void openWard() {
        ward = RoundWard.open(
                context,
                "Mục tiêu tổng quát: xây dựng Đảng bộ phường trong sạch, vững mạnh; nâng cao năng lực lãnh đạo và sức chiến đấu.",
                "Nhiệm vụ trọng tâm: phát triển hạ tầng, chỉnh trang đô thị, chăm lo đời sống Nhân dân.",
                "Tổ chức thực hiện");
        cell = ward.cells.get(0);
        var conferences = context.getBean(Conferences.class);
        var today = VietnamTime.today(context.getBean(Clock.class));
        conferences.add(
                ward.round,
                ward.cells.get(1),
                List.of(new Said(2, "", CommentType.ADD, "Bổ sung chỉ tiêu cây xanh.")),
                ward.cellSecretary(1));
        conferences.report(
                ward.round,
                ward.cells.get(1),
                new NewMinutes(today, 31, 9, "02-BB/CB", true, "Có một ý kiến bổ sung."),
                ward.cellSecretary(1));
    }

    private String conference(int at) {
        return "/lay-y-kien/" + ward.round + "/hoi-nghi/" + ward.cells.get(at);
    }

    @Test
    void onlyWhoSpeaksForAUnitWritesAndOnlyTheWardsStaffReads() {
        var other = RoundWard.open(context, "Mục tiêu");
        var office = Session.signIn(port, ward.office);
        var second = Session.signIn(port, ward.cellSecretary(1));
        var stranger = Session.signIn(port, other.office);

        assertThat(office.get(conference(1)).body())
                .contains("02-BB/CB", "31/40 đảng viên", "Bổ sung chỉ tiêu cây xanh.")
                .doesNotContain("Ghi ý kiến", "Tải lên và kiểm tra");
        assertThat(second.get(conference(0)).statusCode()).isEqualTo(403);
        assertThat(second.submit(conference(1), conference(0) + "/y-kien", "phieu", "x", "loai", "ADD")
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.upload("/", conference(0) + "/tep", FILE).statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(conference(0)).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/lay-y-kien/" + ward.round + "/tien-do").statusCode())
                .isEqualTo(404);
        assertThat(second.get("/lay-y-kien/" + ward.round + "/van-ban").statusCode())
                .isEqualTo(403);
        assertThat(second.get("/lay-y-kien/" + ward.round + "/hoi-nghi/khong-co")
                        .statusCode())
                .isEqualTo(404);
        assertThat(second.get("/lay-y-kien/" + ward.round + "/mau.xlsx?don-vi=" + cell)
                        .statusCode())
                .isEqualTo(403);
        assertThat(second.get("/lay-y-kien/" + ward.round + "/tien-do").body())
                .contains("31/40", "href=\"" + conference(1) + "\"")
                .doesNotContain("href=\"" + conference(0) + "\"");
    }

    @Test
    void aFormSentTwiceAddsOneCommentAndARefusedOneKeepsWhatWasTyped() {
        var front = "/lay-y-kien/" + ward.round + "/hoi-nghi/" + ward.frontUnit();
        var session = Session.signIn(port, ward.front);
        var form = FORM.matcher(session.get(front).body());
        assertThat(form.find()).isTrue();
        var fields = new String[] {
            "phieu",
            form.group(1),
            "doan",
            "1",
            "loai",
            "ADD",
            "noi-dung",
            "Thêm phần “giám sát”",
            "nhom",
            "UNION_MEMBER"
        };

        assertThat(session.submit(front, front + "/y-kien", fields).body()).contains("Đã ghi ý kiến ở vị trí Đ1.");
        assertThat(session.submit(front, front + "/y-kien", fields).body())
                .containsOnlyOnce("Thêm phần “giám sát”")
                .contains("Đoàn viên");

        var refused = session.submit(
                front,
                front + "/y-kien",
                "phieu",
                "p2",
                "doan",
                "1",
                "loai",
                "ADD",
                "trich",
                "chữ lạ",
                "noi-dung",
                "Giữ lại <b>tôi</b>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“Trích dẫn” không có trong đoạn", "Giữ lại &lt;b&gt;tôi&lt;/b&gt;", "chữ lạ");
        assertThat(session.submit(front, front + "/y-kien", "phieu", "p3", "noi-dung", "Không có loại")
                        .body())
                .contains("Phải chọn “Loại ý kiến”.");
    }

    @Test
    void clausesAreFoundWithoutAccents() {
        var session = Session.signIn(port, ward.cellSecretary(0));

        assertThat(session.get(conference(0) + "?tim=chinh+trang+do+thi").body())
                .contains("Tìm thấy 1 đoạn", "?doan=2#nhap");
        assertThat(session.get(conference(0) + "?doan=2").body()).contains("<blockquote", "value=\"2\" selected");
        assertThat(session.get(conference(0) + "?tim=%22%3E%3Cscript%3E").body())
                .contains("Không tìm thấy đoạn nào.")
                .doesNotContain("\"><script>");
    }

    @Test
    void filesThatAreNoSpreadsheetsAreRefusedInWords() {
        var session = Session.signIn(port, ward.cellSecretary(0));

        var refused =
                session.upload(conference(0), conference(0) + "/tep", "không phải".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Tệp không phải là bảng tính .xlsx");
        var large = session.upload(conference(0), conference(0) + "/tep", new byte[3 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("lớn hơn 2 MB");
        var huge = session.upload(conference(0), conference(0) + "/tep", new byte[22 * 1024 * 1024]);
        assertThat(huge.statusCode()).isEqualTo(200);
        assertThat(huge.body()).contains("lớn hơn 2 MB");
        assertThat(session.get(conference(0) + "/tep").uri().getPath()).isEqualTo(conference(0));
    }

    @Test
    void theTemplateGoesOutAndComesBack() {
        var session = Session.signIn(port, ward.cellSecretary(2));
        var template = session.download("/lay-y-kien/" + ward.round + "/mau.xlsx?don-vi=" + ward.cells.get(2));

        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
                .contains(".xlsx");
        assertThat(session.upload(conference(2), conference(2) + "/tep", template.body())
                        .body())
                .contains("Tệp không có dòng góp ý nào.");
    }

    @Test
    void nothingIsOfferedOnceTheRoundIsClosed() {
        var closed = RoundWard.open(context, "Mục tiêu");
        closed.status(RoundStatus.MERGING);
        var page = "/lay-y-kien/" + closed.round + "/hoi-nghi/" + closed.cells.get(0);

        assertThat(Session.signIn(port, closed.cellSecretary(0)).get(page).body())
                .contains("đã đóng lúc")
                .doesNotContain("Ghi ý kiến");
        assertThat(Session.signIn(port, closed.office)
                        .get("/lay-y-kien/" + closed.round + "/van-ban")
                        .body())
                .contains("đã đóng lúc")
                .doesNotContain("Ghi ý kiến");
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void aSpreadsheetIsLookedAtAndTakenAndThePagesAreAccessible() {
        try (var chromium = Chromium.start(port)) {
            var page = chromium.signedIn(ward.cellSecretary(0));
            Chromium.looksRight(page, conference(0) + "?tim=nhiem+vu", "hoi-nghi");
            page.navigate(conference(0));
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "góp ý <b>chi bộ</b>.xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            FILE));
            press(page, "Tải lên và kiểm tra");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("2 dòng hợp lệ", "3 dòng lỗi");
            var preview = page.url();
            Chromium.looksRight(page, preview, "hoi-nghi-tep");
            assertThat(page.locator("tbody").first().innerText())
                    .contains("Dòng 4", "“Đ99”", "Dòng 5", "“Phản đối”", "Dòng 6", "Ô còn trống");
            press(page, "Nhận 2 dòng hợp lệ");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Đã nhận 2 ý kiến.");
            assertThat(page.locator("#y-kien + ol").innerText()).contains("<script>alert(1)</script> Nêu rõ hơn");
            int before = board.of(ward.round).comments();
            page.navigate(preview);
            press(page, "Nhận 2 dòng hợp lệ");
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("Không có ý kiến nào mới.");
            assertThat(board.of(ward.round).comments()).isEqualTo(before);
            page.context().close();

            var office = chromium.signedIn(ward.office);
            office.navigate("/lay-y-kien/" + ward.round + "/van-ban");
            office.getByLabel("Bổ sung").check();
            office.getByLabel("Nội dung góp ý").fill("Đề nghị làm rõ nguồn lực.");
            office.getByLabel("Cấp trên", new Page.GetByLabelOptions().setExact(true))
                    .check();
            press(office, "Ghi ý kiến");
            assertThat(office.getByRole(AriaRole.STATUS).innerText()).contains("Đã ghi ý kiến ở vị trí Toàn văn.");
            Chromium.looksRight(office, "/lay-y-kien/" + ward.round + "/van-ban", "van-ban");
            Chromium.looksRight(office, conference(1), "hoi-nghi-bien-ban");
            Chromium.looksRight(office, "/lay-y-kien/" + ward.round + "/tien-do?xep=du", "tien-do");
            assertThat(chromium.trouble()).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
