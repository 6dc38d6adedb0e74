package vn.daihoi.consultation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;

/** What the plan of a round and its report must keep to. */
final class PlanRules {

    /** The longest a round may take, in days. */
    static final int MOST_DAYS = 180;

    private static final int QUESTIONS = 10;
    private static final int QUESTION_LENGTH = 300;
    private static final int SYNTHESIS_LENGTH = 8000;

    private PlanRules() {}

    static Verdict.@Nullable Refused fault(RoundPlan plan, LocalDate today) {
        var closing = closingFault("Ngày kết thúc", plan.closesOn(), today);
        if (closing != null) {
            return closing;
        }
        if (plan.sources().isEmpty()) {
            return Verdict.refused("Phải chọn ít nhất một “Đối tượng lấy ý kiến”.");
        }
        if (plan.channels().isEmpty()) {
            return Verdict.refused("Phải chọn ít nhất một “Hình thức lấy ý kiến”.");
        }
        if (plan.channels().contains(Channel.PUBLIC_PAGE) && !plan.sources().contains(SourceGroup.RESIDENT)) {
            return Verdict.refused("“Trang góp ý” mở cho mọi người nên phải chọn đối tượng “Nhân dân”.");
        }
        if (plan.silenceAgrees() && !plan.channels().contains(Channel.CONFERENCE)) {
            return Verdict.refused(
                    "silenceAgrees",
                    "Coi không trả lời là đồng ý chỉ áp dụng cho chi bộ, tổ chức được giao hội nghị, không áp dụng cho nhân dân.");
        }
        if (plan.questions().size() > QUESTIONS) {
            return Verdict.refused("questions", "“Nội dung gợi ý” có quá " + QUESTIONS + " dòng.");
        }
        return plan.questions().stream().anyMatch(question -> question.length() > QUESTION_LENGTH)
                ? Verdict.refused("questions", "Mỗi dòng “Nội dung gợi ý” không dài quá " + QUESTION_LENGTH + " ký tự.")
                : null;
    }

    static Verdict.@Nullable Refused closingFault(String label, LocalDate closesOn, LocalDate today) {
        if (!closesOn.isAfter(today)) {
            return Verdict.refused("closesOn", "“" + label + "” phải ở trong tương lai.");
        }
        return closesOn.isAfter(today.plusDays(MOST_DAYS))
                ? Verdict.refused("closesOn", "“" + label + "” không được quá " + MOST_DAYS + " ngày kể từ hôm nay.")
                : null;
    }

    static Verdict.@Nullable Refused fault(Round.Synthesis synthesis) {
        var points = textFault("agreedPoints", "Những nội dung thống nhất", synthesis.agreedPoints());
        var differing = textFault("differing", "Những ý kiến khác nhau", synthesis.differing());
        return points != null
                ? points
                : differing != null ? differing : textFault("proposals", "Đề xuất xử lý", synthesis.proposals());
    }

    /** The last second of the day in Vietnam. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(VietnamTime.ZONE).minusSeconds(1).toInstant();
    }

    private static Verdict.@Nullable Refused textFault(String field, String label, String text) {
        if (text.isBlank()) {
            return Verdict.refused(field, "Phải ghi “" + label + "”; nếu không có thì ghi “Không có”.");
        }
        return text.length() > SYNTHESIS_LENGTH
                ? Verdict.refused(field, "“" + label + "” dài quá " + SYNTHESIS_LENGTH + " ký tự.")
                : null;
    }
}
