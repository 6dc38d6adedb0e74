package vn.daihoi.document;

/** How far the preparation of a document has come. */
public enum DocumentStatus {
    /** Being written. */
    DRAFTING("Đang soạn thảo"),
    /** Handed to the secretary, who decides whether it goes out for comment. */
    SUBMITTED("Đã trình"),
    /** Sent back by the secretary. */
    RETURNED("Yêu cầu chỉnh sửa"),
    /** May go out for comment. */
    CLEARED("Được đưa ra lấy ý kiến"),
    /** Ended with its congress. */
    CANCELLED("Đã hủy");

    private final String title;

    DocumentStatus(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether this may be followed by that. */
    public boolean mayBecome(DocumentStatus next) {
        return switch (this) {
            case DRAFTING, RETURNED -> next == SUBMITTED || next == CANCELLED;
            case SUBMITTED -> next == CLEARED || next == RETURNED || next == CANCELLED;
            case CLEARED -> next == CANCELLED;
            case CANCELLED -> false;
        };
    }
}
