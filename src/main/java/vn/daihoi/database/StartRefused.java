package vn.daihoi.database;

import org.jspecify.annotations.Nullable;

/**
 * The program can't start, and the operator can mend it. Printed as one line on the console, without a stack trace: what
 * is wrong, then what to do.
 */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String wrong;
    private final String remedy;

    /**
     * @param wrong what is wrong, one English sentence with a full stop
     * @param remedy what the operator does about it, one English sentence with a full stop
     */
    public StartRefused(String wrong, String remedy) {
        this(wrong, remedy, null);
    }

    /**
     * @param wrong what is wrong, one English sentence with a full stop
     * @param remedy what the operator does about it, one English sentence with a full stop
     * @param cause what it was found by, null when it was looked for
     */
    public StartRefused(String wrong, String remedy, @Nullable Throwable cause) {
        super(wrong + " " + remedy, cause);
        this.wrong = wrong;
        this.remedy = remedy;
    }

    /** What is wrong, never null. */
    public String wrong() {
        return wrong;
    }

    /** What the operator does about it, never null. */
    public String remedy() {
        return remedy;
    }
}
