package vn.daihoi.review;

/** What sets the process of a follow-up moving; implemented where the process is known. */
public interface FollowUpFlow {

    /** Begins to run for a follow-up, unless it runs already. */
    void assigned(FollowUp followUp);

    /** It is no longer asked for; false when nothing runs for it. */
    boolean withdrawn(String followUp);
}
