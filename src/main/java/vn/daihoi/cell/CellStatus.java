package vn.daihoi.cell;

import java.util.Set;

/** How far the congress of a cell has come, and whose turn it is. */
public enum CellStatus {
    /** The cell has to plan, for the first time or again. */
    PLANNING("Đang lập kế hoạch", Holder.CELL),
    /** The plan waits for the ward office. */
    PLAN_SUBMITTED("Chờ duyệt kế hoạch", Holder.OFFICE),
    /** The plan is cleared; the congress is to be held and reported. */
    CLEARED("Chờ tổ chức và báo cáo", Holder.CELL),
    /** Held and reported; the file waits for its check. */
    REPORTED("Chờ kiểm tra hồ sơ", Holder.OFFICE),
    /** The file came back to the cell. */
    INCOMPLETE("Hồ sơ còn thiếu", Holder.CELL),
    /** The file is complete; recognition is awaited. */
    CHECKED("Chờ chuẩn y", Holder.SECRETARY),
    /** Held and recognised: this one counts. */
    RECOGNISED("Đã chuẩn y", Holder.NOBODY),
    /** Called off together with the ward's congress. */
    CANCELLED("Đã hủy", Holder.NOBODY);

    private final String title;
    private final Holder holder;

    CellStatus(String title, Holder holder) {
        this.title = title;
        this.holder = holder;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }

    /** Whose turn it is. */
    public Holder holder() {
        return holder;
    }

    /** Whether this may be followed by that. */
    public boolean mayBecome(CellStatus next) {
        return following().contains(next);
    }

    private Set<CellStatus> following() {
        return switch (this) {
            case PLANNING -> Set.of(PLAN_SUBMITTED, CANCELLED);
            case PLAN_SUBMITTED -> Set.of(PLANNING, CLEARED, CANCELLED);
            case CLEARED, INCOMPLETE -> Set.of(REPORTED, PLANNING, CANCELLED);
            case REPORTED -> Set.of(CHECKED, INCOMPLETE, CANCELLED);
            case CHECKED -> Set.of(RECOGNISED, PLANNING, CANCELLED);
            case RECOGNISED, CANCELLED -> Set.of();
        };
    }

    /** Who has the next move. */
    public enum Holder {
        /** The secretary of the cell. */
        CELL("Bí thư chi bộ"),
        /** The office of the ward's committee. */
        OFFICE("Văn phòng Đảng ủy"),
        /** The secretary of the ward's committee. */
        SECRETARY("Bí thư Đảng ủy"),
        /** It is over. */
        NOBODY("");

        private final String title;

        Holder(String title) {
            this.title = title;
        }

        /** What they are called on the screen, empty for nobody. */
        public String title() {
            return title;
        }
    }
}
