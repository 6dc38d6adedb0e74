package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The system's Chromium, as a Vietnamese clerk has it. Tests that need it are skipped where there is none. */
final class Chromium implements AutoCloseable {

    /** For {@code @EnabledIf}. */
    static final String INSTALLED = "vn.daihoi.journey.Chromium#installed";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MS = 30_000;
    private static final int DESKTOP = 1280;
    private static final int TELEPHONE = 360;

    private final String base;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();

    private Chromium(String base) {
        this.base = base;
    }

    /** Started once for all tests of a JVM, and gone with it. */
    private static final class Program {

        private static final Browser BROWSER = Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Whether there is one; says in one line how to get it if not. */
    static boolean installed() {
        boolean there = Files.isExecutable(executable());
        if (!there) {
            System.err.println("Browser tests are skipped: no " + executable()
                    + "; install Chromium (apt-get install chromium) or set CHROMIUM to its path");
        }
        return there;
    }

    private static Path executable() {
        return Paths.get(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    }

    static Chromium start(int port) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Chromium("http://localhost:" + port);
    }

    /** A browser window of its own, with nobody signed in. */
    Page window(int width, int height) {
        BrowserContext context = Program.BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height));
        windows.add(context);
        context.setDefaultTimeout(PATIENCE_MS);
        var page = context.newPage();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                trouble.add(response.status() + " " + response.request().method() + " "
                        + response.url().substring(base.length()));
            }
        });
        return page;
    }

    /** A window in which this person is signed in and sees the home page; the login page isn't drawn for it. */
    Page signedIn(String user) {
        var page = window(1280, 800);
        page.request()
                .post(
                        "/dang-nhap",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setMaxRedirects(0)
                                .setForm(
                                        FormData.create().set("username", user).set("password", JourneyWard.PASSWORD)));
        page.navigate("/");
        assertThat(page.url()).as("%s may sign in", user).endsWith("/");
        return page;
    }

    /** Signs in as people do. */
    void signIn(Page page, String user) {
        page.navigate("/dang-nhap");
        fillLogin(page, user);
    }

    /** Signs in on the login page that the window shows. */
    void fillLogin(Page page, String user) {
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill(JourneyWard.PASSWORD);
        page.locator("#login-form button[type=submit]").click();
        try {
            page.waitForURL(url -> !url.contains("/dang-nhap"));
        } catch (TimeoutError stillThere) {
            pictureOfTrouble(page, "not-signed-in");
            throw new AssertionError(user + " is not signed in; the window shows " + page.url(), stillThere);
        }
    }

    /** Answers with a status of 400 and more that any window got since the last call. */
    List<String> trouble() {
        var since = List.copyOf(trouble);
        trouble.clear();
        return since;
    }

    /**
     * Opens a page and everything folded on it: it has to be readable to everybody, and to fit a telephone as well as a
     * desk.
     */
    static void looksRight(Page page, String path, String name) {
        page.navigate(path);
        looksRight(page, name);
    }

    /** The same for the page that is shown. */
    static void looksRight(Page page, String name) {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        looksRight(page, name, TELEPHONE);
        looksRight(page, name, DESKTOP);
    }

    /** The same at one width, in pixels. */
    static void looksRight(Page page, String name, int width) {
        page.setViewportSize(width, 800);
        picture(page, name + "-" + width);
        // our pages hold no frames of others, for which it would open one more page each time
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as("%s at %d", page.url(), width)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(width);
    }

    /** Keeps a picture of the whole page for people to look at, when they ask for it. */
    static void picture(Page page, String name) {
        if (Boolean.getBoolean("daihoi.pictures")) {
            pictureOfTrouble(page, name);
        }
    }

    /** Keeps a picture of what went wrong. */
    static void pictureOfTrouble(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Closes the windows that were opened here. */
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
