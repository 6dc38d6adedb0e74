package vn.daihoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.daihoi.support.DaihoiProcess;
import vn.daihoi.support.TestDatabase;

/**
 * What a newcomer finds a little after the first start. The program is killed in the middle of the demo's story, and two
 * nodes take it up again together: nothing is there twice, and nothing is missing.
 */
class DemoStoryIT {

    private static final String STORY = "--daihoi.demo-story=true";

    @TempDir
    Path temp;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedInTheMiddleItIsToldOnceByTwo() {
        try (DaihoiProcess first = start()) {
            first.awaitReady();
            await("the first cells")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(() -> number("select count(*) from cell_congress where status = 'RECOGNISED'") > 0);
            first.kill();
        }
        assertThat(number("select count(*) from demo_story")).as("told").isZero();

        try (DaihoiProcess one = start();
                DaihoiProcess two = start()) {
            await("the end of the story")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(number("select count(*) from demo_story"))
                            .isEqualTo(1));
            assertThat(number("select count(*) from congress")).isEqualTo(1);
            assertThat(number("select count(*) from cell_congress where status = 'RECOGNISED'"))
                    .isEqualTo(10);
            assertThat(number("select count(*) from cell_congress_event where kind = 'RECOGNISED'"))
                    .isEqualTo(10);
            assertThat(number("select count(*) from document_version where number = 1"))
                    .isEqualTo(4);
            assertThat(number("select count(*) from comment_round")).isEqualTo(4);
            assertThat(number("select count(*) from comment")).isEqualTo(240);
            assertThat(number("select count(*) from round_invitee where held_on is not null"))
                    .isEqualTo(14);
            assertThat(number("select count(*) from act_ru_incident")).isZero();
            one.stop();
            two.stop();
            assertThat(one.lines()).noneMatch(line -> line.contains("Exception") || line.contains(" WARN "));
            assertThat(two.lines()).noneMatch(line -> line.contains("Exception") || line.contains(" WARN "));
        }
    }

    /** Jobs that a killed node was at work on are free again after this time; minutes are too long for a test. */
    private DaihoiProcess start() {
        return DaihoiProcess.in(temp)
                .on(database)
                .with(STORY, "--camunda.bpm.job-execution.lock-time-in-millis=15000")
                .start();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
