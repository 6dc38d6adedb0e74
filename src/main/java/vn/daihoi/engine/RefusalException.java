package vn.daihoi.engine;

import org.jspecify.annotations.Nullable;

/**
 * Carries a refusal out of the engine's interfaces, which know no other way to say no. Its message is a Vietnamese
 * sentence fit for the person at the screen; the transaction has already been rolled back. Inside the application a "no" is
 * a return value, see {@link Submission}.
 */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why something was refused. */
    public enum Kind {
        /** What was sent breaks a rule. */
        INVALID(400),
        /** This person may not do this. */
        FORBIDDEN(403),
        /** Somebody else was faster. */
        ALREADY_DONE(409);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        /** The HTTP status that says the same. */
        public int httpStatus() {
            return httpStatus;
        }
    }

    private final Kind kind;
    private final @Nullable String field;

    public RefusalException(Kind kind, @Nullable String field, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.field = field;
    }

    /** A refusal that lies in no single field. */
    public RefusalException(Kind kind, String message) {
        this(kind, null, message);
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** The field at fault, null when it is none in particular. */
    public @Nullable String field() {
        return field;
    }

    /** The sentence for the screen. */
    @Override
    public String getMessage() {
        var message = super.getMessage();
        return message == null ? "" : message;
    }
}
