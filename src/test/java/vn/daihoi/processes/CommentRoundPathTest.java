package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.consultation.process.CommentRoundProcess;
import vn.daihoi.consultation.process.CommentRoundProcess.AnswersOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Elements;
import vn.daihoi.consultation.process.CommentRoundProcess.Messages;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.RoundPlanOutcome;
import vn.daihoi.consultation.process.CommentRoundProcess.Variables;

@Deployment(resources = "processes/comment-round.bpmn")
class CommentRoundPathTest extends ProcessPath {

    private static final Date LATER = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
    private static final Date MUCH_LATER = Date.from(Instant.parse("2099-02-01T00:00:00Z"));
    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        BARE.cells.clear();
        BARE.cells.addAll(List.of("dm.cb01", "dm.cb02"));
        BARE.organisations.clear();
        BARE.organisations.add("dm.mttq");
        BARE.closing = LATER;
        start(
                COVERAGE,
                CommentRoundProcess.KEY,
                "r1",
                Map.of("wardId", "dm", "congressId", "c1", "documentId", "d1", "roundId", "r1"));
    }

    @Test
    void everybodySpeaksTheTimeRunsOutAndTheResultIsMadePublic() {
        start();
        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
        open();
        assertThat(BARE.calls).containsExactly("openRound r1");
        assertThat(tasks(Elements.CELL_CONFERENCE)).hasSize(2).allSatisfy(task -> assertThat(task.getDueDate())
                .isEqualTo(LATER));
        assertThat(tasks(Elements.CELL_CONFERENCE))
                .extracting(task -> engine.getTaskService().getVariable(task.getId(), "cellId"))
                .containsExactlyInAnyOrder("dm.cb01", "dm.cb02");
        tasks(Elements.CELL_CONFERENCE).forEach(this::complete);
        complete(Elements.ORGANISATION_CONFERENCE);
        assertThat(instance)
                .as("written opinions and the public page go on until the end")
                .hasPassed(Elements.CELL_CONFERENCES_HELD, Elements.ORGANISATION_CONFERENCES_HELD)
                .isNotWaitingAt(Elements.MERGE);

        fireClosing();
        assertThat(instance).hasPassed(Elements.WINDOW_CLOSED).isWaitingAtExactly(Elements.MERGE);
        assertThat(BARE.calls).containsExactly("openRound r1", "closeRound r1");
        complete(Elements.MERGE);
        complete(Elements.PROPOSE);
        complete(Elements.DECIDE, Variables.ANSWERS_OUTCOME, AnswersOutcome.DECIDED);
        complete(Elements.REPORT);
        complete(Elements.REVISE);
        complete(Elements.PUBLISH, Variables.ROUND_OUTCOME, RoundOutcome.FINISHED);

        assertThat(instance).isEnded().hasPassed(Elements.PUBLISHED);
    }

    @Test
    void aReturnedPlanGoesBackToTheOffice() {
        start();
        complete(Elements.PLAN);
        complete(Elements.APPROVE, Variables.ROUND_PLAN_OUTCOME, RoundPlanOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void nobodyIsAsked() {
        start();
        complete(Elements.PLAN);
        complete(Elements.APPROVE, Variables.ROUND_PLAN_OUTCOME, RoundPlanOutcome.SKIP);

        assertThat(instance).isEnded().hasPassed(Elements.SKIPPED).hasNotPassed(Elements.OPEN);
        assertThat(BARE.calls).isEmpty();
    }

    @Test
    void conferencesThatHaveNotReportedEndWithTheWindow() {
        start();
        open();
        complete(tasks(Elements.CELL_CONFERENCE).get(0));
        fireClosing();

        assertThat(tasks(Elements.CELL_CONFERENCE)).isEmpty();
        assertThat(instance).isWaitingAtExactly(Elements.MERGE).hasNotPassed(Elements.CELL_CONFERENCES_HELD);
    }

    @Test
    void aRoundWithoutConferencesWaitsForItsClosingTime() {
        start();
        BARE.cells.clear();
        BARE.organisations.clear();
        open();
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(instance).isNotWaitingAt(Elements.MERGE);

        fireClosing();
        assertThat(instance).isWaitingAtExactly(Elements.MERGE);
    }

    @Test
    void closedEarly() {
        start();
        open();
        assertThat(send(Messages.CLOSED)).isTrue();

        assertThat(instance).isWaitingAtExactly(Elements.MERGE).hasNotPassed(Elements.CLOSING_TIME);
        assertThat(timers()).isEmpty();
        assertThat(send(Messages.CLOSED)).as("once is enough").isFalse();
    }

    @Test
    void anExtensionIsReckonedAnewAndMayBeFollowedByAnother() {
        start();
        open();
        BARE.closing = MUCH_LATER;
        assertThat(send(Messages.EXTENDED)).isTrue();
        assertThat(BARE.calls).contains("moveDueDates r1");
        assertThat(timers()).singleElement().satisfies(job -> assertThat(job.getDuedate())
                .isEqualTo(MUCH_LATER));
        assertThat(send(Messages.EXTENDED)).isTrue();
        assertThat(tasks(Elements.CELL_CONFERENCE)).as("their work goes on").hasSize(2);

        fireClosing();
        assertThat(instance).isWaitingAtExactly(Elements.MERGE);
    }

    @Test
    void answersGoBackToTheEditors() {
        start();
        open();
        fireClosing();
        complete(Elements.MERGE);
        complete(Elements.PROPOSE);
        complete(Elements.DECIDE, Variables.ANSWERS_OUTCOME, AnswersOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.PROPOSE);
    }

    @Test
    void withdrawnWhilePlanning() {
        start();
        withdraw();
    }

    @Test
    void withdrawnWhileCommentsComeIn() {
        start();
        open();
        complete(tasks(Elements.CELL_CONFERENCE).get(0));
        withdraw();
        assertThat(timers()).isEmpty();
    }

    @Test
    void withdrawnWhileTheDraftIsRevised() {
        start();
        open();
        fireClosing();
        complete(Elements.MERGE);
        withdraw();
    }

    private void open() {
        complete(Elements.PLAN);
        complete(Elements.APPROVE, Variables.ROUND_PLAN_OUTCOME, RoundPlanOutcome.OPEN);
        assertThat(instance).isWaitingAt(Elements.COLLECTING);
    }

    private void withdraw() {
        assertThat(send(Messages.WITHDRAWN)).isTrue();
        assertThat(instance).isEnded().hasPassed(Elements.WITHDRAWN).hasNotPassed(Elements.PUBLISHED);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName("roundOutcome")
                        .singleResult()
                        .getValue())
                .as("the document is not left without a round")
                .isEqualTo(RoundOutcome.ANOTHER.name());
    }

    private void fireClosing() {
        assertThat(timers()).hasSize(1);
        engine.getManagementService().executeJob(timers().get(0).getId());
        settle();
    }
}
