package vn.daihoi.review.process;

import org.springframework.stereotype.Component;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.engine.TaskKey;
import vn.daihoi.review.FollowUp;
import vn.daihoi.review.FollowUpFlow;

/**
 * The process {@code followUp} as code sees it; a contract test compares it with the model. The business key is the id of
 * the conclusion's item. It runs beside that of the session, one instance for each item with an owner, and may outlast it.
 */
@Component
public final class FollowUpProcess implements FollowUpFlow {

    /** Id of the process definition. */
    public static final String KEY = "followUp";

    private final RunningProcesses processes;

    FollowUpProcess(RunningProcesses processes) {
        this.processes = processes;
    }

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** The notice of conclusion was issued. */
        public static final String ASSIGNED = "StartEvent_FollowUpAssigned";
        /** The owner reports. */
        public static final String REPORT = "UserTask_ReportFollowUp";
        /** The due day is over. */
        public static final String OVERDUE = "BoundaryEvent_FollowUpOverdue";
        /** The superior is told. */
        public static final String ESCALATE = "ServiceTask_EscalateFollowUp";
        /** The superior knows. */
        public static final String ESCALATED = "EndEvent_FollowUpEscalated";
        /** The working group or the superior's office looks at the report. */
        public static final String REVIEW = "UserTask_ReviewFollowUp";
        /** The result is accepted. */
        public static final String ACCEPTED = "EndEvent_FollowUpAccepted";
        /** Stops everything. */
        public static final String WITHDRAWAL = "SubProcess_FollowUpWithdrawn";
        /** It is no longer asked for. */
        public static final String WITHDRAWAL_DECIDED = "StartEvent_FollowUpWithdrawn";
        /** It has stopped. */
        public static final String WITHDRAWN = "EndEvent_FollowUpWithdrawn";

        private Elements() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** It is no longer asked for. */
        public static final String WITHDRAWN = "followUp.withdrawn";

        private Messages() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; written at the start. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the superior; written at the start. */
        public static final ProcessVariable<String> SUPERIOR_ID = ProcessVariable.text("superiorId");
        /** Id of the working group; written at the start. */
        public static final ProcessVariable<String> WORKING_GROUP_ID = ProcessVariable.text("workingGroupId");
        /** Id of the follow-up; written at the start. */
        public static final ProcessVariable<String> FOLLOW_UP_ID = ProcessVariable.text("followUpId");
        /** Name of the ward's role that owns it; written at the start. */
        public static final ProcessVariable<String> OWNER_ROLE = ProcessVariable.text("ownerRole");
        /** ACCEPTED or RETURNED; written by the review. */
        public static final ProcessVariable<String> FOLLOW_UP_OUTCOME = ProcessVariable.text("followUpOutcome");

        private Variables() {}
    }

    /** What becomes of a report. */
    public enum FollowUpOutcome {
        /** The result is accepted. */
        ACCEPTED,
        /** It goes back to the owner. */
        RETURNED
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }

    @Override
    public void assigned(FollowUp followUp) {
        processes.start(
                KEY,
                followUp.id(),
                followUp.ward(),
                ProcessValues.of(Variables.WARD_ID, followUp.ward())
                        .and(Variables.SUPERIOR_ID, followUp.superior())
                        .and(Variables.WORKING_GROUP_ID, followUp.workingGroup())
                        .and(Variables.FOLLOW_UP_ID, followUp.id())
                        .and(Variables.OWNER_ROLE, followUp.owner().name()));
    }

    @Override
    public boolean withdrawn(String followUp) {
        return processes.correlate(Messages.WITHDRAWN, KEY, followUp, ProcessValues.none());
    }
}
