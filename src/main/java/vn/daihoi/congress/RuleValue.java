package vn.daihoi.congress;

import java.util.function.Function;
import java.util.function.IntFunction;

/** What a rule set says of one {@link RuleParameter}. */
public sealed interface RuleValue {

    /**
     * It is filled in.
     *
     * @param value measured as the parameter says
     * @param basis where the value comes from, for the reader to check
     * @param source where it is kept
     */
    record Filled(int value, String basis, Source source) implements RuleValue {}

    /**
     * It isn't, and the step that needs it stops.
     *
     * @param message a Vietnamese sentence that names the parameter and who can fill it in
     */
    record Unfilled(String message) implements RuleValue {}

    /** Where a value is kept. */
    enum Source {
        /** In the decision table {@code congressRules}. */
        TABLE("Bảng quyết định"),
        /** On the page of the rule sets, filled in by their owner. */
        PAGE("Điền trên trang");

        private final String title;

        Source(String title) {
            this.title = title;
        }

        /** Vietnamese name, as shown on pages. */
        public String title() {
            return title;
        }
    }

    /** Turns either case into what the caller needs. */
    default <T> T fold(IntFunction<T> filled, Function<String, T> unfilled) {
        return this instanceof Filled there ? filled.apply(there.value()) : unfilled.apply(((Unfilled) this).message());
    }
}
