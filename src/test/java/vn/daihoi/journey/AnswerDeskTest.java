package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.consultation.AnswerDesk;
import vn.daihoi.consultation.Answers;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.PlantedClusters;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.support.IntegrationTest;

/** The answer desk over HTTP and in a browser. */
@IntegrationTest
class AnswerDeskTest {

    private static final String CLAUSE =
            "Phấn đấu đến năm 2030 thu ngân sách đạt 150 tỷ đồng, cơ bản không còn hộ nghèo.";
    private static final Pattern ROW = Pattern.compile("id=\"cum-(\\d+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private PlantedClusters planted;
    private String here;

    @BeforeEach
    void openWard() {
        ward = RoundWard.open(context, CLAUSE, "Nhiệm vụ, giải pháp.", "Tổ chức thực hiện.");
        ward.status(RoundStatus.PROPOSING);
        planted = new PlantedClusters(context, ward.round);
        here = "/lay-y-kien/" + ward.round + "/ban-xu-ly";
    }

    private List<Long> rows(String html) {
        var found = new ArrayList<Long>();
        var rows = ROW.matcher(html);
        while (rows.find()) {
            found.add(Long.valueOf(rows.group(1)));
        }
        return found;
    }

    private String proposal(long cluster) {
        return jdbc.sql("select coalesce(proposal || '|' || proposal_reason, '') from comment_cluster where id = ?")
                .param(cluster)
                .query(String.class)
                .single();
    }

    @Test
    void theDeskIsForEditorsAndTheSecretaryOfTheWard() {
        planted.cluster("Một ý kiến");
        assertThat(Session.signIn(port, ward.editor).get(here).body())
                .contains("Lưu đề xuất và sang cụm tiếp")
                .doesNotContain("theo đề xuất");
        assertThat(Session.signIn(port, ward.secretary).get(here).body())
                .contains("Một ý kiến")
                .doesNotContain("Lưu đề xuất", "Lưu quyết định");
        assertThat(Session.signIn(port, ward.office).get(here).statusCode()).isEqualTo(403);
        assertThat(Session.signIn(port, ward.cellSecretary(0)).get(here).statusCode())
                .isEqualTo(403);
        assertThat(Session.signIn(port, RoundWard.open(context, "Khác").editor)
                        .get(here)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theListIsReadPageByPageInEachOrderAndFilter() {
        var all = new ArrayList<Long>();
        for (int n = 0; n < 95; n++) {
            int place = 1 + n % 3;
            all.add(planted.cluster(
                    place,
                    place,
                    SourceGroup.values()[n % 4],
                    "",
                    n % 7 == 0 ? new String[] {"Đề nghị thứ " + n, "Như trên"} : new String[] {"Đề nghị thứ " + n}));
        }
        var editor = Session.signIn(port, ward.editor);
        for (var order : AnswerDesk.Order.values()) {
            var seen = new ArrayList<Long>();
            var page = here + "?loc=tat-ca&xep=" + order.key();
            for (var html = editor.get(page).body(); ; ) {
                seen.addAll(rows(html));
                var next =
                        Pattern.compile("id=\"xem-tiep\".*?href=\"([^\"]+)\"").matcher(html);
                if (!next.find()) {
                    break;
                }
                html = editor.get(next.group(1).replace("&amp;", "&"), "HX-Request", "true", "HX-Target", "xem-tiep")
                        .body();
                assertThat(html).as("only lines").doesNotContain("<html", "desk-pane");
            }
            assertThat(seen).as("%s", order).hasSize(95).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(rows(editor.get(here + "?xep=cum").body()).subList(0, 14))
                .as("the largest first")
                .allSatisfy(id -> assertThat(all.indexOf(id) % 7).isZero());

        assertThat(rows(editor.get(here + "?doan=2").body()))
                .hasSize(32)
                .allSatisfy(id -> assertThat(all.indexOf(id) % 3).isEqualTo(1));
        assertThat(rows(editor.get(here + "?nhom=RESIDENT").body()))
                .allSatisfy(id -> assertThat(all.indexOf(id) % 4).isEqualTo(3));
        assertThat(rows(editor.get(here + "?tim=de+nghi+thu+94").body())).containsExactly(all.get(94));
        assertThat(rows(editor.get(here + "?tim=%25").body())).isEmpty();
        var code = jdbc.sql("select first_comment from comment_cluster where id = ?")
                .param(all.get(50))
                .query(Long.class)
                .single();
        assertThat(rows(editor.get(here + "?tim=yk-" + code).body())).containsExactly(all.get(50));
        assertThat(editor.get(here + "?loc=x&xep=y&nhom=z&doan=-1&tim=%00%F0&cum=999999999&sau=999999999")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSavedAnswerComesBackAsThePieceThatOpensTheNext() {
        long first = planted.cluster(1, 1, SourceGroup.RESIDENT, "thu ngân sách", "Nâng chỉ tiêu thu ngân sách");
        long second = planted.cluster(2, 2, SourceGroup.PARTY_MEMBER, "", "Thêm giải pháp");
        var editor = Session.signIn(port, ward.editor);
        var page = editor.get(here).body();
        assertThat(page).contains("<mark>thu ngân sách</mark>", "Còn", "/2");

        var refused =
                editor.piece(here, here + "/cum/" + first, "viec", "de-xuat", "disposition", "KEPT", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("phải ghi “Lý do, nội dung giải trình”", "data-cluster=\"" + first + "\"");
        assertThat(editor.piece(here, here + "/cum/" + first, "viec", "de-xuat").body())
                .contains("Hãy chọn “Kết quả xử lý”");

        var saved = editor.piece(
                here, here + "/cum/" + first, "viec", "de-xuat", "disposition", "KEPT", "reason", "Đã tính kỹ");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("HX-Push-Url")).contains(here + "?cum=" + second);
        assertThat(saved.body())
                .contains(
                        "data-cluster=\"" + second + "\"",
                        "id=\"cum-" + first + "\"",
                        "hx-swap-oob=\"true\"",
                        "Đề xuất: Giải trình, giữ nguyên",
                        "Đã lưu đề xuất cho cụm số " + first)
                .doesNotContain("<html", "<script");
        assertThat(proposal(first)).isEqualTo("KEPT|Đã tính kỹ");

        var plain = editor.submit(here, here + "/cum/" + second, "viec", "de-xuat", "disposition", "ACCEPTED");
        assertThat(plain.uri().getPath()).isEqualTo(here);
        assertThat(plain.body()).contains("Đã lưu đề xuất cho cụm số " + second, "Đã đề xuất trả lời cho mọi cụm");
        var again = editor.submit(here, here + "/cum/" + second, "viec", "de-xuat", "disposition", "ACCEPTED");
        assertThat(again.statusCode()).as("sent twice").isEqualTo(200);

        var other = Session.signIn(port, ward.secondEditor)
                .piece(here, here + "/cum/" + second, "viec", "de-xuat", "disposition", "NOTED", "reason", "Khác");
        assertThat(other.body()).contains("vừa được Tài khoản " + ward.editor, ">Khác</textarea>");
        assertThat(proposal(second)).startsWith("ACCEPTED");
        assertThat(editor.piece(here, here + "/cum/999999999", "viec", "de-xuat")
                        .body())
                .contains("không còn");
    }

    @Test
    void theCommentsOfALargeClusterComeTwentyAtATime() {
        var texts = new String[45];
        Arrays.setAll(texts, n -> "Cùng một ý, người thứ " + n + ".");
        long cluster = planted.cluster(1, 1, SourceGroup.RESIDENT, "", texts);
        var editor = Session.signIn(port, ward.editor);
        assertThat(editor.get(here).body())
                .contains("người thứ 19.", "/cum/" + cluster + "/y-kien?tu=20")
                .doesNotContain("người thứ 20.");
        var more = here + "/cum/" + cluster + "/y-kien?tu=40";
        assertThat(editor.get(more, "HX-Request", "true").body())
                .contains("người thứ 40.", "người thứ 44.")
                .doesNotContain("<html", "người thứ 39.", "Xem thêm");
        assertThat(editor.get(more).body()).contains("<h1>", "người thứ 44.");
    }

    @Test
    void templatesAssignmentAndManyAtOnceWorkWithoutAScript() {
        long one = planted.cluster("Ý kiến một");
        long two = planted.cluster("Ý kiến hai");
        var editor = Session.signIn(port, ward.editor);
        var kept = editor.submit(
                here,
                here + "/cum/" + one,
                "viec",
                "luu-mau",
                "disposition",
                "NOTED",
                "reason",
                "Xin cảm ơn",
                "title",
                "Cảm ơn");
        assertThat(kept.body()).contains("Đã lưu mẫu trả lời.", "Cảm ơn", ">Xin cảm ơn</textarea>");
        long template = jdbc.sql("select id from answer_template where ward = ?")
                .param(ward.id)
                .query(Long.class)
                .single();
        assertThat(editor.submit(here, here + "/cum/" + two, "mau", "" + template)
                        .body())
                .contains(">Xin cảm ơn</textarea>", "Cụm số " + two);
        assertThat(editor.submit(here, here + "/cum/" + two, "viec", "phan-cong", "owner", ward.secondEditor)
                        .body())
                .contains("Đã lưu phân công.");
        assertThat(editor.submit(here, here + "/cum/" + two, "viec", "thao-luan")
                        .body())
                .contains("Cần thảo luận");
        assertThat(rows(Session.signIn(port, ward.secondEditor)
                        .get(here + "?loc=cua-toi")
                        .body()))
                .containsExactly(two);
        assertThat(rows(editor.get(here + "?loc=can-thao-luan").body())).containsExactly(two);

        var refused = editor.submit(
                here,
                here + "/nhieu",
                "viec",
                "de-xuat",
                "chon",
                "" + one,
                "chon",
                "" + two,
                "disposition",
                "KEPT",
                "reason",
                "");
        assertThat(refused.body()).contains("phải ghi “Lý do");
        assertThat(Pattern.compile("checked=\"checked\"")
                        .matcher(refused.body())
                        .results())
                .as("what was ticked stays ticked")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(editor.submit(
                                here,
                                here + "/nhieu",
                                "viec",
                                "de-xuat",
                                "chon",
                                "" + one,
                                "chon",
                                "" + two,
                                "disposition",
                                "KEPT",
                                "reason",
                                "Lý do chung")
                        .body())
                .contains("Đã lưu cho 2 cụm ý kiến.");
        assertThat(proposal(one)).isEqualTo("KEPT|Lý do chung");

        ward.status(RoundStatus.DECIDING);
        var secretary = Session.signIn(port, ward.secretary);
        assertThat(secretary
                        .submit(here, here + "/nhieu", "viec", "theo-de-xuat")
                        .body())
                .contains("ít nhất một");
        assertThat(secretary
                        .submit(here, here + "/cum/" + one, "viec", "theo-de-xuat")
                        .body())
                .contains("Đã lưu quyết định cho cụm số " + one);
        assertThat(secretary
                        .submit(here, here + "/nhieu", "viec", "tat-ca-theo-de-xuat")
                        .body())
                .contains("Đã quyết định hết");
        assertThat(editor.submit(
                                here,
                                here + "/nhieu",
                                "viec",
                                "quyet-dinh",
                                "chon",
                                "" + one,
                                "disposition",
                                "NOTED",
                                "reason",
                                "x")
                        .body())
                .contains("Việc này thuộc về Bí thư Đảng ủy");
    }

    @Test
    void hostileWordsStayWords() {
        var bad =
                "<script>alert(1)</script> \"onload=\"x' \u202E [[${7919*7907}]] __${7919*7907}__ <img src=x onerror=alert(2)>";
        planted.cluster(1, 1, SourceGroup.RESIDENT, "<b>thu ngân sách</b>", bad, bad + " nữa");
        for (int n = 0; n < 25; n++) {
            planted.cluster(2, 2, SourceGroup.RESIDENT, "", bad + n);
        }
        var editor = Session.signIn(port, ward.editor);
        var first = rows(editor.get(here).body()).get(0);
        editor.submit(
                here,
                here + "/cum/" + first,
                "viec",
                "luu-mau",
                "disposition",
                "NOTED",
                "reason",
                bad,
                "title",
                bad.substring(0, 80));
        for (var page : List.of(
                editor.get(here),
                editor.get(here + "?tim=%3Cscript%3Ealert(1)%3C/script%3E%22%27"),
                editor.piece(here, here + "/cum/" + first, "viec", "de-xuat", "disposition", "NOTED", "reason", bad))) {
            assertThat(page.body())
                    .doesNotContain("<script>alert", "<img src=x", "\"onload=\"", "62615533", "<b>thu", "%3E\"'");
        }
        assertThat(editor.get(here)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void anEditorAnswersWithTheKeyboardAlone() {
        var clusters = new ArrayList<Long>();
        for (int n = 0; n < 6; n++) {
            clusters.add(planted.cluster(
                    1, 1, SourceGroup.RESIDENT, n == 0 ? "thu ngân sách" : "", "Đề nghị làm rõ nội dung thứ " + n));
        }
        var loads = new ArrayList<String>();
        try (var chromium = Chromium.start(port)) {
            var page = chromium.signedIn(ward.editor);
            page.navigate(here);
            page.onRequest(request -> {
                if (request.isNavigationRequest()) {
                    loads.add(request.url());
                }
            });
            var keyboard = page.keyboard();
            keyboard.press("1");
            keyboard.press("s");
            at(page, clusters.get(1));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("cum-dang-mo");

            keyboard.press("4");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("ly-do");
            keyboard.type("xin ghi nhan, jk123s?");
            keyboard.press("Control+Enter");
            at(page, clusters.get(2));
            assertThat(proposal(clusters.get(1))).isEqualTo("NOTED|xin ghi nhan, jk123s?");

            keyboard.press("j");
            at(page, clusters.get(3));
            keyboard.press("k");
            at(page, clusters.get(2));
            keyboard.press("x");
            keyboard.press("3");
            keyboard.press("Escape");
            keyboard.press("s");
            PlaywrightAssertions.assertThat(page.locator("#tu-choi")).containsText("phải ghi");
            keyboard.press("r");
            keyboard.type("giu nguyen");
            keyboard.press("Escape");
            keyboard.press("s");
            at(page, clusters.get(3));
            keyboard.press("?");
            PlaywrightAssertions.assertThat(page.locator("#phim-tat")).hasAttribute("open", "");
            for (int n = 3; n < 6; n++) {
                keyboard.press("2");
                keyboard.press("s");
                if (n < 5) {
                    at(page, clusters.get(n + 1));
                }
            }
            PlaywrightAssertions.assertThat(page.locator("#tien-do")).containsText("Đã đề xuất trả lời cho mọi cụm");
            PlaywrightAssertions.assertThat(page.locator("#thong-bao")).containsText("cụm số " + clusters.get(5));
            Chromium.picture(page, "desk-done-1280");
            assertThat(loads).as("pages loaded whole").isEmpty();
            assertThat(chromium.trouble()).containsExactly("422 POST " + here + "/cum/" + clusters.get(2));
        }
        assertThat(clusters)
                .extracting(this::proposal)
                .containsExactly(
                        "ACCEPTED|", "NOTED|xin ghi nhan, jk123s?", "KEPT|giu nguyen", "PARTLY|", "PARTLY|", "PARTLY|");
    }

    private static void at(Page page, long cluster) {
        PlaywrightAssertions.assertThat(page.locator("#o-tra-loi [data-cluster]"))
                .hasAttribute("data-cluster", "" + cluster);
        PlaywrightAssertions.assertThat(page.locator("#cac-cum a[aria-current]"))
                .hasCount(1);
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void theDeskIsAccessibleAndFitsATelephone() {
        for (int n = 0; n < 45; n++) {
            planted.cluster(
                    1 + n % 3,
                    1 + n % 3,
                    SourceGroup.values()[n % 5],
                    n % 3 == 0 ? "cơ bản không còn hộ nghèo" : "",
                    n == 0
                            ? new String[] {
                                "Đề nghị nêu rõ cơ sở tính toán của chỉ tiêu này, vì năm 2024 mới đạt 98 tỷ đồng.",
                                "đề nghị nêu rõ cơ sở tính toán chỉ tiêu này",
                                "Cần cơ sở tính toán"
                            }
                            : new String[] {
                                "Ý kiến thứ " + n + ": " + "đề nghị bổ sung giải pháp cụ thể ".repeat(1 + n % 5)
                                        + (n == 4 ? "x".repeat(200) : "")
                            });
        }
        jdbc.sql("update comment_cluster set contested = true, due_on = '2020-01-01' where round = ? and id % 5 = 0")
                .param(ward.round)
                .update();
        try (var chromium = Chromium.start(port)) {
            var page = chromium.signedIn(ward.editor);
            look(page, here, "desk-editor", 1280);
            look(page, here, "desk-list", 360);
            page.locator("#cac-cum a").first().click();
            PlaywrightAssertions.assertThat(page.locator("#cum-dang-mo")).isVisible();
            look(page, page.url(), "desk-pane", 360);
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator("#danh-sach")).isVisible();
            var ids = jdbc.sql("select id from comment_cluster where round = ?")
                    .param(ward.round)
                    .query(Long.class)
                    .list();
            context.getBean(Answers.class)
                    .propose(
                            ward.round,
                            ids,
                            Disposition.KEPT,
                            "Chỉ tiêu đã tính theo điều kiện của phường.",
                            ward.editor);
            ward.status(RoundStatus.DECIDING);
            page.context().clearCookies();
            chromium.signIn(page, ward.secretary);
            look(page, here, "desk-secretary", 1280);
            page.keyboard().press("a");
            PlaywrightAssertions.assertThat(page.locator("#tien-do")).containsText("44");
            assertThat(chromium.trouble()).isEmpty();
        }
    }

    private static void look(Page page, String path, String name, int width) {
        page.setViewportSize(width, 900);
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        Chromium.looksRight(page, name, width);
    }
}
