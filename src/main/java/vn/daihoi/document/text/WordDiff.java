package vn.daihoi.document.text;

import java.util.List;

/** Compares two texts word by word, in a form that people can read. */
public final class WordDiff {

    private WordDiff() {}

    /**
     * The pieces, of which SAME and DELETED joined give the older text and SAME and INSERTED joined the newer. Where so
     * much changed that single words would only confuse, one deletion and one insertion.
     */
    public static List<Piece> between(String older, String newer) {
        throw new UnsupportedOperationException();
    }
}
