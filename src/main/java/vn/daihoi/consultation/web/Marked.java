package vn.daihoi.consultation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.daihoi.consultation.anchor.Traces;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.text.Search;

/** Words of the drafts with what matters in them marked, long stretches of the rest left out. */
final class Marked {

    /** An unmarked stretch longer than this is shortened to its ends. */
    private static final int LONG = 260;

    private static final int END = 110;

    private Marked() {}

    /**
     * A stretch of words.
     *
     * @param style same, del, ins or mark
     * @param text the words, to be escaped
     */
    public record Run(String style, String text) {}

    /**
     * A change as pages show it.
     *
     * @param clause the id it goes by
     * @param kind what happened
     * @param label of the clause, empty for none
     * @param older the words before with what went marked, empty for a new clause
     * @param newer the words now with what came marked, empty for a clause that is gone
     */
    public record Shown(long clause, String kind, String label, List<Run> older, List<Run> newer) {

        /** Whether it can be seen in the newer version. */
        public boolean there() {
            return !newer.isEmpty();
        }
    }

    static Shown change(Change change) {
        var clause = Traces.clause(change);
        return new Shown(
                clause.id(),
                kind(change),
                clause.label(),
                change.before() == null ? List.of() : without(change.words(), Piece.Kind.INSERTED),
                change.after() == null ? List.of() : without(change.words(), Piece.Kind.DELETED));
    }

    private static String kind(Change change) {
        boolean rewritten = change.words().stream().anyMatch(piece -> piece.kind() != Piece.Kind.SAME);
        return switch (change.kind()) {
            case KEPT -> "Giữ nguyên";
            case REWRITTEN -> "Sửa";
            case INSERTED -> "Thêm";
            case DELETED -> "Bỏ";
            case MOVED_HERE, MOVED_AWAY -> rewritten ? "Chuyển chỗ, có sửa" : "Chuyển chỗ";
        };
    }

    static List<Run> older(List<Piece> words) {
        return without(words, Piece.Kind.INSERTED);
    }

    static List<Run> newer(List<Piece> words) {
        return without(words, Piece.Kind.DELETED);
    }

    private static List<Run> without(List<Piece> words, Piece.Kind left) {
        var runs = new ArrayList<Run>();
        for (var piece : words) {
            if (piece.kind() == left) {
                continue;
            }
            switch (piece.kind()) {
                case SAME -> runs.add(new Run("same", shortened(piece.text())));
                case DELETED -> runs.add(new Run("del", piece.text()));
                case INSERTED -> runs.add(new Run("ins", piece.text()));
            }
        }
        return runs.isEmpty() ? List.of(new Run("same", "(không có chữ)")) : runs;
    }

    /** A clause with a quote marked where it stands in it. */
    static List<Run> quoted(Clause clause, String quote) {
        var text = clause.text();
        var found = Search.find(text, quote);
        if (found.isEmpty()) {
            return List.of(new Run("same", shortened(text)));
        }
        var first = Objects.requireNonNull(found.get(0));
        var runs = new ArrayList<Run>();
        runs.add(new Run("same", shortened(text.substring(0, first.start()))));
        runs.add(new Run("mark", text.substring(first.start(), first.end())));
        runs.add(new Run("same", shortened(text.substring(first.end()))));
        return runs;
    }

    private static String shortened(String text) {
        if (text.length() <= LONG) {
            return text;
        }
        int from = text.lastIndexOf(' ', END);
        int to = text.indexOf(' ', text.length() - END);
        return from < 0 || to < 0 ? text : text.substring(0, from) + " … " + text.substring(to + 1);
    }
}
