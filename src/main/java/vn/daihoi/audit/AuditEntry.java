package vn.daihoi.audit;

import org.jspecify.annotations.Nullable;

/**
 * One deed worth remembering, without its time, which the log adds itself.
 *
 * @param who id of the person who acted, or {@link #SYSTEM} for the program itself
 * @param forWhom id of the person acted for while they are absent, null when nobody was represented
 * @param action what was done, a stable code in UPPER_SNAKE_CASE
 * @param subject what it was done to, as {@code kind:id}
 * @param detail a Vietnamese sentence for the reader of the log; no personal data
 * @param ruleSet tag of the rule set in force, null where none applies
 */
public record AuditEntry(
        String who, @Nullable String forWhom, String action, String subject, String detail, @Nullable String ruleSet) {

    /** The actor of what the program does by itself, such as a reminder. */
    public static final String SYSTEM = "system";

    private static final int DETAIL_LENGTH = 4000;

    /** Cuts a detail the log has no room for: two long reasons in one sentence must not undo the deed they belong to. */
    public AuditEntry {
        if (detail.length() > DETAIL_LENGTH) {
            detail = detail.substring(0, DETAIL_LENGTH - 1) + "…";
        }
    }

    /** A deed in one's own name, to which no rule set applies. */
    public static AuditEntry of(String who, String action, String subject, String detail) {
        return new AuditEntry(who, null, action, subject, detail, null);
    }

    /** The same deed, done for somebody absent; null leaves it one's own. */
    public AuditEntry standingInFor(@Nullable String absent) {
        return new AuditEntry(who, absent, action, subject, detail, ruleSet);
    }

    /** The same deed, done under a rule set. */
    public AuditEntry under(@Nullable String tag) {
        return new AuditEntry(who, forWhom, action, subject, detail, tag);
    }
}
