package vn.daihoi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Camunda's Tasklist as one person uses it. */
final class Tasklist {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final double PRESS_MS = 15_000;
    private static final double BLANK_MS = 20_000;

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void open() {
        page.navigate("/camunda/app/tasklist/default/");
        appears(filter("Việc của đơn vị"));
        assertThat(filter("Việc của đơn vị")).isVisible();
    }

    /** Chooses a process in the dialog "Bắt đầu quy trình" and waits for its start form. */
    void chooseProcess(String name) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-content .processes a", new Page.LocatorOptions().setHasText(name))
                .click();
        assertThat(page.locator(".modal-content .fjs-form")).isVisible();
    }

    Response start() {
        var button = page.locator(".modal-footer button.btn-primary", new Page.LocatorOptions().setHasText("Bắt đầu"));
        assertThat(button).isEnabled();
        return page.waitForResponse(Pattern.compile("/submit-form$"), button::click);
    }

    Locator filter(String name) {
        return page.locator(".task-filters a", new Page.LocatorOptions().setHasText(name));
    }

    /** Opens a task from the list of a filter, which refreshes by itself. */
    void openFromFilter(String filter, String task) {
        filter(filter).first().click();
        page.locator(".tasks-list h4 a", new Page.LocatorOptions().setHasText(task))
                .first()
                .click();
        shows(task);
    }

    /** Opens a task through the home page, which links into Tasklist; waits until it is there. */
    void openFromHome(String task, String about) {
        var link = page.locator("main .list-group-item", new Page.LocatorOptions().setHasText(about))
                .filter(new Locator.FilterOptions().setHasText(task));
        Awaitility.await(task + " of " + about).atMost(PATIENCE).until(() -> {
            page.navigate("/");
            return link.count() > 0;
        });
        link.first().click();
        shows(task);
    }

    /** Opens a task by its address, as the links of our pages do. */
    void openTask(String id) {
        page.navigate("/camunda/app/tasklist/default/#/?task=" + id);
        appears(page.locator(".task-card h2.task"));
        assertThat(page.locator(".task-card h2.task")).isVisible();
        assertThat(page.locator(".task-card .fjs-form")).isVisible();
    }

    private void shows(String task) {
        var card = page.locator(".task-card h2.task");
        appears(card);
        assertThat(card).containsText(task);
        assertThat(page.locator(".task-card .fjs-form")).isVisible();
    }

    /** One lost script and Tasklist never starts; whoever sees the page stay blank loads it again. */
    private void appears(Locator what) {
        try {
            what.first().waitFor(new Locator.WaitForOptions().setTimeout(BLANK_MS));
        } catch (TimeoutError blank) {
            System.err.println("Tasklist is loaded again, it stayed blank: " + page.url());
            Chromium.pictureOfTrouble(page, "tasklist-blank");
            page.reload();
        }
    }

    void claim() {
        page.locator("button.claim").click();
        assertThat(page.locator("button.claim")).isHidden();
        assertThat(page.locator(".form-actions button.btn-primary")).isVisible();
        assertThat(page.locator(".task-card .fjs-form")).isVisible();
    }

    Locator field(String label) {
        return page.locator(".fjs-form")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(false))
                .first();
    }

    void type(String label, String text) {
        field(label).fill(text);
    }

    void date(String label, LocalDate day) {
        field(label).fill(DAY.format(day));
        field(label).press("Tab");
    }

    void choose(String label, String option) {
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(option))
                .click();
    }

    void radio(String option) {
        check(option);
    }

    /** Ticks a box, or one of several choices, by its label. */
    void check(String option) {
        page.locator(".fjs-form")
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    String shown() {
        return page.locator(".task-card .fjs-form").innerText();
    }

    /** Presses "Hoàn thành" and gives what the server said. */
    Response complete() {
        var button = page.locator(".form-actions button.btn-primary");
        assertThat(button).isEnabled();
        try {
            return pressed(button);
        } catch (TimeoutError nothingSent) {
            // Tasklist draws the form anew after a claim and may lose a press meanwhile; a person presses again
            Chromium.picture(page, "nothing-sent");
            return pressed(button);
        }
    }

    private Response pressed(Locator button) {
        return page.waitForResponse(
                Pattern.compile("/task/[^/]+/submit-form$"),
                new Page.WaitForResponseOptions().setTimeout(PRESS_MS),
                button::click);
    }

    /** Opens a tab of the task. */
    void tab(String name) {
        page.locator(".task-card .nav-tabs a", new Page.LocatorOptions().setHasText(name))
                .click();
    }

    /** The box in which Tasklist says what went wrong. */
    Locator message() {
        return page.locator(".notifications .alert");
    }

    void signOut() {
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        page.waitForURL(url -> url.contains("/dang-nhap"));
    }
}
