package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
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

/** Supervisors look into Cockpit, administrators into Admin; nothing they open in passing is refused or fails. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CockpitTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#";
    private static final String ADMIN = "/camunda/app/admin/default/#";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String congress;
    private Chromium chromium;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "nhinxuong", 3);
        congress = ward.startUpToCells("2025–2030");
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void aSupervisorDrillsFromTheCongressDownToACell() {
        var page = chromium.signedIn(ward.office());
        page.navigate(COCKPIT + "/processes");
        page.locator("a", new Page.LocatorOptions().setHasText("Chuẩn bị đại hội đảng bộ phường"))
                .first()
                .click();
        assertThat(page.locator("svg .djs-element").first()).isVisible();
        settle(page, "20-cockpit-definition");
        page.locator("a[href*='" + instance() + "']").first().click();
        page.waitForURL(url -> url.contains("/process-instance/" + instance()));
        assertThat(page.locator("svg .djs-element").first()).isVisible();
        settle(page, "21-cockpit-instance");
        page.locator(".ctn-tabs a, .nav-tabs a", new Page.LocatorOptions().setHasText("Hồ sơ quy trình được gọi"))
                .first()
                .click();
        var cell = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?")
                .param(ward.cellCongress(congress, 1))
                .query(String.class)
                .single();
        assertThat(page.locator("a[href*='/process-instance/" + cell + "']").first())
                .isVisible();
        settle(page, "22-cockpit-called");
        page.locator("a[href*='/process-instance/" + cell + "']").first().click();
        page.waitForURL(url -> url.contains("/process-instance/" + cell));
        assertThat(page.locator(".breadcrumbs-panel, .breadcrumb").first()).containsText("Đại hội chi bộ");
        assertThat(page.locator("svg .djs-element").first()).isVisible();
        settle(page, "23-cockpit-cell");
        assertThat(chromium.trouble()).isEmpty();
    }

    @Test
    void everyPageOfCockpitOpens() {
        var page = chromium.signedIn(ward.office());
        for (var path :
                List.of("/dashboard", "/processes", "/tasks", "/decisions", "/deployments", "/batch", "/reports")) {
            page.navigate("about:blank");
            page.navigate(COCKPIT + path);
            settle(page, "24-cockpit" + path.replace("/", "-"));
        }
        page.navigate("/camunda/app/welcome/default/");
        settle(page, "25-welcome");
        assertThat(chromium.trouble()).isEmpty();
    }

    @Test
    void everyPageOfAdminOpens() {
        var page = chromium.signedIn("admin");
        for (var path : List.of("/", "/users", "/groups", "/tenants", "/authorization", "/system/general")) {
            page.navigate("about:blank");
            page.navigate(ADMIN + path);
            settle(page, "26-admin" + path.replace("/", "-"));
        }
        page.navigate(ADMIN + "/users/" + ward.office() + "?tab=profile");
        settle(page, "27-admin-user");
        page.navigate("/camunda/app/welcome/default/");
        settle(page, "28-admin-welcome");
        assertThat(chromium.trouble()).isEmpty();
    }

    private String instance() {
        return jdbc.sql(
                        """
                        select proc_inst_id_ from act_hi_procinst
                        where business_key_ = ? and proc_def_key_ = 'congressPreparation'""")
                .param(congress)
                .query(String.class)
                .single();
    }

    /** Lets the page load all it asks for. */
    private static void settle(Page page, String picture) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Chromium.picture(page, picture);
    }
}
