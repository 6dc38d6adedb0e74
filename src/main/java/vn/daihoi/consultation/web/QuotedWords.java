package vn.daihoi.consultation.web;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.daihoi.document.text.Search;

/** A clause with the words marked that people quoted. */
final class QuotedWords {

    private QuotedWords() {}

    /** A stretch of a clause. */
    public record Piece(String text, boolean marked) {}

    /** Cuts a text where a quotation begins or ends; one that isn't there marks nothing. */
    static List<Piece> mark(String text, List<String> quotes) {
        var marked = new BitSet(text.length());
        quotes.stream()
                .distinct()
                .flatMap(quote -> Search.find(text, quote).stream().limit(1))
                .forEach(found -> marked.set(found.start(), found.end()));
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < text.length()) {
            boolean inside = marked.get(at);
            int next = inside ? marked.nextClearBit(at) : marked.nextSetBit(at);
            int end = next < 0 ? text.length() : Math.min(next, text.length());
            pieces.add(new Piece(text.substring(at, end), inside));
            at = end;
        }
        return pieces;
    }
}
