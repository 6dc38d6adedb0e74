package vn.daihoi.cell.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.cell.CellCongress;
import vn.daihoi.cell.CellReport;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.VietnamTime;

/** What the forms show, in the light markup that form texts understand. */
final class Summaries {

    private static final String MISSING = "chưa có";

    private Summaries() {}

    static @Nullable String reason(CellCongress cell) {
        return cell.reason() == null ? null : FormText.plain(cell.reason());
    }

    static @Nullable String plan(CellCongress cell, String name) {
        var plan = cell.plan();
        if (plan == null) {
            return null;
        }
        var note = plan.note() == null || plan.note().isBlank() ? "" : "\n- Ghi chú: " + FormText.plain(plan.note());
        return FormText.plain(name) + "\n\n"
                + "- Ngày dự kiến tổ chức: " + VietnamTime.day(plan.plannedDate()) + "\n"
                + "- Địa điểm: " + FormText.plain(plan.venue())
                + (cell.round() > 1 ? "\n- Lần tổ chức: " + cell.round() : "")
                + note;
    }

    static @Nullable String result(CellCongress cell, String name, List<String> remarks) {
        var report = cell.report();
        return report == null
                ? null
                : FormText.plain(name) + "\n\n" + lines(report)
                        + (remarks.isEmpty() ? "" : "\n\nLưu ý:\n\n" + FormText.list(remarks));
    }

    static String overdue(CellCongress cell, String name, Instant due) {
        var plan = cell.plan();
        return FormText.plain(name) + "\n\n"
                + (plan == null ? "" : "- Ngày dự kiến tổ chức: " + VietnamTime.day(plan.plannedDate()) + "\n")
                + "- Hạn báo cáo kết quả: " + VietnamTime.moment(due);
    }

    private static String lines(CellReport report) {
        var held = report.heldOn();
        return "- Kết quả: " + report.outcome().title() + "\n"
                + "- Ngày tổ chức: " + (held == null ? MISSING : VietnamTime.day(held)) + "\n"
                + "- Số đảng viên được triệu tập: " + orMissing(report.convened()) + "\n"
                + "- Số đảng viên có mặt: " + orMissing(report.present()) + "\n"
                + "- Số biên bản: " + orMissing(report.minutesNumber());
    }

    private static String orMissing(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? MISSING : FormText.plain(value.toString());
    }
}
