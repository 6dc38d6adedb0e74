package vn.daihoi.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.IntakeStore.Row;

/**
 * Where comments wait for one another: what comes in while a commit is under way goes into the next commit together.
 * However many visitors there are, they take one connection of the pool, so that the staff's pages keep theirs, and one
 * disk write for many. Each waits for the commit that holds its own comment.
 */
@Component
class IntakeQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);

    /** Each place holds a thread of the web server; who finds none free is told at once that we are busy. */
    private static final int PLACES = 100;

    private static final long PATIENCE_MS = 6_000;
    private static final long IDLE_MS = 200;

    private final IntakeStore store;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(PLACES);
    private volatile boolean running;
    private @Nullable Thread writer;

    IntakeQueue(IntakeStore store) {
        this.store = store;
    }

    /** What became of a row. */
    sealed interface Outcome {

        /** It is stored. */
        record Stored(long id) implements Outcome {}

        /** It was stored before. */
        record There() implements Outcome {}

        /** Its round takes no comments any more. */
        record Closed() implements Outcome {}

        /** Whether it was stored can't be said just now; it is safe to try again. */
        record Busy() implements Outcome {}
    }

    private record Waiting(Row row, CompletableFuture<Outcome> outcome) {}

    /** Stores a row and waits until it is safe on the disk, for seconds at most. */
    Outcome store(Row row) {
        var waiting = new Waiting(row, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            return new Outcome.Busy();
        }
        try {
            return waiting.outcome().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            queue.remove(waiting);
            return new Outcome.Busy();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A comment couldn't be stored", e.getCause());
        }
    }

    @Override
    public void start() {
        running = true;
        writer = new Thread(this::work, "comment-intake");
        writer.setDaemon(true);
        writer.start();
    }

    /** What still waits is written first. */
    @Override
    public void stop() {
        running = false;
        try {
            if (writer != null) {
                writer.join(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts and after it stops. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        var batch = new ArrayList<Waiting>(PLACES);
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch);
                    write(batch);
                }
            } catch (InterruptedException stopping) {
                running = false;
            } finally {
                // whatever happened, nobody waits in vain
                batch.forEach(waiting -> waiting.outcome().complete(new Outcome.Busy()));
                batch.clear();
            }
        }
    }

    private void write(List<Waiting> batch) {
        try {
            var ids = store.insert(batch.stream().map(Waiting::row).toList());
            for (var waiting : batch) {
                // taken out, since the same may have been sent twice within one batch
                var id = ids.remove(waiting.row().key());
                waiting.outcome().complete(id == null ? notNew(waiting.row()) : new Outcome.Stored(id));
            }
        } catch (DataAccessException e) {
            if (passing(e)) {
                LOG.warn(
                        "Comments can't be stored just now: {}",
                        e.getMostSpecificCause().getMessage());
            } else if (batch.size() == 1) {
                batch.get(0).outcome().completeExceptionally(e);
            } else {
                // one row that can't be stored must not take the others with it
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.outcome().completeExceptionally(e));
        }
    }

    private Outcome notNew(Row row) {
        return store.has(row.key()) ? new Outcome.There() : new Outcome.Closed();
    }

    /** Whether the same may go through a little later: the server is away, overloaded or starting. */
    static boolean passing(DataAccessException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException;
    }
}
