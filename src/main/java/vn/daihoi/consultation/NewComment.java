package vn.daihoi.consultation;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it comes in. Whatever it holds is cleaned and checked by {@link Intake}.
 *
 * @param source who speaks
 * @param channel the way it came
 * @param unit the cell or organisation it came from, null from the public page
 * @param area the neighbourhood a resident chose to name, null for none
 * @param clauseId the clause of the round's version it is about, 0 for the draft as a whole
 * @param quote words of that clause, empty for none
 * @param type what it wants
 * @param text the words
 * @param origin what makes a second sending of the same the same within its round, at most 80 characters
 * @param enteredBy account that entered it, null for a visitor
 */
public record NewComment(
        SourceGroup source,
        Channel channel,
        @Nullable String unit,
        @Nullable String area,
        long clauseId,
        String quote,
        CommentType type,
        String text,
        String origin,
        @Nullable String enteredBy) {}
