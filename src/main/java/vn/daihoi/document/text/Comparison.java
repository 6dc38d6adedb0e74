package vn.daihoi.document.text;

import java.util.List;

/**
 * Two versions of a document, clause by clause.
 *
 * @param changes in the reading order of the newer version; a deleted clause and the place of a moved one stand where
 *     they stood
 */
public record Comparison(List<Change> changes) {

    /** Keeps its own copy of the changes. */
    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two versions of one document by the ids of their clauses. */
    public static Comparison of(List<Clause> older, List<Clause> newer) {
        throw new UnsupportedOperationException();
    }
}
