package vn.daihoi.engine;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine must know of units and roles to offer a task to the right people under a telling name; the organisation
 * module implements it.
 */
public interface TaskRights {

    /**
     * The engine group that a role named in a model stands for.
     *
     * @param role bare role name as written in {@code camunda:candidateGroups}
     * @param unitReference gives the value of a process variable of the task's instance, null when it has none
     * @throws IllegalArgumentException when the role is unknown
     */
    String candidateGroup(String role, UnitReference unitReference);

    /**
     * The engine group of the role that a process variable of the task's instance names, for a step whose owner varies
     * from instance to instance.
     *
     * @param variable its name, one that {@link #knowsVariable} knows
     * @param unitReference gives the value of a process variable of the task's instance, null when it has none
     * @throws IllegalStateException when it names no role that may own such a step
     */
    String candidateGroupNamedBy(String variable, UnitReference unitReference);

    /**
     * What the unit is called that a task concerns, so that ten tasks of one step can be told apart in a list.
     *
     * @return null when the instance names no unit
     */
    @Nullable
    String subject(UnitReference unitReference);

    /** Whether this role exists, asked when a model is deployed. */
    boolean knows(String role);

    /** Whether a process variable of this name may say which role a task goes to, asked when a model is deployed. */
    boolean knowsVariable(String variable);

    /**
     * Whether one with these groups may assign and open a task without being a candidate: they answer for all to whom it is
     * offered.
     *
     * @param tenant id of the ward it concerns, null for none
     * @param offeredTo engine groups of the roles it is offered to
     */
    boolean supervises(Collection<String> groups, @Nullable String tenant, Collection<String> offeredTo);

    /** Whom this user stands in for today while they are absent, and in which of their groups. */
    List<Represented> representedBy(String user);

    /**
     * Somebody absent. What is theirs and offered to this group, their substitute may do.
     *
     * @param absent user id
     * @param group engine group of the role in a unit
     */
    record Represented(String absent, String group) {}

    /** Access to the unit references of a process instance. */
    interface UnitReference {
        /** The value of the variable of this name, null when there is none. */
        @Nullable
        Object value(String variable);
    }
}
