package vn.daihoi.cell;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that ever happened to the congress of a cell. Rows are only added; the table refuses anything else. */
@Component
public class CellHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    CellHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can happen. */
    public enum Kind {
        /** Opened. */
        OPENED("Mở đại hội chi bộ"),
        /** The cell sent its plan. */
        PLANNED("Trình kế hoạch"),
        /** The office sent the plan back. */
        PLAN_RETURNED("Trả lại kế hoạch"),
        /** The office cleared the plan. */
        PLAN_CLEARED("Duyệt kế hoạch"),
        /** The cell reported. */
        REPORTED("Báo cáo kết quả"),
        /** The program reminded the cell. */
        REMINDED("Nhắc báo cáo"),
        /** The office chased the cell up. */
        CHASED("Đôn đốc"),
        /** The office found the file complete. */
        CHECKED("Kiểm tra: đầy đủ"),
        /** The office found something missing. */
        INCOMPLETE("Kiểm tra: còn thiếu"),
        /** The secretary recognised the result. */
        RECOGNISED("Chuẩn y"),
        /** The secretary annulled the result. */
        ANNULLED("Không chuẩn y"),
        /** Called off. */
        CANCELLED("Hủy");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What it is called on the screen. */
        public String title() {
            return title;
        }
    }

    /**
     * One thing that happened.
     *
     * @param round in which round
     * @param kind what
     * @param by id of the person, or of the program itself
     * @param at when
     * @param detail a Vietnamese sentence, empty when the kind says it all
     */
    public record Event(int round, Kind kind, String by, Instant at, String detail) {}

    /** What happened to one cell's congress, oldest first. */
    public List<Event> of(String cellCongress) {
        return jdbc.sql(
                        """
                        select round, kind, by_whom, at, detail
                        from cell_congress_event where cell_congress = :id order by id""")
                .param("id", cellCongress)
                .query((row, number) -> new Event(
                        row.getInt("round"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("detail")))
                .list();
    }

    void add(CellCongress cell, Kind kind, String by, String detail) {
        jdbc.sql(
                        """
                        insert into cell_congress_event (cell_congress, round, kind, by_whom, at, detail)
                        values (:id, :round, :kind, :by, :at, :detail)""")
                .param("id", cell.id())
                .param("round", cell.round())
                .param("kind", kind.name())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .param("detail", detail)
                .update();
    }
}
