package vn.daihoi.review;

/** How far a working session has come. */
public enum SessionStatus {
    /** The superior's office has to schedule it. */
    PREPARING("Chờ xếp lịch"),
    /** Scheduled; the ward has to report its preparation. */
    SCHEDULED("Chờ báo cáo công tác chuẩn bị"),
    /** The report is in; members file opinions, the session is held. */
    OPEN("Đang làm việc, cho ý kiến"),
    /** Minutes are in; the head concludes. */
    HELD("Chờ kết luận"),
    /** The head has concluded; both sides sign. */
    CONCLUDED("Chờ hai bên ký"),
    /** The notice of conclusion is issued. */
    ISSUED("Đã ban hành thông báo kết luận"),
    /** The superior holds no session, for a reason. */
    WAIVED("Không tổ chức buổi làm việc"),
    /** Called off. */
    WITHDRAWN("Đã thu hồi"),
    /** Ended with its congress. */
    CANCELLED("Đã hủy");

    private final String title;

    SessionStatus(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether nothing more happens in it. */
    public boolean ended() {
        return compareTo(ISSUED) >= 0;
    }
}
