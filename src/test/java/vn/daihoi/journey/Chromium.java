package vn.daihoi.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    private final List<String> trouble = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser, String base) {
        this.playwright = playwright;
        this.browser = browser;
        this.base = base;
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
        var playwright = Playwright.create();
        var browser = playwright
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
        return new Chromium(playwright, browser, "http://localhost:" + port);
    }

    /** A browser window of its own, with nobody signed in. */
    Page window(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height));
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

    /** A window in which this person has signed in on our page and sees the home page. */
    Page signedIn(String user) {
        var page = window(1280, 800);
        signIn(page, user);
        return page;
    }

    void signIn(Page page, String user) {
        page.navigate("/dang-nhap");
        fillLogin(page, user);
    }

    /** Signs in on the login page that the window shows. */
    void fillLogin(Page page, String user) {
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill(JourneyWard.PASSWORD);
        page.locator("#login-form button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/dang-nhap"));
    }

    /** Answers with a status of 400 and more that any window got since the last call. */
    List<String> trouble() {
        var since = List.copyOf(trouble);
        trouble.clear();
        return since;
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
