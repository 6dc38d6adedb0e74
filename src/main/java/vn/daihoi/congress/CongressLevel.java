package vn.daihoi.congress;

/** The floors of the organisation for which a rule set has a row. */
public enum CongressLevel {
    /** Cell under a grassroots committee. */
    CELL("Chi bộ"),
    /** Department-level organisation. */
    DEPARTMENT("Đảng bộ bộ phận"),
    /** Ward. */
    WARD("Đảng bộ phường"),
    /** Directly above the grassroots. */
    DIRECT_SUPERIOR("Cấp trên trực tiếp của cơ sở");

    private final String title;

    CongressLevel(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
