package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.PublicVisitor;
import vn.daihoi.consultation.RoundWard;
import vn.daihoi.support.IntegrationTest;

/** A resident with a phone at the public pages. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesInBrowserTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private RoundWard ward;
    private Chromium chromium;

    @BeforeAll
    void openRound() {
        ward = RoundWard.open(
                context,
                "Phấn đấu đến năm 2030 trồng 1.000 cây xanh mỗi năm trên các tuyến đường của phường.",
                "Xây dựng khu phố văn hoá, giữ gìn vệ sinh môi trường.",
                "Một-từ-rất-dài-" + "không-ngắt-".repeat(20));
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void thePagesAreAccessibleAndFitAPhone() {
        var visitor = new PublicVisitor(context, port);
        var round = ward.round();
        var receipt = visitor.send(round, visitor.form(round, 1, "Đề nghị tăng lên 2.000 cây."))
                .headers()
                .firstValue("location")
                .orElseThrow();
        var page = chromium.window(1280, 800);
        for (var path : List.of(
                "/gop-y",
                "/gop-y/" + ward.slug,
                "/gop-y/" + ward.slug + "?doan=1",
                "/gop-y/" + ward.slug + "?doan=0",
                "/gop-y/theo-doi",
                "/gop-y/theo-doi?ma=sai",
                receipt)) {
            Chromium.looksRight(page, path, "gop-y" + path.replaceAll("[^a-z0-9]+", "-"));
        }
        page.context().close();
    }

    @Test
    void aResidentMarksWordsWritesSendsAndHoldsTheReceipt() {
        var page = chromium.window(360, 740);
        page.navigate("/gop-y");
        page.locator("a[href='/gop-y/" + ward.slug + "']").click();
        page.evaluate(
                """
                () => {
                  const words = document.querySelector('#c1 .w').firstChild;
                  const range = document.createRange();
                  const start = words.data.indexOf('1.000 cây xanh');
                  range.setStart(words, start);
                  range.setEnd(words, start + '1.000 cây xanh'.length);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }""");
        page.locator("#c1 a").click();
        assertThat(page.locator("#f-quote")).hasValue("1.000 cây xanh");
        Chromium.looksRight(page, "gop-y-form-in-place", 360);

        page.getByLabel("Nội dung góp ý").fill("Đề nghị tăng lên 2.000 cây xanh.");
        page.reload();
        page.locator(".unsent a").click();
        assertThat(page.getByLabel("Nội dung góp ý")).hasValue("Đề nghị tăng lên 2.000 cây xanh.");

        // whoever is faster than a person is asked once more, with the text kept
        Awaitility.await().untilAsserted(() -> {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi góp ý"))
                    .click();
            page.waitForLoadState();
            assertThat(page.url()).contains("/gop-y/bien-nhan/");
        });
        assertThat(page.locator(".code")).hasText(Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
        assertThat(page.locator("main")).containsText("1.000 cây xanh");
        assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        assertThat(page.context().cookies()).isEmpty();
        Chromium.picture(page, "gop-y-receipt-in-hand");

        page.navigate("/gop-y/" + ward.slug);
        assertThat(page.locator(".unsent")).isHidden();
        page.context().close();
    }
}
