package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import vn.daihoi.consultation.IntakeQueue.Outcome;
import vn.daihoi.consultation.IntakeStore.Row;

/** What visitors are told while the database doesn't answer as it should. */
class IntakeQueueTest {

    private final ExecutorService visitors = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        visitors.shutdownNow();
    }

    @Test
    void aDatabaseThatIsAwayIsBusyAndTheQueueLivesOn() {
        var queue = queue(() -> {
            throw new SQLException("connection refused", "08001");
        });
        var fullPool = queue(() -> {
            throw new SQLTransientConnectionException("no connection within 30 s");
        });

        assertThat(queue.store(row(1))).isInstanceOf(Outcome.Busy.class);
        assertThat(queue.store(row(2))).isInstanceOf(Outcome.Busy.class);
        assertThat(fullPool.store(row(1))).isInstanceOf(Outcome.Busy.class);
        queue.stop();
        fullPool.stop();
        assertThat(queue.store(row(3))).as("stopped").isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void whoFindsNoPlaceIsToldAtOnce() throws Exception {
        var hanging = new CountDownLatch(1);
        var queue = queue(() -> {
            await(hanging);
            throw new SQLException("away at last", "08006");
        });
        var told = new ArrayList<Future<Outcome>>();
        for (int visitor = 0; visitor < 300; visitor++) {
            int number = visitor;
            told.add(visitors.submit(() -> queue.store(row(number))));
        }

        // a hundred wait for the writer's next turn, and at most a hundred are in its hands; none of them is told yet
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        told.stream().filter(Future::isDone).count())
                .isGreaterThanOrEqualTo(99));
        hanging.countDown();
        for (var one : told) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Busy.class);
        }
        queue.stop();
    }

    private static IntakeQueue queue(Connecting connecting) {
        var queue = new IntakeQueue(new IntakeStore(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connecting.connect();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return connecting.connect();
            }
        }));
        queue.start();
        return queue;
    }

    private interface Connecting {
        Connection connect() throws SQLException;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Row row(int number) {
        var comment = new NewComment(
                SourceGroup.RESIDENT,
                Channel.PUBLIC_PAGE,
                null,
                null,
                0,
                "",
                CommentType.OTHER,
                "Góp ý",
                "origin" + number,
                null);
        return new Row("round", comment, null, Instant.EPOCH);
    }
}
