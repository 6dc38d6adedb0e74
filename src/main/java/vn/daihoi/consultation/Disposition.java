package vn.daihoi.consultation;

/** The answer a comment is owed: the seven kinds in use, see the domain study §3.4. */
public enum Disposition {
    /** Taken up whole. */
    ACCEPTED("Tiếp thu toàn bộ"),
    /** Taken up in part. */
    PARTLY("Tiếp thu một phần"),
    /** Explained; the draft stays as it is. */
    KEPT("Giải trình, giữ nguyên"),
    /** Noted. */
    NOTED("Ghi nhận"),
    /** Handed to another body. */
    REFERRED("Chuyển cơ quan khác"),
    /** Says what another says. */
    DUPLICATE("Trùng"),
    /** Not about the draft. */
    OUT_OF_SCOPE("Ngoài phạm vi");

    private final String title;

    Disposition(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether it says that the draft follows the comment, which the next version must show. */
    public boolean accepts() {
        return this == ACCEPTED || this == PARTLY;
    }

    /** Whether it needs a written reason: all that don't follow the comment, see the domain study §3.4. */
    public boolean needsReason() {
        return !accepts();
    }
}
