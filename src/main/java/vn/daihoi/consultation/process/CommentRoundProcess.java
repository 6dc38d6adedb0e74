package vn.daihoi.consultation.process;

import org.springframework.stereotype.Component;
import vn.daihoi.consultation.RoundFlow;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code commentRound} as code sees it; a contract test compares it with the model. The business key is the id
 * of the round. It is only ever started by the call activity of {@code documentDrafting}.
 */
@Component
public final class CommentRoundProcess implements RoundFlow {

    /** Id of the process definition. */
    public static final String KEY = "commentRound";

    private final RunningProcesses processes;

    CommentRoundProcess(RunningProcesses processes) {
        this.processes = processes;
    }

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Called by the preparation of a document. */
        public static final String PREPARED = "StartEvent_RoundPrepared";
        /** The office plans whom to ask. */
        public static final String PLAN = "UserTask_PlanRound";
        /** The secretary approves the plan. */
        public static final String APPROVE = "UserTask_ApproveRound";
        /** The draft is circulated. */
        public static final String OPEN = "ServiceTask_OpenRound";
        /** Comments are taken in. */
        public static final String COLLECTING = "SubProcess_Collecting";
        /** They begin to come. */
        public static final String COLLECTING_STARTED = "StartEvent_CollectingStarted";
        /** A cell holds its conference. */
        public static final String CELL_CONFERENCE = "UserTask_HoldCellConference";
        /** An organisation holds its conference. */
        public static final String ORGANISATION_CONFERENCE = "UserTask_HoldOrganisationConference";
        /** All cells have. */
        public static final String CELL_CONFERENCES_HELD = "EndEvent_CellConferencesHeld";
        /** All organisations have. */
        public static final String ORGANISATION_CONFERENCES_HELD = "EndEvent_OrganisationConferencesHeld";
        /** The closing time has come. */
        public static final String CLOSING_TIME = "CatchEvent_ClosingTime";
        /** It is closed before its time. */
        public static final String CLOSED_EARLY = "CatchEvent_RoundClosed";
        /** Comments are taken for longer. */
        public static final String EXTENDED = "CatchEvent_RoundExtended";
        /** The open conferences get the new closing time. */
        public static final String MOVE_DUE_DATES = "ServiceTask_MoveDueDates";
        /** Nothing more is taken in. */
        public static final String WINDOW_CLOSED = "EndEvent_WindowClosed";
        /** The round is closed. */
        public static final String CLOSE = "ServiceTask_CloseRound";
        /** The editors merge what says the same. */
        public static final String MERGE = "UserTask_MergeComments";
        /** The editors propose answers. */
        public static final String PROPOSE = "UserTask_ProposeAnswers";
        /** The committee decides. */
        public static final String DECIDE = "UserTask_DecideAnswers";
        /** The office writes the reports. */
        public static final String REPORT = "UserTask_CompileReports";
        /** The editors revise the draft. */
        public static final String REVISE = "UserTask_ReviseDraft";
        /** The result is made public. */
        public static final String PUBLISH = "UserTask_PublishResult";
        /** Its result is public. */
        public static final String PUBLISHED = "EndEvent_ResultPublished";
        /** Nobody was asked. */
        public static final String SKIPPED = "EndEvent_RoundSkipped";
        /** Stops everything. */
        public static final String WITHDRAWAL = "SubProcess_RoundWithdrawn";
        /** Withdrawn. */
        public static final String WITHDRAWAL_DECIDED = "StartEvent_RoundWithdrawn";
        /** Notes the withdrawal. */
        public static final String RECORD_WITHDRAWAL = "ServiceTask_RecordWithdrawal";
        /** It was withdrawn. */
        public static final String WITHDRAWN = "EndEvent_RoundWithdrawn";

        private Elements() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** It closes now. */
        public static final String CLOSED = "commentRound.closed";
        /** It closes later than planned. */
        public static final String EXTENDED = "commentRound.extended";
        /** It is withdrawn. */
        public static final String WITHDRAWN = "commentRound.withdrawn";

        private Messages() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; handed in by the caller. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the congress; handed in by the caller. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of the document; handed in by the caller. */
        public static final ProcessVariable<String> DOCUMENT_ID = ProcessVariable.text("documentId");
        /** Id of the round; handed in by the caller. */
        public static final ProcessVariable<String> ROUND_ID = ProcessVariable.text("roundId");
        /** Id of the cell; local to each instance of its task, written by the collection. */
        public static final ProcessVariable<String> CELL_ID = ProcessVariable.text("cellId");
        /** Id of the organisation; local to each instance of its task, written by the collection. */
        public static final ProcessVariable<String> ORGANISATION_ID = ProcessVariable.text("organisationId");
        /** OPEN, SKIP or RETURNED; written when the secretary decides on the plan. */
        public static final ProcessVariable<String> ROUND_PLAN_OUTCOME = ProcessVariable.text("roundPlanOutcome");
        /** DECIDED or RETURNED; written when the committee decides on the answers. */
        public static final ProcessVariable<String> ANSWERS_OUTCOME = ProcessVariable.text("answersOutcome");
        /** FINISHED or ANOTHER; written at the end of the round and handed back to the caller. */
        public static final ProcessVariable<String> ROUND_OUTCOME = ProcessVariable.text("roundOutcome");

        private Variables() {}
    }

    /** What becomes of the plan. */
    public enum RoundPlanOutcome {
        /** People are asked. */
        OPEN,
        /** Nobody is. */
        SKIP,
        /** It goes back. */
        RETURNED
    }

    /** What becomes of the answers. */
    public enum AnswersOutcome {
        /** They stand. */
        DECIDED,
        /** They go back to the editors. */
        RETURNED
    }

    /** What the document goes on to. */
    public enum RoundOutcome {
        /** It needs no more comments. */
        FINISHED,
        /** It goes out once more. */
        ANOTHER
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }

    @Override
    public boolean closed(String round) {
        return processes.correlate(Messages.CLOSED, KEY, round, ProcessValues.none());
    }

    @Override
    public boolean extended(String round) {
        return processes.correlate(Messages.EXTENDED, KEY, round, ProcessValues.none());
    }

    @Override
    public boolean withdrawn(String round) {
        return processes.correlate(Messages.WITHDRAWN, KEY, round, ProcessValues.none());
    }
}
