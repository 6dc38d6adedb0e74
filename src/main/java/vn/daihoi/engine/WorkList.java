package vn.daihoi.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the open tasks of a person, for our own pages. */
public interface WorkList {

    /**
     * The open tasks assigned to the person, then those offered to their groups; earliest due first.
     *
     * @param user id of the signed-in person
     * @param limit at most this many
     */
    List<OpenTask> openTasks(String user, int limit);

    /** Engine id of the person's most pressing open task about a business record, for the link into Tasklist. */
    default Optional<String> taskAbout(String businessKey, String user) {
        // more than anybody has open at a time
        return openTasks(user, 500).stream()
                .filter(task -> businessKey.equals(task.businessKey()))
                .map(OpenTask::id)
                .findFirst();
    }

    /**
     * A reference that an open task's instance, or the task's own part of it, holds; empty when there is no such task or
     * no such reference. Says nothing about who may see it: whoever asks has to check that for the record.
     */
    Optional<String> reference(String task, ProcessVariable<String> variable);

    /**
     * One open task.
     *
     * @param id engine id, for the link into Tasklist
     * @param name label of the step in the model
     * @param task which step of which process
     * @param businessKey id of the business record, null when the instance has none
     * @param assignee who has claimed it, null for nobody
     * @param created when it came up
     * @param due when it should be done, null for no date
     */
    record OpenTask(
            String id,
            String name,
            TaskKey task,
            @Nullable String businessKey,
            @Nullable String assignee,
            Instant created,
            @Nullable Instant due) {}
}
