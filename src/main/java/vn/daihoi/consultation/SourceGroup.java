package vn.daihoi.consultation;

/** Who speaks. The order is kept in the database as bits, so new ones are added at the end. */
public enum SourceGroup {
    /** Party members. */
    PARTY_MEMBER("Đảng viên"),
    /** Members of the Youth Union and the trade unions. */
    UNION_MEMBER("Đoàn viên"),
    /** Members of the associations. */
    ASSOCIATION_MEMBER("Hội viên"),
    /** The People. */
    RESIDENT("Nhân dân"),
    /** An organisation as such. */
    ORGANISATION("Tổ chức"),
    /** The superior committee. */
    SUPERIOR("Cấp trên");

    private final String title;

    SourceGroup(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Its bit in a set of groups. */
    public int bit() {
        return 1 << ordinal();
    }
}
