package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.review.process.WorkingSessionProcess;
import vn.daihoi.review.process.WorkingSessionProcess.Elements;
import vn.daihoi.review.process.WorkingSessionProcess.Messages;
import vn.daihoi.review.process.WorkingSessionProcess.ScheduleOutcome;
import vn.daihoi.review.process.WorkingSessionProcess.SessionOutcome;
import vn.daihoi.review.process.WorkingSessionProcess.Variables;
import vn.daihoi.review.process.WorkingSessionProcess.WardSignature;

@Deployment(resources = "processes/working-session.bpmn")
class WorkingSessionPathTest extends ProcessPath {

    private static final Date LATER = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
    private static final Date MUCH_LATER = Date.from(Instant.parse("2099-02-01T00:00:00Z"));
    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        BARE.sessionTime = LATER;
        start(
                COVERAGE,
                WorkingSessionProcess.KEY,
                "s1",
                Map.of("wardId", "dm", "congressId", "c1", "superiorId", "thanhuy", "sessionId", "s1"));
    }

    @Test
    void heldConcludedSignedByBothAndIssued() {
        start();
        assertThat(instance).isWaitingAtExactly(Elements.SCHEDULE);
        schedule();
        assertThat(instance).isWaitingAtExactly(Elements.REPORT);
        complete(Elements.REPORT);
        assertThat(instance).isWaitingAt(Elements.FILE_OPINIONS).isWaitingAt(Elements.RECORD_MINUTES);
        assertThat(tasks(Elements.FILE_OPINIONS))
                .as("one task for each member of the group")
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("head", "member");
        tasks(Elements.FILE_OPINIONS).forEach(this::complete);
        assertThat(instance)
                .as("the session lasts until its minutes are recorded")
                .hasPassed(Elements.OPINIONS_FILED)
                .isWaitingAt(Elements.RECORD_MINUTES)
                .isNotWaitingAt(Elements.CONCLUDE);

        complete(Elements.RECORD_MINUTES);
        complete(Elements.CONCLUDE);
        complete(Elements.SIGN_FOR_GROUP);
        assertThat(BARE.calls).as("nothing is issued before both have signed").isEmpty();
        complete(Elements.SIGN_FOR_WARD, Variables.WARD_SIGNATURE, WardSignature.SIGNED);

        assertThat(instance).isEnded().hasPassed(Elements.ISSUED);
        assertThat(BARE.calls).containsExactly("issueConclusion s1");
        assertThat(written(Variables.SESSION_OUTCOME)).isEqualTo(SessionOutcome.CONCLUDED.name());
        assertThat(timers()).isEmpty();
    }

    @Test
    void noSessionIsHeld() {
        start();
        complete(
                Elements.SCHEDULE,
                Map.of(
                        Variables.SCHEDULE_OUTCOME.name(),
                        ScheduleOutcome.WAIVED.name(),
                        Variables.SESSION_OUTCOME.name(),
                        SessionOutcome.WAIVED.name()));

        assertThat(instance).isEnded().hasPassed(Elements.WAIVED).hasNotPassed(Elements.REPORT);
        assertThat(written(Variables.SESSION_OUTCOME)).isEqualTo(SessionOutcome.WAIVED.name());
    }

    @Test
    void theMinutesEndTheOpenTasksOfTheMembers() {
        start();
        toSession();
        complete(tasks(Elements.FILE_OPINIONS).get(0));
        complete(Elements.RECORD_MINUTES);

        assertThat(tasks(Elements.FILE_OPINIONS)).isEmpty();
        assertThat(instance)
                .isWaitingAtExactly(Elements.CONCLUDE)
                .hasPassed(Elements.HELD)
                .hasNotPassed(Elements.OPINIONS_FILED);
    }

    @Test
    void remindersLeaveTheWorkWhereItIs() {
        start();
        schedule();
        fireOnly(Elements.REPORT_DUE);
        assertThat(BARE.calls).containsExactly("remindPreparation s1");
        assertThat(instance).isWaitingAtExactly(Elements.REPORT).hasPassed(Elements.REPORT_REMINDED);

        complete(Elements.REPORT);
        fireOnly(Elements.MINUTES_DUE);
        assertThat(BARE.calls).containsExactly("remindPreparation s1", "remindMinutes s1");
        assertThat(instance).isWaitingAt(Elements.RECORD_MINUTES).hasPassed(Elements.MINUTES_REMINDED);
        assertThat(tasks(Elements.FILE_OPINIONS)).hasSize(2);
        assertThat(timers()).isEmpty();
    }

    @Test
    void noReminderOutlivesItsTask() {
        start();
        schedule();
        complete(Elements.REPORT);
        assertThat(timers()).extracting(WorkingSessionPathTest::element).containsExactly(Elements.MINUTES_DUE);
        complete(Elements.RECORD_MINUTES);
        assertThat(timers()).isEmpty();
    }

    @Test
    void anotherTimeIsReckonedAnewAndMayBeFollowedByAnother() {
        start();
        schedule();
        BARE.sessionTime = MUCH_LATER;
        assertThat(send(Messages.MOVED)).isTrue();
        assertThat(BARE.calls).containsExactly("reckonSessionDates s1");
        assertThat(timers()).singleElement().satisfies(timer -> assertThat(timer.getDuedate())
                .isEqualTo(MUCH_LATER));
        assertThat(instance).isWaitingAtExactly(Elements.REPORT).hasPassed(Elements.MOVED);

        complete(Elements.REPORT);
        BARE.sessionTime = LATER;
        assertThat(send(Messages.MOVED)).isTrue();
        assertThat(timers()).as("also inside the session").singleElement().satisfies(timer -> assertThat(
                        timer.getDuedate())
                .isEqualTo(LATER));
        assertThat(tasks(Elements.FILE_OPINIONS)).as("their work goes on").hasSize(2);
    }

    @Test
    void theWardSendsTheConclusionBackAndBothSignTheNextOne() {
        start();
        toSession();
        complete(Elements.RECORD_MINUTES);
        complete(Elements.CONCLUDE);
        complete(Elements.SIGN_FOR_GROUP);
        complete(Elements.SIGN_FOR_WARD, Variables.WARD_SIGNATURE, WardSignature.RETURNED);
        assertThat(instance).isWaitingAtExactly(Elements.CONCLUDE);
        assertThat(BARE.calls).isEmpty();

        complete(Elements.CONCLUDE);
        assertThat(instance).as("the head signs the new words too").isWaitingAtExactly(Elements.SIGN_FOR_GROUP);
        complete(Elements.SIGN_FOR_GROUP);
        complete(Elements.SIGN_FOR_WARD, Variables.WARD_SIGNATURE, WardSignature.SIGNED);
        assertThat(instance).isEnded().hasPassed(Elements.ISSUED);
    }

    @Test
    void withdrawnBeforeItIsScheduled() {
        start();
        withdraw();
    }

    @Test
    void withdrawnWhileTheWardReports() {
        start();
        schedule();
        withdraw();
    }

    @Test
    void withdrawnWhileOpinionsComeIn() {
        start();
        toSession();
        complete(tasks(Elements.FILE_OPINIONS).get(0));
        withdraw();
    }

    @Test
    void withdrawnWhileTheWardHasTheConclusion() {
        start();
        toSession();
        complete(Elements.RECORD_MINUTES);
        complete(Elements.CONCLUDE);
        complete(Elements.SIGN_FOR_GROUP);
        withdraw();
    }

    /** A next version of the model is deployed while opinions come in; the session goes on in it where it stood. */
    @Test
    void aRunningSessionIsMigratedToTheNextVersionOfItsProcess() {
        start();
        toSession();
        var old = instance.getProcessDefinitionId();
        var next = BareEngine.nextVersion(engine, instance, Elements.CONCLUDE, "Kết luận theo mẫu mới");
        var due = timers().get(0).getDuedate();
        try {
            assertThat(only(Elements.RECORD_MINUTES).getProcessDefinitionId())
                    .as("a deployment alone moves nobody")
                    .isEqualTo(old);
            BareEngine.migrate(engine, instance, next);

            assertThat(tasks(Elements.FILE_OPINIONS))
                    .as("the tasks are the same ones, with those who have them")
                    .allSatisfy(
                            task -> assertThat(task.getProcessDefinitionId()).isEqualTo(next.getId()))
                    .extracting(Task::getAssignee)
                    .containsExactlyInAnyOrder("head", "member");
            assertThat(timers())
                    .extracting(Job::getProcessDefinitionId, Job::getDuedate)
                    .containsExactly(tuple(next.getId(), due));
            complete(Elements.RECORD_MINUTES);
            assertThat(only(Elements.CONCLUDE).getName()).isEqualTo("Kết luận theo mẫu mới");
            withdraw();
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    private void schedule() {
        complete(
                Elements.SCHEDULE,
                Map.of(
                        Variables.SCHEDULE_OUTCOME.name(),
                        ScheduleOutcome.SCHEDULED.name(),
                        Variables.WORKING_GROUP_ID.name(),
                        "tct1"));
    }

    private void toSession() {
        schedule();
        complete(Elements.REPORT);
        assertThat(instance).isWaitingAt(Elements.RECORD_MINUTES);
    }

    private void withdraw() {
        assertThat(send(Messages.WITHDRAWN)).isTrue();
        assertThat(instance).isEnded().hasPassed(Elements.WITHDRAWN).hasNotPassed(Elements.ISSUED);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(timers()).isEmpty();
        assertThat(BARE.calls).containsExactly("recordSessionWithdrawal s1");
        assertThat(written(Variables.SESSION_OUTCOME))
                .as("another one is prepared")
                .isEqualTo(SessionOutcome.WITHDRAWN.name());
    }

    private static String element(Job timer) {
        return COVERAGE.getProcessEngine()
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** The one timer that runs. */
    private void fireOnly(String element) {
        assertThat(timers()).extracting(WorkingSessionPathTest::element).containsExactly(element);
        fire(element);
    }
}
