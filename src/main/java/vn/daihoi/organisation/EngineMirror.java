package vn.daihoi.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.engine.Identities;

/**
 * Makes the engine's groups and tenants say what the organisation says today. Always computed anew from what is stored,
 * never added to, so it may run as often as one likes.
 */
@Component
class EngineMirror {

    /** The engine's own group for its administration, held by whoever administers the system. */
    private static final String ENGINE_ADMINISTRATORS = "camunda-admin";

    private final JdbcClient jdbc;
    private final Units units;
    private final Members members;
    private final Identities identities;
    private final Passwords passwords;
    private final Clock clock;

    EngineMirror(
            JdbcClient jdbc, Units units, Members members, Identities identities, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.members = members;
        this.identities = identities;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Everybody; run at start and after midnight, when roles begin and end by their dates. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void everybody() {
        of(jdbc.sql("select id from account order by id").query(String.class).list());
    }

    /** Those whose rights can depend on this unit: through a role in it, below it, above it, or in a body serving it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void around(String unit) {
        of(jdbc.sql(
                        """
                        with recursive below (id) as (
                            select :unit
                            union select s.unit_id from unit_superior s join below b on s.superior_id = b.id),
                        above (id) as (
                            select id from below
                            union select s.superior_id from unit_superior s join above a on s.unit_id = a.id),
                        concerned (id) as (
                            select id from above
                            union select body_id from body_assignment where ward_id in (select id from above))
                        select distinct account_id from role_assignment
                        where unit_id is null or unit_id in (select id from concerned) order by account_id
                        """)
                .param("unit", unit)
                .query(String.class)
                .list());
    }

    /** These accounts and whoever stands in for one of them: a substitute has what the absent one has, and no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(Collection<String> accounts) {
        var run = new Run(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        var all = new LinkedHashSet<>(accounts);
        all.addAll(substitutesOf(all));
        all.forEach(run::mirror);
    }

    private List<String> substitutesOf(Set<String> accounts) {
        return jdbc.sql("select distinct substitute_id from substitution where absent_id = any(:accounts) order by 1")
                .param("accounts", accounts.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** One pass, which remembers what it has looked up. */
    private final class Run {

        private final LocalDate today;
        private final Map<String, Set<String>> wardsByUnit = new HashMap<>();
        private final Set<String> ensuredGroups = new HashSet<>();

        Run(LocalDate today) {
            this.today = today;
        }

        void mirror(String accountId) {
            var account = members.find(accountId).orElseThrow();
            identities.ensureUser(accountId, account.displayName());
            Set<String> groups = new HashSet<>();
            Set<String> tenants = new HashSet<>();
            for (var held : members.rolesOf(accountId, today)) {
                groups.addAll(groupsFor(held));
                tenants.addAll(wardsFor(held));
            }
            groups.forEach(this::ensureGroup);
            identities.setGroups(accountId, groups);
            identities.setTenants(accountId, tenants);
            if (account.validTo() != null && account.validTo().isBefore(today)) {
                close(accountId);
            }
        }

        private List<String> groupsFor(Members.HeldRole held) {
            var coarse = OrganisationGroups.of(held.role());
            if (held.role() == Role.ADMIN) {
                return List.of(coarse, ENGINE_ADMINISTRATORS);
            }
            return held.unit() == null
                    ? List.of(coarse)
                    : List.of(coarse, OrganisationGroups.of(held.unit(), held.role()));
        }

        private Set<String> wardsFor(Members.HeldRole held) {
            if (held.unit() != null) {
                return wardsByUnit.computeIfAbsent(held.unit(), unit -> {
                    Set<String> wards = new HashSet<>();
                    units.wardOf(unit, today).ifPresent(ward -> wards.add(tenant(ward)));
                    units.wardsOf(unit, today).forEach(ward -> wards.add(tenant(ward)));
                    return wards;
                });
            }
            // an administrator has no business with any ward; whoever looks after the processes has it with all
            return held.role() == Role.PROCESS_OWNER
                    ? wardsByUnit.computeIfAbsent("", all -> {
                        Set<String> wards = new HashSet<>();
                        units.wards(today).forEach(ward -> wards.add(tenant(ward)));
                        return wards;
                    })
                    : Set.of();
        }

        private String tenant(Unit ward) {
            identities.ensureTenant(ward.id(), ward.name());
            return ward.id();
        }

        private void ensureGroup(String group) {
            if (!ensuredGroups.add(group)) {
                return;
            }
            var unit = OrganisationGroups.unit(group);
            var title = OrganisationGroups.role(group).map(Role::title).orElse(group);
            if (unit != null) {
                var unitName = units.shortNameOf(unit);
                identities.ensureGroup(group, title + " – " + unitName, "UNIT_ROLE");
            } else if (group.equals(ENGINE_ADMINISTRATORS)) {
                identities.ensureGroup(group, "Quản trị Camunda", "SYSTEM");
            } else {
                identities.ensureGroup(group, title, "ROLE");
            }
        }

        /** Roles are gone already; this keeps an ended account from signing in at all. */
        private void close(String accountId) {
            var closed = jdbc.sql("update account set closed_at = :now where id = :id and closed_at is null")
                    .param("now", java.sql.Timestamp.from(clock.instant()))
                    .param("id", accountId)
                    .update();
            if (closed == 1) {
                identities.setPassword(accountId, passwords.generate());
            }
        }
    }
}
