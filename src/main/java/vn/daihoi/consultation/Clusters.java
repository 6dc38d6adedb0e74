package vn.daihoi.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/** The comments of a round that say the same, found by the program and corrected by the editors. */
@Service
public class Clusters {

    /** A cluster of a round. */
    public Optional<Cluster> find(String round, long id) {
        throw new UnsupportedOperationException(round + id);
    }

    /** All clusters of a round that hold a comment, in the order of the clauses they are about. */
    public List<Cluster> ofRound(String round) {
        throw new UnsupportedOperationException(round);
    }

    /**
     * Puts every comment that isn't in a cluster yet into the one it is most alike, or into one of its own; those from the
     * public page begin waiting for moderation. What editors split or merged stays so. Safe to repeat and to race.
     *
     * @return how many were placed
     */
    public int assignNew(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** Puts one or more clusters into another; answers of those that go are dropped. Refused once one is decided. */
    public Verdict merge(String round, List<Long> clusters, long into, String user) {
        throw new UnsupportedOperationException(round + clusters + into + user);
    }

    /** Takes comments out of a cluster into a new one of their own, with a copy of its proposal. Refused once decided. */
    public Verdict split(String round, long cluster, List<Long> comments, String user) {
        throw new UnsupportedOperationException(round + cluster + comments + user);
    }

    /** Clusters that may say the same but aren't alike enough to be put together unasked, the most alike first. */
    public List<Suggestion> suggestions(String round, int limit) {
        throw new UnsupportedOperationException(round + limit);
    }

    /** Two clusters that may say the same. */
    public record Suggestion(Cluster one, Cluster other, double likeness) {}
}
