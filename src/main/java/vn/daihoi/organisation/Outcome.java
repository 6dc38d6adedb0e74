package vn.daihoi.organisation;

/** What came of a change that somebody asked for. */
public sealed interface Outcome {

    /** It is done. */
    record Done() implements Outcome {}

    /**
     * It was refused and nothing has changed.
     *
     * @param field which of the values given is to blame
     * @param message Vietnamese sentence for the person who asked
     */
    record Refused(String field, String message) implements Outcome {}

    /** It is done. */
    static Outcome done() {
        return new Done();
    }

    /** It was refused because of this field. */
    static Outcome refused(String field, String message) {
        return new Refused(field, message);
    }
}
