package vn.daihoi.consultation.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.Document;

/**
 * What a round brought, all of it read at one moment.
 *
 * @param round the round
 * @param document what it is about
 * @param asOf the moment
 * @param units whom it asked
 * @param comments how many came by group and way in, hidden ones not counted
 * @param hidden how many were hidden
 * @param ungrouped how many aren't in a cluster yet
 * @param answers how much was answered in which way; what is undecided counts as proposed
 * @param unanswered what has neither decision nor proposal
 * @param undecided what has no decision
 * @param sections what was said, by the headings of the version
 * @param contested what needs to be talked over or was decided otherwise than proposed, at most {@link #MOST_CONTESTED}
 * @param contestedCount how much that is altogether
 */
public record Synthesis(
        Round round,
        Document document,
        Instant asOf,
        List<Reply> units,
        Map<SourceGroup, Map<Channel, Integer>> comments,
        int hidden,
        int ungrouped,
        Map<Disposition, Count> answers,
        Count unanswered,
        Count undecided,
        List<Section> sections,
        List<Placed> contested,
        int contestedCount) {

    /** A section names no more than its biggest; the explanation table holds all. */
    public static final int MOST_TOPICS = 30;

    /** How much of what is contested is named. */
    public static final int MOST_CONTESTED = 200;

    /** So many clusters with so many comments. */
    public record Count(int clusters, int comments) {

        /** None. */
        static final Count NONE = new Count(0, 0);

        Count plus(int moreClusters, int moreComments) {
            return new Count(clusters + moreClusters, comments + moreComments);
        }
    }

    /** One of those asked and how many of the comments are theirs. */
    public record Reply(Invitee invitee, int comments) {

        /** Whether it reported a conference or sent a comment. */
        public boolean answered() {
            return invitee.minutes() != null || comments > 0;
        }

        /** Whether it said that it agrees with the whole draft. */
        public boolean agrees() {
            return invitee.minutes() != null && invitee.minutes().agrees();
        }
    }

    /**
     * Something said and where that stands in the version.
     *
     * @param place in full
     * @param within below its heading, empty for the heading itself
     */
    public record Placed(String place, String within, Topic topic) {}

    /**
     * What was said below a heading.
     *
     * @param level 0 for the outermost
     * @param title of the heading
     * @param count how much altogether, with what stands deeper
     * @param own how much of it directly below this heading
     * @param biggest the biggest of that, at most {@link #MOST_TOPICS}
     */
    public record Section(int level, String title, Count count, Count own, List<Placed> biggest) {}

    /** Whether answers may still change. */
    public boolean interim() {
        return !round.status().collected() || undecided.clusters() > 0 || ungrouped > 0;
    }

    /** All comments that aren't hidden. */
    public int total() {
        return comments.values().stream()
                .flatMap(ways -> ways.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many came from a group. */
    public int of(SourceGroup source) {
        return comments.getOrDefault(source, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many came from a group in some way; null for all groups. */
    public int of(@Nullable SourceGroup source, Channel channel) {
        return comments.entrySet().stream()
                .filter(group -> source == null || group.getKey() == source)
                .mapToInt(group -> group.getValue().getOrDefault(channel, 0))
                .sum();
    }

    /** All clusters. */
    public int topics() {
        return answers.values().stream().mapToInt(Count::clusters).sum() + unanswered.clusters();
    }

    /** Those asked that said nothing. */
    public List<Reply> silent() {
        return units.stream().filter(unit -> !unit.answered()).toList();
    }

    /** Those asked that agree with the whole draft. */
    public List<Reply> agreeing() {
        return units.stream().filter(Reply::agrees).toList();
    }

    /** Whether silence counts as agreement by now. */
    public boolean silenceCounts() {
        return round.silenceAgrees() && round.closed() != null;
    }

    /** What came of the conferences. */
    public List<Invitee.Minutes> conferences() {
        var held = new ArrayList<Invitee.Minutes>();
        for (var unit : units) {
            if (unit.invitee().minutes() != null) {
                held.add(unit.invitee().minutes());
            }
        }
        return held;
    }

    static Map<SourceGroup, Map<Channel, Integer>> counted(List<ReportStore.Tally> tallies) {
        var comments = new EnumMap<SourceGroup, Map<Channel, Integer>>(SourceGroup.class);
        for (var tally : tallies) {
            comments.computeIfAbsent(tally.source(), none -> new EnumMap<>(Channel.class))
                    .merge(tally.channel(), tally.visible(), Integer::sum);
        }
        return comments;
    }
}
