package vn.daihoi.journey;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.daihoi.support.IntegrationTest;

/** Our pages hold nothing that axe objects to, and need no sideways scrolling on a telephone. */
@IntegrationTest
@EnabledIf(Chromium.INSTALLED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesAreAccessibleTest {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String congress;
    private Chromium chromium;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "decoi", 3);
        congress = ward.startUpToCells("2025–2030");
        ward.planAndClear(congress, 1);
        ward.report(congress, 1, "01-BB/CB");
        ward.checkAndRecognise(congress, 1);
        ward.planAndClear(congress, 2);
        chromium = Chromium.start(port);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    /** A page and who looks at it; nobody for the login page. */
    record Look(String user, String path) {}

    Stream<Look> looks() {
        return Stream.of(
                new Look("", "/dang-nhap"),
                new Look("", "/dang-nhap?sai"),
                new Look("", "/dang-nhap?hetHan"),
                new Look(ward.office(), "/"),
                new Look(ward.office(), "/dai-hoi"),
                new Look(ward.office(), "/dai-hoi/" + congress),
                new Look(ward.office(), "/khong-co-trang-nay"),
                new Look(ward.office(), "/to-chuc"),
                new Look(ward.secretary(), "/dai-hoi/" + congress + "?bo-quy-tac=CT35-2024"),
                new Look(ward.cellSecretary(2), "/"),
                new Look(JourneyWard.SUPERVISOR, "/"),
                new Look("admin", "/"),
                new Look("admin", "/to-chuc"),
                new Look("admin", "/to-chuc/to-cong-tac/tct1"),
                new Look("admin", "/nhat-ky"),
                new Look("quytrinh", "/quy-trinh/phien-ban"),
                new Look("quytrinh", "/quy-tac"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePageIsAccessible(Look look) {
        var page = chromium.window(1280, 800);
        if (!look.user().isEmpty()) {
            chromium.signIn(page, look.user());
        }
        Chromium.looksRight(
                page,
                look.path(),
                "page" + look.path().replaceAll("[^a-z]+", "-").replaceAll(congress, "")
                        + look.user().replaceAll("\\..*", ""));
        page.context().close();
    }
}
