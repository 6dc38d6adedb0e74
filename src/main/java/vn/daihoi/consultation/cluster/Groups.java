package vn.daihoi.consultation.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * Comments that say the same, grouped as they come; a newcomer joins a group only when it is alike to the comment that began
 * it, so that groups don't drift. Where editors correct what was grouped, {@link Alikes} is used directly.
 */
public final class Groups {

    private final Alikes alikes = new Alikes();
    private final Map<Long, Long> leaders = new HashMap<>();

    /** An empty one. */
    public Groups() {}

    /** Adds a comment; gives the comment that began the group it belongs to now, itself when it begins one. */
    public long add(Saying saying) {
        var placing = alikes.place(saying, comment -> leaders.getOrDefault(comment, 0L));
        alikes.add(saying);
        long leader = placing.joins() == 0 ? saying.id() : leaders.getOrDefault(placing.joins(), placing.joins());
        leaders.put(saying.id(), leader);
        return leader;
    }

    /** How many comparisons were made so far. */
    public long checks() {
        return alikes.checks();
    }
}
