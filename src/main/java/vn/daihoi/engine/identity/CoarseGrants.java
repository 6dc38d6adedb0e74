package vn.daihoi.engine.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.RoleGroups;
import vn.daihoi.engine.RoleGroups.RoleGroup;
import vn.daihoi.engine.RoleGroups.Use;
import vn.daihoi.engine.StartHandler;

/**
 * The engine's authorizations: a few for each role group, none for a person, a task or an instance. Rebuilt whenever what
 * is wanted differs from what is there, so that a grant taken out of this file is gone after the next start.
 */
@Component
class CoarseGrants {

    private record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {

        int mask() {
            return permissions.stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
        }

        String text() {
            return group + " " + resource.resourceType() + " " + resourceId + " " + mask();
        }
    }

    private final RoleGroups roles;
    private final List<StartHandler<?>> starts;
    private final Identities identities;
    private final AuthorizationService authorizations;
    private final EngineCommands engine;
    private final JdbcClient jdbc;

    CoarseGrants(
            RoleGroups roles,
            List<StartHandler<?>> starts,
            Identities identities,
            AuthorizationService authorizations,
            EngineCommands engine,
            JdbcClient jdbc) {
        this.roles = roles;
        this.starts = starts;
        this.identities = identities;
        this.authorizations = authorizations;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Brings role groups and grants to what they should be. */
    void ensure(List<String> filterIds) {
        roles.roleGroups().forEach(role -> identities.ensureGroup(role.id(), role.title(), "ROLE"));
        identities.ensureGroup("camunda-admin", "Quản trị Camunda", "SYSTEM");
        Map<String, Grant> wanted = roles.roleGroups().stream()
                .flatMap(role -> grants(role, filterIds).stream())
                .collect(Collectors.toMap(Grant::text, grant -> grant, (a, b) -> a, TreeMap::new));
        var there = jdbc.sql("select group_id_ || ' ' || resource_type_ || ' ' || resource_id_ || ' ' || perms_"
                        + " from act_ru_authorization")
                .query(String.class)
                .set();
        if (there.equals(wanted.keySet())) {
            return;
        }
        engine.inside(() -> authorizations
                .createAuthorizationQuery()
                .listPage(0, Integer.MAX_VALUE)
                .forEach(row -> authorizations.deleteAuthorization(row.getId())));
        engine.inside(() -> wanted.values().forEach(this::save));
    }

    private void save(Grant grant) {
        var row = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        row.setGroupId(grant.group());
        row.setResource(grant.resource());
        row.setResourceId(grant.resourceId());
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }

    private List<Grant> grants(RoleGroup role, List<String> filterIds) {
        var grants = new ArrayList<Grant>();
        var group = role.id();
        grants.add(new Grant(group, Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS)));
        if (role.use() != Use.ADMINISTRATOR) {
            // the web applications show a person their own profile; the wall in front lets nobody ask for another's
            grants.add(new Grant(group, Resources.USER, ANY, List.of(Permissions.READ)));
        }
        switch (role.use()) {
            case STAFF -> work(group, filterIds, grants);
            case SUPERVISOR -> {
                work(group, filterIds, grants);
                watch(group, grants);
            }
            case PROCESS_OWNER -> {
                watch(group, grants);
                // the engine keeps one row for a group and a resource
                grants.removeIf(grant -> grant.resource() == Resources.DEPLOYMENT);
                grants.add(new Grant(group, Resources.DEPLOYMENT, ANY, List.of(Permissions.CREATE, Permissions.READ)));
            }
            case ADMINISTRATOR -> administer(group, grants);
        }
        starts.stream().filter(start -> start.starters().contains(group)).forEach(start -> {
            grants.add(new Grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    start.process(),
                    List.of(Permissions.READ, Permissions.CREATE_INSTANCE)));
            grants.add(new Grant(group, Resources.PROCESS_INSTANCE, ANY, List.of(Permissions.CREATE)));
        });
        return grants;
    }

    /** Reading is wide and wards are kept apart by tenants; claiming and completing is decided by the form gate. */
    private static void work(String group, List<String> filterIds, List<Grant> grants) {
        grants.add(new Grant(group, Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)));
        // without READ_VARIABLE no form opens; a task's variables are references and outcomes, never what people wrote
        grants.add(new Grant(
                group,
                Resources.TASK,
                ANY,
                List.of(Permissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK)));
        filterIds.forEach(id -> grants.add(new Grant(group, Resources.FILTER, id, List.of(Permissions.READ))));
        grants.add(new Grant(group, Resources.PROCESS_DEFINITION, ANY, List.of(Permissions.READ)));
    }

    private static void watch(String group, List<Grant> grants) {
        grants.removeIf(grant -> grant.resource() == Resources.PROCESS_DEFINITION);
        grants.add(new Grant(group, Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)));
        grants.add(new Grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                List.of(
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        Permissions.READ_TASK,
                        Permissions.READ_HISTORY,
                        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.RETRY_JOB)));
        grants.add(new Grant(
                group, Resources.DECISION_DEFINITION, ANY, List.of(Permissions.READ, Permissions.READ_HISTORY)));
        grants.add(new Grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, List.of(Permissions.READ)));
        grants.add(new Grant(group, Resources.DEPLOYMENT, ANY, List.of(Permissions.READ)));
    }

    /** Accounts and nothing else: an administrator reads no task, no instance and no form. */
    private static void administer(String group, List<Grant> grants) {
        grants.add(new Grant(group, Resources.APPLICATION, "admin", List.of(Permissions.ACCESS)));
        grants.add(new Grant(
                group, Resources.USER, ANY, List.of(Permissions.READ, Permissions.CREATE, Permissions.UPDATE)));
        for (var resource : List.of(Resources.GROUP, Resources.TENANT, Resources.AUTHORIZATION)) {
            grants.add(new Grant(group, resource, ANY, List.of(Permissions.READ)));
        }
        grants.add(new Grant(
                group, Resources.OPERATION_LOG_CATEGORY, "Admin", List.of(UserOperationLogCategoryPermissions.READ)));
    }
}
