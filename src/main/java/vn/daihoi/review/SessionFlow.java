package vn.daihoi.review;

/** What a decision on a session sets moving in its running process; implemented where the process is known. */
public interface SessionFlow {

    /** The session was called off; false when nothing runs for it. */
    boolean withdrawn(String session);

    /** It takes place at another time; false when its process doesn't wait for that. */
    boolean moved(String session);
}
