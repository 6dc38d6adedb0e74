package vn.daihoi.engine;

import org.jspecify.annotations.Nullable;

/**
 * Names what a task is about where that is no unit, so that four tasks of one step can be told apart in a list; the module
 * that knows the business record implements it.
 */
public interface TaskSubject {

    /**
     * What the task concerns. It is kept in the engine, so nothing that a person typed.
     *
     * @param instance gives the value of a process variable of the task's instance, null when it has none
     * @return null when this module has nothing to say about the instance
     */
    @Nullable
    String of(TaskRights.UnitReference instance);
}
