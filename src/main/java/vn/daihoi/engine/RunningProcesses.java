package vn.daihoi.engine;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The only way other modules move a running process from outside a task; used by the typed class of each process and by
 * nobody else. Calls join the surrounding transaction.
 */
public interface RunningProcesses {

    /**
     * Delivers a message to the instance with this business key.
     *
     * @param message name of the message in the model
     * @param processKey id of the process definition
     * @param businessKey id of the business record the instance is about
     * @param values given to the scope that the message opens, not to the whole instance
     * @return false when no such instance waits for it
     * @throws OptimisticLockingFailureException when the instance was moving just then; the same
     *     call may succeed a moment later
     */
    boolean correlate(String message, String processKey, String businessKey, ProcessValues values);

    /**
     * Delivers a message to one of several parts of an instance that wait for it.
     *
     * @param message name of the message in the model
     * @param processKey id of the process definition
     * @param businessKey id of the business record the instance is about
     * @param part what tells the parts apart, such as the variable of a loop
     * @param value which part is meant
     * @return false when no such part waits for it
     * @throws OptimisticLockingFailureException as for {@link #correlate(String, String, String, ProcessValues)}
     */
    <T> boolean correlate(String message, String processKey, String businessKey, ProcessVariable<T> part, T value);

    /**
     * Starts an instance of the newest version of a process, unless one with this business key runs already. Of two that
     * ask for the same at once, one starts it.
     *
     * @param processKey id of the process definition
     * @param businessKey id of the business record the instance is about
     * @param tenant id of the ward it belongs to; the instance gets it as its variable {@code wardId}
     * @param values the references it begins with
     */
    void start(String processKey, String businessKey, String tenant, ProcessValues values);
}
