package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.approval.process.DossierApprovalProcess;
import vn.daihoi.approval.process.DossierApprovalProcess.ApprovalOutcome;
import vn.daihoi.approval.process.DossierApprovalProcess.Elements;
import vn.daihoi.approval.process.DossierApprovalProcess.Messages;
import vn.daihoi.approval.process.DossierApprovalProcess.Receipt;
import vn.daihoi.approval.process.DossierApprovalProcess.Signature;
import vn.daihoi.approval.process.DossierApprovalProcess.SlipChoice;
import vn.daihoi.approval.process.DossierApprovalProcess.Variables;

@Deployment(resources = "processes/dossier-approval.bpmn")
class DossierApprovalPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        BARE.voters.clear();
        BARE.voters.addAll(List.of("uv1", "uv2", "uv3"));
        BARE.quorum = true;
        start(
                COVERAGE,
                DossierApprovalProcess.KEY,
                "h1",
                Map.of("wardId", "dm", "congressId", "c1", "superiorId", "tu", "dossierId", "h1"));
    }

    @Test
    void approvedAfterAnIncompleteDossierAndOneThatWasNotSigned() {
        start();
        assertThat(instance).isWaitingAtExactly(Elements.ASSEMBLE);
        complete(Elements.ASSEMBLE);
        complete(Elements.SIGN, Variables.SIGNATURE, Signature.RETURNED);
        assertThat(instance).isWaitingAtExactly(Elements.ASSEMBLE);
        complete(Elements.ASSEMBLE);
        complete(Elements.SIGN, Variables.SIGNATURE, Signature.SIGNED);
        assertThat(BARE.calls).containsExactly("sendDossier h1");
        complete(Elements.RECEIVE, Variables.RECEIPT, Receipt.INCOMPLETE);
        assertThat(instance).isWaitingAtExactly(Elements.ASSEMBLE);

        received();
        assertThat(instance)
                .isWaitingAtExactly(
                        Elements.APPRAISING,
                        Elements.APPRAISE_ORGANISATION,
                        Elements.APPRAISE_PROPAGANDA,
                        Elements.APPRAISE_OFFICE);
        complete(Elements.APPRAISE_OFFICE);
        complete(Elements.APPRAISE_ORGANISATION);
        assertThat(instance)
                .as("all three are waited for")
                .isWaitingAt(Elements.APPRAISING, Elements.APPRAISE_PROPAGANDA)
                .isNotWaitingAt(Elements.OPEN_SLIPS);
        complete(Elements.APPRAISE_PROPAGANDA);
        assertThat(instance).hasPassed(Elements.APPRAISED).isWaitingAtExactly(Elements.OPEN_SLIPS);
        assertThat(timers()).as("nobody is reminded any more").isEmpty();

        complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.ASK);
        assertThat(tasks(Elements.GIVE_SLIP))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("uv1", "uv2", "uv3");
        tasks(Elements.GIVE_SLIP).forEach(this::complete);
        assertThat(BARE.calls).contains("countSlips h1");
        decided(ApprovalOutcome.APPROVED);
    }

    @Test
    void substitutesAndAbsentMembersEndOneSlipEach() {
        start();
        asked();
        settle("uv2");
        assertThat(tasks(Elements.GIVE_SLIP)).extracting(Task::getAssignee).containsExactlyInAnyOrder("uv1", "uv3");
        settle("uv1");
        complete(Elements.GIVE_SLIP);

        assertThat(instance)
                .hasPassed(Elements.SLIP_SETTLED, Elements.SLIP_CLOSED, Elements.SLIP_GIVEN, Elements.COUNT)
                .isWaitingAtExactly(Elements.DECIDE);
        assertThat(timers()).isEmpty();
    }

    @Test
    void tooFewSlipsAreAskedForAgain() {
        start();
        asked();
        complete(tasks(Elements.GIVE_SLIP).get(0));
        BARE.quorum = false;
        assertThat(send(Messages.SLIPS_CLOSED)).isTrue();
        assertThat(tasks(Elements.GIVE_SLIP)).isEmpty();
        assertThat(instance).hasPassed(Elements.SLIPS_CLOSED).isWaitingAtExactly(Elements.OPEN_SLIPS);
        assertThat(send(Messages.SLIPS_CLOSED)).as("once is enough").isFalse();

        BARE.quorum = true;
        complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.ASK);
        assertThat(tasks(Elements.GIVE_SLIP)).hasSize(3);
        assertThat(send(Messages.SLIPS_CLOSED)).isTrue();
        decided(ApprovalOutcome.REFUSED);
    }

    @Test
    void aReturnNeedsNoSlips() {
        start();
        received();
        appraised();
        complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.SKIP);
        assertThat(instance).isWaitingAtExactly(Elements.DECIDE).hasNotPassed(Elements.GIVING_SLIPS);
        decided(ApprovalOutcome.RETURNED);
    }

    @Test
    void timersRemindAndReportAndDecideNothing() {
        start();
        received();
        fire(Elements.APPRAISAL_DUE);
        fire(Elements.APPRAISAL_OVERDUE);
        assertThat(BARE.calls).contains("remindBoards h1", "escalateAppraisals h1");
        assertThat(instance)
                .hasPassed(Elements.BOARDS_REMINDED, Elements.APPRAISALS_ESCALATED)
                .isWaitingAtExactly(
                        Elements.APPRAISING,
                        Elements.APPRAISE_ORGANISATION,
                        Elements.APPRAISE_PROPAGANDA,
                        Elements.APPRAISE_OFFICE);
        appraised();
        complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.ASK);
        fire(Elements.SLIPS_DUE);
        fire(Elements.SLIPS_OVERDUE);
        assertThat(BARE.calls).contains("remindMembers h1", "escalateSlips h1").doesNotContain("countSlips h1");
        assertThat(instance).hasPassed(Elements.MEMBERS_REMINDED, Elements.SLIPS_ESCALATED);
        assertThat(tasks(Elements.GIVE_SLIP)).hasSize(3);
    }

    /** The next version comes while the boards appraise, the move while slips come in: nobody loses a task or a date. */
    @Test
    void tasksAndTimersAreKeptWhenItIsMovedToTheNextVersion() {
        start();
        received();
        var next = BareEngine.nextVersion(engine, instance, Elements.DECIDE, "Quyết định theo mẫu mới");
        try {
            appraised();
            complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.ASK);
            complete(tasks(Elements.GIVE_SLIP).get(0));
            var slips = tasks(Elements.GIVE_SLIP);
            var timers = timers();
            assertThat(timers).hasSize(2);
            BareEngine.migrate(engine, instance, next);

            assertThat(tasks(Elements.GIVE_SLIP))
                    .extracting(Task::getId, Task::getAssignee, Task::getProcessDefinitionId)
                    .containsExactlyInAnyOrderElementsOf(slips.stream()
                            .map(slip -> tuple(slip.getId(), slip.getAssignee(), next.getId()))
                            .toList());
            assertThat(timers())
                    .extracting(Job::getId, Job::getDuedate)
                    .containsExactlyInAnyOrderElementsOf(timers.stream()
                            .map(timer -> tuple(timer.getId(), timer.getDuedate()))
                            .toList());
            fire(Elements.SLIPS_OVERDUE);
            assertThat(BARE.calls).contains("escalateSlips h1");
            settle(slips.get(0).getAssignee());
            complete(only(Elements.GIVE_SLIP));
            assertThat(only(Elements.DECIDE).getName()).isEqualTo("Quyết định theo mẫu mới");
            decided(ApprovalOutcome.APPROVED);
        } finally {
            engine.getRepositoryService().deleteDeployment(next.getDeploymentId(), true);
        }
    }

    @Test
    void withdrawnWhileItIsPutTogether() {
        start();
        withdraw();
    }

    @Test
    void withdrawnWhileTheBoardsAppraise() {
        start();
        received();
        complete(Elements.APPRAISE_OFFICE);
        withdraw();
    }

    @Test
    void withdrawnWhileSlipsComeIn() {
        start();
        asked();
        complete(tasks(Elements.GIVE_SLIP).get(0));
        withdraw();
    }

    private void received() {
        complete(Elements.ASSEMBLE);
        complete(Elements.SIGN, Variables.SIGNATURE, Signature.SIGNED);
        complete(Elements.RECEIVE, Variables.RECEIPT, Receipt.RECEIVED);
    }

    private void appraised() {
        List.of(Elements.APPRAISE_ORGANISATION, Elements.APPRAISE_PROPAGANDA, Elements.APPRAISE_OFFICE)
                .forEach(element -> complete(only(element)));
    }

    private void asked() {
        received();
        appraised();
        complete(Elements.OPEN_SLIPS, Variables.SLIP_CHOICE, SlipChoice.ASK);
    }

    private void decided(ApprovalOutcome outcome) {
        complete(Elements.DECIDE, Variables.APPROVAL_OUTCOME, outcome);
        complete(Elements.ISSUE);
        assertThat(instance).isEnded().hasPassed(Elements.DECIDED);
        assertThat(written(Variables.APPROVAL_OUTCOME)).isEqualTo(outcome.name());
    }

    private void withdraw() {
        assertThat(send(Messages.WITHDRAWN)).isTrue();
        assertThat(instance).isEnded().hasPassed(Elements.WITHDRAWN).hasNotPassed(Elements.DECIDED);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(timers()).isEmpty();
        assertThat(written(Variables.APPROVAL_OUTCOME)).isEqualTo(ApprovalOutcome.WITHDRAWN.name());
    }

    /** As the engine's module does it: the part of the loop is told by its variable. */
    private void settle(String member) {
        var runtime = engine.getRuntimeService();
        var meant = runtime
                .createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventName(Messages.SLIP_SETTLED)
                .list()
                .stream()
                .map(EventSubscription::getExecutionId)
                .filter(execution -> member.equals(runtime.getVariable(execution, Variables.MEMBER_ID.name())))
                .toList();
        assertThat(meant).hasSize(1);
        runtime.messageEventReceived(Messages.SLIP_SETTLED, meant.get(0));
        settle();
    }
}
