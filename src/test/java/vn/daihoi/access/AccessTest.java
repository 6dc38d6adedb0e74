package vn.daihoi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.Identities;
import vn.daihoi.support.IntegrationTest;

/** The login and the wall round everything, over HTTP against the whole program. */
@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AccessTest {

    private static final String PASSWORD = "Chuyen-2026-thu";
    private static final String HIDDEN_EXPRESSION = "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}";

    private final int port;
    private final Identities identities;
    private final IdentityService accounts;
    private final TaskService tasks;
    private final EngineCommands engine;

    AccessTest(
            @LocalServerPort int port,
            Identities identities,
            IdentityService accounts,
            TaskService tasks,
            EngineCommands engine) {
        this.port = port;
        this.identities = identities;
        this.accounts = accounts;
        this.tasks = tasks;
        this.engine = engine;
    }

    // signing in and out

    @Test
    void aStrangerIsAskedToSignInAndComesBackToThePage() {
        var stranger = visitor();
        var answer = stranger.open("/dai-hoi/7?x=1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(stranger.location(answer)).isEqualTo("/dang-nhap?tiep=%2Fdai-hoi%2F7%3Fx%3D1");
        assertThat(stranger.open("/dang-nhap?tiep=%2Fdai-hoi%2F7%3Fx%3D1").body())
                .contains("value=\"/dai-hoi/7?x=1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/dai-hoi/7, /dai-hoi/7",
        "https://elsewhere.example/, /",
        "//elsewhere.example/, /",
        "/\\elsewhere.example, /"
    })
    void theWayBackLeadsNowhereElse(String wished, String location) {
        String user = user(Set.of("CELL_SECRETARY"), Set.of());
        var visitor = visitor();
        assertThat(visitor.location(visitor.logIn(user, PASSWORD, wished))).isEqualTo(location);
    }

    @Test
    void aRefusalSaysTheSameWhetherTheNameExistsOrNot() {
        String user = user(Set.of("CELL_SECRETARY"), Set.of());
        var known = visitor();
        var unknown = visitor();
        assertThat(known.location(known.logIn(user, "wrong", "/"))).isEqualTo("/dang-nhap?sai");
        assertThat(unknown.location(unknown.logIn("no.such.person", "wrong", "/")))
                .isEqualTo("/dang-nhap?sai");
    }

    @Test
    void theSessionGetsANewIdAtTheSignIn() {
        var visitor = visitor();
        visitor.get("/dang-nhap");
        String before = visitor.cookie("daihoi");
        visitor.signedIn(user(Set.of("CELL_SECRETARY"), Set.of()), PASSWORD);
        assertThat(before).isNotNull();
        assertThat(visitor.cookie("daihoi")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void oneSignInOpensEverythingAndTheWebappsLogOutEndsIt() {
        String user = user(Set.of("WARD_OFFICE"), Set.of());
        var visitor = visitor().signedIn(user, PASSWORD);
        assertThat(visitor.open("/").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body())
                .contains(user, "tasklist", "cockpit")
                .doesNotContain("\"admin\"");
        assertThat(visitor.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(visitor.open("/").statusCode()).isEqualTo(302);
    }

    @Test
    void ourLogOutEndsTheWebappsToo() {
        var visitor = visitor().signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD);
        visitor.open("/camunda/app/tasklist/default/");
        var answer = visitor.form("/dang-xuat", visitor.csrf("/"));
        assertThat(visitor.location(answer)).isEqualTo("/dang-nhap?daThoat");
        assertThat(visitor.post(Visitor.WEBAPP_ENGINE + "/task?maxResults=1", "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedKindly() {
        var stranger = visitor();
        assertThat(stranger.location(stranger.form("/dang-nhap", "", "username", "a", "password", "b")))
                .isEqualTo("/dang-nhap?hetHan");
        var visitor = visitor().signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD);
        var answer = visitor.send(
                visitor.request("/dang-xuat").header("Accept", "text/html").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Trang đã mở quá lâu");
        assertThat(visitor.open("/").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void aSignInThatFoundNoSessionKeepsTheWish() {
        var stranger = visitor();
        assertThat(stranger.location(stranger.form("/dang-nhap", "", "username", "a", "tiep", "/dai-hoi/7?trang=2")))
                .isEqualTo("/dang-nhap?hetHan&tiep=%2Fdai-hoi%2F7%3Ftrang%3D2");
    }

    @ParameterizedTest
    @CsvSource({"same-origin, /dai-hoi", "same-site, /dang-nhap?hetHan", "cross-site, /dang-nhap?hetHan"})
    void aSignInWithoutASessionNeedsTheBrowsersWordThatItIsOurs(String site, String location) {
        String user = user(Set.of("CELL_SECRETARY"), Set.of());
        var visitor = visitor();
        var answer = visitor.send(visitor.request("/dang-nhap")
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + user + "&password=" + PASSWORD + "&tiep=/dai-hoi")));
        assertThat(visitor.location(answer)).startsWith(location);
        assertThat(visitor.open("/").statusCode()).isEqualTo(site.equals("same-origin") ? 200 : 302);
    }

    @Test
    void aForgedRequestToTheWebappsChangesNothingAndEndsNoSession() {
        var visitor = visitor().signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD);
        var forged = visitor.send(visitor.request("/camunda/api/admin/auth/user/default/logout")
                .header("X-XSRF-TOKEN", "0".repeat(32))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(visitor.open("/").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void anEndedRoleIsGoneFromAnOpenSession() {
        String user = user(Set.of("WARD_OFFICE"), Set.of());
        var visitor = visitor().signedIn(user, PASSWORD);
        assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        identities.setGroups(user, Set.of("CELL_SECRETARY"));
        assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).doesNotContain("cockpit");
        identities.setGroups(user, Set.of());
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
    }

    // HTTP Basic

    @Test
    void theEngineAsksForNameAndPasswordAndNeverRedirects() {
        for (String path : Set.of("/engine-rest", "/engine-rest/task", "/engine-rest/nothing")) {
            var answer = visitor().open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=\"daihoi\"");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        String user = user(Set.of("CELL_SECRETARY"), Set.of());
        var program = visitor().withBasic(user, PASSWORD);
        assertThat(program.get("/engine-rest/version").statusCode()).isEqualTo(200);
        assertThat(program.get("/engine-rest/version").statusCode()).isEqualTo(200);
        identities.setPassword(user, "Khac-2026-hoan-toan");
        assertThat(program.get("/engine-rest/version").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSitesPageCannotUseARememberedPassword() {
        var program = visitor().withBasic(user(Set.of("PROCESS_OWNER"), Set.of()), PASSWORD);
        var answer = program.send(program.request("/engine-rest/version")
                .header("Sec-Fetch-Site", "cross-site")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionOpensNothingOnTheRestInterface() {
        var visitor = visitor().signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD);
        assertThat(visitor.get("/engine-rest/version").statusCode()).isEqualTo(401);
    }

    // who may open what: the tables themselves are walked in RulesTest

    @ParameterizedTest
    @CsvSource({
        "CELL_SECRETARY, 200, 403, 403, 200, 403, 403, 403",
        "WARD_OFFICE, 200, 200, 403, 200, 200, 403, 403",
        "WORKING_GROUP_MEMBER, 200, 200, 403, 200, 200, 403, 403",
        "PROCESS_OWNER, 403, 200, 403, 200, 200, 403, 400",
        "ADMIN, 403, 403, 200, 403, 403, 200, 403"
    })
    void eachRoleOpensItsOwn(
            String role, int tasklist, int cockpit, int admin, int tasks, int jobs, int users, int deployment) {
        String user = user(Set.of(role), Set.of());
        var visitor = visitor().signedIn(user, PASSWORD);
        assertThat(visitor.open("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(visitor.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(visitor.open("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
        var program = visitor().withBasic(user, PASSWORD);
        for (var each : Set.of(visitor, program)) {
            String root = each == visitor ? Visitor.WEBAPP_ENGINE : "/engine-rest";
            assertThat(each.post(root + "/task?maxResults=5", "{}").statusCode())
                    .as(root)
                    .isEqualTo(tasks);
            assertThat(each.post(root + "/job?maxResults=5", "{}").statusCode())
                    .as(root)
                    .isEqualTo(jobs);
            assertThat(each.get(root + "/user/count").statusCode()).as(root).isEqualTo(users);
            assertThat(each.send("PUT", root + "/task/1/variables/a", "{}").statusCode())
                    .as(root)
                    .isEqualTo(403);
            assertThat(each.post(root + "/message", "{}").statusCode()).as(root).isEqualTo(403);
            assertThat(each.post(root + "/filter/create", "{}").statusCode())
                    .as(root)
                    .isEqualTo(403);
        }
        // 400: the wall let it through, and there was nothing in it to deploy
        var upload = program.send(program.request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")));
        assertThat(upload.statusCode()).isEqualTo(deployment);
    }

    @Test
    void oneWithoutARoleSeesNothing() {
        var visitor = visitor().signedIn(user(Set.of(), Set.of("dm")), PASSWORD);
        for (String path : Set.of(
                "/camunda/app/tasklist/default/", "/camunda/app/admin/default/", "/dai-hoi", "/to-chuc", "/nothing")) {
            assertThat(visitor.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(visitor.get(Visitor.WEBAPP_ENGINE + "/task?maxResults=5").statusCode())
                .isEqualTo(403);
    }

    @Test
    void oneWardDoesNotSeeAnothersTasks() {
        String ward = "w" + number();
        identities.ensureTenant(ward, ward);
        String theirs = user(Set.of("WARD_OFFICE"), Set.of(ward));
        String others = user(Set.of("WARD_OFFICE"), Set.of("dm"));
        String both = user(Set.of("WARD_OFFICE"), Set.of("dm", ward));
        String id = engine.inside(() -> {
            var task = tasks.newTask();
            task.setName("Việc của " + ward);
            task.setTenantId(ward);
            tasks.saveTask(task);
            return task.getId();
        });
        for (String root : Set.of("/engine-rest", Visitor.WEBAPP_ENGINE)) {
            String query = root + "/task?maxResults=100";
            assertThat(as(theirs, root).post(query, "{}").body()).contains(id);
            assertThat(as(both, root).post(query, "{}").body()).contains(id);
            assertThat(as(others, root).post(query, "{}").body()).doesNotContain(id);
            assertThat(as(others, root).get(root + "/task/" + id).statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void peopleSeeTheirNameAndChangeTheirPassword() {
        String user = user(Set.of("CELL_SECRETARY"), Set.of());
        var visitor = visitor().signedIn(user, PASSWORD);
        String account = Visitor.WEBAPP_ENGINE + "/user/" + user;
        assertThat(visitor.get(account + "/profile").body()).contains("Người thử");
        assertThat(visitor.get(Visitor.WEBAPP_ENGINE + "/user/admin/profile").statusCode())
                .isEqualTo(403);
        String change = "{\"authenticatedUserPassword\":\"%s\",\"password\":\"%s\"}";
        assertThat(visitor.send("PUT", account + "/credentials", change.formatted(PASSWORD, "yeu"))
                        .body())
                .contains("chưa đủ mạnh");
        assertThat(visitor.send("PUT", account + "/credentials", change.formatted(PASSWORD, "Moi-2026-hoan-toan"))
                        .statusCode())
                .isEqualTo(204);
        visitor().signedIn(user, "Moi-2026-hoan-toan");
    }

    // the two holes of 2026

    /** CVE-2026-77226. */
    @Test
    void nobodyReachesTheSetup() {
        String body = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"a\",\"lastName\":\"b\"},"
                + "\"credentials\":{\"password\":\"" + PASSWORD + "\"}}";
        var admin = visitor().signedIn(user(Set.of("ADMIN", "camunda-admin"), Set.of()), PASSWORD);
        for (String path : Set.of(
                "/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/%73etup/default/user/create")) {
            assertThat(visitor().post(path, body).statusCode()).isEqualTo(401);
            assertThat(admin.post(path, body).statusCode()).isEqualTo(403);
        }
        assertThat(visitor().open("/camunda/app/admin/default/setup/").statusCode())
                .isEqualTo(302);
        assertThat(admin.open("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
        assertThat(accounts.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void thereIsNoSecondLogin() {
        String user = user(Set.of("WARD_OFFICE"), Set.of());
        var visitor = visitor().signedIn(user, PASSWORD);
        var answer = visitor.send(visitor.request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", String.valueOf(visitor.cookie("XSRF-TOKEN")))
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + PASSWORD)));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    /** CVE-2026-109432. */
    @Test
    void noExpressionHidesInAQuery() {
        String user = user(Set.of("WARD_OFFICE"), Set.of());
        for (String root : Set.of("/engine-rest", Visitor.WEBAPP_ENGINE)) {
            var visitor = as(user, root);
            for (String path : Set.of("/task", "/task/count")) {
                assertThat(visitor.post(root + path + "?maxResults=5", HIDDEN_EXPRESSION)
                                .statusCode())
                        .as(root + path)
                        .isEqualTo(400);
            }
            String filter =
                    visitor.get(root + "/filter?maxResults=1").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            for (String path : Set.of("/list?firstResult=0&maxResults=5", "/count", "/singleResult")) {
                assertThat(visitor.post(root + "/filter/" + filter + path, HIDDEN_EXPRESSION)
                                .statusCode())
                        .as(root + path)
                        .isEqualTo(400);
            }
            assertThat(visitor.post(
                                    root + "/filter/" + filter + "/list?firstResult=0&maxResults=5",
                                    "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                            .statusCode())
                    .as("what Tasklist sends")
                    .isEqualTo(200);
        }
    }

    @Test
    void aQueryOfTheWebappsGetsALimit() {
        var visitor = visitor().signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD);
        assertThat(visitor.get(Visitor.WEBAPP_ENGINE + "/process-definition?sortBy=version&sortOrder=desc")
                        .statusCode())
                .isEqualTo(200);
    }

    // pages

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/admin/default/", "/no-such-page", "/actuator/env"})
    void aForbiddenPageIsOurs(String path) {
        var answer = visitor()
                .signedIn(user(Set.of("WARD_OFFICE"), Set.of()), PASSWORD)
                .open(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Không có quyền", "Đăng xuất", "lang=\"vi\"")
                .doesNotContain("Exception", "org.springframework", "Whitelabel", path);
    }

    @Test
    void errorsForProgramsAreShortAndVietnamese() {
        var answer = visitor().get(Visitor.WEBAPP_ENGINE + "/task");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("\"type\":\"Unauthorized\"", "Bạn cần đăng nhập");
    }

    @Test
    void ourPagesCarryTheirHeaders() {
        var headers = visitor().open("/dang-nhap").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void theLoginPageOffersTheDemoAccountsWithoutInlineScript() {
        assertThat(visitor().open("/dang-nhap").body())
                .contains("data-user=\"vanphong.dm\"", "Tài khoản dùng thử")
                .doesNotContain("onclick", "<script>", "javascript:");
    }

    @Test
    void healthTellsTheStatusAlone() {
        var answer = visitor().get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "PostgreSQL");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Visitor as(String user, String root) {
        return root.equals("/engine-rest")
                ? visitor().withBasic(user, PASSWORD)
                : visitor().signedIn(user, PASSWORD);
    }

    /** A person of this test's own. */
    private String user(Set<String> groups, Set<String> tenants) {
        String id = "access.u" + number();
        identities.ensureUser(id, "Người thử");
        identities.setPassword(id, PASSWORD);
        identities.setGroups(id, groups);
        identities.setTenants(id, tenants);
        return id;
    }

    private static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
