package vn.daihoi.cell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Verdict;

/** What a report must hold to be taken, whatever the rule set: it may not contradict itself. */
final class ReportRules {

    private ReportRules() {}

    /** The first thing wrong with a report, null when nothing is. */
    static Verdict.@Nullable Refused fault(CellReport report, @Nullable String reason, LocalDate today) {
        if (report.outcome() != CellOutcome.POSTPONED) {
            var fault = meetingFault(report, today);
            if (fault != null) {
                return fault;
            }
        }
        if (report.outcome() != CellOutcome.HELD && (reason == null || reason.isBlank())) {
            return Verdict.refused(
                    "reason", "“Kết quả đại hội” là “" + report.outcome().title() + "” thì phải ghi “Lý do”.");
        }
        return null;
    }

    private static Verdict.@Nullable Refused meetingFault(CellReport report, LocalDate today) {
        var held = report.heldOn();
        if (held == null) {
            return Verdict.refused("heldOn", "Phải ghi “Ngày tổ chức” của đại hội.");
        }
        if (held.isAfter(today)) {
            return Verdict.refused("heldOn", "“Ngày tổ chức” không được ở trong tương lai.");
        }
        var convened = report.convened();
        if (convened == null) {
            return Verdict.refused("convened", "Phải ghi “Số đảng viên được triệu tập”.");
        }
        var present = report.present();
        if (present == null) {
            return Verdict.refused("present", "Phải ghi “Số đảng viên có mặt”.");
        }
        if (present > convened) {
            return Verdict.refused(
                    "present",
                    "“Số đảng viên có mặt” (" + present + ") không được lớn hơn “Số đảng viên được triệu tập” ("
                            + convened + ").");
        }
        return null;
    }
}
