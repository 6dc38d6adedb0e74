package vn.daihoi.congress.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.FormText;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Stream;
import vn.daihoi.congress.VietnamTime;

/** What the forms show, in the light markup that form texts understand. */
final class Summaries {

    private Summaries() {}

    static @Nullable String plan(Congress congress, String title) {
        var plan = congress.plan();
        if (plan == null) {
            return null;
        }
        var note = plan.note() == null || plan.note().isBlank() ? "" : "\n- Ghi chú: " + FormText.plain(plan.note());
        return FormText.plain(title) + "\n\n"
                + "- Thời gian: từ " + VietnamTime.day(plan.openingDate()) + " đến "
                + VietnamTime.day(plan.closingDate()) + "\n"
                + "- Địa điểm: " + FormText.plain(plan.venue()) + "\n"
                + "- Nội dung: " + plan.contents().title() + "\n"
                + "- Bộ quy tắc áp dụng: " + FormText.plain(RuleSets.title(plan.ruleSet())) + "\n"
                + "- Lần trình: " + congress.round()
                + note;
    }

    static String readiness(List<Stream.Report> reports) {
        return reports.stream()
                .map(report -> "- " + report.name() + ": " + report.done() + "/" + report.total() + ", "
                        + report.state().toLowerCase(Locale.forLanguageTag("vi-VN")) + " (tính đến "
                        + VietnamTime.moment(report.asOf()) + ")"
                        + report.blockers().stream()
                                .map(blocker -> "\n  - " + FormText.plain(blocker))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
