package vn.daihoi.engine;

import org.jspecify.annotations.Nullable;

/**
 * The task at hand as a handler sees it.
 *
 * @param taskId the engine's id, good for links only
 * @param task which step of which process it is
 * @param businessKey id of the business record the process instance is about
 * @param user id of the person who works on it
 * @param tenant id of the ward it belongs to, null for none
 */
public record WorkItem(String taskId, TaskKey task, String businessKey, String user, @Nullable String tenant) {}
