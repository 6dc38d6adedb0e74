package vn.daihoi.approval;

/** How far a dossier has come. */
public enum DossierStatus {
    /** The ward's office puts it together. */
    ASSEMBLING("Đang lập hồ sơ"),
    /** Complete; the ward secretary signs it. */
    COMPLETE("Chờ Bí thư ký trình"),
    /** Signed and frozen, on its way to the superior's office. */
    SENT("Đã trình, chờ tiếp nhận"),
    /** Returned by the superior's office as incomplete; the ward completes it. */
    INCOMPLETE("Bị trả lại để bổ sung"),
    /** Received; the boards appraise. */
    APPRAISING("Đang thẩm định"),
    /** Appraised; opinion slips are asked for. */
    ASKING("Đang lấy phiếu xin ý kiến"),
    /** Slips are counted, or not asked for; the superior decides. */
    DECIDING("Chờ quyết định"),
    /** Decided; the notice is about to be issued. */
    DECIDED("Chờ ban hành thông báo"),
    /** Approved. */
    APPROVED("Đã duyệt"),
    /** Returned with requests. */
    RETURNED("Yêu cầu chỉnh sửa"),
    /** Not approved, with reasons. */
    REFUSED("Không duyệt"),
    /** Taken back by the ward. */
    WITHDRAWN("Đã thu hồi"),
    /** Ended with its congress. */
    CANCELLED("Đã hủy");

    private final String title;

    DossierStatus(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return compareTo(APPROVED) >= 0;
    }
}
