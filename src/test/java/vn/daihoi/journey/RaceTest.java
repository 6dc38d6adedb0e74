package vn.daihoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.daihoi.journey.Rest.Answer;
import vn.daihoi.support.IntegrationTest;

/** Two clerks of one office meet at one task. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceTest {

    private static final int ROUNDS = 12;
    private static final String CLEAR = "UserTask_ClearCellPlan";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private JourneyWard ward;
    private String cellCongress;

    @BeforeAll
    void openWard() {
        ward = JourneyWard.open(context, port, "duanhau", 1);
        cellCongress = ward.cellCongress(ward.startUpToCells("2025–2030"), 1);
    }

    @Test
    void ofTwoWhoCompleteOneTaskAtOnceOneSucceedsAndTheOtherLearnsWho() {
        for (int round = 1; round <= ROUNDS; round++) {
            var task = planned();
            var body = Rest.form(Map.of("decision", "RETURN", "reason", "Vòng " + round));
            var answers = both(task, "submit-form", List.of(body, body), ward.office(), ward.secondClerk());
            assertThat(answers).filteredOn(Answer::ok).as(answers.toString()).hasSize(1);
            var late =
                    answers.stream().filter(answer -> !answer.ok()).findFirst().orElseThrow();
            assertThat(late.status()).as(late.toString()).isEqualTo(409);
            assertThat(late.message())
                    .matches("Việc «Duyệt kế hoạch đại hội chi bộ · [^»]+» đã được Tài khoản vanphong2?\\.duanhau"
                            + " hoàn thành lúc \\d{2}:\\d{2} ngày \\d{2}/\\d{2}/\\d{4}\\.");
            assertThat(returns("Vòng " + round)).isEqualTo(1);
        }
    }

    @Test
    void ofTwoWhoClaimOneTaskAtOnceOneHasIt() {
        for (int round = 1; round <= ROUNDS; round++) {
            var task = planned();
            var answers = both(
                    task,
                    "claim",
                    List.of(Map.of("userId", ward.office()), Map.of("userId", ward.secondClerk())),
                    ward.office(),
                    ward.secondClerk());
            assertThat(answers).filteredOn(Answer::ok).as(answers.toString()).hasSize(1);
            var late =
                    answers.stream().filter(answer -> !answer.ok()).findFirst().orElseThrow();
            assertThat(late.status()).as(late.toString()).isEqualTo(409);
            assertThat(late.message()).contains("đã được").contains("nhận");
            var winner = answers.get(0).ok() ? ward.office() : ward.secondClerk();
            ward.complete(winner, CLEAR, cellCongress, Map.of("decision", "RETURN", "reason", "Nhận " + round));
        }
    }

    @Test
    void theSameRequestSentTwiceCountsOnce() {
        for (int round = 1; round <= ROUNDS; round++) {
            var task = planned();
            var body = Rest.form(Map.of("decision", "RETURN", "reason", "Hai lần " + round));
            var answers = both(task, "submit-form", List.of(body, body), ward.office(), ward.office());
            assertThat(answers).filteredOn(Answer::ok).as(answers.toString()).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(1);
            assertThat(returns("Hai lần " + round)).isEqualTo(1);
        }
    }

    /** Brings the cell's plan before the ward office again; the last round sent it back. */
    private String planned() {
        ward.complete(ward.cellSecretary(1), "UserTask_PlanCellCongress", cellCongress, JourneyWard.cellPlan());
        return ward.task(ward.office(), CLEAR, cellCongress);
    }

    private List<Answer> both(String task, String action, List<?> bodies, String... users) {
        var sent = IntStream.range(0, users.length)
                .mapToObj(i -> ward.rest().postLater(users[i], "/task/" + task + "/" + action, bodies.get(i)))
                .toList();
        return Stream.of(sent.get(0), sent.get(1)).map(Rest::await).toList();
    }

    private int returns(String reason) {
        return jdbc.sql("select count(*) from cell_congress_event where cell_congress = ? and detail = ?")
                .param(cellCongress)
                .param(reason)
                .query(Integer.class)
                .single();
    }
}
