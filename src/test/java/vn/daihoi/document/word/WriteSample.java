package vn.daihoi.document.word;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;

/** A made-up report with everything a version can hold. */
final class WriteSample {

    static final PageFormat FORMAT = new PageFormat(20, 20, 30, 15, "Times New Roman", 14, 10);

    private final List<Clause> clauses = new ArrayList<>();

    private WriteSample() {}

    static Sheet sheet(List<Clause> clauses) {
        return new Sheet(
                "0f3b9a52-0001-4000-8000-000000000001",
                3,
                "ĐẢNG BỘ THÀNH PHỐ MẪU",
                "ĐẢNG ỦY PHƯỜNG AN BÌNH",
                "Số 05-BC/ĐU",
                "An Bình",
                LocalDate.of(2026, 2, 5),
                "Dự thảo lần 2",
                List.of("Ban Thường vụ Thành ủy (để báo cáo),", "Các chi bộ trực thuộc,", "Lưu Văn phòng Đảng ủy."),
                List.of("T/M ĐẢNG ỦY", "BÍ THƯ"),
                clauses);
    }

    static List<Clause> clauses() {
        WriteSample sample = new WriteSample();
        sample.add(ClauseKind.TITLE, 0, "", "BÁO CÁO CHÍNH TRỊ");
        sample.add(
                ClauseKind.TITLE,
                0,
                "",
                "trình Đại hội đại biểu Đảng bộ phường An Bình lần thứ II, nhiệm kỳ 2025 - 2030");
        sample.add(
                ClauseKind.PARAGRAPH,
                0,
                "",
                "Đại hội diễn ra khi phường vừa được sắp xếp lại; Đảng bộ có 42 chi bộ với 1.860 đảng viên."
                        + " Toàn phường đoàn kết, quyết tâm hoàn thành các mục tiêu đề ra < đúng hạn > & \"vững chắc\".",
                new Mark(Mark.Style.ITALIC, 0, 8));
        sample.add(ClauseKind.PART, 0, "Phần thứ nhất", "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020 - 2025");
        sample.add(ClauseKind.SECTION, 1, "I.", "Kinh tế - xã hội", new Mark(Mark.Style.BOLD, 0, 7));
        String growth = "Thu ngân sách tăng bình quân 9,5%/năm, vượt chỉ tiêu nghị quyết đề ra.";
        sample.add(
                ClauseKind.PARAGRAPH,
                2,
                "",
                growth,
                new Mark(Mark.Style.BOLD, 4, 13),
                new Mark(Mark.Style.UNDERLINE, 9, 18),
                new Mark(Mark.Style.NOTE, growth.indexOf(", vượt"), growth.indexOf(", vượt")),
                new Mark(Mark.Style.NOTE, growth.length(), growth.length()));
        sample.add(ClauseKind.NOTE, 3, "", "Số liệu của cơ quan thuế, tính đến hết quý III năm 2025.");
        sample.add(ClauseKind.NOTE, 3, "", "Chỉ tiêu là 8%/năm.");
        sample.add(ClauseKind.ITEM, 2, "a)", "Thương mại, dịch vụ phát triển nhanh,\nnhất là các tuyến phố chính.");
        sample.add(ClauseKind.ITEM, 3, "-", "Hình thành hai khu dịch vụ mới.");
        sample.add(ClauseKind.ITEM, 3, "-", "Chợ An Bình được sửa chữa, bảo đảm vệ sinh và an toàn phòng cháy.");
        sample.add(ClauseKind.ITEM, 2, "b)", "Hạ tầng được đầu tư đồng bộ.");
        sample.add(ClauseKind.SECTION, 1, "II.", "Xây dựng Đảng");
        sample.add(ClauseKind.SECTION, 2, "1.", "Công tác chính trị, tư tưởng");
        sample.add(ClauseKind.PARAGRAPH, 3, "", "Tổ chức học tập nghị quyết kịp thời, sâu rộng tới từng chi bộ.");
        sample.add(ClauseKind.PART, 0, "Phần thứ hai", "PHƯƠNG HƯỚNG, CHỈ TIÊU NHIỆM KỲ 2025 - 2030");
        sample.add(ClauseKind.PARAGRAPH, 1, "", "Các chỉ tiêu chủ yếu:");
        sample.add(ClauseKind.TABLE, 1, "", "");
        sample.add(ClauseKind.ROW, 2, "", "TT\tChỉ tiêu\tĐơn vị\tMục tiêu 2030", new Mark(Mark.Style.BOLD, 0, 32));
        sample.add(ClauseKind.ROW, 2, "", "A. Kinh tế");
        sample.add(ClauseKind.ROW, 2, "", "1\tThu ngân sách tăng bình quân\t%/năm\t≥ 10");
        sample.add(ClauseKind.ROW, 2, "", "2\tDoanh nghiệp thành lập mới\ndo đoàn viên khởi nghiệp\t\t120");
        sample.add(ClauseKind.ROW, 2, "", "B. Xã hội\tgiữ vững");
        sample.add(ClauseKind.SECTION, 1, "I.", "Nhiệm vụ trọng tâm");
        sample.add(ClauseKind.PARAGRAPH, 2, "", "Xây dựng chính quyền phường gần dân, phục vụ nhân dân.");
        for (int i = 1; i <= 12; i++) {
            sample.add(
                    ClauseKind.ITEM,
                    2,
                    i + ".",
                    "Nhiệm vụ thứ " + i + ": nâng cao chất lượng sinh hoạt chi bộ, gắn với giải quyết kiến nghị của"
                            + " nhân dân ngay từ cơ sở, không để tồn đọng kéo dài.");
        }
        return List.copyOf(sample.clauses);
    }

    private void add(ClauseKind kind, int depth, String label, String text, Mark... marks) {
        clauses.add(new Clause(clauses.size() + 1, kind, depth, label, text, List.of(marks)));
    }
}
