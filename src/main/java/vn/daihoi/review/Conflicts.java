package vn.daihoi.review;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.document.text.Search;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.Conflict.Over;

/** Finds the sessions that want the same room or the same people at the same time. */
@Component
class Conflicts {

    private final SessionStore store;
    private final GroupMembers groups;
    private final Units units;

    Conflicts(SessionStore store, GroupMembers groups, Units units) {
        this.store = store;
        this.groups = groups;
        this.units = units;
    }

    /** With whom this session would be in conflict if it took place then and there. */
    List<Conflict> of(WorkingSession session, String group, SessionTime time, String room) {
        return store.overlapping(time, session.superior(), session.ward()).stream()
                .filter(other -> !other.id().equals(session.id()))
                .map(other -> conflict(session, other, group, time, room))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Conflict conflict(
            WorkingSession session, WorkingSession other, String group, SessionTime time, String room) {
        var over = EnumSet.noneOf(Over.class);
        if (Search.normal(room).equals(Search.normal(Objects.requireNonNullElse(other.room(), "")))) {
            over.add(Over.ROOM);
        }
        if (other.ward().equals(session.ward())) {
            over.add(Over.WARD);
        }
        var otherGroup = other.workingGroup();
        if (group.equals(otherGroup)) {
            over.add(Over.GROUP);
        } else if (otherGroup != null && shareSomebody(group, otherGroup, time)) {
            over.add(Over.MEMBER);
        }
        return over.isEmpty() ? null : new Conflict(other, title(other), over);
    }

    private boolean shareSomebody(String one, String other, SessionTime time) {
        var day = time.startsAt().toLocalDate();
        return !Collections.disjoint(Set.copyOf(groups.members(one, day)), groups.members(other, day));
    }

    private String title(WorkingSession session) {
        return session.title() + " – " + units.shortNameOf(session.ward());
    }
}
