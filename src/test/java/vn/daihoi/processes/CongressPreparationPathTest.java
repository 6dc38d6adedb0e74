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
import vn.daihoi.cell.process.CellCongressProcess;
import vn.daihoi.congress.process.CongressPreparationProcess;
import vn.daihoi.congress.process.CongressPreparationProcess.Elements;
import vn.daihoi.congress.process.CongressPreparationProcess.Messages;
import vn.daihoi.congress.process.CongressPreparationProcess.PlanOutcome;

@Deployment(resources = {"processes/congress-preparation.bpmn", "processes/cell-congress.bpmn"})
class CongressPreparationPathTest {

    private static final BareEngine BARE = new BareEngine();

    // the process of a cell has a path test of its own
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .excludeProcessDefinitionKeys(CellCongressProcess.KEY)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private ProcessEngine engine;
    private ProcessInstance instance;

    /** Not before each test: the extension deploys only after that. */
    private void start() {
        engine = COVERAGE.getProcessEngine();
        AbstractAssertions.init(engine);
        BARE.calls.clear();
        BARE.cellCongresses.clear();
        BARE.cellCongresses.addAll(List.of("cc1", "cc2"));
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        CongressPreparationProcess.KEY, "c1", Map.of("wardId", "dm", "congressId", "c1"));
    }

    @Test
    void plannedApprovedAllCellsRecognisedAndReady() {
        start();
        openCells();
        finishCell("cc1");
        assertThat(instance).isWaitingAt(Elements.CELL_CONGRESS);
        finishCell("cc2");
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
        complete(Elements.CONFIRM_READINESS, Map.of());

        assertThat(instance).isEnded().hasPassed(Elements.READY);
        assertThat(BARE.calls).containsExactly("openCells c1");
    }

    @Test
    void aReturnedPlanGoesBackToTheOffice() {
        start();
        complete(Elements.PLAN_CONGRESS, Map.of());
        complete(Elements.APPROVE_PLAN, Map.of("planOutcome", PlanOutcome.RETURNED.name()));

        assertThat(instance).isWaitingAtExactly(Elements.PLAN_CONGRESS);
    }

    @Test
    void eachCellGetsItsOwnInstanceWithItsReferences() {
        start();
        openCells();

        var cell = cell("cc2");
        assertThat(engine.getRuntimeService().getVariables(cell.getId()))
                .containsOnly(
                        Map.entry("wardId", "dm"),
                        Map.entry("congressId", "c1"),
                        Map.entry("cellCongressId", "cc2"),
                        Map.entry("cellId", "cell of cc2"));
    }

    @Test
    void aWardWithoutCellsGoesStraightToReadiness() {
        start();
        BARE.cellCongresses.clear();
        openCells();

        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void aCellThatJoinsLaterHoldsItsCongressTooAndReadinessWaitsForIt() {
        start();
        openCells();
        join("cc3");
        join("cc4");
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "cellCongressId"))
                .as("the reference belongs to the new scope alone")
                .isNull();
        assertThat(engine.getRuntimeService().getVariable(cell("cc3").getId(), "cellId"))
                .isEqualTo("cell of cc3");

        finishCell("cc1");
        finishCell("cc2");
        finishCell("cc3");
        assertThat(instance).hasPassed(Elements.ADDED_CELL_DONE).isNotWaitingAt(Elements.CONFIRM_READINESS);
        finishCell("cc4");
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void noCellJoinsBeforeTheStreamIsOpen() {
        start();
        assertThat(engine.getRuntimeService()
                        .createMessageCorrelation(Messages.UNIT_ADDED)
                        .processInstanceBusinessKey("c1")
                        .correlateAllWithResult())
                .isEmpty();
    }

    @Test
    void calledOffWhilePlanning() {
        start();
        cancel();
    }

    @Test
    void calledOffWhileThePlanAwaitsApproval() {
        start();
        complete(Elements.PLAN_CONGRESS, Map.of());
        cancel();
    }

    @Test
    void calledOffBeforeTheCellsAreOpened() {
        start();
        complete(Elements.PLAN_CONGRESS, Map.of());
        var approve = only(Elements.APPROVE_PLAN);
        engine.getTaskService().complete(approve, Map.of("planOutcome", PlanOutcome.APPROVED.name()));
        cancel();
        assertThat(BARE.calls).containsExactly("recordCancellation c1");
    }

    @Test
    void calledOffWhileTheCellsAreAtWorkTheirInstancesEndToo() {
        start();
        openCells();
        join("cc3");
        finishCell("cc1");
        cancel();

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void calledOffWhileReadinessIsAwaited() {
        start();
        BARE.cellCongresses.clear();
        openCells();
        cancel();
    }

    private void openCells() {
        complete(Elements.PLAN_CONGRESS, Map.of());
        complete(Elements.APPROVE_PLAN, Map.of("planOutcome", PlanOutcome.APPROVED.name()));
        assertThat(BARE.calls).contains("openCells c1");
    }

    private void join(String cellCongress) {
        engine.getRuntimeService()
                .createMessageCorrelation(Messages.UNIT_ADDED)
                .processInstanceId(instance.getId())
                .setVariablesToTriggeredScope(Map.of("cellCongressId", cellCongress))
                .correlateAllWithResult();
        settle();
    }

    private void cancel() {
        assertThat(engine.getRuntimeService()
                        .createMessageCorrelation(Messages.CANCELLED)
                        .processInstanceId(instance.getId())
                        .correlateAllWithResult())
                .hasSize(1);
        assertThat(engine.getTaskService().createTaskQuery().count())
                .as("nobody has anything left to do")
                .isZero();
        settle();
        assertThat(instance).isEnded().hasPassed(Elements.CANCELLED).hasNotPassed(Elements.READY);
        assertThat(BARE.calls).contains("recordCancellation c1");
    }

    private ProcessInstance cell(String cellCongress) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(cellCongress)
                .singleResult();
    }

    /** How a cell comes to its end is told in its own path test; here it only has to end. */
    private void finishCell(String cellCongress) {
        var id = cell(cellCongress).getId();
        engine.getRuntimeService()
                .createProcessInstanceModification(id)
                .cancelAllForActivity(CellCongressProcess.Elements.PLAN)
                .startBeforeActivity(CellCongressProcess.Elements.RECOGNISED)
                .execute();
        settle();
    }

    private void complete(String element, Map<String, Object> variables) {
        engine.getTaskService().complete(only(element), variables);
        settle();
    }

    private String only(String element) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(element)
                .list();
        assertThat(tasks).as(element).hasSize(1);
        return tasks.get(0).getId();
    }

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
