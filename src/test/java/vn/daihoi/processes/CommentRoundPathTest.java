package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
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
import vn.daihoi.engine.ProcessVariable;

@Deployment(resources = "processes/comment-round.bpmn")
class CommentRoundPathTest {

    private static final Date LATER = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
    private static final Date MUCH_LATER = Date.from(Instant.parse("2099-02-01T00:00:00Z"));
    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private ProcessEngine engine;
    private ProcessInstance instance;

    /** Not before each test: the extension deploys only after that. */
    private void start() {
        engine = COVERAGE.getProcessEngine();
        AbstractAssertions.init(engine);
        BARE.calls.clear();
        BARE.cells.clear();
        BARE.cells.addAll(List.of("dm.cb01", "dm.cb02"));
        BARE.organisations.clear();
        BARE.organisations.add("dm.mttq");
        BARE.closing = LATER;
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
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
        complete(only(Elements.ORGANISATION_CONFERENCE));
        assertThat(instance)
                .as("written opinions and the public page go on until the end")
                .hasPassed(Elements.CELL_CONFERENCES_HELD, Elements.ORGANISATION_CONFERENCES_HELD)
                .isNotWaitingAt(Elements.MERGE);

        fireClosing();
        assertThat(instance).hasPassed(Elements.WINDOW_CLOSED).isWaitingAtExactly(Elements.MERGE);
        assertThat(BARE.calls).containsExactly("openRound r1", "closeRound r1");
        complete(only(Elements.MERGE));
        complete(only(Elements.PROPOSE));
        complete(Elements.DECIDE, Variables.ANSWERS_OUTCOME, AnswersOutcome.DECIDED);
        complete(only(Elements.REPORT));
        complete(only(Elements.REVISE));
        complete(Elements.PUBLISH, Variables.ROUND_OUTCOME, RoundOutcome.FINISHED);

        assertThat(instance).isEnded().hasPassed(Elements.PUBLISHED);
    }

    @Test
    void aReturnedPlanGoesBackToTheOffice() {
        start();
        complete(only(Elements.PLAN));
        complete(Elements.APPROVE, Variables.ROUND_PLAN_OUTCOME, RoundPlanOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void nobodyIsAsked() {
        start();
        complete(only(Elements.PLAN));
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
        complete(only(Elements.MERGE));
        complete(only(Elements.PROPOSE));
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
        complete(only(Elements.MERGE));
        withdraw();
    }

    private void open() {
        complete(only(Elements.PLAN));
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

    private boolean send(String message) {
        var delivered = engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .correlateAllWithResult();
        settle();
        return !delivered.isEmpty();
    }

    private void complete(String element, ProcessVariable<String> variable, Enum<?> outcome) {
        engine.getTaskService().complete(only(element).getId(), Map.of(variable.name(), outcome.name()));
        settle();
    }

    private void complete(Task task) {
        engine.getTaskService().complete(task.getId());
        settle();
    }

    private Task only(String element) {
        var tasks = tasks(element);
        assertThat(tasks).as(element).hasSize(1);
        return tasks.get(0);
    }

    private List<Task> tasks(String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(element)
                .list();
    }

    private List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    private void fireClosing() {
        assertThat(timers()).hasSize(1);
        engine.getManagementService().executeJob(timers().get(0).getId());
        settle();
    }

    /** Runs the asynchronous continuations, and no timer. */
    private void settle() {
        List<Job> jobs;
        while (!(jobs = engine.getManagementService()
                        .createJobQuery()
                        .messages()
                        .list())
                .isEmpty()) {
            engine.getManagementService().executeJob(jobs.get(0).getId());
        }
    }
}
