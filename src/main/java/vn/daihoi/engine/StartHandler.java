package vn.daihoi.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the start form of one process, see {@link TaskHandler}. A start form opens empty in Tasklist, so it
 * stays tiny: the unit comes from the user, and the first task carries the rest.
 *
 * @param <F> the contract of the form, as for {@link TaskHandler}
 */
public interface StartHandler<F extends Record> {

    /** Id of the process definition this form starts. */
    String process();

    /** Names of the roles whose holders may start it. */
    Set<String> starters();

    /** The record the form is bound to. */
    Class<F> form();

    /** Creates the business record, or refuses; runs inside the transaction that starts the instance. */
    Start submit(String user, F form);

    /** What became of a start form. */
    sealed interface Start {

        /**
         * The instance starts.
         *
         * @param businessKey id of the business record just created
         * @param tenant id of the ward the instance belongs to
         * @param values the references the process begins with
         */
        record Accepted(String businessKey, String tenant, ProcessValues values) implements Start {}

        /** The instance does not start and nothing is stored; see {@link Submission.Refused}. */
        record Refused(@Nullable String field, String message) implements Start {}
    }
}
