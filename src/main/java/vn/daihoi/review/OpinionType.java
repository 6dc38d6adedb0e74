package vn.daihoi.review;

import vn.daihoi.consultation.CommentType;

/** What an opinion of a working group wants: the four types of the domain study §1 (10.2–10.5), and others. */
public enum OpinionType {
    /** Add and make concrete targets and tasks, tied to new policies and laws. */
    ADD_TARGET("Bổ sung, cụ thể hóa chỉ tiêu, nhiệm vụ", CommentType.ADD),
    /** Add outstanding results of the past term. */
    ADD_RESULT("Bổ sung kết quả nhiệm kỳ qua", CommentType.ADD),
    /** Amend contents. */
    AMEND("Sửa nội dung", CommentType.AMEND),
    /** Study, edit and complete the system of indicators. */
    REVIEW_INDICATORS("Rà soát hệ thống chỉ tiêu", CommentType.AMEND),
    /** Anything else. */
    OTHER("Ý kiến khác", CommentType.OTHER);

    private final String title;
    private final CommentType comment;

    OpinionType(String title, CommentType comment) {
        this.title = title;
        this.comment = comment;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** What it is at the desk where comments are answered. */
    public CommentType comment() {
        return comment;
    }
}
