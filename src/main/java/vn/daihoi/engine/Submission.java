package vn.daihoi.engine;

import org.jspecify.annotations.Nullable;

/** What became of a submitted form. */
public sealed interface Submission {

    /**
     * The form is taken, its content is stored in our tables, and the step ends with these outcomes.
     *
     * @param outcomes the only values that reach the engine
     */
    record Accepted(ProcessValues outcomes) implements Submission {}

    /**
     * The form is not taken; everything the handler may have written is rolled back.
     *
     * @param field the field that is at fault, as its record component is named, or null when it is none in particular
     * @param message a Vietnamese sentence for the person at the screen, naming the field by its label
     */
    record Refused(@Nullable String field, String message) implements Submission {}

    /** Taken, with no outcome that the process needs to know. */
    static Submission accepted() {
        return new Accepted(ProcessValues.none());
    }

    /** Taken, with one outcome. */
    static <T> Submission accepted(ProcessVariable<T> outcome, T value) {
        return new Accepted(ProcessValues.of(outcome, value));
    }

    /** Not taken because of one field. */
    static Submission refused(String field, String message) {
        return new Refused(field, message);
    }

    /** Not taken, for a reason that lies in no single field. */
    static Submission refused(String message) {
        return new Refused(null, message);
    }
}
