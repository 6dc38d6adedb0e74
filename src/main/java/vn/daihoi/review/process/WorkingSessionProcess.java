package vn.daihoi.review.process;

import org.springframework.stereotype.Component;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.review.SessionFlow;

/**
 * The process {@code workingSession} as code sees it; a contract test compares it with the model. The business key is the
 * id of the session. It is only ever started by the call activities of {@code documentPreparation}.
 */
@Component
public final class WorkingSessionProcess implements SessionFlow {

    /** Id of the process definition. */
    public static final String KEY = "workingSession";

    private final RunningProcesses processes;

    WorkingSessionProcess(RunningProcesses processes) {
        this.processes = processes;
    }

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Called by the preparation of the documents. */
        public static final String PREPARED = "StartEvent_SessionPrepared";
        /** The superior's office schedules it, or waives it. */
        public static final String SCHEDULE = "UserTask_ScheduleSession";
        /** No session is held. */
        public static final String WAIVED = "EndEvent_SessionWaived";
        /** The ward reports its preparation. */
        public static final String REPORT = "UserTask_ReportPreparation";
        /** The session is near and the report isn't in. */
        public static final String REPORT_DUE = "BoundaryEvent_ReportDue";
        /** The ward is reminded of its report. */
        public static final String REMIND_REPORT = "ServiceTask_RemindPreparation";
        /** It was. */
        public static final String REPORT_REMINDED = "EndEvent_PreparationReminded";
        /** The session itself. */
        public static final String SESSION = "SubProcess_Session";
        /** The report is in. */
        public static final String OPENED = "StartEvent_SessionOpened";
        /** A member of the working group files opinions. */
        public static final String FILE_OPINIONS = "UserTask_FileOpinions";
        /** All members have said they are done. */
        public static final String OPINIONS_FILED = "EndEvent_OpinionsFiled";
        /** The superior's office records the minutes. */
        public static final String RECORD_MINUTES = "UserTask_RecordMinutes";
        /** The session is over; with it whatever opinions weren't filed. */
        public static final String HELD = "EndEvent_SessionHeld";
        /** The session was some time ago and there are no minutes. */
        public static final String MINUTES_DUE = "BoundaryEvent_MinutesDue";
        /** The superior's office is reminded of the minutes. */
        public static final String REMIND_MINUTES = "ServiceTask_RemindMinutes";
        /** It was. */
        public static final String MINUTES_REMINDED = "EndEvent_MinutesReminded";
        /** The head concludes. */
        public static final String CONCLUDE = "UserTask_Conclude";
        /** The head signs for the working group. */
        public static final String SIGN_FOR_GROUP = "UserTask_SignForGroup";
        /** The secretary signs for the ward, or sends it back. */
        public static final String SIGN_FOR_WARD = "UserTask_SignForWard";
        /** The notice is issued. */
        public static final String ISSUE = "ServiceTask_IssueConclusion";
        /** It was. */
        public static final String ISSUED = "EndEvent_ConclusionIssued";
        /** Goes on beside everything else. */
        public static final String MOVE = "SubProcess_SessionMoved";
        /** It takes place at another time. */
        public static final String MOVE_DECIDED = "StartEvent_SessionMoved";
        /** Due days and reminders follow the new time. */
        public static final String RECKON_DATES = "ServiceTask_ReckonSessionDates";
        /** They do. */
        public static final String MOVED = "EndEvent_SessionMoved";
        /** Stops everything. */
        public static final String WITHDRAWAL = "SubProcess_SessionWithdrawn";
        /** Withdrawn. */
        public static final String WITHDRAWAL_DECIDED = "StartEvent_SessionWithdrawn";
        /** Notes the withdrawal. */
        public static final String RECORD_WITHDRAWAL = "ServiceTask_RecordSessionWithdrawal";
        /** It was withdrawn. */
        public static final String WITHDRAWN = "EndEvent_SessionWithdrawn";

        private Elements() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** It takes place at another time. */
        public static final String MOVED = "workingSession.moved";
        /** It is withdrawn. */
        public static final String WITHDRAWN = "workingSession.withdrawn";

        private Messages() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; handed in by the caller. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the congress; handed in by the caller. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of the superior; handed in by the caller. */
        public static final ProcessVariable<String> SUPERIOR_ID = ProcessVariable.text("superiorId");
        /** Id of the session; handed in by the caller. */
        public static final ProcessVariable<String> SESSION_ID = ProcessVariable.text("sessionId");
        /** Id of the working group; written when the session is scheduled. */
        public static final ProcessVariable<String> WORKING_GROUP_ID = ProcessVariable.text("workingGroupId");
        /** Account of the member; local to each instance of its task, written by the collection. */
        public static final ProcessVariable<String> MEMBER_ID = ProcessVariable.text("memberId");
        /** SCHEDULED or WAIVED; written when the session is scheduled. */
        public static final ProcessVariable<String> SCHEDULE_OUTCOME = ProcessVariable.text("scheduleOutcome");
        /** SIGNED or RETURNED; written when the ward's secretary decides on the notice. */
        public static final ProcessVariable<String> WARD_SIGNATURE = ProcessVariable.text("wardSignature");
        /**
         * CONCLUDED, WAIVED or WITHDRAWN; handed back to the caller. Written by the schedule's form when it is waived, by
         * the model itself when the notice is issued or the session is withdrawn.
         */
        public static final ProcessVariable<String> SESSION_OUTCOME = ProcessVariable.text("sessionOutcome");

        private Variables() {}
    }

    /** What becomes of the schedule. */
    public enum ScheduleOutcome {
        /** The session is held. */
        SCHEDULED,
        /** It isn't. */
        WAIVED
    }

    /** What the ward says to the notice. */
    public enum WardSignature {
        /** It signs. */
        SIGNED,
        /** It sends it back with a reason. */
        RETURNED
    }

    /** What came of the session. */
    public enum SessionOutcome {
        /** The notice of conclusion is issued. */
        CONCLUDED,
        /** None was held. */
        WAIVED,
        /** It was called off; another one is prepared. */
        WITHDRAWN
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }

    @Override
    public boolean withdrawn(String session) {
        return processes.correlate(Messages.WITHDRAWN, KEY, session, ProcessValues.none());
    }

    @Override
    public boolean moved(String session) {
        return processes.correlate(Messages.MOVED, KEY, session, ProcessValues.none());
    }
}
