package vn.daihoi.engine;

import java.util.Map;

/**
 * Does a person's step in their name, through the form gate and with no more rights than they have. The demo tells its
 * story with it; outside the demo there is no such bean.
 */
public interface StandIn {

    /**
     * Sends the start form of a process.
     *
     * @param process id of the process definition, the newest version of which starts
     * @param user who starts it
     * @param form what the form says, as a browser sends it: texts, whole numbers, truth values, days as ISO texts
     * @throws RefusalException when the gate doesn't take it; nothing has changed then
     */
    void start(String process, String user, Map<String, ?> form);

    /**
     * Completes a task, as for {@link #start}.
     *
     * @param task id of the task, see {@link WorkList}
     */
    void complete(String task, String user, Map<String, ?> form);
}
