package vn.daihoi.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.daihoi.engine.RoleGroups;
import vn.daihoi.engine.RoleGroups.RoleGroup;
import vn.daihoi.engine.RoleGroups.Use;

/** Says what the holders of some groups use the system for, from the roles that the organisation names. */
@Component
class Audience {

    private final SingletonSupplier<Map<String, Use>> useByGroup;

    Audience(ObjectProvider<RoleGroups> roles) {
        this.useByGroup = SingletonSupplier.of(() -> roles.stream()
                .flatMap(source -> source.roleGroups().stream())
                .collect(Collectors.toUnmodifiableMap(RoleGroup::id, RoleGroup::use)));
    }

    /** The uses of one with these groups; a supervisor is staff too. Empty for one whose last role has ended. */
    Set<Use> usesOf(Collection<String> groups) {
        var known = useByGroup.obtain();
        var uses = EnumSet.noneOf(Use.class);
        for (String group : groups) {
            Use use = group.equals(Groups.CAMUNDA_ADMIN) ? Use.ADMINISTRATOR : known.get(group);
            if (use != null) {
                uses.add(use);
            }
        }
        if (uses.contains(Use.SUPERVISOR)) {
            uses.add(Use.STAFF);
        }
        return uses;
    }
}
