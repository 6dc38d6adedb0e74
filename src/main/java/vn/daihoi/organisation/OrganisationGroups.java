package vn.daihoi.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How roles are named as groups: {@code WARD_OFFICE} for the role anywhere, {@code dm:WARD_OFFICE} in one unit. */
public final class OrganisationGroups {

    private static final char SEPARATOR = ':';

    private OrganisationGroups() {}

    /** The group of those who hold the role in whatever unit. */
    public static String of(Role role) {
        return role.name();
    }

    /** The group of those who hold the role in this unit. */
    public static String of(String unit, Role role) {
        return unit + SEPARATOR + role.name();
    }

    /** Id of the unit a group belongs to, null for a group of no unit. */
    static @Nullable String unit(String group) {
        int at = group.indexOf(SEPARATOR);
        return at < 0 ? null : group.substring(0, at);
    }

    /** The role a group stands for, anywhere or in one unit; empty for a group of no role. */
    static Optional<Role> role(String group) {
        return Role.named(group.substring(group.indexOf(SEPARATOR) + 1));
    }
}
