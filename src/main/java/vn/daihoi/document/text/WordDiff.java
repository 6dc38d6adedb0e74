package vn.daihoi.document.text;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import vn.daihoi.document.text.Piece.Kind;

/** Compares two texts word by word, in a form that people can read. */
public final class WordDiff {

    /** Beyond this share of a text, its changes are shown as one. */
    private static final double MOST_OF_A_TEXT = 0.6;
    /** The same for a long stretch of it. */
    private static final double MOST_OF_A_STRETCH = 0.4;

    private static final int LONG_STRETCH = 100;
    /** So many unchanged characters part two stretches. */
    private static final int REST = 50;
    /** So few unchanged words don't interrupt a change, if they are shorter than what changed on either side. */
    private static final int LONE_WORDS = 2;
    /** Joining two changes may make what lies beside them short in turn; further rounds hardly find more. */
    private static final int ROUNDS = 3;
    /** Words of the one text times words of the other that are handed to Myers' algorithm at once. */
    private static final long WORK = 1_000_000;
    /** A longer text is cut first where so many words in a row stand once in either text. */
    private static final int PHRASE = 3;
    /** How often its parts are cut again before those still too long are given up. */
    private static final int CUTS = 8;

    private final Words older;
    private final Words newer;
    /** For each word of the newer text the word of the older that it is, or -1. */
    private final int[] same;

    private WordDiff(String older, String newer) {
        this.older = Words.of(older);
        this.newer = Words.of(newer);
        same = new int[this.newer.size()];
        Arrays.fill(same, -1);
    }

    /**
     * The pieces, of which SAME and DELETED joined give the older text and SAME and INSERTED joined the newer. Where so
     * much changed that single words would only confuse, one deletion and one insertion: more than 60 % of both texts,
     * or more than 40 % of a stretch of 100 characters. Two rows of a table with as many cells are compared cell by
     * cell, so that a tab stands in no other piece than SAME.
     */
    public static List<Piece> between(String older, String newer) {
        var pieces = new Pieces();
        var olderCells = older.split("\t", -1);
        var newerCells = newer.split("\t", -1);
        if (olderCells.length != newerCells.length) {
            compare(older, newer, pieces);
            return pieces.list();
        }
        for (int cell = 0; cell < olderCells.length; cell++) {
            pieces.add(Kind.SAME, cell == 0 ? "" : "\t");
            compare(olderCells[cell], newerCells[cell], pieces);
        }
        return pieces.list();
    }

    private static void compare(String older, String newer, Pieces pieces) {
        if (older.equals(newer)) {
            pieces.add(Kind.SAME, older);
            return;
        }
        var diff = new WordDiff(older, newer);
        diff.match(new Range(0, diff.older.size(), 0, diff.newer.size()), CUTS);
        readable(diff.edits()).forEach(pieces::add);
    }

    /** Finds the words that stayed within two ranges, whose words may be many and as hostile as they like. */
    private void match(Range whole, int cuts) {
        var range = whole.withoutEnds(this);
        if (range.work() <= WORK) {
            myers(range);
        } else if (cuts > 0) {
            int[] once = phrasesStandingOnce(range);
            var keeps = Order.rising(once);
            int olderFrom = range.olderFrom;
            int newerFrom = range.newerFrom;
            for (int i = 0; i < once.length; i++) {
                if (keeps[i]) {
                    int newerAt = range.newerFrom + i;
                    same[newerAt] = once[i];
                    match(new Range(olderFrom, once[i], newerFrom, newerAt), cuts - 1);
                    olderFrom = once[i] + 1;
                    newerFrom = newerAt + 1;
                }
            }
            if (newerFrom > range.newerFrom) {
                match(new Range(olderFrom, range.olderTo, newerFrom, range.newerTo), cuts - 1);
            }
        }
    }

    private void myers(Range range) {
        if (range.work() == 0) {
            return;
        }
        int olderAt = range.olderFrom;
        int newerAt = range.newerFrom;
        var patch = DiffUtils.diff(
                older.list().subList(range.olderFrom, range.olderTo),
                newer.list().subList(range.newerFrom, range.newerTo));
        for (var delta : patch.getDeltas()) {
            while (newerAt < range.newerFrom + delta.getTarget().getPosition()) {
                same[newerAt++] = olderAt++;
            }
            olderAt += delta.getSource().size();
            newerAt += delta.getTarget().size();
        }
        while (newerAt < range.newerTo) {
            same[newerAt++] = olderAt++;
        }
    }

    /** For each newer word of the range where the phrase it begins stands in the older, if once in both; else -1. */
    private int[] phrasesStandingOnce(Range range) {
        var places = new HashMap<String, Integer>();
        for (int i = range.olderFrom; i < range.olderTo; i++) {
            places.merge(older.phrase(i, PHRASE), i, (first, second) -> -1);
        }
        var seen = new HashMap<String, Integer>();
        int[] once = new int[range.newerTo - range.newerFrom];
        for (int j = 0; j < once.length; j++) {
            var phrase = newer.phrase(range.newerFrom + j, PHRASE);
            once[j] = places.getOrDefault(phrase, -1);
            var twin = seen.putIfAbsent(phrase, j);
            if (twin != null) {
                once[twin] = -1;
                once[j] = -1;
            }
        }
        return once;
    }

    /** The two texts as changes, each followed by what stayed. */
    private List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        var deleted = "";
        var inserted = "";
        int olderAt = 0;
        int newerAt = 0;
        int stayedFrom = 0;
        for (int j = 0; j <= newer.size(); j++) {
            boolean last = j == newer.size();
            if (!last && same[j] < 0) {
                continue;
            }
            int i = last ? older.size() : same[j];
            var olderBlank = older.text(older.end(i - 1), older.start(i));
            boolean blankStays = olderBlank.equals(newer.text(newer.end(j - 1), newer.start(j)));
            int olderTo = blankStays ? older.end(i - 1) : older.start(i);
            int newerTo = blankStays ? newer.end(j - 1) : newer.start(j);
            if (olderAt < olderTo || newerAt < newerTo) {
                edits.add(new Edit(deleted, inserted, newer.text(stayedFrom, newerAt)));
                deleted = older.text(olderAt, olderTo);
                inserted = newer.text(newerAt, newerTo);
                stayedFrom = newerTo;
            }
            olderAt = older.end(i);
            newerAt = newer.end(j);
        }
        edits.add(new Edit(deleted, inserted, newer.text(stayedFrom, newerAt)));
        return edits;
    }

    private static List<Edit> readable(List<Edit> edits) {
        var first = edits.get(0);
        var changes = edits.subList(1, edits.size());
        var readable = new ArrayList<Edit>();
        readable.add(first);
        int length = edits.stream().mapToInt(Edit::olderLength).sum();
        int newerLength = edits.stream().mapToInt(Edit::newerLength).sum();
        if (changed(edits, length, newerLength) > MOST_OF_A_TEXT || isMess(changes)) {
            readable.add(joined(changes));
            return readable;
        }
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            if (i == changes.size() - 1 || changes.get(i).stayed.length() >= REST) {
                var stretch = changes.subList(from, i + 1);
                if (isMess(stretch)) {
                    readable.add(joined(stretch));
                } else {
                    readable.addAll(withoutCrumbs(stretch));
                }
                from = i + 1;
            }
        }
        return readable;
    }

    /** Whether changes are too many for the stretch from the first to the last of them. */
    private static boolean isMess(List<Edit> changes) {
        if (changes.size() < 2) {
            return false;
        }
        int after = changes.get(changes.size() - 1).stayed.length();
        int olderLength = changes.stream().mapToInt(Edit::olderLength).sum() - after;
        int newerLength = changes.stream().mapToInt(Edit::newerLength).sum() - after;
        return Math.max(olderLength, newerLength) >= LONG_STRETCH
                && changed(changes, olderLength, newerLength) > MOST_OF_A_STRETCH;
    }

    // the lesser share of the two: a text in which much was only added reads well word by word
    private static double changed(List<Edit> edits, int olderLength, int newerLength) {
        double deleted = edits.stream().mapToInt(edit -> edit.deleted.length()).sum();
        double inserted =
                edits.stream().mapToInt(edit -> edit.inserted.length()).sum();
        return Math.min(deleted / Math.max(1, olderLength), inserted / Math.max(1, newerLength));
    }

    private static Edit joined(List<Edit> edits) {
        var deleted = new StringBuilder();
        var inserted = new StringBuilder();
        for (int i = 0; i < edits.size(); i++) {
            var between = i == edits.size() - 1 ? "" : edits.get(i).stayed;
            deleted.append(edits.get(i).deleted).append(between);
            inserted.append(edits.get(i).inserted).append(between);
        }
        return new Edit(deleted.toString(), inserted.toString(), edits.get(edits.size() - 1).stayed);
    }

    private static List<Edit> withoutCrumbs(List<Edit> edits) {
        var current = edits;
        for (int round = 0; round < ROUNDS; round++) {
            var joined = new ArrayList<Edit>();
            int from = 0;
            for (int i = 1; i <= current.size(); i++) {
                if (i == current.size() || !isCrumb(current.get(i - 1), current.get(i))) {
                    joined.add(joined(current.subList(from, i)));
                    from = i;
                }
            }
            if (joined.size() == current.size()) {
                break;
            }
            current = joined;
        }
        return current;
    }

    /** Whether what stayed between two changes is too little to interrupt them. */
    private static boolean isCrumb(Edit before, Edit after) {
        var words = Words.of(before.stayed).list().stream()
                .filter(word -> Words.isPartOfWord(word.codePointAt(0)))
                .count();
        int length = before.stayed.strip().length();
        return words == 0 || (words <= LONE_WORDS && length <= before.size() && length <= after.size());
    }

    /** A change and what stayed after it; both texts of the change are empty before the first. */
    private record Edit(String deleted, String inserted, String stayed) {

        int olderLength() {
            return deleted.length() + stayed.length();
        }

        int newerLength() {
            return inserted.length() + stayed.length();
        }

        int size() {
            return Math.max(deleted.length(), inserted.length());
        }
    }

    /** A stretch of words of either text. */
    private record Range(int olderFrom, int olderTo, int newerFrom, int newerTo) {

        long work() {
            return (long) (olderTo - olderFrom) * (newerTo - newerFrom);
        }

        /** What is left when the words that are alike at both ends are noted as such. */
        Range withoutEnds(WordDiff diff) {
            int olderStart = olderFrom;
            int newerStart = newerFrom;
            while (olderStart < olderTo
                    && newerStart < newerTo
                    && diff.older.get(olderStart).equals(diff.newer.get(newerStart))) {
                diff.same[newerStart++] = olderStart++;
            }
            int olderEnd = olderTo;
            int newerEnd = newerTo;
            while (olderEnd > olderStart
                    && newerEnd > newerStart
                    && diff.older.get(olderEnd - 1).equals(diff.newer.get(newerEnd - 1))) {
                diff.same[--newerEnd] = --olderEnd;
            }
            return new Range(olderStart, olderEnd, newerStart, newerEnd);
        }
    }

    /** Pieces with none empty and no two neighbours of one kind. */
    private static final class Pieces {

        private final List<Piece> pieces = new ArrayList<>();

        void add(Edit edit) {
            var only = edit.deleted.isEmpty() ? edit.inserted : edit.inserted.isEmpty() ? edit.deleted : "";
            if (only.startsWith(". ") && edit.stayed.startsWith(".")) {
                // an added sentence ends with its own full stop and doesn't begin with that of the one before
                add(Kind.SAME, ".");
                add(edit.deleted.isEmpty() ? Kind.INSERTED : Kind.DELETED, only.substring(1) + ".");
                add(Kind.SAME, edit.stayed.substring(1));
                return;
            }
            if (only.endsWith("(") && endsWith("(")) {
                // in the same way an added point begins with its own bracket
                dropLast();
                add(edit.deleted.isEmpty() ? Kind.INSERTED : Kind.DELETED, "(" + only.substring(0, only.length() - 1));
                add(Kind.SAME, "(" + edit.stayed);
                return;
            }
            int blank = 0;
            while (blank < Math.min(edit.deleted.length(), edit.inserted.length())
                    && edit.deleted.charAt(blank) == edit.inserted.charAt(blank)
                    && Words.isBlank(edit.deleted.charAt(blank))) {
                blank++;
            }
            add(Kind.SAME, edit.deleted.substring(0, blank));
            add(Kind.DELETED, edit.deleted.substring(blank));
            add(Kind.INSERTED, edit.inserted.substring(blank));
            add(Kind.SAME, edit.stayed);
        }

        private boolean endsWith(String text) {
            return !pieces.isEmpty()
                    && pieces.get(pieces.size() - 1).kind() == Kind.SAME
                    && pieces.get(pieces.size() - 1).text().endsWith(text);
        }

        private void dropLast() {
            var last = pieces.remove(pieces.size() - 1);
            add(Kind.SAME, last.text().substring(0, last.text().length() - 1));
        }

        void add(Kind kind, String text) {
            int last = pieces.size() - 1;
            if (text.isEmpty()) {
                return;
            }
            if (last >= 0 && pieces.get(last).kind() == kind) {
                pieces.set(last, new Piece(kind, pieces.get(last).text() + text));
            } else {
                pieces.add(new Piece(kind, text));
            }
        }

        List<Piece> list() {
            return List.copyOf(pieces);
        }
    }
}
