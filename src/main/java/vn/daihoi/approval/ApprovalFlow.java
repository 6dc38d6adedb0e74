package vn.daihoi.approval;

/** What a decision on a dossier sets moving in its running process; implemented where the process is known. */
public interface ApprovalFlow {

    /** The ward took the dossier back; false when nothing runs for it. */
    boolean withdrawn(String dossier);

    /** No more slips are waited for; false when its process doesn't wait for slips. */
    boolean slipsClosed(String dossier);

    /**
     * Nothing more is asked of one member of the standing committee: a substitute gave the slip, or the member is noted
     * absent; false when the process asks nothing of them.
     */
    boolean slipSettled(String dossier, String member);
}
