package vn.daihoi.consultation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.Verdict;

/** The answers: what the editors propose and what the committee decides, cluster by cluster. */
@Service
public class Answers {

    /** How many clusters of a round have no proposal. */
    public int unproposed(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** How many clusters of a round have no decision. */
    public int undecided(String round) {
        throw new UnsupportedOperationException(round);
    }

    /** Proposes one answer for some clusters; a former proposal makes way. Refused for a decided one, and for no reason. */
    public Verdict propose(
            String round, List<Long> clusters, Disposition disposition, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(round + clusters + disposition + reason + user);
    }

    /** Decides on some clusters otherwise than, or as, proposed; who proposed may not decide. */
    public Verdict decide(
            String round, List<Long> clusters, Disposition disposition, @Nullable String reason, String user) {
        throw new UnsupportedOperationException(round + clusters + disposition + reason + user);
    }

    /** Decides on clusters as they are proposed; all undecided ones of the round when the list is empty. */
    public Verdict adoptProposals(String round, List<Long> clusters, String user) {
        throw new UnsupportedOperationException(round + clusters + user);
    }

    /** Gives clusters an owner and a due day; null takes it away. */
    public Verdict assign(
            String round, List<Long> clusters, @Nullable String owner, @Nullable LocalDate dueOn, String user) {
        throw new UnsupportedOperationException(round + clusters + owner + dueOn + user);
    }

    /** Marks clusters as needing to be talked over, or no longer. */
    public Verdict contest(String round, List<Long> clusters, boolean contested, String user) {
        throw new UnsupportedOperationException(round + clusters + contested + user);
    }

    /** The answer templates of a ward, by title. */
    public List<Template> templates(String ward) {
        throw new UnsupportedOperationException(ward);
    }

    /** Words that answer many. */
    public record Template(long id, String title, Disposition disposition, String reason) {}

    /** Keeps a template; one of the same title makes way. */
    public Verdict keepTemplate(String ward, String title, Disposition disposition, String reason, String user) {
        throw new UnsupportedOperationException(ward + title + disposition + reason + user);
    }
}
