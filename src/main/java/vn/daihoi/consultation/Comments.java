package vn.daihoi.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/** What people said, for reading, and the moderation of it. */
@Service
public class Comments {

    /** A comment of a round. */
    public Optional<Comment> find(String round, long id) {
        throw new UnsupportedOperationException(round + id);
    }

    /** The comment a receipt code belongs to, whatever its round. */
    public Optional<Comment> byReceipt(String code) {
        throw new UnsupportedOperationException(code);
    }

    /** The cluster a comment is in; empty while it isn't grouped yet or is hidden. */
    public Optional<Cluster> clusterOf(long comment) {
        throw new UnsupportedOperationException("" + comment);
    }

    /** The comments of a cluster, the one that stands for it first, then in the order they came. */
    public List<Comment> ofCluster(long cluster, int offset, int limit) {
        throw new UnsupportedOperationException("" + cluster + offset + limit);
    }

    /** All comments of a round that aren't hidden, in the order they came, with the cluster of each. */
    public List<Grouped> ofRound(String round) {
        throw new UnsupportedOperationException(round);
    }

    /**
     * A comment and its cluster.
     *
     * @param comment the comment
     * @param cluster id of its cluster, null while it isn't grouped yet
     */
    public record Grouped(Comment comment, @Nullable Long cluster) {}

    /** How many comments of a round wait for moderation. */
    public int pending(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** Comments waiting for moderation, the oldest first. */
    public List<Comment> pending(String round, int offset, int limit) {
        throw new UnsupportedOperationException(round + offset + limit);
    }

    /** Comments that were hidden, with the reason; kept, but owed no answer. */
    public List<Hidden> hidden(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** A hidden comment. */
    public record Hidden(Comment comment, String reason, String by, Instant at) {}

    /** Lets comments pass moderation; those that already have are left alone. */
    public Verdict show(String round, List<Long> comments, String user) {
        throw new UnsupportedOperationException(round + comments + user);
    }

    /** Hides comments from everybody but the editors; needs a reason. Refused once the answers are decided. */
    public Verdict hide(String round, List<Long> comments, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(round + comments + reason + user);
    }
}
