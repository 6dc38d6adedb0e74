package vn.daihoi.document.text;

import java.util.List;

/** Finds the clauses of a document again in the text of its next version. */
public final class Alignment {

    private Alignment() {}

    /**
     * Pairs every incoming clause with at most one of the former version, and none twice.
     *
     * @param base the former version
     * @param next what came in, in reading order
     * @return one pairing for each of {@code next}, in its order
     */
    public static List<Pairing> of(List<Clause> base, List<Incoming> next) {
        throw new UnsupportedOperationException();
    }
}
