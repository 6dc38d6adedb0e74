package vn.daihoi.organisation;

/** Kinds of units; which unit stands above which is not a matter of kind but a dated relation. */
public enum UnitKind {
    /** Central body. */
    CENTRAL("Trung ương"),
    /** Province or city committee. */
    CITY("Tỉnh, thành phố"),
    /** District committee; these ended on 1 July 2025. */
    DISTRICT("Quận, huyện"),
    /** Ward (or commune) Party organisation. */
    WARD("Đảng bộ phường"),
    /** Department-level organisation between ward and cell. */
    DEPARTMENT("Đảng bộ bộ phận"),
    /** Cell. */
    CELL("Chi bộ"),
    /** Fatherland Front committee or socio-political organisation of a ward; consulted by the ward, not subordinate. */
    ORGANISATION("Mặt trận Tổ quốc, tổ chức chính trị – xã hội"),
    /** Working group formed by a superior committee. */
    WORKING_GROUP("Tổ công tác");

    private final String title;

    UnitKind(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether such a unit can stand above wards. */
    public boolean superior() {
        return this == CENTRAL || this == CITY || this == DISTRICT;
    }

    /** Whether such a unit can stand directly below one of the other kind; no circle can come of it. */
    public boolean fitsBelow(UnitKind above) {
        return switch (this) {
            case CENTRAL -> false;
            case CITY -> above == CENTRAL;
            case DISTRICT -> above == CITY;
            case WARD -> above == CITY || above == DISTRICT;
            case DEPARTMENT -> above == WARD;
            case CELL -> above == WARD || above == DEPARTMENT;
            case ORGANISATION -> above == WARD;
            case WORKING_GROUP -> above.superior();
        };
    }
}
