package vn.daihoi.consultation;

/** The way a comment came in. */
public enum Channel {
    /** A conference of a cell or an organisation; typed in or from its spreadsheet. */
    CONFERENCE("Hội nghị"),
    /** A letter or another written opinion, typed in by the office. */
    WRITTEN("Văn bản góp ý"),
    /** The public page. */
    PUBLIC_PAGE("Trang góp ý");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
