package vn.daihoi.review.process;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.FormText;
import vn.daihoi.organisation.Units;
import vn.daihoi.review.WorkingSession;
import vn.daihoi.review.WorkingSessions;

/** What the forms of a session show, in the light markup that form texts understand; the links lead to its pages. */
@Component
class SessionSummaries {

    /** The next ones are what matters for choosing a time. */
    private static final int SHOWN = 20;

    private final WorkingSessions sessions;
    private final Congresses congresses;
    private final Units units;

    SessionSummaries(WorkingSessions sessions, Congresses congresses, Units units) {
        this.sessions = sessions;
        this.congresses = congresses;
        this.units = units;
    }

    /** The session and, below, one page of it to work on. */
    String with(WorkingSession session, String words, String path) {
        var room = session.room();
        return FormText.plain(session.title() + " – " + congresses.title(congresses.get(session.congress())))
                + "\n\n"
                + (session.workingGroup() == null ? "" : "- " + name(session.workingGroup()) + "\n")
                + (session.when().isEmpty() ? "" : "- Thời gian: " + session.when() + "\n")
                + (room == null ? "" : "- Địa điểm: " + FormText.plain(room) + "\n")
                + "\n[" + words + "](/lam-viec/" + session.id() + path + ")";
    }

    /** What is taken already; null when nothing is. */
    @Nullable
    String booked(WorkingSession session) {
        return list(sessions.calendarOf(session).stream()
                .limit(SHOWN)
                .map(this::line)
                .toList());
    }

    /** Sentences one below the other; null for none. */
    static @Nullable String list(Collection<String> sentences) {
        return sentences.isEmpty() ? null : FormText.list(sentences);
    }

    private String line(WorkingSession other) {
        return List.of(
                        other.when(),
                        sessions.title(other),
                        other.workingGroup() == null ? "" : units.nameOf(other.workingGroup()),
                        Objects.requireNonNullElse(other.room(), ""))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String name(String unit) {
        return FormText.plain(units.nameOf(unit));
    }
}
