package vn.daihoi.congress;

/** What a decision on a congress sets moving in its running process; implemented where the process is known. */
public interface CongressFlow {

    /** Id of the process that prepares a congress. */
    String process();

    /**
     * Stops everything that runs for the congress.
     *
     * @return false when nothing runs for it
     */
    boolean cancelled(String congress);

    /**
     * Lets one more cell hold its congress.
     *
     * @param congress id of the ward's congress
     * @param cellCongress id of the cell's, already stored
     * @return false when the stream of the cells is not open
     */
    boolean unitAdded(String congress, String cellCongress);

    /**
     * Lets one more document be prepared.
     *
     * @param congress id of the congress
     * @param document id of the document, already stored
     * @return false when the stream of the documents is not open
     */
    boolean documentAdded(String congress, String document);
}
