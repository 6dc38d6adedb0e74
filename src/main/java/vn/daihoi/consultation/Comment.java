package vn.daihoi.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, word for word; it never changes.
 *
 * @param id its number, shown as "YK-123"
 * @param round id of the round
 * @param source who speaks
 * @param channel the way it came
 * @param unit the cell or organisation it came from, null from the public page
 * @param area the neighbourhood a resident chose to name, null for none
 * @param clauseId the clause of the round's version, 0 for the draft as a whole
 * @param quote words of that clause, empty for none
 * @param type what it wants
 * @param text the words
 * @param receivedAt when it came
 */
public record Comment(
        long id,
        String round,
        SourceGroup source,
        Channel channel,
        @Nullable String unit,
        @Nullable String area,
        long clauseId,
        String quote,
        CommentType type,
        String text,
        Instant receivedAt) {

    /** How people call it: "YK-123". */
    public String code() {
        return "YK-" + id;
    }
}
