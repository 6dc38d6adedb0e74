package vn.daihoi.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.engine.DecisionTable.Column;
import vn.daihoi.engine.DecisionTable.Row;

class TableWordsTest {

    private final TableWords words = new TableWords(List.of(new RuleTerms("stream", Map.of("chi-bo", "Chi bộ"))));

    private ReadableTable read(List<Column> inputs, List<Column> outputs, List<Row> rows) {
        return words.table(new DecisionTable("Bảng", "Về bảng", 1, inputs, outputs, rows));
    }

    @Test
    void aTableIsPutInWords() {
        var columns = List.of(new Column("contents", "Nội dung đại hội"), new Column("form", "Hình thức đại hội"));
        var outputs = List.of(new Column("title", "Tên"), new Column("required", "Bắt buộc"));
        var table = read(
                columns,
                outputs,
                List.of(
                        new Row(List.of("", "-"), List.of("\"Tờ trình\"", "true"), ""),
                        new Row(List.of("\"FOUR\",\"TWO\"", "\"DELEGATES\""), List.of("", "false"), "Khi cần")));

        assertThat(table.headers()).containsExactly("Nội dung đại hội", "Hình thức đại hội", "Tên", "Bắt buộc");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Mọi trường hợp", "Mọi trường hợp", "Tờ trình", "Có"),
                        List.of(
                                "4 nội dung; 2 nội dung (cấp ủy được chỉ định)",
                                "Đại hội đại biểu",
                                "Chưa có",
                                "Không"));
        assertThat(table.notes())
                .containsExactly("4 nội dung; 2 nội dung (cấp ủy được chỉ định), Đại hội đại biểu: Khi cần");
    }

    @Test
    void aTableThatSaysMuchOfFewCasesIsTurned() {
        var table = read(
                List.of(new Column("level", "Cấp")),
                List.of(
                        new Column("windowTo", "Hoàn thành chậm nhất ngày"),
                        new Column("maxHalfDays", "Số buổi tối đa")),
                List.of(new Row(List.of("\"WARD\""), List.of("\"2025-08-31\"", "4"), "")));

        assertThat(table.headers()).containsExactly("Nội dung", "Đảng bộ phường");
        assertThat(table.rows())
                .containsExactly(List.of("Hoàn thành chậm nhất ngày", "31/08/2025"), List.of("Số buổi tối đa", "4"));
    }

    @Test
    void aCodeOfAnotherModuleIsNamedAsThatModuleNamesIt() {
        var table = read(
                List.of(new Column("stream", "Luồng công việc")),
                List.of(new Column("blocks", "Chặn")),
                List.of(
                        new Row(List.of("\"chi-bo\""), List.of("true"), ""),
                        new Row(List.of("\"khac\""), List.of("false"), "")));

        assertThat(table.rows()).containsExactly(List.of("Chi bộ", "Có"), List.of("khac", "Không"));
    }

    @Test
    void aCodeBesideANameIsLeftOut() {
        var table = read(
                List.of(new Column("form", "Hình thức đại hội")),
                List.of(new Column("code", "Mã"), new Column("title", "Tên")),
                List.of(new Row(List.of(""), List.of("\"LETTER\"", "\"Tờ trình\""), "")));

        assertThat(table.headers()).containsExactly("Hình thức đại hội", "Tên");
        assertThat(table.rows()).containsExactly(List.of("Mọi trường hợp", "Tờ trình"));
    }

    @Test
    void aSilentParameterOfWardsIsFilledInElsewhere() {
        var quorum = new Column(RuleParameter.SLIP_QUORUM_PERCENT.column(), "Tỷ lệ");
        var table = read(
                List.of(new Column("level", "Cấp")),
                List.of(quorum, new Column("maxHalfDays", "Số buổi tối đa")),
                List.of(
                        new Row(List.of("\"WARD\""), List.of("", ""), ""),
                        new Row(List.of("\"CELL\""), List.of("", "2"), "")));

        assertThat(table.rows())
                .containsExactly(
                        List.of("Đảng bộ phường", "Điền ở phần tham số", "Chưa có"), List.of("Chi bộ", "Chưa có", "2"));
    }

    @Test
    void aNoteBelongsToWhatTheRuleIsAboutAndIsLeftOutWhereItSaysNoMore() {
        var table = read(
                List.of(new Column("stream", "Luồng công việc")),
                List.of(new Column("title", "Tên")),
                List.of(
                        new Row(List.of(""), List.of("\"Tờ trình\""), "Bản đã ký."),
                        new Row(List.of("\"chi-bo\""), List.of("\"Chi bộ\""), "Chi bộ.")));

        assertThat(table.notes()).containsExactly("Tờ trình: Bản đã ký.");
    }
}
