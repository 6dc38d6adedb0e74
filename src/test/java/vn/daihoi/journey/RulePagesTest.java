package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleBook;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.RuleValue;
import vn.daihoi.congress.Verdict;
import vn.daihoi.organisation.Accounts;
import vn.daihoi.organisation.Accounts.NewAccount;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.RoleAssignments;
import vn.daihoi.organisation.RoleAssignments.NewRole;
import vn.daihoi.support.IntegrationTest;

/** The page of the rule sets, by whom it is read and filled in, and what a secretary sees before switching. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulePagesTest {

    /** Of the demo: looks after the processes of the whole system. */
    private static final String OWNER = "quytrinh";

    /** The rule set that no other test fills in. */
    private static final String TAG = "CT35-2024";

    private static final String PAGE = "/quy-tac/" + TAG;
    private static final RuleParameter QUORUM = RuleParameter.SLIP_QUORUM_PERCENT;

    @Autowired
    ApplicationContext context;

    @Autowired
    RuleSets ruleSets;

    @Autowired
    RuleBook book;

    @Autowired
    Congresses congresses;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String congress;
    private String wardOwner;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "quytac", 1);
        congress = ward.startUpToCells("2025–2030");
        wardOwner = "quytrinh." + ward.id();
        var begin = LocalDate.of(2025, 7, 1);
        context.getBean(Accounts.class)
                .openForDemo(
                        List.of(new NewAccount(wardOwner, "Phụ trách quy trình của phường", begin)),
                        JourneyWard.PASSWORD,
                        "test");
        context.getBean(RoleAssignments.class)
                .assign(new NewRole(wardOwner, Role.PROCESS_OWNER, ward.id(), begin, null), "test");
    }

    @AfterEach
    void takeBack() {
        if (ruleSets.value(TAG, QUORUM) instanceof RuleValue.Filled) {
            book.takeBack(TAG, QUORUM.name(), number(), "Hết phép thử", OWNER);
        }
    }

    private int number() {
        return book.lines(TAG).stream()
                .filter(line -> line.parameter() == QUORUM)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String refusal(Verdict verdict) {
        return verdict.fold(() -> "", Verdict.Refused::message);
    }

    @Test
    void aValueCountsAtOnceIsKeptInTheHistoryAndLogged() {
        assertThat(ruleSets.value(TAG, QUORUM)).isInstanceOf(RuleValue.Unfilled.class);
        var before = book.unfilled(TAG);
        var number = number();

        assertThat(book.fill(TAG, QUORUM.name(), number, " 50 ", "Quy chế\nlàm việc", OWNER))
                .isInstanceOf(Verdict.Done.class);
        assertThat(ruleSets.value(TAG, QUORUM))
                .isEqualTo(new RuleValue.Filled(50, "Quy chế làm việc", RuleValue.Source.PAGE));
        assertThat(book.unfilled(TAG)).isEqualTo(before - 1);
        assertThat(book.lines(TAG)).last().satisfies(line -> assertThat(line.parameter())
                .isEqualTo(QUORUM));

        assertThat(book.fill(TAG, QUORUM.name(), number + 1, "67", "Quy chế mới", OWNER))
                .isInstanceOf(Verdict.Done.class);
        assertThat(book.lines(TAG)).last().satisfies(line -> assertThat(line.history())
                .extracting(entry -> entry.value())
                .startsWith(67, 50));
        assertThat(audit.of("rule:" + TAG + "/" + QUORUM.name())).last().satisfies(logged -> {
            assertThat(logged.entry().action()).isEqualTo("RULE_VALUE_FILLED");
            assertThat(logged.entry().who()).isEqualTo(OWNER);
            assertThat(logged.entry().ruleSet()).isEqualTo(TAG);
            assertThat(logged.entry().detail()).contains(QUORUM.title(), "67%", "trước đó 50%", "Quy chế mới");
        });

        assertThat(book.takeBack(TAG, QUORUM.name(), number + 2, "Ghi nhầm", OWNER))
                .isInstanceOf(Verdict.Done.class);
        assertThat(ruleSets.value(TAG, QUORUM)).isInstanceOf(RuleValue.Unfilled.class);
        assertThat(refusal(book.takeBack(TAG, QUORUM.name(), number + 3, "Lần nữa", OWNER)))
                .contains("chưa có giá trị nào");
        for (var change : List.of("update rule_value set value = 1", "delete from rule_value", "truncate rule_value")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        for (var typed : List.of("101", "-1", "", "nửa", "5,5", "99999999999")) {
            assertThat(refusal(book.fill(TAG, QUORUM.name(), number(), typed, "Quy chế", OWNER)))
                    .as(typed)
                    .contains("“" + QUORUM.title() + "”", "từ 0 đến 100");
        }
        assertThat(refusal(book.fill(TAG, "SLIP_BY_SUBSTITUTE", 0, "2", "Quy chế", OWNER)))
                .contains("từ 0 đến 1");
        assertThat(refusal(book.fill(TAG, "DOSSIER_WORKING_DAYS", 0, "366", "Quy chế", OWNER)))
                .contains("từ 0 đến 365");
        assertThat(refusal(book.fill(TAG, QUORUM.name(), number(), "50", " \u0000 ", OWNER)))
                .contains("“Căn cứ”");
        assertThat(refusal(book.fill(TAG, QUORUM.name(), number(), "50", "a".repeat(1001), OWNER)))
                .contains("“Căn cứ”");
        assertThat(refusal(book.fill(TAG, "X", 0, "50", "Quy chế", OWNER))).isNotEmpty();
        assertThat(refusal(book.fill("CT99-2099", QUORUM.name(), 0, "50", "Quy chế", OWNER)))
                .isNotEmpty();
        assertThat(ruleSets.value(TAG, QUORUM)).isInstanceOf(RuleValue.Unfilled.class);
    }

    @Test
    void ofManyWhoFillInAtOnceOneSucceedsAndPressingTwiceIsOne() {
        var number = number();
        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(at -> book.fill(TAG, QUORUM.name(), number, String.valueOf(50 + at), "Quy chế " + at, OWNER))
                .toList();
        assertThat(answers).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Verdict.Refused.class::isInstance)
                .hasSize(5)
                .allSatisfy(no -> assertThat(refusal(no)).contains("vừa ghi", "Hãy xem lại"));
        assertThat(number()).isEqualTo(number + 1);

        var stands = new AtomicReference<RuleValue.Filled>();
        assertThat(ruleSets.value(TAG, QUORUM)).isInstanceOfSatisfying(RuleValue.Filled.class, stands::set);
        assertThat(book.fill(
                        TAG,
                        QUORUM.name(),
                        number,
                        String.valueOf(stands.get().value()),
                        stands.get().basis(),
                        OWNER))
                .isInstanceOf(Verdict.Done.class);
        assertThat(number()).isEqualTo(number + 1);
    }

    @Test
    void theOwnerFillsInStaffReadAndNobodyElseComesIn() {
        var owner = Session.signIn(port, OWNER);
        assertThat(owner.get("/").body()).contains("Quy tắc tôi phụ trách", PAGE);
        assertThat(owner.get("/quy-tac").body()).contains("tham số chưa điền");
        assertThat(owner.get(PAGE).body())
                .contains("Còn ", "tham số chưa điền", "Điền giá trị", QUORUM.step())
                .contains(
                        "Danh mục hồ sơ trình duyệt đại hội",
                        "Điều kiện sẵn sàng",
                        "Phân công trả lời ý kiến",
                        "30/06/2025");
        assertThat(owner.get("/quy-tac/CT99-2099").statusCode()).isEqualTo(404);

        var path = PAGE + "/" + QUORUM.name();
        var seen = String.valueOf(number());
        assertThat(owner.submit(PAGE, path, "seen", seen, "value", "500", "basis", "<b>Quy chế</b>")
                        .body())
                .contains("từ 0 đến 100", "value=\"500\"", "&lt;b&gt;Quy chế&lt;/b&gt;");
        for (var reader : List.of(ward.office(), ward.secretary(), JourneyWard.SUPERVISOR, wardOwner)) {
            var session = Session.signIn(port, reader);
            assertThat(session.get(PAGE).body())
                    .as(reader)
                    .contains(QUORUM.title())
                    .doesNotContain("Điền giá trị");
            assertThat(session.submit(PAGE, path, "seen", seen, "value", "50", "basis", "Quy chế")
                            .body())
                    .as(reader)
                    .contains("Việc này thuộc về Phụ trách quy trình");
        }
        assertThat(ruleSets.value(TAG, QUORUM)).isInstanceOf(RuleValue.Unfilled.class);
        assertThat(Session.signIn(port, "admin").get(PAGE).statusCode()).isEqualTo(403);

        assertThat(owner.submit(PAGE, path, "seen", seen, "value", "50", "basis", "Quy chế <i>")
                        .body())
                .contains("Đã ghi giá trị", "50%", "Quy chế &lt;i&gt;", "Lịch sử");
        assertThat(owner.submit(PAGE, path, "seen", String.valueOf(number()), "bo", "true", "basis", "Nhầm")
                        .body())
                .contains("Đã bỏ giá trị", "Bỏ giá trị");
    }

    @Test
    void theSecretarySeesWhatSwitchingChangesAndTheTableSaysWhatBlocks() {
        var other = book.fill(
                "CT45-2025",
                "SLIP_WORKING_DAYS",
                newest("CT45-2025", RuleParameter.SLIP_WORKING_DAYS),
                "7",
                "Quy chế",
                OWNER);
        assertThat(other).isInstanceOf(Verdict.Done.class);

        var page = Session.signIn(port, ward.secretary())
                .get("/dai-hoi/" + congress + "?bo-quy-tac=" + TAG)
                .body();
        assertThat(page)
                .contains("Hoàn thành chậm nhất ngày", "31/08/2025 → 30/06/2025")
                .contains("7 ngày làm việc → chưa điền", RuleParameter.SLIP_WORKING_DAYS.step())
                .contains("Danh mục không thay đổi.")
                .contains("Đại hội các chi bộ trực thuộc phải xong trước đại hội đảng bộ phường.")
                .contains("Hồ sơ đã trình cấp trên giữ bộ quy tắc lúc trình");
        assertThat(Session.signIn(port, ward.office())
                        .get("/dai-hoi/" + congress + "?bo-quy-tac=" + TAG)
                        .body())
                .doesNotContain("Tham số thay đổi");

        assertThat(refusal(congresses.confirmReadiness(congress, null, ward.secretary())))
                .startsWith("Chưa xác nhận sẵn sàng được: ")
                .contains(
                        "Đại hội các chi bộ trực thuộc phải xong",
                        "Chi bộ số 1: ",
                        "Văn kiện đại hội phải hoàn thành.");
    }

    private int newest(String tag, RuleParameter parameter) {
        return book.lines(tag).stream()
                .filter(line -> line.parameter() == parameter)
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    @EnabledIf(Chromium.INSTALLED)
    void thePagesAreAccessibleAndFitATelephone() {
        try (var chromium = Chromium.start(port)) {
            look(chromium, OWNER, List.of("/", "/quy-tac", PAGE));
            look(chromium, ward.secretary(), List.of("/dai-hoi/" + congress + "?bo-quy-tac=" + TAG));
        }
    }

    private static void look(Chromium chromium, String user, List<String> paths) {
        var page = chromium.signedIn(user);
        for (var path : paths) {
            Chromium.looksRight(page, path, "rules" + path.replaceAll("[^a-z]+", "-"));
        }
        page.context().close();
    }
}
