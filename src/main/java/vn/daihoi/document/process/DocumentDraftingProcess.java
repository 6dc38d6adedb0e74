package vn.daihoi.document.process;

import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code documentDrafting} as code sees it; a contract test compares it with the model. The business key
 * is the id of the document. It is only ever started by the call activities of {@code documentPreparation}
 * and, for a document added later, {@code congressPreparation}, and waits
 * for no message itself.
 */
public final class DocumentDraftingProcess {

    /** Id of the process definition. */
    public static final String KEY = "documentDrafting";

    private DocumentDraftingProcess() {}

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Opened by the ward's congress. */
        public static final String OPENED = "StartEvent_DocumentOpened";
        /** The editors write and hand in. */
        public static final String DRAFT = "UserTask_DraftDocument";
        /** The secretary lets it go out for comment or sends it back. */
        public static final String CLEAR = "UserTask_ClearForComment";
        /** Opens a comment round for planning. */
        public static final String PREPARE_ROUND = "ServiceTask_PrepareRound";
        /** A comment round. */
        public static final String COMMENT_ROUND = "CallActivity_CommentRound";
        /** Its comment rounds are done. */
        public static final String COMMENTED = "EndEvent_DocumentCommented";

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
        /** CLEARED or RETURNED; written when the secretary decides. */
        public static final ProcessVariable<String> CLEARANCE_OUTCOME = ProcessVariable.text("clearanceOutcome");

        /** Id of the comment round that runs or ran last; written before each. */
        public static final ProcessVariable<String> ROUND_ID = ProcessVariable.text("roundId");
        /** FINISHED or ANOTHER; handed back by the comment round. */
        public static final ProcessVariable<String> ROUND_OUTCOME = ProcessVariable.text("roundOutcome");

        private Variables() {}
    }

    /** What the secretary decides. */
    public enum ClearanceOutcome {
        /** It goes out for comment. */
        CLEARED,
        /** It goes back to the editors. */
        RETURNED
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }
}
