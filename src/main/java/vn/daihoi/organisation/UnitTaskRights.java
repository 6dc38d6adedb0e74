package vn.daihoi.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.TaskRights;

/** Turns the role named in a model into the group of the unit which the task concerns. */
@Component
class UnitTaskRights implements TaskRights {

    /**
     * Those who answer for the whole of the work of a ward, with its cells and organisations, or of a superior, with its
     * working groups, and so may hand a stuck task to someone else. Neither has a say in the tasks of the other.
     */
    private static final Set<Role> WARD_SUPERVISORS =
            EnumSet.of(Role.WARD_SECRETARY, Role.WARD_DEPUTY, Role.WARD_OFFICE);

    private static final Set<Role> SUPERIOR_SUPERVISORS = EnumSet.of(Role.SUPERIOR_SECRETARY, Role.SUPERIOR_OFFICE);

    /** The one variable that may name a role in a model; whoever starts the process writes it. */
    private static final String ROLE_VARIABLE = "ownerRole";

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitTaskRights(Units units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String candidateGroup(String role, UnitReference unitReference) {
        var known = Role.named(role).orElseThrow(() -> new IllegalArgumentException("there is no role named " + role));
        var variable = known.ofWorkingGroup() ? "workingGroupId" : known.level().unitVariable();
        if (variable == null) {
            return OrganisationGroups.of(known);
        }
        if (unitReference.value(variable) instanceof String unit && !unit.isBlank()) {
            return OrganisationGroups.of(unit, known);
        }
        throw new IllegalStateException("a task for " + role + " needs the process variable " + variable);
    }

    @Override
    public String candidateGroupNamedBy(String variable, UnitReference unitReference) {
        // a cell or an organisation could not be told from its ward by the references such a process carries, and a
        // superior must not become the owner of what it is to review
        if (knowsVariable(variable)
                && unitReference.value(variable) instanceof String name
                && Role.named(name)
                        .filter(role -> role.level() == RoleLevel.WARD)
                        .isPresent()) {
            return candidateGroup(name, unitReference);
        }
        throw new IllegalStateException("the process variable " + variable + " names no role of a ward");
    }

    @Override
    public @Nullable String subject(UnitReference unitReference) {
        return Stream.of(RoleLevel.CELL, RoleLevel.ORGANISATION, RoleLevel.WARD)
                .map(RoleLevel::unitVariable)
                .filter(Objects::nonNull)
                .map(unitReference::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .map(id -> units.find(id).map(Unit::name).orElse(id))
                .orElse(null);
    }

    @Override
    public boolean knows(String role) {
        return Role.named(role).isPresent();
    }

    @Override
    public boolean knowsVariable(String variable) {
        return ROLE_VARIABLE.equals(variable);
    }

    @Override
    public boolean supervises(Collection<String> groups, @Nullable String tenant, Collection<String> offeredTo) {
        return !offeredTo.isEmpty()
                && offeredTo.stream()
                        .allMatch(group -> supervisorsOf(group, tenant).anyMatch(groups::contains));
    }

    /** The groups of those who answer for the holders of a role. */
    private Stream<String> supervisorsOf(String group, @Nullable String ward) {
        var unit = OrganisationGroups.unit(group);
        var role = OrganisationGroups.role(group).orElse(null);
        if (unit == null || role == null) {
            return Stream.empty();
        }
        if (role.level() != RoleLevel.SUPERIOR) {
            return ward == null ? Stream.empty() : groups(ward, WARD_SUPERVISORS);
        }
        return role.ofWorkingGroup()
                ? units.superiorOf(unit, today()).stream().flatMap(above -> groups(above.id(), SUPERIOR_SUPERVISORS))
                : groups(unit, SUPERIOR_SUPERVISORS);
    }

    private static Stream<String> groups(String unit, Set<Role> roles) {
        return roles.stream().map(role -> OrganisationGroups.of(unit, role));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    @Override
    public List<Represented> representedBy(String user) {
        return jdbc.sql("select r.absent_id, r.role, r.unit_id" + StoredMembers.HELD
                        + " and r.account_id = :user and r.absent_id is not null order by 1, 2, 3")
                .param("on", today())
                .param("user", user)
                .query((row, number) -> new Represented(
                        row.getString("absent_id"),
                        OrganisationGroups.of(row.getString("unit_id"), Role.valueOf(row.getString("role")))))
                .list();
    }
}
