package vn.daihoi.review;

/** How far the carrying out of a conclusion has come. */
public enum FollowUpStatus {
    /** Its owner works on it. */
    OPEN("Đang thực hiện"),
    /** Its owner says it is done. */
    REPORTED("Chờ kiểm tra"),
    /** The report came back. */
    RETURNED("Bị trả lại, làm tiếp"),
    /** The result is accepted. */
    ACCEPTED("Đã hoàn thành"),
    /** The working group no longer asks for it. */
    WITHDRAWN("Đã rút"),
    /** Ended with its congress. */
    CANCELLED("Đã hủy");

    private final String title;

    FollowUpStatus(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether its owner has the next move. */
    public boolean withOwner() {
        return this == OPEN || this == RETURNED;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return compareTo(ACCEPTED) >= 0;
    }
}
