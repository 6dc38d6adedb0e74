package vn.daihoi.engine.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.CredentialsChanged;
import vn.daihoi.engine.EngineCommands;
import vn.daihoi.engine.Identities;
import vn.daihoi.engine.NewUser;

/** Keeps the engine's own users, groups and tenants. Reads go straight to its tables: they are many and small. */
@Component
class EngineIdentities implements Identities {

    private final IdentityService identity;
    private final EngineCommands engine;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    EngineIdentities(
            IdentityService identity, EngineCommands engine, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.identity = identity;
        this.engine = engine;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void ensureUser(String id, String displayName) {
        engine.inside(() -> {
            var user = identity.createUserQuery().userId(id).singleResult();
            if (user == null) {
                user = identity.newUser(id);
            } else if (displayName.equals(user.getLastName())) {
                return;
            }
            user.setFirstName("");
            user.setLastName(displayName);
            identity.saveUser(user);
        });
    }

    @Override
    public void ensureUsers(Collection<NewUser> users, String sharedPassword) {
        var there = new HashSet<>(column("select id_ from act_id_user", null));
        var missing = users.stream().filter(user -> !there.contains(user.id())).toList();
        if (missing.isEmpty()) {
            return;
        }
        var first = missing.get(0);
        engine.inside(() -> {
            var user = identity.newUser(first.id());
            user.setFirstName("");
            user.setLastName(first.displayName());
            user.setPassword(sharedPassword);
            // a public password would never meet the password policy
            ((IdentityServiceImpl) identity).saveUser(user, true);
        });
        engine.inside(() -> {
            var hashed =
                    (UserEntity) identity.createUserQuery().userId(first.id()).singleResult();
            for (var newUser : missing.subList(1, missing.size())) {
                var user = (UserEntity) identity.newUser(newUser.id());
                user.setFirstName("");
                user.setLastName(newUser.displayName());
                user.setSalt(hashed.getSalt());
                user.setDbPassword(hashed.getPassword());
                identity.saveUser(user);
            }
        });
    }

    @Override
    public void setPassword(String userId, String password) {
        engine.inside(() -> {
            var user = identity.createUserQuery().userId(userId).singleResult();
            if (user == null) {
                throw new IllegalArgumentException("No user " + userId);
            }
            user.setPassword(password);
            identity.saveUser(user);
        });
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return identity.checkPassword(userId, password);
    }

    @Override
    public void ensureGroup(String id, String name, String type) {
        if (column("select id_ from act_id_group where id_ = :id", id).isEmpty()) {
            engine.inside(() -> {
                var group = identity.newGroup(id);
                group.setName(name);
                group.setType(type);
                identity.saveGroup(group);
            });
        }
    }

    @Override
    public void ensureTenant(String id, String name) {
        if (column("select id_ from act_id_tenant where id_ = :id", id).isEmpty()) {
            engine.inside(() -> {
                var tenant = identity.newTenant(id);
                tenant.setName(name);
                identity.saveTenant(tenant);
            });
        }
    }

    @Override
    public void setGroups(String userId, Set<String> groups) {
        var have = groupsOf(userId);
        if (have.equals(groups)) {
            return;
        }
        engine.inside(() -> {
            minus(have, groups).forEach(group -> identity.deleteMembership(userId, group));
            minus(groups, have).forEach(group -> identity.createMembership(userId, group));
        });
        events.publishEvent(new CredentialsChanged(userId));
    }

    @Override
    public void setTenants(String userId, Set<String> tenants) {
        var have = tenantsOf(userId);
        if (have.equals(tenants)) {
            return;
        }
        engine.inside(() -> {
            minus(have, tenants).forEach(tenant -> identity.deleteTenantUserMembership(tenant, userId));
            minus(tenants, have).forEach(tenant -> identity.createTenantUserMembership(tenant, userId));
        });
        events.publishEvent(new CredentialsChanged(userId));
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return Set.copyOf(column("select group_id_ from act_id_membership where user_id_ = :id", userId));
    }

    @Override
    public Set<String> tenantsOf(String userId) {
        return Set.copyOf(column("select tenant_id_ from act_id_tenant_member where user_id_ = :id", userId));
    }

    private List<String> column(String sql, @Nullable String id) {
        var statement = jdbc.sql(sql);
        return (id == null ? statement : statement.param("id", id))
                .query(String.class)
                .list();
    }

    private static Set<String> minus(Set<String> from, Set<String> taken) {
        var rest = new HashSet<>(from);
        rest.removeAll(taken);
        return rest;
    }
}
