package vn.daihoi.consultation;

/** What a comment wants. */
public enum CommentType {
    /** Agrees with the draft. */
    AGREE("Đồng tình"),
    /** Wants other words. */
    AMEND("Sửa nội dung"),
    /** Wants something added. */
    ADD("Bổ sung"),
    /** Wants something taken out. */
    REMOVE("Đề nghị bỏ"),
    /** Anything else. */
    OTHER("Ý kiến khác");

    private final String title;

    CommentType(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }
}
