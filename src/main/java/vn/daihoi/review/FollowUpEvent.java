package vn.daihoi.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a follow-up; rows are only added.
 *
 * @param kind what
 * @param by id of the person, or of the program itself
 * @param forWhom id of the person represented, null for nobody
 * @param at when
 * @param detail what was written, empty when the kind says it all
 */
public record FollowUpEvent(Kind kind, String by, @Nullable String forWhom, Instant at, String detail) {

    /** What can happen. */
    public enum Kind {
        /** It was given to its owner. */
        ASSIGNED("Giao việc"),
        /** The owner told how far it is. */
        PROGRESS("Cập nhật tiến độ"),
        /** The owner reported the result. */
        REPORTED("Báo cáo kết quả"),
        /** The report was sent back. */
        RETURNED("Trả lại"),
        /** The result was accepted. */
        ACCEPTED("Chấp nhận kết quả"),
        /** It is overdue, and the superior was told. */
        ESCALATED("Quá hạn, đã báo cấp trên"),
        /** The working group took it back. */
        WITHDRAWN("Rút việc"),
        /** Its congress was called off. */
        CANCELLED("Hủy theo đại hội");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }
}
