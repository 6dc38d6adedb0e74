package vn.daihoi.consultation.report;

import static vn.daihoi.consultation.report.PlantedRound.clause;
import static vn.daihoi.consultation.report.PlantedRound.list;

import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.context.ApplicationContext;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** A short draft with headings, and what was said about it. */
public final class PlantedDraft {

    /** The version that is circulated. */
    public static final List<Clause> FIRST = List.of(
            clause(ClauseKind.TITLE, 0, "", "BÁO CÁO CHÍNH TRỊ"),
            clause(ClauseKind.PART, 0, "Phần thứ nhất", "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020–2025"),
            clause(ClauseKind.SECTION, 1, "I.", "Tình hình chung"),
            clause(ClauseKind.PARAGRAPH, 2, "", "Đảng bộ có 10 chi bộ với 412 đảng viên."),
            clause(ClauseKind.SECTION, 1, "II.", "Kết quả đạt được"),
            clause(ClauseKind.PARAGRAPH, 2, "", "Thu ngân sách tăng bình quân 8% mỗi năm."),
            clause(ClauseKind.PART, 0, "Phần thứ hai", "PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025–2030"),
            clause(ClauseKind.SECTION, 1, "I.", "Mục tiêu"),
            clause(ClauseKind.PARAGRAPH, 2, "", "Thu ngân sách tăng bình quân từ 8% đến 10% mỗi năm."),
            clause(ClauseKind.SECTION, 1, "II.", "Nhiệm vụ, giải pháp"),
            clause(ClauseKind.SECTION, 2, "1.", "Xây dựng đô thị"),
            clause(ClauseKind.ITEM, 3, "a)", "Chỉnh trang các tuyến hẻm, trồng thêm cây xanh."),
            clause(ClauseKind.PARAGRAPH, 3, "", "Đẩy mạnh công tác tuyên truyền, vận động Nhân dân."));

    private PlantedDraft() {}

    /** The version that carries out what was accepted. */
    public static List<Clause> second(List<Clause> first) {
        return first.stream()
                .map(clause -> clause.text().startsWith("Đảng bộ có 10 chi bộ")
                        ? new Clause(
                                clause.id(),
                                clause.kind(),
                                clause.depth(),
                                clause.label(),
                                "Đảng bộ có 10 chi bộ với 412 đảng viên, tăng 38 đảng viên so với đầu nhiệm kỳ.",
                                List.of())
                        : clause)
                .toList();
    }

    /** Eleven comments in six clusters, one of them hidden besides, one not grouped yet; half of it decided. */
    public static void comments(PlantedRound round, ToLongFunction<String> clause) {
        var cells = round.ward.cells;
        round.minutes(cells.get(0), 35, 5, false);
        round.minutes(cells.get(1), 33, 4, true);
        long general = clause.applyAsLong("Đảng bộ có 10 chi bộ");
        long income = clause.applyAsLong("Thu ngân sách tăng bình quân 8%");
        long target = clause.applyAsLong("Thu ngân sách tăng bình quân từ");
        long alleys = clause.applyAsLong("Chỉnh trang các tuyến hẻm");
        var party = SourceGroup.PARTY_MEMBER;

        long compared = round.cluster(
                general,
                4,
                list(
                        round.comment(
                                party, cells.get(0), general, "Đề nghị bổ sung số liệu so sánh với đầu nhiệm kỳ."),
                        round.comment(party, cells.get(0), general, "Bổ sung số liệu so sánh đầu nhiệm kỳ"),
                        round.comment(party, cells.get(0), general, "Cần so sánh số liệu với đầu nhiệm kỳ"),
                        round.comment(SourceGroup.RESIDENT, null, general, "Thêm số liệu đầu nhiệm kỳ để so sánh")));
        round.propose(compared, Disposition.ACCEPTED, "");
        round.decide(compared, Disposition.ACCEPTED, "");
        round.prove(compared, general);

        long cause = round.alone(party, cells.get(0), income, 6, "Nêu rõ nguyên nhân tăng thu ngân sách.");
        round.propose(cause, Disposition.PARTLY, "");
        round.decide(cause, Disposition.ACCEPTED, "");

        long higher = round.cluster(
                target,
                9,
                list(
                        round.comment(party, cells.get(0), target, "Chỉ tiêu thu ngân sách nên nâng lên 12%."),
                        round.comment(SourceGroup.RESIDENT, null, target, "Nâng chỉ tiêu thu ngân sách lên 12%")));
        round.propose(higher, Disposition.KEPT, "Chỉ tiêu đã được tính toán theo khả năng thực tế.");
        round.decide(higher, Disposition.KEPT, "Chỉ tiêu đã được tính toán theo khả năng thực tế.");

        long trees = round.alone(
                SourceGroup.ORGANISATION, cells.get(0), alleys, 12, "Nêu cụ thể số hẻm và số cây trồng mới hằng năm.");
        round.propose(trees, Disposition.NOTED, "Ghi nhận để cụ thể hóa trong chương trình hành động.");
        round.contest(trees);
        round.alone(SourceGroup.RESIDENT, null, alleys, 12, "Ưu tiên chiếu sáng hẻm nhỏ.");
        round.alone(party, cells.get(0), 0, 0, "Văn bản còn dài, cần rút gọn.");
        round.comment(SourceGroup.RESIDENT, null, alleys, "Ý kiến vừa gửi, chưa gộp.");
        round.hide(round.comment(SourceGroup.RESIDENT, null, alleys, "Lời lẽ bậy bạ"), "Thô tục");
    }

    /** A round in which half is decided. */
    public static PlantedRound halfDecided(ApplicationContext context) {
        var round = PlantedRound.on(context, FIRST);
        comments(round, begin -> idOf(round, begin));
        round.status(RoundStatus.DECIDING);
        return round;
    }

    /** A round whose result is public, with hostile words among what was said and answered. */
    public static PlantedRound published(ApplicationContext context) {
        var round = PlantedRound.on(context, FIRST);
        var clauses = round.ward.clauses();
        comments(round, begin -> idOf(round, begin));
        long hostile = round.alone(
                SourceGroup.RESIDENT,
                null,
                idOf(round, "Chỉnh trang"),
                12,
                "<script>alert(1)</script>\u202E=1+1 " + "ộ".repeat(400));
        round.decideRest(hostile, "<img src=x onerror=alert(1)> " + "x".repeat(3000));
        round.publish(second(clauses));
        round.set("new_version = 3");
        round.status(RoundStatus.PUBLISHED);
        return round;
    }

    private static long idOf(PlantedRound round, String begin) {
        return round.ward.clauses().stream()
                .filter(clause -> clause.text().startsWith(begin))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
