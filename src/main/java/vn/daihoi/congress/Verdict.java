package vn.daihoi.congress;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What became of a request: done, or an expected "no" with its reason. A refusal leaves everything as it was. */
public sealed interface Verdict {

    /** It is done and stored. */
    record Done() implements Verdict {}

    /**
     * It is not done.
     *
     * @param field the input at fault, as the form names it, or null when it is none in particular
     * @param message a Vietnamese sentence for the person at the screen, naming the field by its label
     */
    record Refused(@Nullable String field, String message) implements Verdict {}

    /** Done. */
    static Verdict done() {
        return new Done();
    }

    /** Refused because of one input. */
    static Refused refused(String field, String message) {
        return new Refused(field, message);
    }

    /** Refused for a reason that lies in no single input. */
    static Refused refused(String message) {
        return new Refused(null, message);
    }

    /** Turns either case into what the caller needs. */
    default <T> T fold(Supplier<T> done, Function<Refused, T> refused) {
        return this instanceof Refused no ? refused.apply(no) : done.get();
    }
}
