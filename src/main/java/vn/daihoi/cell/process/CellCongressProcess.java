package vn.daihoi.cell.process;

import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code cellCongress} as code sees it; a contract test compares it with the model. The business key is the
 * id of the cell's congress. It is only ever started by the call activities of {@code congressPreparation}, and waits
 * for no message.
 */
public final class CellCongressProcess {

    /** Id of the process definition. */
    public static final String KEY = "cellCongress";

    private CellCongressProcess() {}

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Opened by the ward's congress. */
        public static final String OPENED = "StartEvent_CellCongressOpened";
        /** The cell plans. */
        public static final String PLAN = "UserTask_PlanCellCongress";
        /** The ward office clears or returns the plan. */
        public static final String CLEAR_PLAN = "UserTask_ClearCellPlan";
        /** Waiting for the report. */
        public static final String REPORTING = "SubProcess_Reporting";
        /** The report is awaited. */
        public static final String REPORTING_STARTED = "StartEvent_ReportingStarted";
        /** The cell reports. */
        public static final String REPORT_RESULT = "UserTask_ReportResult";
        /** Reported; reminders and chasing end with it. */
        public static final String RESULT_REPORTED = "EndEvent_ResultReported";
        /** The report is due. */
        public static final String REPORT_DUE = "BoundaryEvent_ReportDue";
        /** The cell is reminded. */
        public static final String REMIND = "ServiceTask_RemindCell";
        /** Reminded. */
        public static final String REMINDED = "EndEvent_CellReminded";
        /** The report is overdue. */
        public static final String REPORT_OVERDUE = "BoundaryEvent_ReportOverdue";
        /** The ward office chases the cell up. */
        public static final String CHASE = "UserTask_ChaseOverdueResult";
        /** Chased up. */
        public static final String CHASED = "EndEvent_CellChased";
        /** The ward office checks the result file. */
        public static final String CHECK_RESULT = "UserTask_CheckResult";
        /** The secretary recognises or annuls the result. */
        public static final String RECOGNISE = "UserTask_RecogniseResult";
        /** Recognised. */
        public static final String RECOGNISED = "EndEvent_CellCongressRecognised";

        private Elements() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; handed in by the caller. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the ward's congress; handed in by the caller. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of the cell; handed in by the caller. */
        public static final ProcessVariable<String> CELL_ID = ProcessVariable.text("cellId");
        /** Id of the cell's congress; handed in by the caller. */
        public static final ProcessVariable<String> CELL_CONGRESS_ID = ProcessVariable.text("cellCongressId");
        /** CLEARED or RETURNED; written when the plan is decided. */
        public static final ProcessVariable<String> PLAN_OUTCOME = ProcessVariable.text("planOutcome");
        /** HELD, REVOTE or POSTPONED; written by the report. */
        public static final ProcessVariable<String> RESULT_OUTCOME = ProcessVariable.text("resultOutcome");
        /** COMPLETE or INCOMPLETE; written by the check. */
        public static final ProcessVariable<String> CHECK_OUTCOME = ProcessVariable.text("checkOutcome");
        /** RECOGNISED or ANNULLED; written by the recognition. */
        public static final ProcessVariable<String> RECOGNITION_OUTCOME = ProcessVariable.text("recognitionOutcome");

        private Variables() {}
    }

    /** What becomes of a plan. */
    public enum PlanOutcome {
        /** It stands. */
        CLEARED,
        /** It goes back. */
        RETURNED
    }

    /** What the check finds. */
    public enum CheckOutcome {
        /** Nothing is missing. */
        COMPLETE,
        /** Something is. */
        INCOMPLETE
    }

    /** What becomes of a result. */
    public enum RecognitionOutcome {
        /** It is recognised. */
        RECOGNISED,
        /** The vote is repeated. */
        ANNULLED
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }
}
