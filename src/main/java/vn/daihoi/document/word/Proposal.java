package vn.daihoi.document.word;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tracked change or margin comment of a Word file, on one clause.
 *
 * @param kind what it proposes
 * @param clause index of the clause among those read; for INSERT_CLAUSE the one it would follow, -1 for the very front
 * @param start where it applies in the clause's text; 0 for whole clauses
 * @param oldWords the words it would take out or speaks about; empty for none
 * @param newWords the words it would put in; empty for none
 * @param remark what a margin comment says; empty for none
 * @param author as the file names them; empty when it doesn't
 * @param at when, null when the file doesn't tell
 */
public record Proposal(
        Kind kind,
        int clause,
        int start,
        String oldWords,
        String newWords,
        String remark,
        String author,
        @Nullable Instant at) {

    /** What is proposed. */
    public enum Kind {
        /** Put {@code newWords} at {@code start}. */
        INSERT,
        /** Take {@code oldWords} out at {@code start}. */
        DELETE,
        /** Put {@code newWords} in the place of {@code oldWords} at {@code start}. */
        REPLACE,
        /** A new clause with {@code newWords} after this one. */
        INSERT_CLAUSE,
        /** Take the whole clause out. */
        DELETE_CLAUSE,
        /** No change of the text: {@code remark} about {@code oldWords}. */
        COMMENT
    }
}
