package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.cell.CellOutcome;
import vn.daihoi.cell.process.CellCongressProcess;
import vn.daihoi.cell.process.CellCongressProcess.CheckOutcome;
import vn.daihoi.cell.process.CellCongressProcess.Elements;
import vn.daihoi.cell.process.CellCongressProcess.PlanOutcome;
import vn.daihoi.cell.process.CellCongressProcess.RecognitionOutcome;
import vn.daihoi.cell.process.CellCongressProcess.Variables;

@Deployment(resources = "processes/cell-congress.bpmn")
class CellCongressPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        BARE.calls.clear();
        start(
                COVERAGE,
                CellCongressProcess.KEY,
                "cc1",
                Map.of("wardId", "dm", "congressId", "c1", "cellId", "dm.cb01", "cellCongressId", "cc1"));
    }

    @Test
    void plannedHeldCheckedAndRecognised() {
        start();
        assertThat(instance).isWaitingAt(Elements.PLAN);
        planAndClear();
        reportAndCheck();
        complete(Elements.RECOGNISE, Variables.RECOGNITION_OUTCOME, RecognitionOutcome.RECOGNISED);

        assertThat(instance).isEnded().hasPassed(Elements.RECOGNISED);
        assertThat(BARE.calls).isEmpty();
    }

    @Test
    void aReturnedPlanGoesBackToTheCell() {
        start();
        complete(Elements.PLAN);
        complete(Elements.CLEAR_PLAN, Variables.PLAN_OUTCOME, PlanOutcome.RETURNED);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void anIncompleteFileGoesBackToTheReport() {
        start();
        planAndClear();
        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.HELD);
        complete(Elements.CHECK_RESULT, Variables.CHECK_OUTCOME, CheckOutcome.INCOMPLETE);

        assertThat(instance).isWaitingAtExactly(Elements.REPORTING, Elements.REPORT_RESULT);
        reportAndCheck();
        assertThat(instance).isWaitingAtExactly(Elements.RECOGNISE);
    }

    @Test
    void aRevoteIsPlannedAnew() {
        start();
        planAndClear();
        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.REVOTE);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void aPostponedCongressIsPlannedAnew() {
        start();
        planAndClear();
        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.POSTPONED);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void anAnnulledResultIsPlannedAnew() {
        start();
        planAndClear();
        reportAndCheck();
        complete(Elements.RECOGNISE, Variables.RECOGNITION_OUTCOME, RecognitionOutcome.ANNULLED);

        assertThat(instance).isWaitingAtExactly(Elements.PLAN);
    }

    @Test
    void theCellIsRemindedAndThenTheWardChasesItUpWhileTheReportStaysOpen() {
        start();
        planAndClear();
        fire(Elements.REPORT_DUE);
        settle();
        assertThat(BARE.calls).containsExactly("remindCell cc1");
        assertThat(instance).isWaitingAtExactly(Elements.REPORTING, Elements.REPORT_RESULT);

        fire(Elements.REPORT_OVERDUE);
        assertThat(instance).isWaitingAtExactly(Elements.REPORTING, Elements.REPORT_RESULT, Elements.CHASE);

        complete(Elements.CHASE);
        assertThat(instance)
                .isWaitingAtExactly(Elements.REPORTING, Elements.REPORT_RESULT)
                .hasPassed(Elements.CHASED);
    }

    @Test
    void theChaseTaskVanishesWhenTheReportArrives() {
        start();
        planAndClear();
        fire(Elements.REPORT_OVERDUE);
        assertThat(tasks(Elements.CHASE)).hasSize(1);

        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.HELD);

        assertThat(tasks(Elements.CHASE)).isEmpty();
        assertThat(instance).isWaitingAtExactly(Elements.CHECK_RESULT).hasNotPassed(Elements.CHASED);
    }

    @Test
    void noReminderOutlivesTheReport() {
        start();
        planAndClear();
        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.HELD);

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .count())
                .isZero();
    }

    @Test
    void theVariablesAreReferencesAndOutcomesOnly() {
        start();
        planAndClear();
        reportAndCheck();

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys(
                        "wardId",
                        "congressId",
                        "cellId",
                        "cellCongressId",
                        "planOutcome",
                        "resultOutcome",
                        "checkOutcome");
    }

    private void planAndClear() {
        complete(Elements.PLAN);
        complete(Elements.CLEAR_PLAN, Variables.PLAN_OUTCOME, PlanOutcome.CLEARED);
        assertThat(instance).isWaitingAtExactly(Elements.REPORTING, Elements.REPORT_RESULT);
    }

    private void reportAndCheck() {
        complete(Elements.REPORT_RESULT, Variables.RESULT_OUTCOME, CellOutcome.HELD);
        complete(Elements.CHECK_RESULT, Variables.CHECK_OUTCOME, CheckOutcome.COMPLETE);
    }
}
