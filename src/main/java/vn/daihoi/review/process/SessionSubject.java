package vn.daihoi.review.process;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.TaskRights;
import vn.daihoi.engine.TaskSubject;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.WorkingSessions;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;

/** Names the tasks of a session after its ward and its number: a superior's office has those of many wards before it. */
@Component
@Order(0)
final class SessionSubject implements TaskSubject {

    private final WorkingSessions sessions;
    private final Units units;

    SessionSubject(WorkingSessions sessions, Units units) {
        this.sessions = sessions;
        this.units = units;
    }

    @Override
    public @Nullable String of(TaskRights.UnitReference instance) {
        if (!(instance.value(Variables.SESSION_ID.name()) instanceof String id)) {
            return null;
        }
        var session = sessions.get(id);
        // what is done after a session still refers to it, but is about something else
        return session.status().ended() ? null : units.shortNameOf(session.ward()) + " · " + session.title();
    }
}
