package vn.daihoi.congress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.daihoi.organisation.WorkingCalendar;

/**
 * Holds a plan against the rule set. What comes out is information for whoever approves the plan and never a refusal:
 * the rules were found in secondary sources, and somebody has to read the originals first (decision record 0005).
 */
final class RuleFindings {

    private RuleFindings() {}

    /**
     * The remarks on a plan, each a Vietnamese sentence that ends with its source.
     *
     * @param announced the day the plan was submitted, taken as the day of announcement
     * @param members how many members the ward has on that day
     */
    static List<String> of(
            CongressPlan plan, CongressRules rules, LocalDate announced, int members, WorkingCalendar calendar) {
        var remarks = new ArrayList<String>();
        window(plan, rules, remarks);
        duration(plan, rules, remarks);
        announcement(plan, rules, announced, calendar, remarks);
        form(rules, members, remarks);
        return remarks.stream()
                .map(remark -> "Lưu ý theo bộ quy tắc: " + remark + " (Căn cứ: " + rules.source() + ")")
                .toList();
    }

    private static void window(CongressPlan plan, CongressRules rules, List<String> remarks) {
        var from = rules.windowFrom();
        if (from != null && plan.openingDate().isBefore(from)) {
            remarks.add("ngày khai mạc " + VietnamTime.day(plan.openingDate())
                    + " sớm hơn ngày bắt đầu của đợt đại hội, " + VietnamTime.day(from) + ".");
        }
        var to = rules.windowTo();
        if (to != null && plan.closingDate().isAfter(to)) {
            remarks.add("ngày bế mạc " + VietnamTime.day(plan.closingDate())
                    + " muộn hơn ngày phải hoàn thành của đợt đại hội, " + VietnamTime.day(to) + ".");
        }
    }

    private static void duration(CongressPlan plan, CongressRules rules, List<String> remarks) {
        var most = rules.maxHalfDays();
        // The plan knows whole days only: a congress of one day in a rule of one half day still deserves the remark.
        if (most != null && plan.days() * 2 > most) {
            remarks.add("đại hội kéo dài " + plan.days() + " ngày, dài hơn mức tối đa " + most + " buổi.");
        }
    }

    private static void announcement(
            CongressPlan plan,
            CongressRules rules,
            LocalDate announced,
            WorkingCalendar calendar,
            List<String> remarks) {
        var notice = rules.announceWorkingDays();
        if (notice == null) {
            return;
        }
        var given = calendar.workingDaysBetween(announced, plan.openingDate());
        if (given < notice) {
            var uncertain = calendar.reckon(announced, notice).remark();
            remarks.add("từ ngày trình kế hoạch đến ngày khai mạc còn " + Math.max(given, 0)
                    + " ngày làm việc, ít hơn mức phải thông báo trước " + notice + " ngày làm việc."
                    + (uncertain.isEmpty() ? "" : " " + uncertain));
        }
    }

    private static void form(CongressRules rules, int members, List<String> remarks) {
        var threshold = rules.delegateThreshold();
        if (threshold != null) {
            remarks.add(
                    members >= threshold
                            ? "đảng bộ có " + members + " đảng viên, từ " + threshold
                                    + " đảng viên trở lên thì tổ chức đại hội đại biểu."
                            : "đảng bộ có " + members + " đảng viên, dưới " + threshold
                                    + " đảng viên thì tổ chức đại hội toàn thể đảng viên.");
        }
    }
}
