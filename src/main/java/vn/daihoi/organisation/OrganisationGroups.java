package vn.daihoi.organisation;

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
}
