package vn.daihoi.access;

import static vn.daihoi.access.RuleTable.users;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.access.RuleTable.Who;
import vn.daihoi.engine.RoleGroups.Use;

/**
 * The outer wall round the engine's REST interface, the same for {@code /engine-rest} and for the copy of it that the
 * web applications use. What isn't listed is denied for everybody: writing variables, modifying, migrating, deleting
 * and restarting instances, messages, signals, batches, external tasks, saving filters, memberships.
 *
 * <p>The lists hold what Tasklist, Cockpit, Admin and Welcome 7.24 really call, and what Modeler needs to deploy.
 */
final class EngineRules {

    private static final Set<String> GET = Set.of("GET");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> PUT = Set.of("PUT");
    private static final Set<String> OPTIONS = Set.of("OPTIONS");
    /** Queries come either way; a long one doesn't fit into an address. */
    private static final Set<String> QUERY = Set.of("GET", "POST");

    private static final Who ANYONE = users(Use.STAFF, Use.SUPERVISOR, Use.PROCESS_OWNER, Use.ADMINISTRATOR);
    private static final Who STAFF = users(Use.STAFF);
    private static final Who COCKPIT = users(Use.SUPERVISOR, Use.PROCESS_OWNER);
    private static final Who CONTENT = users(Use.STAFF, Use.SUPERVISOR, Use.PROCESS_OWNER);
    private static final Who PROCESS_OWNER = users(Use.PROCESS_OWNER);
    private static final Who ADMIN = users(Use.ADMINISTRATOR);

    private static final RuleTable TABLE = table();

    private EngineRules() {}

    /**
     * Whether this call may go on to the engine.
     *
     * @param path below the root of the engine's resources, beginning with a slash
     * @param person null for nobody signed in
     */
    static boolean allows(String method, String path, @Nullable Person person, Set<Use> uses) {
        return TABLE.allows(method, path, person, uses);
    }

    /** The table itself, for the tests that walk it. */
    static RuleTable rules() {
        return TABLE;
    }

    private static RuleTable table() {
        var table = RuleTable.builder();
        everyApplication(table);
        tasks(table);
        starting(table);
        reading(table);
        watching(table);
        deploying(table);
        accounts(table);
        return table.build();
    }

    private static void everyApplication(RuleTable.Builder table) {
        table.allow(ANYONE, GET, "/engine", "/version", "/authorization/check", "/identity/groups")
                .allow(ANYONE, QUERY, "/identity/password-policy")
                // Welcome lists the person's own groups; the engine gives those rows only that a grant covers
                .allow(ANYONE, QUERY, "/group", "/group/count")
                .allow(new Who.Self(), GET, "/user/{self}/profile")
                .allow(new Who.Self(), PUT, "/user/{self}/credentials");
    }

    /** Tasks and filters, as Tasklist uses them. Due date, delegation and identity links are not for changing. */
    private static void tasks(RuleTable.Builder table) {
        table.allow(CONTENT, QUERY, "/task", "/task/count")
                .allow(COCKPIT, GET, "/task/report/candidate-group-count")
                .allow(CONTENT, GET, "/task/{id}", "/task/{id}/identity-links")
                .allow(
                        STAFF,
                        GET,
                        "/task/{id}/form",
                        "/task/{id}/deployed-form",
                        "/task/{id}/rendered-form",
                        "/task/{id}/form-variables",
                        "/task/{id}/comment",
                        "/task/{id}/comment/{comment}",
                        "/task/{id}/attachment")
                .allow(
                        STAFF,
                        POST,
                        "/task/{id}/claim",
                        "/task/{id}/unclaim",
                        "/task/{id}/assignee",
                        "/task/{id}/submit-form",
                        "/task/{id}/complete",
                        "/task/{id}/comment/create")
                .allow(STAFF, GET, "/filter", "/filter/count", "/filter/{id}")
                .allow(STAFF, OPTIONS, "/filter", "/filter/{id}")
                .allow(STAFF, QUERY, "/filter/{id}/list", "/filter/{id}/count", "/filter/{id}/singleResult");
    }

    private static void starting(RuleTable.Builder table) {
        for (String definition : definitions()) {
            table.allow(
                            STAFF,
                            GET,
                            definition + "/startForm",
                            definition + "/deployed-start-form",
                            definition + "/rendered-form",
                            definition + "/form-variables")
                    .allow(STAFF, POST, definition + "/submit-form", definition + "/start");
        }
    }

    /** What staff and the watchers read alike; which rows they get is the engine's affair. */
    private static void reading(RuleTable.Builder table) {
        table.allow(CONTENT, GET, "/process-definition", "/process-definition/count")
                .allow(COCKPIT, GET, "/process-definition/statistics");
        for (String definition : definitions()) {
            table.allow(CONTENT, GET, definition, definition + "/xml", definition + "/diagram");
        }
        table.allow(
                        CONTENT,
                        QUERY,
                        "/process-instance",
                        "/process-instance/count",
                        "/execution",
                        "/execution/count",
                        "/variable-instance",
                        "/variable-instance/count")
                .allow(CONTENT, GET, "/process-instance/{id}")
                .allow(
                        CONTENT,
                        QUERY,
                        "/history/task",
                        "/history/task/count",
                        "/history/process-instance",
                        "/history/process-instance/count",
                        "/history/activity-instance",
                        "/history/activity-instance/count")
                .allow(
                        CONTENT,
                        GET,
                        "/history/user-operation",
                        "/history/user-operation/count",
                        "/history/process-instance/{id}");
    }

    /** Cockpit: instances on their diagrams, what failed, what was decided; and trying a failed job again. */
    private static void watching(RuleTable.Builder table) {
        for (String definition : definitions()) {
            table.allow(COCKPIT, GET, definition + "/statistics", definition + "/static-called-process-definitions");
        }
        table.allow(
                        COCKPIT,
                        GET,
                        "/process-instance/{id}/activity-instances",
                        "/process-instance/{id}/comment",
                        "/incident",
                        "/incident/count",
                        "/incident/{id}",
                        "/job/{id}",
                        "/job-definition/{id}",
                        "/decision-definition",
                        "/decision-definition/count",
                        "/decision-definition/{id}",
                        "/decision-definition/{id}/xml",
                        "/decision-requirements-definition",
                        "/decision-requirements-definition/count",
                        "/decision-requirements-definition/{id}",
                        "/decision-requirements-definition/{id}/xml",
                        "/deployment",
                        "/deployment/count",
                        "/deployment/registered",
                        "/deployment/{id}",
                        "/deployment/{id}/resources",
                        "/deployment/{id}/resources/{resource}",
                        "/deployment/{id}/resources/{resource}/data",
                        "/history/activity-instance/{id}",
                        "/history/incident",
                        "/history/incident/count",
                        "/history/decision-instance",
                        "/history/decision-instance/count",
                        "/history/decision-instance/{id}",
                        "/history/process-definition/{id}/statistics",
                        "/history/process-definition/cleanable-process-instance-report",
                        "/history/process-definition/cleanable-process-instance-report/count",
                        "/history/cleanup/configuration",
                        "/history/cleanup/job",
                        "/history/cleanup/jobs",
                        "/telemetry/configuration",
                        // nothing ever makes a case or a batch, but Cockpit's pages count them
                        "/case-definition/count",
                        "/batch",
                        "/batch/count",
                        "/batch/statistics",
                        "/batch/statistics/",
                        "/batch/statistics/count",
                        "/history/batch",
                        "/history/batch/count")
                .allow(
                        COCKPIT,
                        QUERY,
                        "/job",
                        "/job/count",
                        "/job-definition",
                        "/job-definition/count",
                        "/external-task",
                        "/external-task/count",
                        "/history/variable-instance",
                        "/history/variable-instance/count",
                        "/history/job-log",
                        "/history/job-log/count",
                        "/history/detail",
                        "/history/detail/count",
                        "/history/external-task-log",
                        "/history/external-task-log/count")
                .allow(COCKPIT, PUT, "/job/{id}/retries")
                // a stack trace is for those who can mend the model
                .allow(PROCESS_OWNER, GET, "/job/{id}/stacktrace", "/history/job-log/{id}/stacktrace");
    }

    private static void deploying(RuleTable.Builder table) {
        table.allow(PROCESS_OWNER, POST, "/deployment/create");
    }

    /**
     * Accounts for administrators, who see no content. Groups, tenants and memberships mirror the organisation, which
     * alone writes them; an account isn't deleted, since its id must never be used again.
     */
    private static void accounts(RuleTable.Builder table) {
        // Cockpit's batch page asks for names too; the engine gives only those a grant covers
        table.allow(users(Use.ADMINISTRATOR, Use.SUPERVISOR, Use.PROCESS_OWNER), GET, "/user");
        table.allow(
                        ADMIN,
                        GET,
                        "/user/count",
                        "/user/{id}/profile",
                        "/group/{id}",
                        "/tenant",
                        "/tenant/count",
                        "/telemetry/data",
                        "/tenant/{id}",
                        "/authorization",
                        "/authorization/count",
                        "/authorization/{id}")
                .allow(
                        ADMIN,
                        OPTIONS,
                        "/tenant/",
                        "/group/",
                        "/user/",
                        "/user",
                        "/user/",
                        "/user/{id}",
                        "/group",
                        "/group/",
                        "/group/{id}",
                        "/group/{id}/members",
                        "/tenant",
                        "/tenant/",
                        "/tenant/{id}",
                        "/tenant/{id}/user-members",
                        "/tenant/{id}/group-members",
                        "/authorization",
                        "/authorization/{id}")
                .allow(ADMIN, POST, "/user/create", "/user/{id}/unlock")
                .allow(ADMIN, PUT, "/user/{id}/profile", "/user/{id}/credentials");
    }

    private static String[] definitions() {
        return new String[] {
            "/process-definition/key/{key}/tenant-id/{tenant}",
            "/process-definition/key/{key}",
            "/process-definition/{id}"
        };
    }
}
