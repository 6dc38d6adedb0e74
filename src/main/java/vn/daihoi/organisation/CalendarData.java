package vn.daihoi.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The calendar as it stood when it was read.
 *
 * @param daysOff days off beyond weekends, and whether each is confirmed
 * @param daysWorked weekend days worked in place of another day, and whether each is confirmed
 * @param years for which the calendar has been entered as a whole
 */
record CalendarData(Map<LocalDate, Boolean> daysOff, Map<LocalDate, Boolean> daysWorked, Set<Integer> years) {

    /** Off in any year by the Labour Code of 2019, article 112: the dates that do not move. */
    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    CalendarData {
        daysOff = Map.copyOf(daysOff);
        daysWorked = Map.copyOf(daysWorked);
        years = Set.copyOf(years);
    }

    boolean isWorkingDay(LocalDate day) {
        if (daysOff.containsKey(day) || FIXED.contains(MonthDay.from(day))) {
            return false;
        }
        return daysWorked.containsKey(day) || !weekend(day);
    }

    LocalDate plus(LocalDate from, int days) {
        return walk(from, days, 1, day -> {});
    }

    LocalDate minus(LocalDate from, int days) {
        return walk(from, days, -1, day -> {});
    }

    int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    WorkingCalendar.Reckoning reckon(LocalDate from, int days) {
        var unknown = new TreeSet<Integer>();
        var unconfirmed = new TreeSet<LocalDate>();
        var reached = walk(from, days, 1, day -> {
            if (!years.contains(day.getYear())) {
                unknown.add(day.getYear());
            }
            if (Boolean.FALSE.equals(daysOff.get(day)) || Boolean.FALSE.equals(daysWorked.get(day))) {
                unconfirmed.add(day);
            }
        });
        return new WorkingCalendar.Reckoning(reached, unknown, !unconfirmed.isEmpty());
    }

    private LocalDate walk(LocalDate from, int days, int step, Consumer<LocalDate> passed) {
        if (days < 0) {
            throw new IllegalArgumentException("number of working days must not be negative: " + days);
        }
        var day = from;
        var left = days;
        passed.accept(day);
        while (left > 0 || !isWorkingDay(day)) {
            day = day.plusDays(step);
            passed.accept(day);
            if (left > 0 && isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
