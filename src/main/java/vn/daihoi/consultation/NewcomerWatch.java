package vn.daihoi.consultation;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Groups what newly came in, every few seconds ({@code daihoi.consultation.grouping-delay}). Nodes take turns by the lock of
 * the round. {@code daihoi.consultation.grouping=false} switches it off.
 */
@Component
@ConditionalOnProperty(name = "daihoi.consultation.grouping", havingValue = "true", matchIfMissing = true)
class NewcomerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NewcomerWatch.class);

    /** A comment may be committed after one with a greater id, but never this much later than it came in. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final CommentStore comments;
    private final Clusters clusters;
    private final Clock clock;
    /** Up to here every comment was placed; so a look costs no more than what came in the last minutes. */
    private volatile long settled;

    NewcomerWatch(CommentStore comments, Clusters clusters, Clock clock) {
        this.comments = comments;
        this.clusters = clusters;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${daihoi.consultation.grouping-delay:PT5S}",
            initialDelayString = "${daihoi.consultation.grouping-delay:PT5S}")
    void look() {
        long upTo = comments.newestBefore(clock.instant().minus(SETTLED), settled);
        boolean allPlaced = true;
        for (var round : comments.roundsWithUnplaced(settled)) {
            try {
                clusters.assignNew(round);
            } catch (RuntimeException e) {
                // one round must not keep the others waiting; the next look tries again
                LOG.warn("The new comments of round {} could not be grouped", round, e);
                allPlaced = false;
            }
        }
        if (allPlaced) {
            settled = upTo;
        }
    }
}
