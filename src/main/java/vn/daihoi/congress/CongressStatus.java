package vn.daihoi.congress;

import java.util.Set;

/** How far the preparation of a congress has come. */
public enum CongressStatus {
    /** Opened, no plan yet. */
    DRAFT("Đang lập kế hoạch"),
    /** The plan waits for the secretary. */
    SUBMITTED("Chờ phê duyệt kế hoạch"),
    /** The plan went back with a reason. */
    RETURNED("Kế hoạch bị trả lại"),
    /** The plan stands; the cells are about to be opened. */
    APPROVED("Đã phê duyệt kế hoạch"),
    /** The cells prepare and hold their congresses. */
    CELLS_RUNNING("Đại hội các chi bộ đang tiến hành"),
    /** Confirmed ready; the congress itself may be held. */
    READY("Sẵn sàng tổ chức"),
    /** Called off; nothing follows. */
    CANCELLED("Đã hủy");

    private final String title;

    CongressStatus(String title) {
        this.title = title;
    }

    /** What it is called on the screen. */
    public String title() {
        return title;
    }

    /** Whether this may be followed by that. */
    public boolean mayBecome(CongressStatus next) {
        return following().contains(next);
    }

    private Set<CongressStatus> following() {
        return switch (this) {
            case DRAFT, RETURNED -> Set.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> Set.of(APPROVED, RETURNED, CANCELLED);
            case APPROVED -> Set.of(CELLS_RUNNING, CANCELLED);
            case CELLS_RUNNING -> Set.of(READY, CANCELLED);
            case READY, CANCELLED -> Set.of();
        };
    }
}
