package vn.daihoi.organisation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the calendar from its tables and keeps it for a minute: every task asks for a due date, the calendar changes a few
 * times a year, and another node's change need not be seen at once.
 */
@Component
class StoredCalendar implements WorkingCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCalendar.class);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Kept kept;

    StoredCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return data(day).isWorkingDay(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        return data(from).plus(from, days);
    }

    @Override
    public LocalDate minusWorkingDays(LocalDate from, int days) {
        return data(from).minus(from, days);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return data(to).between(from, to);
    }

    @Override
    public Reckoning reckon(LocalDate from, int days) {
        return data(from).reckon(from, days);
    }

    /** Forgets what was read, after this node has changed the calendar. */
    void forget() {
        kept = null;
    }

    private CalendarData data(LocalDate asked) {
        var known = kept;
        // measured on the machine's own counter, since the clock of the application may be set by hand in tests
        if (known == null || System.nanoTime() - known.readAt() > KEPT.toNanos()) {
            known = new Kept(read(), System.nanoTime());
            kept = known;
        }
        if (!known.data().years().contains(asked.getYear()) && warned.add(asked.getYear())) {
            LOG.warn(
                    "No calendar has been entered for {}: only weekends and public holidays of fixed date count as days off",
                    asked.getYear());
        }
        return known.data();
    }

    private CalendarData read() {
        Map<LocalDate, Boolean> off = new HashMap<>();
        Map<LocalDate, Boolean> worked = new HashMap<>();
        jdbc.sql("select day, confirmed from non_working_day")
                .query((rs, row) -> off.put(rs.getObject("day", LocalDate.class), rs.getBoolean("confirmed")))
                .list();
        jdbc.sql("select day_off, day_worked, confirmed from working_day_swap")
                .query((rs, row) -> {
                    var confirmed = rs.getBoolean("confirmed");
                    worked.put(rs.getObject("day_worked", LocalDate.class), confirmed);
                    return off.put(rs.getObject("day_off", LocalDate.class), confirmed);
                })
                .list();
        Set<Integer> years = new HashSet<>(
                jdbc.sql("select year from calendar_year").query(Integer.class).list());
        return new CalendarData(off, worked, new TreeSet<>(years));
    }

    private record Kept(CalendarData data, long readAt) {}
}
