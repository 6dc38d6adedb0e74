package vn.daihoi.review;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working sessions and the steps of their life up to the minutes; what the head concludes is in {@link Conclusions}.
 * Forms, pages and the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class WorkingSessions {

    /** Opens the next session of a congress for scheduling; gives back the one that waits for it when there is one. */
    @Transactional
    public String prepare(String congress) {
        throw new UnsupportedOperationException("session");
    }

    /**
     * A session that is known to exist.
     *
     * @throws java.util.NoSuchElementException when it doesn't
     */
    public WorkingSession get(String id) {
        throw new UnsupportedOperationException("session");
    }

    /** A session this person may see; one of another ward is as unknown as one that doesn't exist. */
    public Optional<WorkingSession> visible(String id, String user) {
        throw new UnsupportedOperationException("session");
    }

    /** The sessions of a congress, in their order. */
    public List<WorkingSession> ofCongress(String congress) {
        throw new UnsupportedOperationException("session");
    }

    /** Ids of the accounts in the working group on the day of the session: its head first; they file opinions. */
    public List<String> members(WorkingSession session) {
        throw new UnsupportedOperationException("session");
    }

    /** Whether the person heads the session's working group today, in their own right or as a substitute. */
    public boolean heads(String user, WorkingSession session) {
        throw new UnsupportedOperationException("session");
    }

    /** Whether the person belongs to the session's working group today: its head or a member. */
    public boolean belongs(String user, WorkingSession session) {
        throw new UnsupportedOperationException("session");
    }
}
