package vn.daihoi.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.daihoi.approval.process.DocumentPreparationProcess;
import vn.daihoi.cell.process.CellCongressProcess;
import vn.daihoi.congress.process.CongressPreparationProcess;
import vn.daihoi.congress.process.CongressPreparationProcess.Elements;
import vn.daihoi.congress.process.CongressPreparationProcess.Messages;
import vn.daihoi.congress.process.CongressPreparationProcess.PlanOutcome;
import vn.daihoi.document.process.DocumentDraftingProcess;

@Deployment(
        resources = {
            "processes/congress-preparation.bpmn",
            "processes/cell-congress.bpmn",
            "processes/document-drafting.bpmn"
        })
class CongressPreparationPathTest extends ProcessPath {

    private static final BareEngine BARE = new BareEngine();

    private static final String WAIT = "Wait";
    private static final String PREPARATION = DocumentPreparationProcess.KEY;

    // the processes of a cell and of the documents have path tests of their own; that of the documents only waits here
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(BARE.configuration)
            .excludeProcessDefinitionKeys(CellCongressProcess.KEY, PREPARATION, DocumentDraftingProcess.KEY)
            .assertClassCoverageAtLeast(1.0)
            .build();

    private void start() {
        begin(COVERAGE);
        BARE.calls.clear();
        BARE.cellCongresses.clear();
        BARE.cellCongresses.addAll(List.of("cc1", "cc2"));
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        PREPARATION + ".bpmn",
                        Bpmn.createExecutableProcess(PREPARATION)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(WAIT)
                                .endEvent("End")
                                .done())
                .deploy();
        start(COVERAGE, CongressPreparationProcess.KEY, "c1", Map.of("wardId", "dm", "congressId", "c1"));
    }

    @Test
    void plannedApprovedAllCellsRecognisedAllDocumentsClearedAndReady() {
        start();
        open();
        finishCell("cc1");
        assertThat(instance).isWaitingAt(Elements.CELL_CONGRESS);
        finishCell("cc2");
        assertThat(instance).hasPassed(Elements.CELL_STREAM_DONE).isNotWaitingAt(Elements.CONFIRM_READINESS);
        assertThat(instance).isWaitingAt(Elements.DOCUMENT_PREPARATION);
        finishDocuments();
        assertThat(instance).isWaitingAtExactly(Elements.CONFIRM_READINESS);
        complete(Elements.CONFIRM_READINESS);

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
        complete(Elements.PLAN_CONGRESS);
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
    void theDocumentsArePreparedTogetherWithTheirReferences() {
        start();
        open();

        assertThat(engine.getRuntimeService().getVariables(preparation().getId()))
                .containsOnly(Map.entry("wardId", "dm"), Map.entry("congressId", "c1"));
        assertThat(preparation().getBusinessKey()).isEqualTo("c1");
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
        assertThat(instance).isWaitingAt(Elements.ADDED_DOCUMENT_DRAFTING);
        finishDocument("d3");
        assertThat(instance).hasPassed(Elements.ADDED_DOCUMENT_DONE).isWaitingAtExactly(Elements.CONFIRM_READINESS);
    }

    @Test
    void aWardWithoutCellsWaitsForItsDocumentsAlone() {
        start();
        BARE.cellCongresses.clear();
        open();
        finishDocuments();

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
        complete(Elements.PLAN_CONGRESS);
        cancel();
    }

    @Test
    void calledOffBeforeTheStreamsAreOpened() {
        start();
        complete(Elements.PLAN_CONGRESS);
        var approve = only(Elements.APPROVE_PLAN);
        engine.getTaskService().complete(approve.getId(), Map.of("planOutcome", PlanOutcome.APPROVED.name()));
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
        finishDocument("d3");
        cancel();

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void calledOffWhileReadinessIsAwaited() {
        start();
        BARE.cellCongresses.clear();
        open();
        finishDocuments();
        cancel();
    }

    private void open() {
        complete(Elements.PLAN_CONGRESS);
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

    /** How a cell comes to its end is told in its own path test; here it only has to end. */
    private void finishCell(String cellCongress) {
        finish(cellCongress, CellCongressProcess.Elements.PLAN, CellCongressProcess.Elements.RECOGNISED);
    }

    private void finishDocument(String document) {
        finish(document, DocumentDraftingProcess.Elements.DRAFT, DocumentDraftingProcess.Elements.COMMENTED);
    }

    private void finishDocuments() {
        engine.getRuntimeService()
                .createProcessInstanceModification(preparation().getId())
                .cancelAllForActivity(WAIT)
                .startBeforeActivity("End")
                .execute();
        settle();
    }

    private ProcessInstance preparation() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PREPARATION)
                .singleResult();
    }

    private void finish(String businessKey, String first, String end) {
        engine.getRuntimeService()
                .createProcessInstanceModification(called(businessKey).getId())
                .cancelAllForActivity(first)
                .startBeforeActivity(end)
                .execute();
        settle();
    }
}
