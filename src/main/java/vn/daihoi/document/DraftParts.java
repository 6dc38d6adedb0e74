package vn.daihoi.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a draft besides its clauses, such as its table of targets. Called inside the transaction that makes or
 * changes the draft.
 */
public interface DraftParts {

    /**
     * A draft was stored; its parts begin as those of the version it was drafted on.
     *
     * @param draft id of the draft
     * @param from id of the uploader's former draft that makes way and still exists, else of the version it was drafted
     *     on; null for neither
     */
    void draftMade(String draft, @Nullable String from);

    /**
     * A draft was put on another version: what its editor left alone becomes as the new version has it, what its editor
     * changed stays.
     *
     * @param draft id of the draft
     * @param formerBase id of the version it was drafted on before, null for none
     * @param newBase id of the version it is drafted on now
     */
    void rebased(String draft, @Nullable String formerBase, String newBase);

    /**
     * Clauses of a draft bear other ids now; what is tied to one goes along.
     *
     * @param draft id of the draft
     * @param renamed the ids, former to new
     */
    void clausesRenamed(String draft, Map<Long, Long> renamed);
}
