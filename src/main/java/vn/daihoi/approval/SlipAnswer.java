package vn.daihoi.approval;

/** What a member of the standing committee can answer. */
public enum SlipAnswer {
    /** Agrees. */
    AGREE("Đồng ý"),
    /** Agrees, and wants changes. */
    AGREE_WITH_REQUESTS("Đồng ý, kèm đề nghị chỉnh sửa"),
    /** Doesn't agree; needs a reason. */
    DISAGREE("Không đồng ý");

    private final String title;

    SlipAnswer(String title) {
        this.title = title;
    }

    /** Vietnamese name, as shown on pages. */
    public String title() {
        return title;
    }

    /** Whether it counts for the majority. */
    public boolean agrees() {
        return this != DISAGREE;
    }
}
