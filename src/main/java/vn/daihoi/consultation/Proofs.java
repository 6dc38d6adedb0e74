package vn.daihoi.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.document.text.Change;

/** Where the next version carries out what was accepted, and what it doesn't show. */
@Service
public class Proofs {

    /**
     * What stands between a round and its end.
     *
     * @param newVersion number of the newest version published after the round's own, null while there is none
     * @param unproved accepted clusters that point at no change and aren't waived
     * @param unexplained visible changes of the new version that no accepted cluster points at and that aren't waived
     */
    public record Check(@Nullable Integer newVersion, List<Cluster> unproved, List<Change> unexplained) {

        /** Keeps its own copies. */
        public Check {
            unproved = List.copyOf(unproved);
            unexplained = List.copyOf(unexplained);
        }

        /** Whether nothing does. */
        public boolean content() {
            return unproved.isEmpty() && unexplained.isEmpty();
        }
    }

    /** Checks the answers against the text as both stand now. */
    public Check check(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** The clauses of the new version that show a cluster was taken up, as confirmed. */
    public List<Long> confirmed(long cluster) {
        throw new UnsupportedOperationException("" + cluster);
    }

    /** Changes that may carry out a cluster, the likeliest first; empty while there is no new version. */
    public List<Suggestion> suggest(String round, long cluster) {
        throw new UnsupportedOperationException(round + cluster);
    }

    /** A change that may carry out a cluster. */
    public record Suggestion(Change change, double likeness) {}

    /** An editor confirms which changes carry out a cluster; clauses confirmed before and not named now are dropped. */
    public Verdict confirm(String round, long cluster, List<Long> clauses, String user) {
        throw new UnsupportedOperationException(round + cluster + clauses + user);
    }

    /** What may be waived. */
    public enum Waivable {
        /** An accepted cluster the text doesn't show. */
        UNPROVED,
        /** A changed clause no comment asked for. */
        UNEXPLAINED
    }

    /** Lets something pass with a reason; logged, and never taken back. */
    public Verdict waive(String round, Waivable kind, long target, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(round + kind + target + reason + user);
    }

    /** What was let pass, in order. */
    public List<Waiver> waivers(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** Something let pass. */
    public record Waiver(Waivable kind, long target, String reason, Signed signed) {}
}
