package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.report.PlantedDraft;
import vn.daihoi.consultation.report.PlantedRound;
import vn.daihoi.support.IntegrationTest;

/** The reports on screen: who may see them when, and what everybody sees in the end. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {

    private static final List<String> FILES =
            List.of("bao-cao.docx", "bao-cao.pdf", "bao-cao.xlsx", "giai-trinh.docx", "giai-trinh.xlsx");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private PlantedRound running;
    private PlantedRound published;

    @BeforeAll
    void plant() {
        running = PlantedDraft.halfDecided(context);
        published = PlantedDraft.published(context);
    }

    private static String page(PlantedRound round) {
        return "/lay-y-kien/" + round.ward.round + "/bao-cao";
    }

    private static String result(PlantedRound round) {
        return "/gop-y/" + round.ward.slug + "/ket-qua";
    }

    private HttpResponse<String> stranger(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whileAnswersMayChangeTheReportsAreForThoseWhoWorkOnThem() {
        for (var insider : List.of(running.ward.office, running.ward.editor, running.ward.secretary)) {
            var session = Session.signIn(port, insider);
            assertThat(session.get(page(running)).body())
                    .contains("Số liệu tạm tính", "<h3>I. TÌNH HÌNH TỔ CHỨC LẤY Ý KIẾN</h3>")
                    .contains("<h6>Mục II.1. Xây dựng đô thị (2 ý kiến, 2 nhóm nội dung)</h6>", "giai-trinh.xlsx");
        }
        var office = Session.signIn(port, running.ward.office);
        for (var file : FILES) {
            var answer = office.download("/lay-y-kien/" + running.ward.round + "/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(
                            name -> assertThat(name).startsWith("attachment;").contains("filename*=UTF-8''"));
        }
        var cell = Session.signIn(port, running.ward.cellSecretary(0));
        assertThat(cell.get(page(running)).body())
                .contains("khi đã quyết định xong")
                .doesNotContain("Mục II.1. Xây dựng đô thị", "giai-trinh.xlsx");
        for (var file : FILES) {
            assertThat(cell.get("/lay-y-kien/" + running.ward.round + "/" + file)
                            .statusCode())
                    .as(file)
                    .isEqualTo(403);
        }
        var other = Session.signIn(port, published.ward.office);
        assertThat(other.get(page(running)).statusCode()).isEqualTo(404);
        assertThat(other.get("/lay-y-kien/" + running.ward.round + "/bao-cao.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onceDecidedAllOfTheWardMayReadThemButTheInternalColumns() {
        var cell = Session.signIn(port, published.ward.cellSecretary(0));

        assertThat(cell.get(page(published)).body())
                .contains("Mục II.1. Xây dựng đô thị", "giai-trinh.docx")
                .doesNotContain("giai-trinh.xlsx", "tạm tính");
        assertThat(cell.download("/lay-y-kien/" + published.ward.round + "/giai-trinh.docx")
                        .statusCode())
                .isEqualTo(200);
        assertThat(cell.get("/lay-y-kien/" + published.ward.round + "/giai-trinh.xlsx")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void strangersSeeTheResultOnceItIsPublishedAndNothingOfItBefore() throws Exception {
        assertThat(stranger(result(running)).statusCode()).isEqualTo(404);
        assertThat(stranger("/gop-y/khong-co/ket-qua").statusCode()).isEqualTo(404);

        var body = stranger(result(published)).body();
        assertThat(body)
                .contains("Chỉ tiêu thu ngân sách nên nâng lên 12%.", "Giải trình, giữ nguyên")
                .contains("tăng 38 đảng viên so với đầu nhiệm kỳ", "Phần thứ nhất, mục I, đoạn 1")
                .contains("1 ý kiến không đăng")
                .doesNotContain("bậy bạ", "Tên Riêng", "nguoinhap", "Chi bộ số 1", published.ward.editor)
                .doesNotContain("<script>alert");
        assertThat(stranger(result(published) + "?tim=SO%20LIEU%20so%20sanh").body())
                .contains("Có 1 nội dung", "Đề nghị bổ sung số liệu so sánh")
                .doesNotContain("nên nâng lên 12%");
        assertThat(stranger(result(published) + "?kq=KEPT").body()).contains("Có 1 nội dung");
        assertThat(stranger(result(published) + "?kq=%27--&trang=-5&tim=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .contains("Có 1 nội dung", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(stranger(result(published) + "?trang=99999").statusCode()).isEqualTo(200);
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void bothPagesAreAccessibleAndFitATelephone() {
        try (var chromium = Chromium.start(port)) {
            look(chromium.signedIn(running.ward.office), page(running), "report");
            look(chromium.signedIn(published.ward.office), page(published), "report-published");
            look(chromium.window(1280, 800), result(published), "result");
            look(chromium.window(1280, 800), result(published) + "?tim=khong-co", "result-none");
            assertThat(chromium.trouble()).isEmpty();
        }
    }

    private static void look(Page page, String path, String name) {
        Chromium.looksRight(page, path, name);
        page.context().close();
    }
}
