package vn.daihoi.review;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TimeZone;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.organisation.Units;

/**
 * The invitation to a session as a calendar file (iCalendar, RFC 5545 and 5546): names offices only, keeps its UID for as
 * long as the session lives, counts its changes, and calls itself off.
 */
@Service
public class Invitations {

    private final WorkingSessions sessions;
    private final Units units;
    private final Clock clock;

    Invitations(WorkingSessions sessions, Units units, Clock clock) {
        this.sessions = sessions;
        this.units = units;
        this.clock = clock;
    }

    /** Whether there is one: once it was scheduled, and to call it off afterwards. */
    public boolean exists(WorkingSession session) {
        return session.startsAt() != null;
    }

    /**
     * The file.
     *
     * @throws NullPointerException when the session was never scheduled
     */
    public String of(WorkingSession session) {
        boolean off = session.status() == SessionStatus.WITHDRAWN || session.status() == SessionStatus.CANCELLED;
        var event = new VEvent();
        event.setUid(session.id() + "@daihoi");
        event.setSequence(session.sequence());
        event.setDateTimeStamp(date(clock.instant()));
        event.setDateStart(date(Objects.requireNonNull(session.startsAt())));
        event.setDateEnd(date(Objects.requireNonNull(session.endsAt())));
        event.setSummary("Tổ công tác làm việc với " + units.nameOf(session.ward()));
        event.setLocation(session.room());
        event.setDescription(
                sessions.title(session) + "\n" + units.nameOf(Objects.requireNonNull(session.workingGroup()))
                        + (session.agenda().isEmpty() ? "" : "\n" + session.agenda()));
        event.setStatus(off ? Status.cancelled() : Status.confirmed());
        var file = new ICalendar();
        file.setProductId("-//daihoi//Lich lam viec//VI");
        file.setMethod(off ? Method.cancel() : Method.publish());
        file.getTimezoneInfo().setDefaultTimezone(vietnam());
        file.addEvent(event);
        return Biweekly.write(file).version(ICalVersion.V2_0).go();
    }

    private static ICalDate date(LocalDateTime local) {
        return date(local.atZone(VietnamTime.ZONE).toInstant());
    }

    private static ICalDate date(Instant moment) {
        var utc = moment.atOffset(ZoneOffset.UTC);
        var parts = new DateTimeComponents(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond(),
                true);
        return new ICalDate(parts, true);
    }

    /** Written out, as the library would fetch it over the network: one offset, no summer time. */
    private static TimezoneAssignment vietnam() {
        var rules = new VTimezone(VietnamTime.ZONE.getId());
        var always = new StandardTime();
        always.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        var offset = new UtcOffset(true, 7, 0);
        always.setTimezoneOffsetFrom(offset);
        always.setTimezoneOffsetTo(offset);
        rules.addStandardTime(always);
        return new TimezoneAssignment(TimeZone.getTimeZone(VietnamTime.ZONE), rules);
    }
}
