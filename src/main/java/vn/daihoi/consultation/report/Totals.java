package vn.daihoi.consultation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;

/** What stands before an explanation table: how many were asked and answered, and who agrees with the whole draft. */
final class Totals {

    private Totals() {}

    static List<String> of(Synthesis synthesis) {
        var lines = new ArrayList<String>();
        lines.add("Số liệu lúc " + VietnamTime.moment(synthesis.asOf())
                + (synthesis.interim() ? " (tạm tính, chưa quyết định xong)." : "."));
        // the superior speaks unasked, and for itself
        boolean asked = !synthesis.round().ofSuperior();
        lines.add((asked ? asked(synthesis) : "")
                + "Tổng số ý kiến nhận được: "
                + Words.number(synthesis.total()) + "; gộp thành " + Words.number(synthesis.topics())
                + " nhóm nội dung; đã quyết định tiếp thu, giải trình: "
                + Words.number(synthesis.topics() - synthesis.undecided().clusters()) + " nhóm nội dung."
                + (synthesis.hidden() == 0
                        ? ""
                        : " Ngoài ra có " + Words.comments(synthesis.hidden())
                                + " không đưa vào tổng hợp sau khi kiểm duyệt."));
        if (asked) {
            lines.add("Đơn vị thống nhất hoàn toàn với dự thảo: " + names(synthesis.agreeing()));
        }
        if (!synthesis.silent().isEmpty()) {
            lines.add((synthesis.silenceCounts()
                            ? "Đơn vị không gửi ý kiến, được coi như thống nhất theo kế hoạch: "
                            : "Đơn vị chưa gửi ý kiến: ")
                    + names(synthesis.silent()));
        }
        return lines;
    }

    private static String asked(Synthesis synthesis) {
        long answered =
                synthesis.units().stream().filter(Synthesis.Reply::answered).count();
        return "Tổng số đơn vị được lấy ý kiến: "
                + Words.number(synthesis.units().size())
                + "; số đơn vị đã gửi ý kiến: " + Words.number((int) answered) + ". ";
    }

    private static String names(List<Synthesis.Reply> units) {
        return units.isEmpty()
                ? "không có."
                : units.stream()
                        .map(unit -> CleanText.line(unit.invitee().name()))
                        .collect(Collectors.joining("; ", "", "."));
    }
}
