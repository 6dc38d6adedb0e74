package vn.daihoi.consultation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/**
 * The synthesis report in words, as clauses: Word file, PDF and page all show the same. Its five parts are those of the
 * domain study §3.3. It names units and groups, never a person.
 */
final class SynthesisText {

    private final Synthesis synthesis;
    private final List<Clause> clauses = new ArrayList<>();

    private SynthesisText(Synthesis synthesis) {
        this.synthesis = synthesis;
    }

    static List<Clause> of(Synthesis synthesis) {
        var text = new SynthesisText(synthesis);
        text.title();
        text.organisation();
        text.agreement();
        text.opinions();
        text.differences();
        text.handling();
        return text.clauses;
    }

    private void title() {
        add(ClauseKind.TITLE, 0, "", "BÁO CÁO");
        add(ClauseKind.TITLE, 0, "", "tổng hợp ý kiến góp ý vào dự thảo " + name() + "\n(" + round() + ")");
        if (synthesis.interim()) {
            paragraph(
                    "Số liệu tạm tính đến " + VietnamTime.moment(synthesis.asOf())
                            + ", khi chưa quyết định xong việc tiếp thu, giải trình; cách xử lý nêu dưới đây có thể còn thay đổi.");
        }
    }

    private String name() {
        return CleanText.line(synthesis.document().title());
    }

    private String round() {
        return "vòng " + synthesis.round().number();
    }

    private void organisation() {
        section("I.", "TÌNH HÌNH TỔ CHỨC LẤY Ý KIẾN");
        var round = synthesis.round();
        var opened = round.opened();
        var closed = round.closed();
        var end = closed != null ? closed.at() : round.closesAt();
        if (opened != null && end != null) {
            numbered(
                    "1.",
                    "Thời gian: từ " + VietnamTime.moment(opened.at()) + " đến " + VietnamTime.moment(end)
                            + (closed == null ? " (theo kế hoạch)." : "."));
        }
        numbered(
                "2.",
                "Đối tượng: " + joined(round.sources().stream().sorted().map(SourceGroup::title)) + ". Hình thức: "
                        + joined(round.channels().stream().sorted().map(Channel::title)) + ".");
        var held = synthesis.conferences();
        numbered(
                "3.",
                "Kết quả: " + Words.number(held.size()) + "/"
                        + Words.number(synthesis.units().size())
                        + " đơn vị đã tổ chức hội nghị, với "
                        + Words.number(
                                held.stream().mapToInt(Invitee.Minutes::present).sum()) + " lượt người dự và "
                        + Words.number(held.stream()
                                .mapToInt(Invitee.Minutes::speakers)
                                .sum())
                        + " lượt phát biểu. Tổng số " + Words.comments(synthesis.total()) + ", gộp thành "
                        + Words.number(synthesis.topics()) + " nhóm nội dung.");
        // stays with the table
        add(ClauseKind.SECTION, 1, "", "Số ý kiến theo đối tượng và hình thức góp ý");
        tallies();
        if (synthesis.hidden() > 0) {
            paragraph("Ngoài ra có " + Words.comments(synthesis.hidden())
                    + " không đưa vào tổng hợp sau khi kiểm duyệt; các ý kiến này vẫn được lưu giữ.");
        }
        silence();
    }

    private void tallies() {
        var channels = Arrays.stream(Channel.values())
                .filter(channel -> synthesis.round().channels().contains(channel) || synthesis.of(null, channel) > 0)
                .toList();
        var rows = new ArrayList<String>();
        rows.add("Đối tượng\t" + channels.stream().map(Channel::title).collect(Collectors.joining("\t")) + "\tCộng");
        for (var source : SourceGroup.values()) {
            if (synthesis.round().sources().contains(source) || synthesis.of(source) > 0) {
                rows.add(row(source.title(), source, channels, synthesis.of(source)));
            }
        }
        rows.add(row("Cộng", null, channels, synthesis.total()));
        table(rows);
    }

    private String row(String title, @Nullable SourceGroup source, List<Channel> channels, int sum) {
        return title + "\t"
                + channels.stream()
                        .map(channel -> Words.number(synthesis.of(source, channel)))
                        .collect(Collectors.joining("\t"))
                + "\t" + Words.number(sum);
    }

    private void silence() {
        var silent = synthesis.silent();
        if (silent.isEmpty()) {
            return;
        }
        var names =
                joined(silent.stream().map(unit -> CleanText.line(unit.invitee().name())));
        numbered(
                "4.",
                (synthesis.round().closed() == null ? "Đơn vị chưa gửi ý kiến" : "Đơn vị không gửi ý kiến") + " ("
                        + Words.number(silent.size()) + "): " + names + "."
                        + (synthesis.silenceCounts()
                                ? " Theo kế hoạch đã thông báo trước, đơn vị không gửi ý kiến được coi như thống nhất với"
                                        + " dự thảo."
                                : ""));
    }

    private void agreement() {
        section("II.", "NHỮNG NỘI DUNG ĐƯỢC THỐNG NHẤT CAO");
        var written = synthesis.round().synthesis();
        typed(written == null ? "" : written.agreedPoints());
        var agreeing = synthesis.agreeing();
        paragraph(
                agreeing.isEmpty()
                        ? "Không có đơn vị nào thống nhất hoàn toàn với dự thảo."
                        : "Đơn vị thống nhất hoàn toàn với dự thảo (" + Words.number(agreeing.size()) + "): "
                                + joined(agreeing.stream()
                                        .map(unit ->
                                                CleanText.line(unit.invitee().name()))) + ".");
    }

    private void opinions() {
        section("III.", "Ý KIẾN THEO TỪNG PHẦN, MỤC CỦA DỰ THẢO");
        if (synthesis.sections().isEmpty()) {
            paragraph("Chưa có ý kiến.");
        }
        for (var section : synthesis.sections()) {
            add(
                    ClauseKind.SECTION,
                    Math.min(1 + section.level(), 3),
                    "",
                    section.title() + " (" + Words.comments(section.count().comments()) + ", "
                            + Words.number(section.count().clusters()) + " nhóm nội dung)");
            section.biggest().forEach(placed -> item(line(placed.within(), placed.topic(), true)));
            int more = section.own().clusters() - section.biggest().size();
            if (more > 0) {
                paragraph("Còn " + Words.number(more)
                        + " nhóm nội dung khác, nêu đầy đủ trong Bảng tổng hợp, tiếp thu, giải trình kèm theo.");
            }
        }
    }

    /** One topic on one line. */
    private static String line(String place, Topic topic, boolean answered) {
        var who = topic.speakers().stream().map(Topic.Speaker::name).limit(6).collect(Collectors.joining(", "));
        if (topic.speakers().size() > 6) {
            who += " và " + (topic.speakers().size() - 6) + " đơn vị, đối tượng khác";
        }
        var answer = topic.answer();
        return (place.isEmpty() ? "" : place + ": ") + topic.gist().replaceFirst("\\.$", "") + " ("
                + Words.comments(topic.size()) + ": " + who + ")"
                + (!answered ? "" : answer == null ? ". Chưa có đề xuất xử lý." : ". " + answer.title() + ".");
    }

    private void differences() {
        section("IV.", "NHỮNG NỘI DUNG CÒN Ý KIẾN KHÁC NHAU");
        var written = synthesis.round().synthesis();
        typed(written == null ? "" : written.differing());
        if (synthesis.contested().isEmpty()) {
            paragraph(
                    "Không có nhóm nội dung nào được đánh dấu cần thảo luận thêm hoặc được quyết định khác với đề xuất.");
        }
        for (var placed : synthesis.contested()) {
            var topic = placed.topic();
            var proposed = topic.proposed();
            var answer = topic.answer();
            item(line(placed.place(), topic, !topic.overruled())
                    + (topic.overruled() && proposed != null && answer != null
                            ? ". Đề xuất: " + Words.small(proposed.title()) + "; quyết định: "
                                    + Words.small(answer.disposition().title()) + "."
                            : ""));
        }
        int more = synthesis.contestedCount() - synthesis.contested().size();
        if (more > 0) {
            paragraph("Còn " + Words.number(more) + " nhóm nội dung khác.");
        }
    }

    private void handling() {
        section("V.", "ĐỀ XUẤT XỬ LÝ");
        var written = synthesis.round().synthesis();
        typed(written == null ? "" : written.proposals());
        add(ClauseKind.SECTION, 1, "", "Số nhóm nội dung và số ý kiến theo hình thức xử lý");
        var rows = new ArrayList<String>();
        rows.add("Hình thức xử lý\tSố nhóm nội dung\tSố ý kiến");
        for (var disposition : Disposition.values()) {
            rows.add(count(disposition.title(), synthesis.answers().getOrDefault(disposition, Synthesis.Count.NONE)));
        }
        if (synthesis.unanswered().clusters() > 0) {
            rows.add(count("Chưa có đề xuất", synthesis.unanswered()));
        }
        if (synthesis.ungrouped() > 0) {
            rows.add("Chưa gộp nhóm\t–\t" + Words.number(synthesis.ungrouped()));
        }
        rows.add("Cộng\t" + Words.number(synthesis.topics()) + "\t" + Words.number(synthesis.total()));
        table(rows);
    }

    private static String count(String title, Synthesis.Count count) {
        return title + "\t" + Words.number(count.clusters()) + "\t" + Words.number(count.comments());
    }

    /** What the office wrote, line by line. */
    private void typed(String words) {
        CleanText.lines(words)
                .lines()
                .map(CleanText::line)
                .filter(line -> !line.isEmpty())
                .forEach(this::paragraph);
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining("; "));
    }

    private void section(String label, String text) {
        add(ClauseKind.SECTION, 0, label, text);
    }

    private void numbered(String label, String text) {
        add(ClauseKind.ITEM, 1, label, text);
    }

    private void paragraph(String text) {
        add(ClauseKind.PARAGRAPH, clauses.stream().anyMatch(c -> c.kind() == ClauseKind.SECTION) ? 1 : 0, "", text);
    }

    private void item(String text) {
        add(ClauseKind.ITEM, 1, "-", text);
    }

    private void table(List<String> rows) {
        add(ClauseKind.TABLE, 1, "", "");
        rows.forEach(row -> add(ClauseKind.ROW, 2, "", row));
    }

    private void add(ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(Clause.NO_ID, kind, depth, label, text, List.of()));
    }
}
