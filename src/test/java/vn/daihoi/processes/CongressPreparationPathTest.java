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
import vn.daihoi.document.process.DocumentPreparationProcess;

@Deployment(
        resources = {
            "processes/congress-preparation.bpmn",
            "processes/cell-congress.bpmn",
            "processes/document-preparation.bpmn"
        })
class CongressPreparationPathTest {

    private static final BareEngine BARE = new BareEngine();

    // the processes of a cell and of a document have path tests of their own
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .excludeProcessDefinitionKeys(CellCongressProcess.KEY, DocumentPreparationProcess.KEY)
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
        BARE.documents.clear();
        BARE.documents.addAll(List.of("d1", "d2"));
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        CongressPreparationProcess.KEY, "c1", Map.of("wardId", "dm", "congressId", "c1"));
    }

    @Test
    void plannedApprovedAllCellsRecognisedAllDocumentsClearedAndReady() {
        start();
        open();
        finishCell("cc1");
        assertThat(instance).isWaitingAt(Elements.CELL_CONGRESS);
        finishCell("cc2");
        assertThat(instance).hasPassed(Elements.CELL_STREAM_DONE).isNotWaitingAt(Elements.CONFIRM_READINESS);
        finishDocument("d1");
        assertThat(instance).isWaitingAt(Elements.DOCUMENT_PREPARATION);
        finishDocument("d2");
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
        complete(Elements.CONFIRM_READINESS, Map.of());

        assertThat(instance).isEnded().hasPassed(Elements.READY);
        assertThat(BARE.calls).containsExactlyInAnyOrder("openCells c1", "openDocuments c1");
    }

    @Test
    void theDocumentsMayBeDoneBeforeTheCells() {
        start();
        open();
        finishDocuments();
        assertThat(instance)
                .hasPassed(Elements.DOCUMENT_STREAM_DONE)
                .isWaitingAt(Elements.CELL_CONGRESS)
                .isNotWaitingAt(Elements.CONFIRM_READINESS);
        finishCell("cc1");
        finishCell("cc2");
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
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
        open();

        var cell = called("cc2");
        assertThat(engine.getRuntimeService().getVariables(cell.getId()))
                .containsOnly(
                        Map.entry("wardId", "dm"),
                        Map.entry("congressId", "c1"),
                        Map.entry("cellCongressId", "cc2"),
                        Map.entry("cellId", "cell of cc2"));
    }

    @Test
    void eachDocumentGetsItsOwnInstanceWithItsReferences() {
        start();
        open();

        assertThat(engine.getRuntimeService().getVariables(called("d2").getId()))
                .containsOnly(Map.entry("wardId", "dm"), Map.entry("congressId", "c1"), Map.entry("documentId", "d2"));
    }

    @Test
    void aDocumentAddedLaterIsPreparedTooAndReadinessWaitsForIt() {
        start();
        BARE.cellCongresses.clear();
        open();
        add(Messages.DOCUMENT_ADDED, "documentId", "d3");
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "documentId"))
                .as("the reference belongs to the new scope alone")
                .isNull();
        assertThat(engine.getRuntimeService().getVariables(called("d3").getId()))
                .containsOnly(Map.entry("wardId", "dm"), Map.entry("congressId", "c1"), Map.entry("documentId", "d3"));

        finishDocuments();
        assertThat(instance).isWaitingAt(Elements.ADDED_DOCUMENT_PREPARATION);
        finishDocument("d3");
        assertThat(instance).hasPassed(Elements.ADDED_DOCUMENT_DONE).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void aWardWithoutCellsAndDocumentsGoesStraightToReadiness() {
        start();
        BARE.cellCongresses.clear();
        BARE.documents.clear();
        open();

        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void aCellThatJoinsLaterHoldsItsCongressTooAndReadinessWaitsForIt() {
        start();
        open();
        join("cc3");
        join("cc4");
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "cellCongressId"))
                .as("the reference belongs to the new scope alone")
                .isNull();
        assertThat(engine.getRuntimeService().getVariable(called("cc3").getId(), "cellId"))
                .isEqualTo("cell of cc3");

        finishDocuments();
        finishCell("cc1");
        finishCell("cc2");
        finishCell("cc3");
        assertThat(instance).hasPassed(Elements.ADDED_CELL_DONE).isNotWaitingAt(Elements.CONFIRM_READINESS);
        finishCell("cc4");
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void nothingJoinsBeforeItsStreamIsOpen() {
        start();
        for (var message : List.of(Messages.UNIT_ADDED, Messages.DOCUMENT_ADDED)) {
            assertThat(engine.getRuntimeService()
                            .createMessageCorrelation(message)
                            .processInstanceBusinessKey("c1")
                            .correlateAllWithResult())
                    .as(message)
                    .isEmpty();
        }
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
    void calledOffBeforeTheStreamsAreOpened() {
        start();
        complete(Elements.PLAN_CONGRESS, Map.of());
        var approve = only(Elements.APPROVE_PLAN);
        engine.getTaskService().complete(approve, Map.of("planOutcome", PlanOutcome.APPROVED.name()));
        cancel();
        assertThat(BARE.calls).containsExactly("recordCancellation c1");
    }

    @Test
    void calledOffWhileCellsAndDocumentsAreAtWorkTheirInstancesEndToo() {
        start();
        open();
        join("cc3");
        add(Messages.DOCUMENT_ADDED, "documentId", "d3");
        finishCell("cc1");
        finishDocument("d2");
        cancel();

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void calledOffWhileReadinessIsAwaited() {
        start();
        BARE.cellCongresses.clear();
        BARE.documents.clear();
        open();
        cancel();
    }

    private void open() {
        complete(Elements.PLAN_CONGRESS, Map.of());
        complete(Elements.APPROVE_PLAN, Map.of("planOutcome", PlanOutcome.APPROVED.name()));
        assertThat(BARE.calls).contains("openCells c1", "openDocuments c1");
    }

    private void join(String cellCongress) {
        add(Messages.UNIT_ADDED, "cellCongressId", cellCongress);
    }

    private void add(String message, String variable, String id) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .setVariablesToTriggeredScope(Map.of(variable, id))
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

    private ProcessInstance called(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    /** How a cell comes to its end is told in its own path test; here it only has to end. */
    private void finishCell(String cellCongress) {
        finish(cellCongress, CellCongressProcess.Elements.PLAN, CellCongressProcess.Elements.RECOGNISED);
    }

    private void finishDocument(String document) {
        finish(document, DocumentPreparationProcess.Elements.DRAFT, DocumentPreparationProcess.Elements.COMMENTED);
    }

    private void finishDocuments() {
        List.copyOf(BARE.documents).forEach(this::finishDocument);
    }

    private void finish(String businessKey, String first, String end) {
        engine.getRuntimeService()
                .createProcessInstanceModification(called(businessKey).getId())
                .cancelAllForActivity(first)
                .startBeforeActivity(end)
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
