package vn.daihoi.organisation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;

/**
 * Working days in Viet Nam. Saturdays, Sundays and the public holidays of fixed date are off in every year; Tết, Giỗ Tổ
 * and swapped days are announced year by year and are data. A year for which nothing has been entered is reckoned with
 * what is fixed only; {@link #reckon} tells so, the plain methods do it silently (and log it).
 */
public interface WorkingCalendar {

    /** Where the days begin and end. */
    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Whether people work on this day. */
    boolean isWorkingDay(LocalDate day);

    /**
     * The n-th working day after a day, which itself does not count.
     *
     * @param days how many; 0 gives the day itself if people work on it, else the next working day
     * @throws IllegalArgumentException when days is negative
     */
    LocalDate plusWorkingDays(LocalDate from, int days);

    /**
     * The n-th working day before a day, which itself does not count.
     *
     * @param days how many; 0 gives the day itself if people work on it, else the working day before
     * @throws IllegalArgumentException when days is negative
     */
    LocalDate minusWorkingDays(LocalDate from, int days);

    /** Working days after {@code from} up to and with {@code to}; negative when {@code to} comes first. */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** As {@link #plusWorkingDays}, with what is uncertain about the answer. */
    Reckoning reckon(LocalDate from, int days);

    /**
     * A reckoned day.
     *
     * @param day the answer
     * @param yearsNotEntered years on the way for which no calendar has been entered, in order; empty when all is known
     * @param unconfirmed whether a day still marked "cần xác nhận" lies on the way
     */
    record Reckoning(LocalDate day, SortedSet<Integer> yearsNotEntered, boolean unconfirmed) {

        /** Whether nothing about it may change. */
        public boolean certain() {
            return yearsNotEntered.isEmpty() && !unconfirmed;
        }

        /** A Vietnamese remark for the reader about what is uncertain; empty when nothing is. */
        public String remark() {
            if (!yearsNotEntered.isEmpty()) {
                var years = yearsNotEntered.stream()
                        .map(String::valueOf)
                        .collect(java.util.stream.Collectors.joining(", "));
                return "Chưa có lịch nghỉ năm " + years
                        + ": mới tính thứ Bảy, Chủ nhật và ngày lễ cố định; hạn có thể thay đổi.";
            }
            return unconfirmed ? "Có ngày nghỉ chưa được xác nhận trong khoảng này; hạn có thể thay đổi." : "";
        }
    }
}
