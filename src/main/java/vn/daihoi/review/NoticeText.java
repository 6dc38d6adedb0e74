package vn.daihoi.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.review.Conclusion.Item;
import vn.daihoi.review.Conclusion.Part;

/** The notice of conclusion in words, as clauses: Word file, PDF and page all show the same. It names no person. */
final class NoticeText {

    /** A sentence that needs no full stop any more, be it quoted or not. */
    private static final Pattern ENDED = Pattern.compile("[.!?…][”\"’)]?$");

    private final Facts facts;
    private final List<Clause> clauses = new ArrayList<>();

    private NoticeText(Facts facts) {
        this.facts = facts;
    }

    /**
     * What the notice is made of.
     *
     * @param group name of the working group
     * @param committee name of the ward's committee
     * @param congress what the congress is called
     * @param participants offices on the superior's side, the head of the working group first
     * @param opinions how many were filed
     */
    record Facts(
            WorkingSession session,
            Conclusion conclusion,
            String group,
            String committee,
            String congress,
            List<String> participants,
            int opinions) {}

    static List<Clause> of(Facts facts) {
        var text = new NoticeText(facts);
        text.opening();
        text.assessment();
        for (var part : Part.values()) {
            text.part(part);
        }
        text.schedule();
        return text.clauses;
    }

    private void opening() {
        add(ClauseKind.TITLE, 0, "", "THÔNG BÁO KẾT LUẬN");
        add(
                ClauseKind.TITLE,
                0,
                "",
                "của " + line(facts.group()) + " tại buổi làm việc với " + line(facts.committee()));
        var starts = facts.session().startsAt();
        var room = facts.session().room();
        paragraph((starts == null ? "" : "Ngày " + VietnamTime.day(starts.toLocalDate()) + ", ")
                + (room == null || room.isBlank() ? "" : "tại " + line(room) + ", ")
                + line(facts.group()) + " làm việc với " + line(facts.committee())
                + " về công tác chuẩn bị " + line(facts.congress()) + ".");
        var ward = facts.session().wardPresent();
        paragraph("Tham dự buổi làm việc: về phía cấp trên có " + listed(facts.participants()) + "; về phía phường có "
                + (ward.isEmpty() ? "đại diện " + line(facts.committee()) : listed(ward)) + ".");
        paragraph("Sau khi nghe báo cáo công tác chuẩn bị đại hội và " + facts.opinions()
                + " ý kiến của các thành viên Tổ công tác, Tổ trưởng Tổ công tác kết luận như sau:");
    }

    /** Offices, each once with how many there are. */
    private static String listed(List<String> offices) {
        var counts = new LinkedHashMap<String, Integer>();
        offices.forEach(office -> counts.merge(line(office), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private void assessment() {
        section("1.", "Đánh giá chung");
        if (facts.conclusion().assessment().isBlank()) {
            paragraph("(Chưa có nội dung.)");
        }
        facts.conclusion().assessment().lines().map(NoticeText::line).forEach(this::paragraph);
    }

    private void part(Part part) {
        int number = part.ordinal() + 2;
        section(number + ".", part.title());
        var items = facts.conclusion().items().stream()
                .filter(item -> item.part() == part)
                .toList();
        if (items.isEmpty()) {
            paragraph("Không có kết luận riêng.");
        }
        for (int at = 0; at < items.size(); at++) {
            item(number + "." + (at + 1) + ".", words(items.get(at)));
        }
    }

    /** Its first line behind the label, each further line a paragraph of its own. */
    private void item(String label, String words) {
        var lines = words.lines().filter(line -> !line.isBlank()).toList();
        add(ClauseKind.ITEM, 1, label, lines.isEmpty() ? "" : lines.get(0));
        lines.stream().skip(1).forEach(this::paragraph);
    }

    /** What is to be done, then who does it by when. */
    private String words(Item item) {
        var owner = item.owner();
        var due = item.dueOn();
        var text = CleanText.lines(item.text());
        return owner == null || due == null
                ? text
                : text + (ENDED.matcher(text).find() ? "" : ".") + " Giao " + owner.title()
                        + " thực hiện, xong trước hết ngày " + VietnamTime.day(due) + ".";
    }

    private void schedule() {
        section("7.", "Tiến độ, thời hạn trình lại");
        var tasks = facts.conclusion().items().stream()
                .filter(item -> item.owner() != null)
                .toList();
        var resubmit = facts.conclusion().resubmitBy();
        if (resubmit != null) {
            paragraph(line(facts.committee()) + " hoàn thiện, trình lại hồ sơ, dự thảo văn kiện chậm nhất ngày "
                    + VietnamTime.day(resubmit) + ".");
        }
        if (!tasks.isEmpty()) {
            paragraph("Các việc được giao (" + tasks.size() + " việc) theo bảng sau; nơi thực hiện báo cáo kết quả khi"
                    + " hoàn thành:");
            table(tasks);
        } else if (resubmit == null) {
            paragraph("Thực hiện theo kế hoạch chuẩn bị đại hội đã duyệt.");
        }
        paragraph(line(facts.group()) + " thông báo để " + line(facts.committee()) + " biết, thực hiện.");
        confirmed();
    }

    private void table(List<Item> tasks) {
        add(ClauseKind.TABLE, 1, "", "");
        add(ClauseKind.ROW, 2, "", "Mục\tNơi thực hiện\tThời hạn");
        for (var item : tasks) {
            var owner = item.owner();
            LocalDate due = item.dueOn();
            if (owner != null && due != null) {
                add(ClauseKind.ROW, 2, "", place(item) + "\t" + owner.title() + "\t" + VietnamTime.day(due));
            }
        }
    }

    /** "2.3": where the item stands in the notice. */
    private String place(Item item) {
        var part = facts.conclusion().items().stream()
                .filter(one -> one.part() == item.part())
                .toList();
        return (item.part().ordinal() + 2) + "." + (part.indexOf(item) + 1);
    }

    /** Both sides' word in the system; it is no digital signature and doesn't say it is one (domain study §7.6). */
    private void confirmed() {
        var group = facts.conclusion().signedForGroup();
        var ward = facts.conclusion().signedForWard();
        if (group != null && ward != null) {
            paragraph("Tổ trưởng Tổ công tác đã xác nhận trên hệ thống lúc " + VietnamTime.moment(group.at())
                    + "; Bí thư Đảng ủy phường đã xác nhận trên hệ thống lúc " + VietnamTime.moment(ward.at()) + ".");
        }
    }

    private void section(String label, String text) {
        add(ClauseKind.SECTION, 0, label, text);
    }

    private void paragraph(String text) {
        add(ClauseKind.PARAGRAPH, clauses.stream().anyMatch(one -> one.kind() == ClauseKind.SECTION) ? 1 : 0, "", text);
    }

    private void add(ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(Clause.NO_ID, kind, depth, label, text, List.of()));
    }

    private static String line(String typed) {
        return CleanText.line(typed);
    }
}
