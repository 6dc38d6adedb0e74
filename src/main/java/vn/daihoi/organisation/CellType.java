package vn.daihoi.organisation;

/** What kind of people a cell gathers. */
public enum CellType {
    /** Neighbourhood. */
    RESIDENTIAL("Khu phố"),
    /** School. */
    SCHOOL("Trường học"),
    /** Police. */
    POLICE("Công an"),
    /** Military. */
    MILITARY("Quân sự"),
    /** Health station. */
    HEALTH("Y tế"),
    /** Ward offices. */
    OFFICE("Cơ quan"),
    /** Enterprise. */
    ENTERPRISE("Doanh nghiệp"),
    /** Anything else. */
    OTHER("Khác");

    private final String title;

    CellType(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
