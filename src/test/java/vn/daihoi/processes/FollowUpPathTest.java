package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.review.process.FollowUpProcess;
import vn.daihoi.review.process.FollowUpProcess.Elements;
import vn.daihoi.review.process.FollowUpProcess.FollowUpOutcome;
import vn.daihoi.review.process.FollowUpProcess.Messages;
import vn.daihoi.review.process.FollowUpProcess.Variables;

@Deployment(resources = "processes/follow-up.bpmn")
class FollowUpPathTest {

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
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        FollowUpProcess.KEY,
                        "f1",
                        Map.of(
                                "wardId", "dm",
                                "superiorId", "thanhuy",
                                "workingGroupId", "tct1",
                                "followUpId", "f1",
                                "ownerRole", "EDITOR"));
    }

    @Test
    void reportedAndAccepted() {
        start();
        assertThat(instance).isWaitingAtExactly(Elements.REPORT);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(Elements.REPORT)
                        .taskCandidateGroup("EDITOR")
                        .count())
                .as("offered to the role that the instance names")
                .isEqualTo(1);
        complete(Elements.REPORT);
        review(FollowUpOutcome.ACCEPTED);

        assertThat(instance).isEnded().hasPassed(Elements.ACCEPTED);
        assertThat(BARE.calls).isEmpty();
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void aReturnedReportGoesBackToTheOwner() {
        start();
        complete(Elements.REPORT);
        review(FollowUpOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.REPORT);
        complete(Elements.REPORT);
        assertThat(instance).isWaitingAtExactly(Elements.REVIEW);
    }

    @Test
    void whenOverdueTheSuperiorIsToldAndTheReportStaysOpen() {
        start();
        engine.getManagementService().executeJob(timer().getId());
        settle();

        assertThat(BARE.calls).containsExactly("escalateFollowUp f1");
        assertThat(instance).isWaitingAtExactly(Elements.REPORT).hasPassed(Elements.ESCALATED);
        complete(Elements.REPORT);
        review(FollowUpOutcome.ACCEPTED);
        assertThat(instance).isEnded();
    }

    @Test
    void noTimerOutlivesTheReport() {
        start();
        complete(Elements.REPORT);

        assertThat(engine.getManagementService().createJobQuery().timers().count())
                .isZero();
    }

    @Test
    void itStopsWhereverItStandsWhenItIsTakenBack() {
        start();
        withdraw();
        assertThat(instance).isEnded().hasPassed(Elements.WITHDRAWN);

        start();
        complete(Elements.REPORT);
        withdraw();
        assertThat(instance).isEnded().hasNotPassed(Elements.ACCEPTED);
    }

    @Test
    void itsTaskAndItsTimerAreKeptWhenItIsMovedToTheNextVersion() {
        start();
        var task = open(Elements.REPORT);
        var timer = timer();
        var next = BareEngine.nextVersion(engine, instance, Elements.REVIEW, "Kiểm tra theo mẫu mới");
        try {
            BareEngine.migrate(engine, instance, next);
            assertThat(open(Elements.REPORT)).isEqualTo(task);
            assertThat(timer().getId()).isEqualTo(timer.getId());
            assertThat(timer().getDuedate()).isEqualTo(timer.getDuedate());
            engine.getManagementService().executeJob(timer.getId());
            settle();
            assertThat(BARE.calls).containsExactly("escalateFollowUp f1");
            complete(Elements.REPORT);
            assertThat(engine.getTaskService().createTaskQuery().singleResult().getName())
                    .isEqualTo("Kiểm tra theo mẫu mới");
            withdraw();
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    private Job timer() {
        return engine.getManagementService().createJobQuery().timers().singleResult();
    }

    private void withdraw() {
        engine.getRuntimeService()
                .createMessageCorrelation(Messages.WITHDRAWN)
                .processInstanceBusinessKey("f1")
                .correlate();
        settle();
    }

    private void review(FollowUpOutcome outcome) {
        engine.getTaskService()
                .complete(open(Elements.REVIEW), Map.of(Variables.FOLLOW_UP_OUTCOME.name(), outcome.name()));
        settle();
    }

    private void complete(String element) {
        engine.getTaskService().complete(open(element));
        settle();
    }

    private String open(String element) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(element)
                .singleResult()
                .getId();
    }

    /** Runs the asynchronous continuations, and no timer. */
    private void settle() {
        List<Job> jobs;
        while (!(jobs = engine.getManagementService()
                        .createJobQuery()
                        .messages()
                        .list())
                .isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }
}
