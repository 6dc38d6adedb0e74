package vn.daihoi.cell;

/** What came of the day of a cell's congress. */
public enum CellOutcome {
    /** Held, with a result. */
    HELD("Đã tổ chức"),
    /** Met, but the election failed and must be repeated. */
    REVOTE("Phải bầu lại"),
    /** Not held on the planned day. */
    POSTPONED("Hoãn");

    private final String title;

    CellOutcome(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }
}
