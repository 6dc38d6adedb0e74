package vn.daihoi.consultation;

/** How far a comment round has come. */
public enum RoundStatus {
    /** Being planned. */
    PLANNING("Đang lập kế hoạch"),
    /** Planned, waiting for the secretary. */
    PLANNED("Chờ phê duyệt kế hoạch"),
    /** Sent back by the secretary. */
    RETURNED("Yêu cầu chỉnh sửa kế hoạch"),
    /** Comments come in. */
    OPEN("Đang lấy ý kiến"),
    /** Closed; the editors merge what says the same. */
    MERGING("Đang gộp ý kiến"),
    /** The editors propose answers. */
    PROPOSING("Đang đề xuất tiếp thu, giải trình"),
    /** The committee decides on the answers. */
    DECIDING("Đang quyết định tiếp thu, giải trình"),
    /** The office writes the reports. */
    REPORTING("Đang lập báo cáo tổng hợp"),
    /** The editors revise the draft. */
    REVISING("Đang chỉnh sửa, hoàn thiện dự thảo"),
    /** The result waits to be made public. */
    PUBLISHING("Chờ công khai kết quả"),
    /** Ended, the result is public. */
    PUBLISHED("Đã công khai kết quả"),
    /** Ended: what the superior said is answered, and the text shows it. */
    ANSWERED("Đã tiếp thu, giải trình xong"),
    /** Ended before it began: nobody was asked, for a reason. */
    SKIPPED("Không tổ chức lấy ý kiến"),
    /** Ended early. */
    WITHDRAWN("Đã thu hồi"),
    /** Ended with its congress. */
    CANCELLED("Đã hủy");

    private final String title;

    RoundStatus(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether it has got past its plan. */
    public boolean begun() {
        return this != PLANNING && this != PLANNED && this != RETURNED;
    }

    /** Whether nothing more happens in it. */
    public boolean ended() {
        return compareTo(PUBLISHED) >= 0;
    }

    /** Whether comments have been taken in and are being answered or were. */
    public boolean collected() {
        return ordinal() >= MERGING.ordinal() && ordinal() <= ANSWERED.ordinal();
    }

    /** Whether answers may be proposed: already while comments come in. */
    public boolean answering() {
        return this == OPEN || this == MERGING || this == PROPOSING || this == DECIDING;
    }
}
