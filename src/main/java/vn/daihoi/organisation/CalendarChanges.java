package vn.daihoi.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Changes the calendar of working days. Due dates already set stay as they are. */
public interface CalendarChanges {

    /** Adds a day off. */
    Outcome addDayOff(NewDayOff day, String by);

    /** Adds a working day given free and the weekend day worked in its place. */
    Outcome addSwap(NewSwap swap, String by);

    /** Marks the day off, or the swap of this day off, as confirmed. */
    Outcome confirm(LocalDate dayOff, String by);

    /** Removes the day off, or the swap of this day off. */
    Outcome remove(LocalDate dayOff, String by);

    /** Says that the calendar of the year has been entered as a whole. */
    Outcome completeYear(int year, String by);

    /**
     * A day off.
     *
     * @param day which
     * @param name occasion
     * @param source where it is announced
     * @param confirmed false while it is to be confirmed ("cần xác nhận")
     */
    record NewDayOff(
            @NotNull(message = "Ngày nghỉ: phải nhập ngày.") LocalDate day,
            @NotBlank(message = "Tên ngày nghỉ: không được để trống.")
                    @Size(max = 200, message = "Tên ngày nghỉ: tối đa 200 ký tự.")
                    String name,
            @NotBlank(message = "Căn cứ: không được để trống.") @Size(max = 300, message = "Căn cứ: tối đa 300 ký tự.")
                    String source,
            boolean confirmed) {}

    /**
     * A swap.
     *
     * @param dayOff the working day given free
     * @param dayWorked the Saturday or Sunday worked in its place
     * @param name occasion
     * @param source where it is announced
     * @param confirmed false while it is to be confirmed
     */
    record NewSwap(
            @NotNull(message = "Ngày được nghỉ: phải nhập ngày.") LocalDate dayOff,
            @NotNull(message = "Ngày làm bù: phải nhập ngày.") LocalDate dayWorked,
            @NotBlank(message = "Tên dịp hoán đổi: không được để trống.")
                    @Size(max = 200, message = "Tên dịp hoán đổi: tối đa 200 ký tự.")
                    String name,
            @NotBlank(message = "Căn cứ: không được để trống.") @Size(max = 300, message = "Căn cứ: tối đa 300 ký tự.")
                    String source,
            boolean confirmed) {}
}
