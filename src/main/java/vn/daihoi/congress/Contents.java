package vn.daihoi.congress;

/**
 * What a congress has on its agenda; committees merged or newly formed have theirs appointed instead of elected. Source:
 * domain study §2.2 (press reports on Directives 35 and 45, the originals still to be read).
 */
public enum Contents {
    /** Review and direction, superior drafts, election of the committee, election of delegates. */
    FOUR("4 nội dung"),
    /** Without the election of the committee, when the competent superior agrees. */
    THREE("3 nội dung (không bầu cấp ủy)"),
    /** Review and direction, and superior drafts only; committee and delegates are appointed. */
    TWO("2 nội dung (cấp ủy được chỉ định)");

    private final String title;

    Contents(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }
}
