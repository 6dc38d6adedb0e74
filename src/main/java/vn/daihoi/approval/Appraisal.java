package vn.daihoi.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * What a board makes of a submission.
 *
 * @param board whose it is
 * @param dueOn by when it is due
 * @param outcome what the board found, null before
 * @param opinion in its own words, empty before
 * @param given who gave it and when, null before
 * @param reminded when the board was reminded, null when it wasn't
 * @param escalated when its delay was reported to office and secretary, null when it wasn't
 */
public record Appraisal(
        Board board,
        LocalDate dueOn,
        @Nullable Outcome outcome,
        String opinion,
        @Nullable Signed given,
        @Nullable Instant reminded,
        @Nullable Instant escalated) {

    /** What a board can find. */
    public enum Outcome {
        /** It agrees. */
        AGREE("Thống nhất"),
        /** It wants changes, each of which is a {@link ChangeRequest}. */
        CHANGES("Đề nghị chỉnh sửa");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }
}
