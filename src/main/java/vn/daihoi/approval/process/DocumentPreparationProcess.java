package vn.daihoi.approval.process;

import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code documentPreparation} as code sees it; a contract test compares it with the model. One instance
 * prepares all documents of a congress, for a working session and a dossier concern them all; the business key is the id of
 * the congress. It is only ever started by the call activity of {@code congressPreparation}, and waits for no message itself.
 */
public final class DocumentPreparationProcess {

    /** Id of the process definition. */
    public static final String KEY = "documentPreparation";

    private DocumentPreparationProcess() {}

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Opened by the ward's congress. */
        public static final String OPENED = "StartEvent_DocumentsOpened";
        /** One document is drafted and commented on. */
        public static final String DRAFTING = "CallActivity_DocumentDrafting";
        /** Opens the working session for scheduling. */
        public static final String PREPARE_SESSION = "ServiceTask_PrepareSession";
        /** The superior's working group sits down with the ward. */
        public static final String WORKING_SESSION = "CallActivity_WorkingSession";
        /** The editors take up whatever is outstanding. */
        public static final String REVISE = "UserTask_ReviseDocuments";
        /** The office records the meeting of the executive committee. */
        public static final String ADOPT = "UserTask_AdoptDocuments";
        /** Opens the dossier. */
        public static final String PREPARE_DOSSIER = "ServiceTask_PrepareDossier";
        /** The superior decides on the dossier. */
        public static final String DOSSIER_APPROVAL = "CallActivity_DossierApproval";
        /** All is approved. */
        public static final String APPROVED = "EndEvent_DocumentsApproved";
        /** Opens one more working session after a refusal. */
        public static final String PREPARE_FURTHER_SESSION = "ServiceTask_PrepareFurtherSession";
        /** That session. */
        public static final String FURTHER_SESSION = "CallActivity_FurtherSession";

        private Elements() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; handed in by the caller. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the congress; handed in by the caller. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of the ward's superior; written before each session and dossier. */
        public static final ProcessVariable<String> SUPERIOR_ID = ProcessVariable.text("superiorId");
        /** Id of a document; local to each instance of the call, written by the collection. */
        public static final ProcessVariable<String> DOCUMENT_ID = ProcessVariable.text("documentId");
        /** Id of the session that runs or ran last; written before each. */
        public static final ProcessVariable<String> SESSION_ID = ProcessVariable.text("sessionId");
        /** CONCLUDED, WAIVED or WITHDRAWN; handed back by the session. */
        public static final ProcessVariable<String> SESSION_OUTCOME = ProcessVariable.text("sessionOutcome");
        /** ADOPTED or NOT_ADOPTED; written when the meeting is recorded. */
        public static final ProcessVariable<String> ADOPTION_OUTCOME = ProcessVariable.text("adoptionOutcome");
        /** Id of the dossier that runs or ran last; written before each. */
        public static final ProcessVariable<String> DOSSIER_ID = ProcessVariable.text("dossierId");
        /** APPROVED, RETURNED, REFUSED or WITHDRAWN; handed back by the approval. */
        public static final ProcessVariable<String> APPROVAL_OUTCOME = ProcessVariable.text("approvalOutcome");

        private Variables() {}
    }

    /** What became of the meeting. */
    public enum AdoptionOutcome {
        /** It adopted the documents. */
        ADOPTED,
        /** It didn't. */
        NOT_ADOPTED
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }
}
