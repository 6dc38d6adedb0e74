package vn.daihoi.document.indicator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

/** Invented reports and the fourteen targets they ought to quote. */
final class Samples {

    private Samples() {}

    /** The targets of the demo ward. */
    static List<Indicator> indicators() {
        var rows = new ArrayList<Indicator>();
        word(rows, "XD1", "Đảng bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên", null);
        add(
                rows,
                "XD2",
                "Kết nạp đảng viên mới trên tổng số đảng viên",
                "%/năm",
                Kind.AT_LEAST,
                "2.6",
                "3",
                null,
                null);
        add(rows, "XD3", "Chi bộ sinh hoạt tốt", "%", Kind.MORE_THAN, "82", "90", null, 2030);
        add(rows, "XD4", "Đảng viên học tập, quán triệt nghị quyết", "%", Kind.ABSOLUTE, "98", "100", null, 2030);
        add(rows, "KT1", "Thu ngân sách tăng bình quân", "%/năm", Kind.RANGE, "8", "8", "10", null);
        add(rows, "KT2", "Giải ngân vốn đầu tư công", "%", Kind.ABSOLUTE, "93", "100", null, 2030);
        add(rows, "XH1", "Hộ nghèo đa chiều", "%", Kind.LESS_THAN, "0.6", "0.2", null, 2030);
        add(rows, "XH2", "Thu nhập bình quân đầu người tăng", "%/năm", Kind.MORE_THAN, "7", "8", null, null);
        var schools = one("XH3", "Trường đạt chuẩn quốc gia", "trường", Kind.ABSOLUTE, "1", "2", null, 2030, 9);
        rows.add(new Indicator(
                schools.code(),
                schools.name(),
                schools.unit(),
                schools.kind(),
                schools.base(),
                "",
                2025,
                schools.target(),
                null,
                new BigDecimal(2),
                "",
                2030,
                "",
                "",
                null,
                9));
        add(rows, "CD1", "Hồ sơ giải quyết qua dịch vụ công trực tuyến", "%", Kind.MORE_THAN, "71", "85", null, 2030);
        add(rows, "CD2", "Mức độ hài lòng của người dân tăng", "điểm %", Kind.INCREASE_BY, null, "5", null, 2030);
        add(rows, "QP1", "Hoàn thành chỉ tiêu giao quân", "%", Kind.ABSOLUTE, "100", "100", null, null);
        add(rows, "AN1", "Giải quyết tin báo, tố giác tội phạm", "%", Kind.MORE_THAN, "91", "90", null, 2030);
        word(rows, "AN2", "Đạt tiêu chuẩn an toàn về an ninh, trật tự", 2030);
        return rows;
    }

    private static void add(
            List<Indicator> rows,
            String code,
            String name,
            String unit,
            Kind kind,
            @Nullable String base,
            String target,
            @Nullable String high,
            @Nullable Integer year) {
        rows.add(one(code, name, unit, kind, base, target, high, year, rows.size() + 1));
    }

    private static Indicator one(
            String code,
            String name,
            String unit,
            Kind kind,
            @Nullable String base,
            String target,
            @Nullable String high,
            @Nullable Integer year,
            int position) {
        return new Indicator(
                code,
                name,
                unit,
                kind,
                base == null ? null : new BigDecimal(base),
                "",
                base == null ? null : 2025,
                new BigDecimal(target),
                high == null ? null : new BigDecimal(high),
                null,
                "",
                year,
                "",
                "",
                null,
                position);
    }

    private static void word(List<Indicator> rows, String code, String name, @Nullable Integer year) {
        rows.add(new Indicator(
                code,
                name,
                "",
                Kind.ABSOLUTE,
                null,
                "đạt",
                2025,
                null,
                null,
                null,
                "đạt",
                year,
                "",
                "",
                null,
                rows.size() + 1));
    }

    /**
     * A text of the test resources: a line for a clause, "kind|label|text" with T title, P part, S and S2 headings, "."
     * paragraph, I and "-" items, B table, R row.
     */
    static List<Clause> text(String name) throws IOException {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream("/indicator/" + name))) {
            var clauses = new ArrayList<Clause>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var parts = line.split("\\|", 3);
                clauses.add(new Clause(
                        clauses.size() + 1,
                        switch (parts[0]) {
                            case "T" -> ClauseKind.TITLE;
                            case "P" -> ClauseKind.PART;
                            case "S", "S2" -> ClauseKind.SECTION;
                            case "." -> ClauseKind.PARAGRAPH;
                            case "B" -> ClauseKind.TABLE;
                            case "R" -> ClauseKind.ROW;
                            default -> ClauseKind.ITEM;
                        },
                        switch (parts[0]) {
                            case "T", "P" -> 0;
                            case "S" -> 1;
                            case "S2" -> 2;
                            case "R" -> 4;
                            default -> 3;
                        },
                        parts[1],
                        parts[2],
                        List.of()));
            }
            return clauses;
        }
    }
}
