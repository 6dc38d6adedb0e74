package vn.daihoi.engine;

/**
 * Published when somebody tried to complete a task that isn't theirs, in the transaction that is rolled back because of it.
 *
 * @param item the task and who tried
 */
public record TaskRefused(WorkItem item) {}
