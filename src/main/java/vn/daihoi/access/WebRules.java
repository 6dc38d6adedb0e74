package vn.daihoi.access;

import static vn.daihoi.access.RuleTable.users;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.access.RuleTable.Who;
import vn.daihoi.engine.RoleGroups.Use;

/**
 * Who may open which page and which part of the web applications. What isn't listed is denied. The engine resources
 * behind the web applications have their own table, {@link EngineRules}.
 */
final class WebRules {

    /** Where the web applications find the engine's resources. */
    static final String WEBAPP_ENGINE = "/camunda/api/engine/engine/default";

    private static final Set<String> ANY_METHOD = Set.of();
    private static final Set<String> GET = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");

    private static final Who EVERYBODY = new Who.Everybody();
    private static final Who SIGNED_IN = new Who.SignedIn();
    private static final Who NOBODY = new Who.Nobody();
    private static final Who STAFF = users(Use.STAFF);
    private static final Who COCKPIT = users(Use.SUPERVISOR, Use.PROCESS_OWNER);
    private static final Who ADMIN = users(Use.ADMINISTRATOR);

    private static final RuleTable TABLE = RuleTable.builder()
            // CVE-2026-77226: the setup page makes an administrator for anybody once camunda-admin is empty
            .allow(NOBODY, ANY_METHOD, "/camunda/api/admin/setup/**", "/camunda/app/admin/{engine}/setup/**")
            // a second way in would be a second throttle and a second session
            .allow(NOBODY, ANY_METHOD, "/camunda/api/{app}/auth/user/{engine}/login/{name}")
            .allow(EVERYBODY, ANY_METHOD, "/loi")
            .allow(EVERYBODY, Set.of("GET", "HEAD", "POST"), "/dang-nhap")
            .allow(EVERYBODY, GET, "/webjars/**", "/assets/**", "/favicon.ico")
            .allow(EVERYBODY, GET, "/actuator/health", "/actuator/health/{probe}")
            .allow(SIGNED_IN, GET, "/")
            .allow(STAFF, ANY_METHOD, "/dai-hoi/**")
            .allow(STAFF, ANY_METHOD, "/van-kien/**")
            .allow(STAFF, ANY_METHOD, "/lay-y-kien/**")
            .allow(STAFF, ANY_METHOD, "/lam-viec/**", "/nhiem-vu/**", "/hoan-thien/**", "/trinh-duyet/**")
            .allow(users(Use.STAFF, Use.PROCESS_OWNER), ANY_METHOD, "/quy-tac/**")
            .allow(users(Use.SUPERVISOR, Use.PROCESS_OWNER, Use.ADMINISTRATOR), ANY_METHOD, "/nhat-ky/**")
            .allow(users(Use.PROCESS_OWNER), ANY_METHOD, "/quy-trinh/phien-ban")
            .allow(EVERYBODY, Set.of("GET", "HEAD", "POST"), "/gop-y", "/gop-y/**")
            .allow(ADMIN, ANY_METHOD, "/to-chuc/**")
            .allow(SIGNED_IN, GET, "/camunda", "/camunda/", "/camunda/app", "/camunda/app/")
            .allow(SIGNED_IN, GET, "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico")
            .allow(SIGNED_IN, GET, "/camunda/app/welcome/**", "/camunda/api/welcome/**")
            .allow(SIGNED_IN, GET, "/camunda/api/admin/auth/user/default")
            .allow(SIGNED_IN, GET, "/camunda/api/engine/engine", "/camunda/api/engine/engine/")
            .allow(STAFF, GET, "/camunda/app/tasklist/**", "/camunda/api/tasklist/**")
            .allow(COCKPIT, GET, "/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
            .allow(
                    COCKPIT,
                    POST,
                    "/camunda/api/cockpit/plugin/base/default/process-instance",
                    "/camunda/api/cockpit/plugin/base/default/process-instance/count",
                    "/camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances",
                    "/camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions",
                    "/camunda/api/cockpit/plugin/base/default/incident",
                    "/camunda/api/cockpit/plugin/base/default/incident/",
                    "/camunda/api/cockpit/plugin/base/default/incident/count")
            .allow(ADMIN, GET, "/camunda/app/admin/**", "/camunda/api/admin/**")
            .build();

    private WebRules() {}

    /**
     * Whether this request may pass.
     *
     * @param path as it came over the wire, below the context path
     * @param person null for nobody signed in
     */
    static boolean allows(String method, String path, @Nullable Person person, Set<Use> uses) {
        if (path.startsWith(WEBAPP_ENGINE + "/")) {
            return EngineRules.allows(method, path.substring(WEBAPP_ENGINE.length()), person, uses);
        }
        return TABLE.allows(method, path, person, uses);
    }
}
