package vn.daihoi.review.process;

import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.review.Conclusion;
import vn.daihoi.review.FollowUp;
import vn.daihoi.review.WorkingSession;

/** What the forms from the conclusion on show, in the light markup that form texts understand. */
final class ReviewSummaries {

    private ReviewSummaries() {}

    /** The conclusion as it stands, with the way to its page. */
    static String conclusion(WorkingSession session, @Nullable Conclusion conclusion) {
        var page = "[Mở trang kết luận](/lam-viec/" + session.id() + "/ket-luan)";
        if (conclusion == null) {
            return "Chưa có dự thảo kết luận; hãy soạn trên trang kết luận trước.\n\n" + page;
        }
        long tasks =
                conclusion.items().stream().filter(item -> item.owner() != null).count();
        var resubmit = conclusion.resubmitBy();
        return "- Đánh giá chung: " + (conclusion.assessment().isEmpty() ? "chưa ghi" : "đã ghi") + "\n"
                + "- Nội dung kết luận: " + conclusion.items().size() + ", trong đó " + tasks + " việc có nơi thực hiện"
                + (resubmit == null ? "" : "\n- Thời hạn trình lại: " + VietnamTime.day(resubmit)) + "\n\n" + page;
    }

    /** Why the ward sent it back; null when it didn't. */
    static @Nullable String returned(@Nullable Conclusion conclusion) {
        var reason = conclusion == null ? null : conclusion.returnReason();
        return reason == null ? null : FormText.plain(reason);
    }

    /** What is to be done, by whom and when. */
    static String assigned(FollowUp one) {
        return FormText.plain(one.text()) + "\n\n"
                + "- Theo Thông báo kết luận số " + one.notice() + ", phần “"
                + one.part().title() + "”\n"
                + "- Nơi thực hiện: " + one.owner().title() + "\n"
                + "- Thời hạn: " + VietnamTime.day(one.dueOn()) + "\n\n"
                + "[Mở trang theo dõi](/nhiem-vu/" + one.id() + ")";
    }

    /** The same with what the owner reported. */
    static String reported(FollowUp one) {
        var report = one.report();
        var evidence = one.evidence();
        return assigned(one) + "\n\n**Báo cáo**\n\n" + (report == null ? "" : FormText.plain(report))
                + (evidence == null ? "" : "\n\n- Minh chứng: " + FormText.plain(evidence));
    }
}
