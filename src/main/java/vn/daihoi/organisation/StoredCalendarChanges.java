package vn.daihoi.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the calendar. */
@Component
class StoredCalendarChanges implements CalendarChanges {

    private static final String UNKNOWN = "Ngày nghỉ: không có ngày này trong lịch.";

    private final JdbcClient jdbc;
    private final StoredCalendar calendar;
    private final WriteLock lock;
    private final Changes changes;

    StoredCalendarChanges(JdbcClient jdbc, StoredCalendar calendar, WriteLock lock, Changes changes) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.lock = lock;
        this.changes = changes;
    }

    @Override
    @Transactional
    public Outcome addDayOff(NewDayOff day, String by) {
        begin();
        if (taken(day.day())) {
            return Outcome.refused("day", "Ngày nghỉ: ngày " + Changes.day(day.day()) + " đã có trong lịch.");
        }
        jdbc.sql(
                        """
                        insert into non_working_day (day, name, source, confirmed, changed_by, changed_at)
                        values (:day, :name, :source, :confirmed, :by, :at)
                        """)
                .param("day", day.day())
                .param("name", day.name().strip())
                .param("source", day.source().strip())
                .param("confirmed", day.confirmed())
                .param("by", by)
                .param("at", changes.now())
                .update();
        return recorded(
                by, "DAY_OFF_ADDED", day.day(), "Thêm ngày nghỉ: " + day.name().strip());
    }

    @Override
    @Transactional
    public Outcome addSwap(NewSwap swap, String by) {
        begin();
        if (weekend(swap.dayOff())) {
            return Outcome.refused("dayOff", "Ngày được nghỉ: phải là ngày từ thứ Hai đến thứ Sáu.");
        }
        if (!weekend(swap.dayWorked())) {
            return Outcome.refused("dayWorked", "Ngày làm bù: phải là thứ Bảy hoặc Chủ nhật.");
        }
        if (taken(swap.dayOff())) {
            return Outcome.refused("dayOff", "Ngày được nghỉ: ngày này đã có trong lịch.");
        }
        if (taken(swap.dayWorked())) {
            return Outcome.refused("dayWorked", "Ngày làm bù: ngày này đã có trong lịch.");
        }
        jdbc.sql(
                        """
                        insert into working_day_swap (day_off, day_worked, name, source, confirmed, changed_by, changed_at)
                        values (:off, :worked, :name, :source, :confirmed, :by, :at)
                        """)
                .param("off", swap.dayOff())
                .param("worked", swap.dayWorked())
                .param("name", swap.name().strip())
                .param("source", swap.source().strip())
                .param("confirmed", swap.confirmed())
                .param("by", by)
                .param("at", changes.now())
                .update();
        return recorded(
                by,
                "SWAP_ADDED",
                swap.dayOff(),
                "Hoán đổi với ngày làm bù " + Changes.day(swap.dayWorked()) + ": "
                        + swap.name().strip());
    }

    @Override
    @Transactional
    public Outcome confirm(LocalDate dayOff, String by) {
        begin();
        var set = " set confirmed = true, version = version + 1, changed_by = :by, changed_at = :at where ";
        int found = 0;
        for (var update : new String[] {
            "update non_working_day" + set + "day = :day", "update working_day_swap" + set + "day_off = :day"
        }) {
            found += jdbc.sql(update)
                    .param("by", by)
                    .param("at", changes.now())
                    .param("day", dayOff)
                    .update();
        }
        return found == 0
                ? Outcome.refused("day", UNKNOWN)
                : recorded(by, "DAY_OFF_CONFIRMED", dayOff, "Xác nhận ngày nghỉ");
    }

    @Override
    @Transactional
    public Outcome remove(LocalDate dayOff, String by) {
        begin();
        int found = 0;
        for (var delete : new String[] {
            "delete from non_working_day where day = :day", "delete from working_day_swap where day_off = :day"
        }) {
            found += jdbc.sql(delete).param("day", dayOff).update();
        }
        return found == 0
                ? Outcome.refused("day", UNKNOWN)
                : recorded(by, "DAY_OFF_REMOVED", dayOff, "Xóa khỏi lịch nghỉ");
    }

    @Override
    @Transactional
    public Outcome completeYear(int year, String by) {
        begin();
        if (year < 2000 || year > 2100) {
            return Outcome.refused("year", "Năm: phải từ 2000 đến 2100.");
        }
        jdbc.sql(
                        "insert into calendar_year (year, changed_by, changed_at) values (:year, :by, :at) on conflict do nothing")
                .param("year", year)
                .param("by", by)
                .param("at", changes.now())
                .update();
        changes.record(
                by, "CALENDAR_YEAR_COMPLETED", "calendar:" + year, "Xác nhận đã nhập đủ lịch nghỉ năm " + year + ".");
        return Outcome.done();
    }

    private void begin() {
        lock.take();
        // not before the end: until then others would read, and keep, what was there before
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                calendar.forget();
            }
        });
    }

    private Outcome recorded(String by, String action, LocalDate day, String what) {
        changes.record(by, action, "calendar:" + day.getYear(), what + " (" + Changes.day(day) + ").");
        return Outcome.done();
    }

    private boolean taken(LocalDate day) {
        return jdbc.sql(
                        """
                        select exists (select 1 from non_working_day where day = :day)
                            or exists (select 1 from working_day_swap where day_off = :day or day_worked = :day)
                        """)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
