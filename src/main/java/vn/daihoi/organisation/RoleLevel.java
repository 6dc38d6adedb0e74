package vn.daihoi.organisation;

import org.jspecify.annotations.Nullable;

/** At which floor of the organisation a role is held. */
public enum RoleLevel {
    /** In a cell. */
    CELL("cellId", "Chi bộ"),
    /** In a ward. */
    WARD("wardId", "Phường"),
    /** In the body above the ward, or in a working group which that body has formed. */
    SUPERIOR("superiorId", "Cấp trên"),
    /** In an organisation that the ward consults. */
    ORGANISATION("organisationId", "Tổ chức"),
    /** In the system as such, in no unit. */
    SYSTEM(null, "Hệ thống");

    private final @Nullable String unitVariable;
    private final String title;

    RoleLevel(@Nullable String unitVariable, String title) {
        this.unitVariable = unitVariable;
        this.title = title;
    }

    /** Name of the process variable that says in which unit a task of this level belongs; null for none. */
    public @Nullable String unitVariable() {
        return unitVariable;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
