package vn.daihoi.organisation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.TaskRights;

/** Turns the role named in a model into the group of the unit which the task concerns. */
@Component
class UnitTaskRights implements TaskRights {

    /** Those who answer for the whole of a ward's work and so may hand a stuck task to someone else. */
    private static final Set<Role> SUPERVISORS = EnumSet.of(Role.WARD_SECRETARY, Role.WARD_DEPUTY, Role.WARD_OFFICE);

    /** The one variable that may name a role in a model; whoever starts the process writes it. */
    private static final String ROLE_VARIABLE = "ownerRole";

    private final Units units;

    UnitTaskRights(Units units) {
        this.units = units;
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
    public boolean supervises(Collection<String> groups, @Nullable String tenant) {
        return tenant != null
                && SUPERVISORS.stream().anyMatch(role -> groups.contains(OrganisationGroups.of(tenant, role)));
    }
}
