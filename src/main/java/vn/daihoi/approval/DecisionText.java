package vn.daihoi.approval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** The notice of a decision in words, as clauses: Word file, PDF and page all show the same. It names bodies, no persons. */
final class DecisionText {

    private final List<Clause> clauses = new ArrayList<>();
    private int sections;

    private DecisionText() {}

    /**
     * What the notice tells.
     *
     * @param ward the committee whose dossier it is, "Đảng ủy phường Demo"
     * @param superior who decides, "Thành ủy Demo"
     * @param congress title of the congress
     * @param dossier "hồ sơ trình duyệt lần 1, lần gửi 2"
     * @param documents title and version of each
     * @param appraisals what each board found, a sentence each
     * @param slips figures of the last asking, null when nobody was asked
     * @param outcome what was decided
     * @param reason in words, empty for none
     * @param requests document, place and words of each
     */
    record Facts(
            String ward,
            String superior,
            String congress,
            String dossier,
            List<String> documents,
            List<String> appraisals,
            @Nullable String slips,
            Decision.Outcome outcome,
            String reason,
            List<List<String>> requests) {}

    static List<Clause> of(Facts facts) {
        var text = new DecisionText();
        text.add(ClauseKind.TITLE, 0, "", "THÔNG BÁO");
        text.add(ClauseKind.TITLE, 0, "", "kết quả xét duyệt văn kiện " + facts.congress());
        text.add(
                ClauseKind.PARAGRAPH,
                0,
                "",
                "Sau khi xem xét " + facts.dossier() + " của " + facts.ward() + ", " + facts.superior()
                        + " thông báo như sau:");
        text.section("Văn kiện được xem xét");
        facts.documents().forEach(text::item);
        text.section("Thẩm định và lấy ý kiến");
        facts.appraisals().forEach(text::item);
        text.item(facts.slips() == null ? "Không lấy phiếu xin ý kiến Ban Thường vụ." : facts.slips());
        text.section("Kết quả");
        text.outcome(facts);
        return text.clauses;
    }

    private void outcome(Facts facts) {
        var asked = !facts.requests().isEmpty();
        paragraph(
                switch (facts.outcome()) {
                    case APPROVED ->
                        "Duyệt các văn kiện nêu trên. " + facts.ward() + " hoàn thiện"
                                + (asked ? " theo các nội dung dưới đây" : "") + " và trình đại hội theo quy định.";
                    case RETURNED ->
                        "Yêu cầu " + facts.ward()
                                + " tiếp thu hoặc giải trình từng nội dung dưới đây, hoàn thiện văn kiện và trình lại.";
                    case REFUSED -> "Không duyệt các văn kiện nêu trên, với lý do:";
                });
        facts.reason()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(this::paragraph);
        if (asked) {
            // stays with the table
            add(
                    ClauseKind.SECTION,
                    1,
                    "",
                    switch (facts.outcome()) {
                        case APPROVED -> "Nội dung đề nghị hoàn thiện";
                        case RETURNED -> "Nội dung yêu cầu chỉnh sửa";
                        case REFUSED -> "Nội dung phải tiếp thu hoặc giải trình";
                    });
            add(ClauseKind.TABLE, 1, "", "");
            row(List.of("Văn kiện", "Vị trí", "Nội dung"));
            facts.requests().forEach(this::row);
        }
    }

    private void section(String title) {
        add(ClauseKind.SECTION, 0, ++sections + ".", title);
    }

    private void item(String text) {
        add(ClauseKind.ITEM, 1, "-", text);
    }

    private void paragraph(String text) {
        add(ClauseKind.PARAGRAPH, 1, "", text);
    }

    private void row(List<String> cells) {
        add(
                ClauseKind.ROW,
                2,
                "",
                String.join(
                        "\t",
                        cells.stream().map(cell -> cell.replace('\t', ' ')).toList()));
    }

    private void add(ClauseKind kind, int depth, String label, String text) {
        clauses.add(new Clause(Clause.NO_ID, kind, depth, label, text, List.of()));
    }
}
