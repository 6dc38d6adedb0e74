package vn.daihoi.congress;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

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

    /**
     * Does it, and tries again when somebody else was just as fast, which rarely happens more than once. Refused when it
     * goes on happening.
     *
     * @param deed opens its own transaction each time
     */
    static Verdict despiteRaces(Supplier<Verdict> deed) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                return deed.get();
            } catch (OptimisticLockingFailureException race) {
                LoggerFactory.getLogger(Verdict.class).debug("Attempt {} met another change", attempt);
            }
        }
        return refused("Vừa có người khác cập nhật. Hãy xem lại rồi thực hiện.");
    }

    /** Turns either case into what the caller needs. */
    default <T> T fold(Supplier<T> done, Function<Refused, T> refused) {
        return this instanceof Refused no ? refused.apply(no) : done.get();
    }
}
