package vn.daihoi.consultation;

/** What a decision on a round sets moving in its running process; implemented where the process is known. */
public interface RoundFlow {

    /** The round is to close now; false when its process doesn't wait for that. */
    boolean closed(String round);

    /** The round closes at another time; false when its process doesn't wait for that. */
    boolean extended(String round);

    /** The round was withdrawn; false when nothing runs for it. */
    boolean withdrawn(String round);
}
