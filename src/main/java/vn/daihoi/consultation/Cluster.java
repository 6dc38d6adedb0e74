package vn.daihoi.consultation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.congress.Signed;

/**
 * Comments that say the same and are answered together; most hold one comment.
 *
 * @param id its number
 * @param round id of the round
 * @param clauseId the clause it is about, 0 for the draft as a whole
 * @param position where that clause stands in the round's version, from 1; 0 for the draft as a whole
 * @param size how many comments it holds, hidden ones not counted; 0 once all went elsewhere
 * @param sources the groups among its comments
 * @param firstComment id of the comment that stands for it
 * @param gist the beginning of that comment on one line
 * @param contested whether it needs to be talked over
 * @param owner account that looks after its answer, null for nobody
 * @param dueOn the day the answer is due, null for none
 * @param proposal what the editors propose, null before
 * @param decision what the committee decided, null before; kept beside the proposal
 */
public record Cluster(
        long id,
        String round,
        long clauseId,
        int position,
        int size,
        Set<SourceGroup> sources,
        long firstComment,
        String gist,
        boolean contested,
        @Nullable String owner,
        @Nullable LocalDate dueOn,
        @Nullable Answer proposal,
        @Nullable Answer decision) {

    /**
     * One layer of an answer.
     *
     * @param disposition what is done with the comments
     * @param reason why; empty only where none is needed
     * @param signed who and when
     */
    public record Answer(Disposition disposition, String reason, Signed signed) {}

    /** What stands so far: the decision, else the proposal, else null. */
    public @Nullable Answer answer() {
        return decision != null ? decision : proposal;
    }
}
