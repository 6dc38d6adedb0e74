package vn.daihoi.consultation.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.anchor.Placement.Outcome;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.text.Search;

/**
 * Finds the places of comments on one version again in a later one. Clauses bear their ids through the versions, so most
 * are found at once; the words decide where a clause was rewritten, split, merged or taken out. What one comment costs
 * doesn't grow with the length of the versions.
 */
public final class Reanchoring {

    /** Letter by letter but for accents, case and signs. */
    private static final double SAME_BUT_FOR_ACCENTS = 0.97;
    /** With at least so much of its words left, a place still is one. */
    private static final double HALF = 0.5;
    /** Words that stood in the other clause before, or that stand in several: a person has to look. */
    private static final double DOUBTFUL = 0.6;
    /** So much less alike, another clause is no rival. */
    private static final double RIVAL = 0.1;
    /** A text of fewer such pairs is found in many places by chance. */
    private static final int SHORT = 4;
    /** Two words that stand together in more clauses don't lead to any. */
    private static final int COMMON = 50;

    private static final int LOOKED_UP = 24;
    private static final int WEIGHED = 8;

    private final List<Clause> newer;
    private final Map<Long, Clause> before = new HashMap<>();
    private final Map<Long, Integer> positions = new HashMap<>();
    /** Where a clause of the older version would stand in the newer. */
    private final Map<Long, Integer> expected = new HashMap<>();

    private final Map<Long, Change> changes = new HashMap<>();
    /** Of each clause each two words that follow one another. */
    private final List<int[]> pairs;

    private final Map<Integer, List<Integer>> holders = new HashMap<>();
    private final Phrases.Rarity rarity;

    /** Prepares two versions of one document. */
    public Reanchoring(List<Clause> older, List<Clause> newer) {
        this.newer = List.copyOf(newer);
        pairs = this.newer.stream().map(clause -> Phrases.pairs(clause.text())).toList();
        var distinct = pairs.stream()
                .map(text -> Arrays.stream(text).sorted().distinct().toArray())
                .toList();
        rarity = new Phrases.Rarity(distinct);
        for (int at = 0; at < this.newer.size(); at++) {
            positions.put(this.newer.get(at).id(), at);
            for (int pair : distinct.get(at)) {
                holders.computeIfAbsent(pair, none -> new ArrayList<>()).add(at);
            }
        }
        int near = 0;
        for (var clause : older) {
            before.put(clause.id(), clause);
            near = positions.getOrDefault(clause.id(), near);
            expected.put(clause.id(), near);
        }
        for (var change : Comparison.of(older, newer).changes()) {
            var after = change.after();
            if (after != null) {
                changes.put(after.id(), change);
            }
        }
    }

    /**
     * Where a comment stands in the newer version.
     *
     * @param clauseId the clause it was made on, 0 for the text as a whole
     * @param quote words of that clause, empty for none; words that don't stand in it count as none
     */
    public Placement place(long clauseId, String quote) {
        if (clauseId == Clause.NO_ID) {
            return new Placement(Outcome.APPLIES, clauseId, 1);
        }
        var clause = before.get(clauseId);
        var change = changes.get(clauseId);
        if (change == null) {
            return gone(clauseId, sought(clause, quote));
        }
        return kept(change, clauseId, clause, quote);
    }

    /** Clauses of the newer version that hold words of a comment's place, the likeliest first. */
    public List<Long> likely(long clauseId, String quote, int limit) {
        return elsewhere(clauseId, sought(before.get(clauseId), quote)).stream()
                .map(found -> newer.get(found.at()).id())
                .limit(limit)
                .toList();
    }

    private Placement kept(Change change, long id, @Nullable Clause clause, String quote) {
        var outcome = change.kind() == Change.Kind.MOVED_HERE ? Outcome.MOVED : Outcome.APPLIES;
        var text = newer.get(positions.getOrDefault(id, 0)).text();
        if (clause == null || clause.text().equals(text)) {
            return new Placement(outcome, id, 1);
        }
        var place = stretch(clause.text(), quote);
        var sought = clause.text().substring(place.start(), place.end());
        if (text.contains(sought)) {
            return new Placement(outcome, id, 1);
        }
        if (!Search.find(text, sought).isEmpty()) {
            return new Placement(outcome, id, SAME_BUT_FOR_ACCENTS);
        }
        double here =
                Math.max(survived(change.words(), place), share(sought, pairs.get(positions.getOrDefault(id, 0))));
        if (here >= HALF) {
            return new Placement(outcome, id, here);
        }
        boolean whole = place.start() == 0 && place.end() == clause.text().length();
        if (whole) {
            // the clause itself is still there, whatever it says now
            return new Placement(outcome, id, HALF + here / 2);
        }
        var elsewhere = best(id, sought);
        return elsewhere != null && elsewhere.share() > Math.max(here, HALF)
                ? new Placement(Outcome.MOVED, newer.get(elsewhere.at()).id(), elsewhere.share())
                : dissolved(Math.max(here, elsewhere == null ? 0 : elsewhere.share()));
    }

    private Placement gone(long id, String sought) {
        var elsewhere = best(id, sought);
        if (elsewhere == null) {
            return dissolved(0);
        }
        return elsewhere.share() >= HALF
                ? new Placement(Outcome.MOVED, newer.get(elsewhere.at()).id(), elsewhere.share())
                : dissolved(elsewhere.share());
    }

    private static Placement dissolved(double left) {
        return new Placement(Outcome.DISSOLVED, null, 1 - left);
    }

    /** The words of the comment's place. */
    private static String sought(@Nullable Clause clause, String quote) {
        if (clause == null) {
            return quote;
        }
        var place = stretch(clause.text(), quote);
        return clause.text().substring(place.start(), place.end());
    }

    /** Where a quote stands in a text; all of it when it doesn't. */
    private static Search.Stretch stretch(String text, String quote) {
        int at = quote.isBlank() ? -1 : text.indexOf(quote);
        if (at >= 0) {
            return new Search.Stretch(at, at + quote.length());
        }
        var found = Search.find(text, quote);
        return found.isEmpty() ? new Search.Stretch(0, text.length()) : found.get(0);
    }

    /** Which share of a stretch of the older text stands in the newer, letter for letter, by the pieces of both. */
    private static double survived(List<Piece> pieces, Search.Stretch place) {
        int at = 0;
        int left = 0;
        for (var piece : pieces) {
            if (piece.kind() == Piece.Kind.INSERTED) {
                continue;
            }
            int end = at + piece.text().length();
            if (piece.kind() == Piece.Kind.SAME) {
                left += Math.max(0, Math.min(end, place.end()) - Math.max(at, place.start()));
            }
            at = end;
        }
        return place.end() == place.start() ? 0 : (double) left / (place.end() - place.start());
    }

    /**
     * Which share of the words sought stands together somewhere in a text, the rare ones counting for more. In a long text
     * they may well stand scattered.
     */
    private double share(String sought, int[] text) {
        int[] pairs = Phrases.pairs(sought);
        int[] known = Arrays.stream(pairs).sorted().distinct().toArray();
        int window = pairs.length + pairs.length / 2 + 1;
        double[] weights = Arrays.stream(text)
                .mapToDouble(pair -> Phrases.contains(known, pair) ? rarity.of(pair) : 0)
                .toArray();
        double within = 0;
        double most = 0;
        for (int at = 0; at < weights.length; at++) {
            within += weights[at] - (at < window ? 0 : weights[at - window]);
            most = Math.max(most, within);
        }
        double whole = rarity.of(pairs);
        return whole == 0 ? 0 : Math.min(1, most / whole);
    }

    /** A clause of the newer version and which share of the words it holds, less where that may be chance. */
    private record Found(int at, double share) {}

    /** The one clause that holds the words now; in doubt the nearest, with less of a share than is sure. */
    private @Nullable Found best(long id, String sought) {
        var found = elsewhere(id, sought);
        if (found.isEmpty()) {
            return null;
        }
        var first = found.get(0);
        boolean rivalled = found.size() > 1 && first.share() - found.get(1).share() < RIVAL;
        return rivalled ? new Found(first.at(), Math.min(first.share(), DOUBTFUL)) : first;
    }

    /** Clauses other than this that hold some of the words, the most first, of those alike the nearest first. */
    private List<Found> elsewhere(long id, String sought) {
        var shared = new HashMap<Integer, Double>();
        Arrays.stream(Phrases.pairs(sought))
                .distinct()
                .boxed()
                .filter(pair -> rarity.holding(pair) > 0 && rarity.holding(pair) <= COMMON)
                .sorted(Comparator.comparing(rarity::holding))
                .limit(LOOKED_UP)
                .forEach(pair -> holders.getOrDefault(pair, List.of())
                        .forEach(at -> shared.merge(at, rarity.of(pair), Double::sum)));
        int near = expected.getOrDefault(id, 0);
        return shared.entrySet().stream()
                .filter(entry -> newer.get(entry.getKey()).id() != id)
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> Math.abs(entry.getKey() - near)))
                .limit(WEIGHED)
                .map(entry -> new Found(entry.getKey(), credible(sought, entry.getKey())))
                .sorted(Comparator.comparingDouble(Found::share)
                        .reversed()
                        .thenComparing(found -> Math.abs(found.at() - near)))
                .toList();
    }

    private double credible(String sought, int at) {
        double share = share(sought, pairs.get(at));
        boolean isShort = Phrases.pairs(sought).length < SHORT;
        if (isShort && Search.find(newer.get(at).text(), sought).isEmpty()) {
            return Math.min(share, HALF / 2);
        }
        var former = before.get(newer.get(at).id());
        boolean stoodThere = former != null && share(sought, Phrases.pairs(former.text())) > share - RIVAL;
        return stoodThere || isShort ? Math.min(share, DOUBTFUL) : share;
    }
}
