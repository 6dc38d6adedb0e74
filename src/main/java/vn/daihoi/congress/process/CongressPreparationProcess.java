package vn.daihoi.congress.process;

import org.springframework.stereotype.Component;
import vn.daihoi.congress.CongressFlow;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code congressPreparation} as code sees it; a contract test compares it with the model. The business key
 * is the id of the congress. Nobody else sends it messages.
 */
@Component
public final class CongressPreparationProcess implements CongressFlow {

    /** Id of the process definition. */
    public static final String KEY = "congressPreparation";

    private final RunningProcesses processes;

    CongressPreparationProcess(RunningProcesses processes) {
        this.processes = processes;
    }

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Start form. */
        public static final String CONGRESS_REQUESTED = "StartEvent_CongressRequested";
        /** The ward office plans. */
        public static final String PLAN_CONGRESS = "UserTask_PlanCongress";
        /** The secretary approves or returns the plan. */
        public static final String APPROVE_PLAN = "UserTask_ApprovePlan";
        /** Opens the cells' congresses. */
        public static final String OPEN_CELLS = "ServiceTask_OpenCells";
        /** The cells' congresses. */
        public static final String CELL_STREAM = "SubProcess_CellStream";
        /** They begin. */
        public static final String CELL_STREAM_STARTED = "StartEvent_CellStreamStarted";
        /** One cell's congress. */
        public static final String CELL_CONGRESS = "CallActivity_CellCongress";
        /** All of them are done. */
        public static final String CELL_STREAM_DONE = "EndEvent_CellStreamDone";
        /** Runs for each cell that joins. */
        public static final String UNIT_ADDED_STREAM = "SubProcess_UnitAdded";
        /** A cell joins later. */
        public static final String UNIT_ADDED = "StartEvent_UnitAdded";
        /** Its congress. */
        public static final String ADDED_CELL_CONGRESS = "CallActivity_AddedCellCongress";
        /** That one is done. */
        public static final String ADDED_CELL_DONE = "EndEvent_AddedCellDone";
        /** Opens the documents. */
        public static final String OPEN_DOCUMENTS = "ServiceTask_OpenDocuments";
        /** The documents of the congress. */
        public static final String DOCUMENT_STREAM = "SubProcess_DocumentStream";
        /** They begin. */
        public static final String DOCUMENT_STREAM_STARTED = "StartEvent_DocumentStreamStarted";
        /** Their preparation, all together, until the superior approves them. */
        public static final String DOCUMENT_PREPARATION = "CallActivity_DocumentPreparation";
        /** All of them are done. */
        public static final String DOCUMENT_STREAM_DONE = "EndEvent_DocumentStreamDone";
        /** Runs for each document that is added. */
        public static final String DOCUMENT_ADDED_STREAM = "SubProcess_DocumentAdded";
        /** A document is added later. */
        public static final String DOCUMENT_ADDED = "StartEvent_DocumentAdded";
        /** It is drafted and commented on; the others don't wait for it, the dossier does. */
        public static final String ADDED_DOCUMENT_DRAFTING = "CallActivity_AddedDocumentDrafting";
        /** That one is done. */
        public static final String ADDED_DOCUMENT_DONE = "EndEvent_AddedDocumentDone";
        /** The secretary confirms readiness. */
        public static final String CONFIRM_READINESS = "UserTask_ConfirmReadiness";
        /** Ready. */
        public static final String READY = "EndEvent_ReadyForCongress";
        /** Stops everything. */
        public static final String CANCELLATION = "SubProcess_CongressCancelled";
        /** Called off. */
        public static final String CONGRESS_CANCELLED = "StartEvent_CongressCancelled";
        /** Notes the cancellation. */
        public static final String RECORD_CANCELLATION = "ServiceTask_RecordCancellation";
        /** Called off, the end. */
        public static final String CANCELLED = "EndEvent_CongressCancelled";

        private Elements() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** A cell joins; brings {@link Variables#CELL_CONGRESS_ID}. */
        public static final String UNIT_ADDED = "congressPreparation.unitAdded";
        /** A document is added; brings {@link Variables#DOCUMENT_ID}. */
        public static final String DOCUMENT_ADDED = "congressPreparation.documentAdded";
        /** The congress is called off. */
        public static final String CANCELLED = "congressPreparation.cancelled";

        private Messages() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; written at the start. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the congress; written at the start. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of a cell's congress; local to each instance of the call, written by the collection or the message. */
        public static final ProcessVariable<String> CELL_CONGRESS_ID = ProcessVariable.text("cellCongressId");
        /** Id of a document that is added; local to its call, written by the message. */
        public static final ProcessVariable<String> DOCUMENT_ID = ProcessVariable.text("documentId");
        /** APPROVED or RETURNED; written when the plan is decided. */
        public static final ProcessVariable<String> PLAN_OUTCOME = ProcessVariable.text("planOutcome");

        private Variables() {}
    }

    /** What becomes of the plan. */
    public enum PlanOutcome {
        /** It stands. */
        APPROVED,
        /** It goes back. */
        RETURNED
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }

    @Override
    public String process() {
        return KEY;
    }

    @Override
    public boolean cancelled(String congress) {
        return processes.correlate(Messages.CANCELLED, KEY, congress, ProcessValues.none());
    }

    @Override
    public boolean unitAdded(String congress, String cellCongress) {
        return processes.correlate(
                Messages.UNIT_ADDED, KEY, congress, ProcessValues.of(Variables.CELL_CONGRESS_ID, cellCongress));
    }

    @Override
    public boolean documentAdded(String congress, String document) {
        return processes.correlate(
                Messages.DOCUMENT_ADDED, KEY, congress, ProcessValues.of(Variables.DOCUMENT_ID, document));
    }
}
