package vn.daihoi.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Changes units and their dated relations. Nothing is ever deleted: what was true keeps its dates. */
public interface UnitChanges {

    /** Adds a unit below another. */
    Outcome add(NewUnit unit, String by);

    /** Sets the number of members of a cell. */
    Outcome setMemberCount(String unit, int memberCount, String by);

    /**
     * Puts a unit below another from a day on; where it stood before ends the day before.
     *
     * @param superior id of the unit above from then on
     */
    Outcome moveBelow(String unit, String superior, LocalDate from, String by);

    /**
     * Ends a unit, with the roles held in it. Refused while other units stand below it after that day.
     *
     * @param lastDay last day on which it exists
     * @param mergedInto id of the unit it is merged into, null when it just ends
     */
    Outcome end(String unit, LocalDate lastDay, @Nullable String mergedInto, String by);

    /** Says that a working group serves a ward from a day on. */
    Outcome assignBody(String body, String ward, LocalDate from, @Nullable LocalDate to, String by);

    /** Says from which day on a working group no longer serves a ward. */
    Outcome endBodyAssignment(long assignment, LocalDate lastDay, String by);

    /**
     * A unit to be added.
     *
     * @param id short code
     * @param kind what it is
     * @param name official name
     * @param shortName name used in lists
     * @param memberCount for cells only
     * @param cellType for cells only
     * @param sortOrder place among its neighbours
     * @param validFrom first day
     * @param superior id of the unit above, null for one at the top or a working group
     */
    record NewUnit(
            @NotBlank(message = "Mã đơn vị: không được để trống.")
                    @Pattern(
                            regexp = "[a-z][a-z0-9]{0,19}(\\.[a-z0-9]{1,20})?",
                            message =
                                    "Mã đơn vị: chỉ gồm chữ thường không dấu và chữ số, chi bộ viết sau dấu chấm, ví dụ dm.cb01.")
                    String id,
            @NotNull(message = "Loại đơn vị: phải chọn một loại.") UnitKind kind,
            @NotBlank(message = "Tên đơn vị: không được để trống.")
                    @Size(max = 200, message = "Tên đơn vị: tối đa 200 ký tự.")
                    String name,
            @NotBlank(message = "Tên ngắn: không được để trống.")
                    @Size(max = 60, message = "Tên ngắn: tối đa 60 ký tự.")
                    String shortName,
            @Nullable
                    @Min(value = 0, message = "Số đảng viên: không được nhỏ hơn 0.")
                    @Max(value = 100_000, message = "Số đảng viên: tối đa 100.000.")
                    Integer memberCount,
            @Nullable CellType cellType,
            @Min(value = 0, message = "Thứ tự: không được nhỏ hơn 0.")
                    @Max(value = 10_000, message = "Thứ tự: tối đa 10.000.")
                    int sortOrder,
            @NotNull(message = "Từ ngày: phải nhập ngày bắt đầu.") LocalDate validFrom,
            @Nullable String superior) {}
}
