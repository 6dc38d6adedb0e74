package vn.daihoi.approval.process;

import org.springframework.stereotype.Component;
import vn.daihoi.approval.ApprovalFlow;
import vn.daihoi.engine.ProcessValues;
import vn.daihoi.engine.ProcessVariable;
import vn.daihoi.engine.RunningProcesses;
import vn.daihoi.engine.TaskKey;

/**
 * The process {@code dossierApproval} as code sees it; a contract test compares it with the model. The business key is the
 * id of the dossier. It is only ever started by the call activity of {@code documentPreparation}.
 */
@Component
public final class DossierApprovalProcess implements ApprovalFlow {

    /** Id of the process definition. */
    public static final String KEY = "dossierApproval";

    private final RunningProcesses processes;

    DossierApprovalProcess(RunningProcesses processes) {
        this.processes = processes;
    }

    /** Ids of its elements; gateways and flows have no use outside the model. */
    public static final class Elements {
        /** Called by the preparation of the documents. */
        public static final String PREPARED = "StartEvent_DossierPrepared";
        /** The ward's office puts it together. */
        public static final String ASSEMBLE = "UserTask_AssembleDossier";
        /** The ward secretary signs it. */
        public static final String SIGN = "UserTask_SignDossier";
        /** It is frozen and sent. */
        public static final String SEND = "ServiceTask_SendDossier";
        /** The superior's office takes it in. */
        public static final String RECEIVE = "UserTask_ReceiveDossier";
        /** The boards appraise. */
        public static final String APPRAISING = "SubProcess_Appraising";
        /** They begin. */
        public static final String APPRAISING_STARTED = "StartEvent_AppraisingStarted";
        /** The organisation board appraises. */
        public static final String APPRAISE_ORGANISATION = "UserTask_AppraiseOrganisation";
        /** The propaganda board appraises. */
        public static final String APPRAISE_PROPAGANDA = "UserTask_AppraisePropaganda";
        /** The superior's office appraises. */
        public static final String APPRAISE_OFFICE = "UserTask_AppraiseOffice";
        /** All of them have. */
        public static final String APPRAISED = "EndEvent_AppraisingDone";
        /** The appraisals are nearly due. */
        public static final String APPRAISAL_DUE = "BoundaryEvent_AppraisalDue";
        /** Who hasn't appraised is reminded. */
        public static final String REMIND_BOARDS = "ServiceTask_RemindBoards";
        /** They are. */
        public static final String BOARDS_REMINDED = "EndEvent_BoardsReminded";
        /** An appraisal is late. */
        public static final String APPRAISAL_OVERDUE = "BoundaryEvent_AppraisalOverdue";
        /** Office and secretary are told. */
        public static final String ESCALATE_APPRAISALS = "ServiceTask_EscalateAppraisals";
        /** They know. */
        public static final String APPRAISALS_ESCALATED = "EndEvent_AppraisalsEscalated";
        /** The office sums up and asks for slips. */
        public static final String OPEN_SLIPS = "UserTask_OpenSlips";
        /** One part of it for each member of the standing committee. */
        public static final String GIVING_SLIPS = "SubProcess_GivingSlips";
        /** A member is asked. */
        public static final String SLIP_SENT = "StartEvent_SlipSent";
        /** The member answers. */
        public static final String GIVE_SLIP = "UserTask_GiveSlip";
        /** The member did. */
        public static final String SLIP_GIVEN = "EndEvent_SlipGiven";
        /** A substitute answered, or the member is noted absent. */
        public static final String SLIP_SETTLED = "BoundaryEvent_SlipSettled";
        /** Nothing is asked of the member any more. */
        public static final String SLIP_CLOSED = "EndEvent_SlipSettled";
        /** The slips are nearly due. */
        public static final String SLIPS_DUE = "BoundaryEvent_SlipsDue";
        /** Who hasn't answered is reminded. */
        public static final String REMIND_MEMBERS = "ServiceTask_RemindMembers";
        /** They are. */
        public static final String MEMBERS_REMINDED = "EndEvent_MembersReminded";
        /** A slip is late. */
        public static final String SLIPS_OVERDUE = "BoundaryEvent_SlipsOverdue";
        /** Office and secretary are told. */
        public static final String ESCALATE_SLIPS = "ServiceTask_EscalateSlips";
        /** They know. */
        public static final String SLIPS_ESCALATED = "EndEvent_SlipsEscalated";
        /** No more slips are waited for. */
        public static final String SLIPS_CLOSED = "BoundaryEvent_SlipsClosed";
        /** They are counted. */
        public static final String COUNT = "ServiceTask_CountSlips";
        /** The superior's secretary decides. */
        public static final String DECIDE = "UserTask_DecideApproval";
        /** The notice is issued. */
        public static final String ISSUE = "UserTask_IssueNotice";
        /** The ward knows the decision. */
        public static final String DECIDED = "EndEvent_DossierDecided";
        /** Stops everything. */
        public static final String WITHDRAWAL = "SubProcess_DossierWithdrawn";
        /** Taken back. */
        public static final String WITHDRAWAL_DECIDED = "StartEvent_DossierWithdrawn";
        /** Notes the withdrawal. */
        public static final String RECORD_WITHDRAWAL = "ServiceTask_RecordDossierWithdrawal";
        /** It was taken back. */
        public static final String WITHDRAWN = "EndEvent_DossierWithdrawn";

        private Elements() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** Nothing more is asked of one member. */
        public static final String SLIP_SETTLED = "dossierApproval.slipSettled";
        /** No more slips are waited for. */
        public static final String SLIPS_CLOSED = "dossierApproval.slipsClosed";
        /** The ward takes the dossier back. */
        public static final String WITHDRAWN = "dossierApproval.withdrawn";

        private Messages() {}
    }

    /** Its variables: references and outcomes, nothing else. */
    public static final class Variables {
        /** Id of the ward; handed in by the caller. */
        public static final ProcessVariable<String> WARD_ID = ProcessVariable.text("wardId");
        /** Id of the congress; handed in by the caller. */
        public static final ProcessVariable<String> CONGRESS_ID = ProcessVariable.text("congressId");
        /** Id of the body above the ward; handed in by the caller. */
        public static final ProcessVariable<String> SUPERIOR_ID = ProcessVariable.text("superiorId");
        /** Id of the dossier; handed in by the caller. */
        public static final ProcessVariable<String> DOSSIER_ID = ProcessVariable.text("dossierId");
        /** SIGNED or RETURNED; written when the ward secretary signs. */
        public static final ProcessVariable<String> SIGNATURE = ProcessVariable.text("signature");
        /** RECEIVED or INCOMPLETE; written when the superior's office takes it in. */
        public static final ProcessVariable<String> RECEIPT = ProcessVariable.text("receipt");
        /** ASK or SKIP; written when the appraisals are summed up. */
        public static final ProcessVariable<String> SLIP_CHOICE = ProcessVariable.text("slipChoice");
        /** Id of the account asked; local to each instance of the task, written by the collection. */
        public static final ProcessVariable<String> MEMBER_ID = ProcessVariable.text("memberId");
        /** YES or NO; written when the slips are counted. */
        public static final ProcessVariable<String> QUORUM_REACHED = ProcessVariable.text("quorumReached");
        /** APPROVED, RETURNED, REFUSED or WITHDRAWN; written at the end and handed back to the caller. */
        public static final ProcessVariable<String> APPROVAL_OUTCOME = ProcessVariable.text("approvalOutcome");

        private Variables() {}
    }

    /** What the ward secretary does with the dossier. */
    public enum Signature {
        /** Signs it. */
        SIGNED,
        /** Sends it back to the office. */
        RETURNED
    }

    /** What the superior's office does with it. */
    public enum Receipt {
        /** Takes it in. */
        RECEIVED,
        /** Returns it as incomplete. */
        INCOMPLETE
    }

    /** How the dossier goes on once it is appraised. */
    public enum SlipChoice {
        /** The standing committee is asked. */
        ASK,
        /** A return is put before the secretary. */
        SKIP
    }

    /** Whether enough slips came. */
    public enum QuorumReached {
        /** They did. */
        YES,
        /** They didn't; the committee is asked again. */
        NO
    }

    /** How it ended. */
    public enum ApprovalOutcome {
        /** Approved. */
        APPROVED,
        /** Returned with requests. */
        RETURNED,
        /** Not approved. */
        REFUSED,
        /** Taken back by the ward. */
        WITHDRAWN
    }

    /** The user task with this element id. */
    static TaskKey task(String element) {
        return new TaskKey(KEY, element);
    }

    @Override
    public boolean withdrawn(String dossier) {
        return processes.correlate(Messages.WITHDRAWN, KEY, dossier, ProcessValues.none());
    }

    @Override
    public boolean slipsClosed(String dossier) {
        return processes.correlate(Messages.SLIPS_CLOSED, KEY, dossier, ProcessValues.none());
    }

    @Override
    public boolean slipSettled(String dossier, String member) {
        return processes.correlate(Messages.SLIP_SETTLED, KEY, dossier, Variables.MEMBER_ID, member);
    }
}
