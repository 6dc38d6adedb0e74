package vn.daihoi.organisation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.daihoi.organisation.WorkingCalendar;

/** Due dates for models: {@code camunda:dueDate="${deadlines.inWorkingDays(5)}"}. */
@Component("deadlines")
public class Deadlines {

    /** When the offices close. */
    private static final LocalTime CLOSING_TIME = LocalTime.of(17, 0);

    private final WorkingCalendar calendar;
    private final Clock clock;

    Deadlines(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Closing time of the n-th working day from today, today not counted. */
    public Date inWorkingDays(int days) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return Date.from(calendar.plusWorkingDays(today, days)
                .atTime(CLOSING_TIME)
                .atZone(WorkingCalendar.ZONE)
                .toInstant());
    }
}
