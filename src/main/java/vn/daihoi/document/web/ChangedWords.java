package vn.daihoi.document.web;

import java.util.List;
import vn.daihoi.document.Drafts.StoredProposal;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.word.Proposal;

/** Changed words as HTML: told by line and weight as well as by colour, and said aloud by screen readers. */
final class ChangedWords {

    /** How many letters of a clause stand round a proposal. */
    private static final int CONTEXT = 120;

    private ChangedWords() {}

    /** Old and new words in one text. */
    static Html together(List<Piece> words) {
        var out = new Html.Writer();
        write(out, words);
        return out.done();
    }

    static void write(Html.Writer out, List<Piece> words) {
        for (var piece : words) {
            piece(out, piece.kind(), piece.text());
        }
    }

    /** The older text with what went marked. */
    static Html older(List<Piece> words) {
        return without(words, Piece.Kind.INSERTED);
    }

    /** The newer text with what came marked. */
    static Html newer(List<Piece> words) {
        return without(words, Piece.Kind.DELETED);
    }

    private static Html without(List<Piece> words, Piece.Kind left) {
        var out = new Html.Writer();
        words.stream().filter(piece -> piece.kind() != left).forEach(piece -> piece(out, piece.kind(), piece.text()));
        return out.done();
    }

    static void piece(Html.Writer out, Piece.Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (kind) {
            case SAME -> out.text(text);
            case DELETED ->
                out.tag("<del><span class=\"said\">bỏ: </span>")
                        .text(text)
                        .tag("<span class=\"said\"> hết phần bỏ; </span></del>");
            case INSERTED ->
                out.tag("<ins><span class=\"said\">thêm: </span>")
                        .text(text)
                        .tag("<span class=\"said\"> hết phần thêm; </span></ins>");
        }
    }

    /** The words of a proposal alone. */
    static Html words(StoredProposal proposal) {
        var out = new Html.Writer();
        piece(out, Piece.Kind.DELETED, proposal.oldWords());
        piece(out, Piece.Kind.INSERTED, proposal.newWords());
        return out.done();
    }

    /** A proposal among the words round it; just the proposal when it no longer fits the text. */
    static Html proposal(String text, StoredProposal proposal) {
        if (proposal.start() < 0) {
            return words(proposal);
        }
        var out = new Html.Writer();
        switch (proposal.kind()) {
            case INSERT, DELETE, REPLACE, COMMENT -> {
                int start = Math.min(proposal.start(), text.length());
                int end = text.startsWith(proposal.oldWords(), start)
                        ? start + proposal.oldWords().length()
                        : start;
                int from = Math.max(0, start - CONTEXT);
                int to = Math.min(text.length(), end + CONTEXT);
                out.tag(from > 0 ? "…" : "").text(text, from, start);
                if (proposal.kind() == Proposal.Kind.COMMENT) {
                    out.tag("<mark>").text(proposal.oldWords()).tag("</mark>");
                } else {
                    piece(out, Piece.Kind.DELETED, proposal.oldWords());
                    piece(out, Piece.Kind.INSERTED, proposal.newWords());
                }
                out.text(text, end, to).tag(to < text.length() ? "…" : "");
            }
            case INSERT_CLAUSE -> piece(out, Piece.Kind.INSERTED, proposal.newWords());
            case DELETE_CLAUSE -> piece(out, Piece.Kind.DELETED, text);
        }
        return out.done();
    }
}
