package vn.daihoi.congress;

/** Who takes part in a congress. */
public enum CongressForm {
    /** Delegates of the cells. */
    DELEGATES("Đại hội đại biểu"),
    /** All members. */
    ALL_MEMBERS("Đại hội toàn thể đảng viên");

    private final String title;

    CongressForm(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
