package vn.daihoi.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;

/** What every change to the organisation has in common: today, now, and a line in the audit log. */
@Component
class Changes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Clock clock;
    private final AuditLog audit;

    Changes(Clock clock, AuditLog audit) {
        this.clock = clock;
        this.audit = audit;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    void record(String by, String action, String subject, String detail) {
        audit.record(AuditEntry.of(by, action, subject, detail));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String until(@Nullable LocalDate day) {
        return day == null ? "" : " đến hết ngày " + DAY.format(day);
    }
}
