package vn.daihoi.demo;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.daihoi.database.ReadyNote;
import vn.daihoi.demo.DemoStory.State;

/** Tells the demo's story in the background once the program is ready, so that the first start is as quick as any. */
@Component
@ConditionalOnProperty(
        name = {"daihoi.demo", "daihoi.demo-story"},
        havingValue = "true",
        matchIfMissing = true)
@Order(300)
class DemoStoryAtStart implements ReadyNote {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStoryAtStart.class);

    /** How often it is looked whether the engine has made new tasks. */
    private static final long PAUSE_MILLIS = 200;

    /** Longer than this the engine never needs; after a crash its jobs are locked for a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DemoStory story;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "demo-story");
        thread.setDaemon(true);
        return thread;
    });

    private final Instant begun;
    private Instant moved;
    private @Nullable RuntimeException trouble;

    DemoStoryAtStart(DemoStory story, Clock clock) {
        this.story = story;
        this.clock = clock;
        begun = clock.instant();
        moved = begun;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!story.told()) {
            moved = clock.instant();
            executor.scheduleWithFixedDelay(this::tell, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A step under way is finished; the next start goes on from there. */
    @PreDestroy
    void stop() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }

    private void tell() {
        try {
            var state = story.tell();
            if (state == State.MOVED) {
                moved = clock.instant();
                trouble = null;
            } else if (state == State.TOLD) {
                LOG.info(
                        "The demo's story is told, {} s after the start",
                        Duration.between(begun, clock.instant()).toSeconds());
                executor.shutdown();
            }
        } catch (RuntimeException e) {
            // another node was faster, or the database is away for a moment; what lasts is told below
            trouble = e;
        }
        if (clock.instant().isAfter(moved.plus(PATIENCE))) {
            LOG.warn("The demo's story doesn't move on; the next start takes it up again", trouble);
            executor.shutdown();
        }
    }

    @Override
    public String title() {
        return "Demo story";
    }

    @Override
    public List<String> lines() {
        return story.told()
                ? List.of()
                : List.of(
                        "Ward dm is being brought to its first comment round and to its session with the working group in",
                        "the background, within a minute. Then residents comment on /gop-y, thanhuy.vp records the",
                        "session's minutes, vanphong.dm plans three more rounds, bientap1.dm moderates and answers,",
                        "chibo09.dm still owes the minutes of its conference. Ward mau stays at the very beginning.");
    }
}
