package vn.daihoi.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a round asks, whom and until when.
 *
 * @param version number of the published version that is circulated
 * @param closesOn the last day comments are taken; the round closes at its end
 * @param sources the groups asked; never empty
 * @param channels the ways comments may come in; never empty
 * @param questions what people are asked in particular; may be empty
 * @param silenceAgrees whether a unit that sends nothing counts as agreeing, shown to all beforehand; never for the public
 *     page
 */
public record RoundPlan(
        int version,
        LocalDate closesOn,
        Set<SourceGroup> sources,
        Set<Channel> channels,
        List<String> questions,
        boolean silenceAgrees) {

    /** Keeps its own copies. */
    public RoundPlan {
        sources = Set.copyOf(sources);
        channels = Set.copyOf(channels);
        questions = List.copyOf(questions);
    }
}
