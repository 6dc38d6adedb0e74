package vn.daihoi.engine;

/**
 * What stands behind the form of one user task. The form gate finds it by {@link #task()}, whichever way the form was
 * sent (Tasklist, REST, our pages), binds exactly the components of {@code F}, validates them and calls
 * {@link #submit} in the transaction that also completes the task. A user task without a handler does not deploy.
 *
 * @param <F> the contract of the form: one record component for each input field, named as the field's key, of type
 *     String, Integer, Long, Boolean, {@code java.time.LocalDate} or an enum, each with a {@link Label}, Strings with a
 *     {@code @Size(max = …)}; any may be null unless validation says otherwise
 */
public interface TaskHandler<F extends Record> {

    /** The user task this handler stands behind. */
    TaskKey task();

    /** The record the form is bound to. */
    Class<F> form();

    /**
     * The values the form opens with: prefilled fields, sentences to show and option lists. Read from our tables, so
     * that nothing of it is ever stored in the engine.
     */
    FormView view(WorkItem item);

    /** Stores what the form says, or refuses it. Runs inside the transaction that completes the task. */
    Submission submit(WorkItem item, F form);
}
