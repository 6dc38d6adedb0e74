package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.review.process.FollowUpProcess;
import vn.daihoi.review.process.FollowUpProcess.Elements;
import vn.daihoi.review.process.FollowUpProcess.FollowUpOutcome;
import vn.daihoi.review.process.FollowUpProcess.Messages;
import vn.daihoi.review.process.FollowUpProcess.Variables;

@Deployment(resources = "processes/follow-up.bpmn")
class FollowUpPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        start(
                COVERAGE,
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
        complete(Elements.REVIEW, Variables.FOLLOW_UP_OUTCOME, FollowUpOutcome.ACCEPTED);

        assertThat(instance).isEnded().hasPassed(Elements.ACCEPTED);
        assertThat(BARE.calls).isEmpty();
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void aReturnedReportGoesBackToTheOwner() {
        start();
        complete(Elements.REPORT);
        complete(Elements.REVIEW, Variables.FOLLOW_UP_OUTCOME, FollowUpOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.REPORT);
        complete(Elements.REPORT);
        assertThat(instance).isWaitingAtExactly(Elements.REVIEW);
    }

    @Test
    void whenOverdueTheSuperiorIsToldAndTheReportStaysOpen() {
        start();
        fire(Elements.OVERDUE);

        assertThat(BARE.calls).containsExactly("escalateFollowUp f1");
        assertThat(instance).isWaitingAtExactly(Elements.REPORT).hasPassed(Elements.ESCALATED);
        complete(Elements.REPORT);
        complete(Elements.REVIEW, Variables.FOLLOW_UP_OUTCOME, FollowUpOutcome.ACCEPTED);
        assertThat(instance).isEnded();
    }

    @Test
    void noTimerOutlivesTheReport() {
        start();
        complete(Elements.REPORT);

        assertThat(timers()).isEmpty();
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
        var task = only(Elements.REPORT).getId();
        var timer = timers().get(0);
        var next = BareEngine.nextVersion(engine, instance, Elements.REVIEW, "Kiểm tra theo mẫu mới");
        try {
            BareEngine.migrate(engine, instance, next);
            assertThat(only(Elements.REPORT).getId()).isEqualTo(task);
            assertThat(timers())
                    .extracting(Job::getId, Job::getDuedate)
                    .containsExactly(tuple(timer.getId(), timer.getDuedate()));
            engine.getManagementService().executeJob(timer.getId());
            settle();
            assertThat(BARE.calls).containsExactly("escalateFollowUp f1");
            complete(Elements.REPORT);
            assertThat(only(Elements.REVIEW).getName()).isEqualTo("Kiểm tra theo mẫu mới");
            withdraw();
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    private void withdraw() {
        assertThat(send(Messages.WITHDRAWN)).isTrue();
    }
}
