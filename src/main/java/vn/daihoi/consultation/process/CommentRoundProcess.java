package vn.daihoi.consultation.process;

import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code commentRound} as code sees it; a contract test compares it with the model. The business key is the id
 * of the round. It is only ever started by the call activity of {@code documentPreparation}.
 */
public final class CommentRoundProcess {

    /** Id of the process definition. */
    public static final String KEY = "commentRound";

    private CommentRoundProcess() {}

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** The office plans whom to ask. */
        public static final String PLAN = "UserTask_PlanRound";
        /** The secretary approves the plan. */
        public static final String APPROVE = "UserTask_ApproveRound";
        /** The draft is circulated. */
        public static final String OPEN = "ServiceTask_OpenRound";
        /** A cell holds its conference. */
        public static final String CELL_CONFERENCE = "UserTask_HoldCellConference";
        /** An organisation holds its conference. */
        public static final String ORGANISATION_CONFERENCE = "UserTask_HoldOrganisationConference";
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
        /** It was withdrawn. */
        public static final String WITHDRAWN = "EndEvent_RoundWithdrawn";

        private Elements() {}
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
        /** OPEN, SKIP or RETURNED; written when the secretary decides on the plan. */
        public static final ProcessVariable<String> ROUND_PLAN_OUTCOME = ProcessVariable.text("roundPlanOutcome");
        /** DECIDED or RETURNED; written when the committee decides on the answers. */
        public static final ProcessVariable<String> ANSWERS_OUTCOME = ProcessVariable.text("answersOutcome");
        /** FINISHED or ANOTHER; written at the end of the round and handed back to the caller. */
        public static final ProcessVariable<String> ROUND_OUTCOME = ProcessVariable.text("roundOutcome");

        private Variables() {}
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }
}
