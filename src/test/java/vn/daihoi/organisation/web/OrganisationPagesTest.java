package vn.daihoi.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.daihoi.support.IntegrationTest;

/** The administrator's pages as a browser without scripts uses them. */
@IntegrationTest
class OrganisationPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    OrganisationPagesTest(@LocalServerPort int port) {
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/to-chuc",
                "/to-chuc?tim=khu+pho&ngay=2025-01-01",
                "/to-chuc/them",
                "/to-chuc/don-vi/dm",
                "/to-chuc/don-vi/dm.cb01",
                "/to-chuc/don-vi/tct1",
                "/to-chuc/don-vi/quanuy",
                "/to-chuc/tai-khoan?tim=bi+thu&trang=0",
                "/to-chuc/tai-khoan/bithu.dm",
                "/to-chuc/tai-khoan/bithu.dm/vang-mat",
                "/to-chuc/to-cong-tac",
                "/to-chuc/to-cong-tac/tct1",
                "/to-chuc/lich",
                "/to-chuc/lich?nam=2030"
            })
    void everyPageOpensForAnAdministratorOnly(String page) throws Exception {
        signIn("admin");
        assertThat(get(page)).returns(200, HttpResponse::statusCode);
        signIn("vanphong.dm");
        assertThat(get(page)).returns(403, HttpResponse::statusCode);
    }

    @Test
    void theTreeCountsMembersAndFindsWithoutAccents() throws Exception {
        signIn("admin");

        assertThat(get("/to-chuc/to-cong-tac/tct1").body()).contains("07-QĐ/TU", "Ban Thường vụ Thành ủy Demo");
        assertThat(get("/to-chuc").body()).contains("412", "Thành ủy Demo", "từ 01/07/2025");
        assertThat(get("/to-chuc?tim=tram+y+te").body())
                .contains("dm.cb09", "mau.cb09")
                .doesNotContain("dm.cb01");
        assertThat(get("/to-chuc?ngay=2025-06-30").body()).contains("Quận ủy Demo");
    }

    @Test
    void whatIsWrongIsSaidForEachFieldAndWhatWasTypedStays() throws Exception {
        signIn("admin");

        var answer = post(
                "/to-chuc/them",
                Map.of("id", "SAI MA", "kind", "XX", "name", "", "shortName", "Tên <b>", "validFrom", "2026-13-40"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Loại đơn vị: giá trị không đúng định dạng.", "Từ ngày: giá trị không đúng định dạng.")
                .contains("value=\"SAI MA\"", "Tên &lt;b&gt;")
                .doesNotContain("Failed to convert");

        var empty = post("/to-chuc/don-vi/dm.cb01/so-dang-vien", Map.of("memberCount", ""));
        assertThat(empty.body()).contains("Số đảng viên: không được để trống.");
        var swap = post(
                "/to-chuc/lich/hoan-doi",
                Map.of(
                        "dayOff",
                        "2029-01-06",
                        "dayWorked",
                        "2029-01-07",
                        "name",
                        "Thử",
                        "source",
                        "Thử",
                        "confirmed",
                        "false"));
        assertThat(swap.statusCode()).isEqualTo(422);
        assertThat(swap.body()).contains("phải là ngày từ thứ Hai đến thứ Sáu");
    }

    @Test
    void anAccountIsOpenedShownItsPasswordOnceAndSignsIn() throws Exception {
        signIn("admin");
        var opened = post(
                "/to-chuc/tai-khoan", Map.of("id", "trangthu", "displayName", "Trang thử", "validFrom", "2025-01-01"));
        var password = Pattern.compile("id=\"password\">([^<]+)<").matcher(opened.body());

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(password.find()).isTrue();
        assertThat(password.group(1)).hasSize(16);
        assertThat(get("/to-chuc/tai-khoan/trangthu").body()).doesNotContain(password.group(1));
        assertThat(post(
                                "/to-chuc/tai-khoan/trangthu/vai-tro",
                                Map.of("role", "LOGISTICS", "unit", "dm", "validFrom", "2025-01-01", "validTo", ""))
                        .body())
                .contains("Đã ghi nhận thay đổi.", "Tiểu ban Tổ chức phục vụ");
    }

    @Test
    void aSubstituteIsRecordedAndWhatIsWrongIsSaid() throws Exception {
        signIn("admin");
        var page = "/to-chuc/tai-khoan/luutru.dm/vang-mat";
        var day = "2031-05-05";
        var absence = Map.of(
                "held", "ARCHIVIST|dm",
                "substitute", "haucan.dm",
                "validFrom", day,
                "validTo", day,
                "reason", "Đi công tác <b>",
                "decidedBy", "Bí thư Đảng ủy");

        assertThat(post(page, page, absence).body())
                .contains("Đã ghi nhận thay đổi.", "từ 05/05/2031 đến hết 05/05/2031", "Đi công tác &lt;b&gt;");
        assertThat(post(page, page, absence)).returns(422, HttpResponse::statusCode);
        assertThat(post(page, page, Map.of("held", "ARCHIVIST|dm", "substitute", "haucan.dm"))
                        .body())
                .contains("Từ ngày: phải nhập ngày bắt đầu.", "Lý do: không được để trống.");
    }

    @Test
    void theLogIsCheckedAndShowsNothingOfWhatItSays() throws Exception {
        for (var user : java.util.List.of("admin", "bithu.dm", "quytrinh")) {
            signIn(user);
            assertThat(get("/nhat-ky").body()).contains("Mã băm của mục cuối").doesNotContain("Thêm đơn vị");
            assertThat(post("/nhat-ky", "/nhat-ky/kiem-tra", Map.of()).body()).contains("Nhật ký nguyên vẹn:");
        }
        signIn("bientap1.dm");
        assertThat(get("/nhat-ky")).returns(403, HttpResponse::statusCode);
    }

    private void signIn(String user) throws IOException, InterruptedException {
        ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().removeAll();
        var answer = post("/dang-nhap", "/dang-nhap", Map.of("username", user, "password", "demo"));
        assertThat(answer.uri().getPath()).isEqualTo("/");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return post("/to-chuc/them", path, fields);
    }

    private HttpResponse<String> post(String from, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(from).body());
        assertThat(token.find()).isTrue();
        var body = "_csrf=" + encoded(token.group(1)) + "&"
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(
                request.header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
