package vn.daihoi.consultation.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Change;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.Piece;
import vn.daihoi.document.text.Search;

/**
 * The changes between two versions, by their place and their words: finds those that may carry out what somebody wished.
 * What one wish costs doesn't grow with the number of changes.
 */
public final class Traces {

    /** How far the place alone speaks for a change: at the very clause. */
    private static final double SAME_PLACE = 0.55;
    /** Just before or after the clause, right above or right below it. */
    private static final double NEAR = 0.3;
    /** A clause that was wished away and is gone. */
    private static final double AS_WISHED = 0.7;
    /** That the words asked for are there tells a little less than that nothing else changed. */
    private static final double ASKED_FOR = 0.9;
    /** A wish or a change of fewer telling phrases than this doesn't prove anything by its words alone. */
    private static final double LEAST_PHRASES = 3;
    /** What is less likely isn't worth a look. */
    private static final double LEAST = 0.2;
    /** A phrase that stands in more changes doesn't lead to any. */
    private static final int COMMON = 64;
    /** So many of the rarest phrases of a wish are looked up. */
    private static final int LOOKED_UP = 60;
    /** So many changes that share phrases with a wish are weighed. */
    private static final int WEIGHED = 12;
    /** So many changes below a heading are weighed for a wish about it. */
    private static final int BELOW = 20;

    /** How people ask for a change; tells nothing about which. */
    private static final Set<String> REQUEST = Set.of(
            "de", "nghi", "bo", "sung", "sua", "doi", "thay", "bang", "thanh", "them", "cum", "tu", "doan", "cau",
            "chu", "can", "nen", "xem", "xet", "y", "kien", "gop", "dieu", "chinh", "dong", "nhat", "tri", "phai",
            "vao", "muc", "viet", "lai", "ghi", "noi", "dung", "nay", "toi", "va", "cac", "cua", "la", "o", "cho");

    private final List<Change> changes;
    private final Map<Long, Integer> byClause = new HashMap<>();
    /** For each clause of either version the changes next to it. */
    private final Map<Long, Set<Integer>> near = new HashMap<>();
    /** The words a clause had before. */
    private final Map<Long, int[]> former = new HashMap<>();

    private final List<int[]> inserted = new ArrayList<>();
    private final List<int[]> deleted = new ArrayList<>();
    private final double[] total;
    private final Map<Integer, List<Integer>> holders = new HashMap<>();
    private final Phrases.Rarity rarity;

    /** Prepares the visible changes of a comparison; those that only renumber are left out. */
    public Traces(Comparison comparison) {
        changes = visible(comparison);
        rarity = new Phrases.Rarity(comparison.changes().stream()
                .filter(change -> change.kind() != Change.Kind.MOVED_AWAY)
                .map(change -> phrases(change, Piece.Kind.values()))
                .toList());
        for (int at = 0; at < changes.size(); at++) {
            var change = changes.get(at);
            byClause.put(clauseId(change), at);
            inserted.add(phrases(change, Piece.Kind.INSERTED));
            deleted.add(phrases(change, Piece.Kind.DELETED));
            var before = change.before();
            if (before != null) {
                former.put(before.id(), Phrases.of(before.text()));
            }
            for (int phrase : Phrases.union(inserted.get(at), deleted.get(at))) {
                holders.computeIfAbsent(phrase, none -> new ArrayList<>()).add(at);
            }
        }
        total = IntStream.range(0, changes.size())
                .mapToDouble(at -> rarity.of(inserted.get(at)) + rarity.of(deleted.get(at)))
                .toArray();
        neighbours(comparison.changes());
    }

    /** What a reader has to look at: everything but renumbering, a clause that moved once only, where it stands now. */
    public static List<Change> visible(Comparison comparison) {
        return comparison.changes().stream()
                .filter(change -> change.kind() != Change.Kind.KEPT && change.kind() != Change.Kind.MOVED_AWAY)
                .toList();
    }

    /** The id a change goes by: that of its clause, which no two visible changes share. */
    public static long clauseId(Change change) {
        return clause(change).id();
    }

    /** The clause as it stands now, or as it stood before it went. */
    public static Clause clause(Change change) {
        var after = change.after();
        return after == null ? Objects.requireNonNull(change.before()) : after;
    }

    /**
     * What somebody wished.
     *
     * @param clauseId the clause it is about, 0 for the text as a whole
     * @param text the words of the wish
     * @param quote words of the clause it is about, empty for none
     * @param removal whether it asks for something to go
     */
    public record Wish(long clauseId, String text, String quote, boolean removal) {}

    /**
     * A change that may carry out a wish.
     *
     * @param change the change
     * @param likeness from 0 to 1
     */
    public record Trace(Change change, double likeness) {}

    /** The changes that may carry out a wish, the likeliest first. */
    public List<Trace> find(Wish wish, int limit) {
        int[] text = Phrases.of(wish.text(), REQUEST);
        int[] quote = Phrases.of(wish.quote());
        int[] old = former.getOrDefault(wish.clauseId(), new int[0]);
        double asked = Arrays.stream(text)
                .filter(phrase -> !Phrases.contains(old, phrase) && !Phrases.contains(quote, phrase))
                .mapToDouble(rarity::of)
                .sum();
        return candidates(wish.clauseId(), Phrases.union(text, quote)).stream()
                .map(at -> new Trace(changes.get(at), likeness(at, wish, text, quote, asked)))
                .filter(trace -> trace.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(Trace::likeness).reversed())
                .limit(limit)
                .toList();
    }

    private Set<Integer> candidates(long clause, int[] phrases) {
        var found = new LinkedHashSet<Integer>();
        var same = byClause.get(clause);
        if (same != null) {
            found.add(same);
        }
        found.addAll(near.getOrDefault(clause, Set.of()));
        var shared = new HashMap<Integer, Double>();
        Arrays.stream(phrases)
                .boxed()
                .filter(phrase ->
                        holders.containsKey(phrase) && holders.get(phrase).size() <= COMMON)
                .sorted(Comparator.comparing(phrase -> holders.get(phrase).size()))
                .limit(LOOKED_UP)
                .forEach(phrase -> holders.get(phrase).forEach(at -> shared.merge(at, rarity.of(phrase), Double::sum)));
        shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(WEIGHED)
                .forEach(entry -> found.add(entry.getKey()));
        return found;
    }

    private double likeness(int at, Wish wish, int[] text, int[] quote, double asked) {
        double came = 0;
        double cameNew = 0;
        for (int phrase : text) {
            if (Phrases.contains(inserted.get(at), phrase)) {
                came += rarity.of(phrase);
                cameNew += Phrases.contains(quote, phrase) ? 0 : rarity.of(phrase);
            }
        }
        double went = Arrays.stream(Phrases.union(text, quote))
                .filter(phrase -> Phrases.contains(deleted.get(at), phrase))
                .mapToDouble(rarity::of)
                .sum();
        double least = LEAST_PHRASES * rarity.single();
        double words = Math.max(
                (came + went) / Math.max(least, total[at]), ASKED_FOR * Math.min(1, cameNew / Math.max(least, asked)));
        boolean here = clauseId(changes.get(at)) == wish.clauseId();
        if (here && wish.removal() && changes.get(at).kind() == Change.Kind.DELETED) {
            words = Math.max(words, AS_WISHED);
        }
        double place =
                here ? SAME_PLACE : near.getOrDefault(wish.clauseId(), Set.of()).contains(at) ? NEAR : 0;
        return 1 - (1 - place) * (1 - Math.min(1, words));
    }

    /** Finds for each clause the changes right above, below, before and behind it, in the order of the comparison. */
    private void neighbours(List<Change> all) {
        var above = new ArrayList<Clause>();
        @Nullable Clause before = null;
        for (var change : all) {
            var clause =
                    change.kind() == Change.Kind.MOVED_AWAY ? Objects.requireNonNull(change.before()) : clause(change);
            while (!above.isEmpty() && above.get(above.size() - 1).depth() >= clause.depth()) {
                above.remove(above.size() - 1);
            }
            if (before != null) {
                link(before.id(), clause.id());
            }
            if (!above.isEmpty()) {
                link(above.get(above.size() - 1).id(), clause.id());
            }
            above.add(clause);
            before = clause;
        }
    }

    private void link(long one, long other) {
        add(one, byClause.get(other));
        add(other, byClause.get(one));
    }

    private void add(long clause, @Nullable Integer change) {
        if (change != null) {
            var known = near.computeIfAbsent(clause, none -> new LinkedHashSet<>());
            if (known.size() < BELOW) {
                known.add(change);
            }
        }
    }

    private static int[] phrases(Change change, Piece.Kind... kinds) {
        var wanted = Set.of(kinds);
        return Phrases.of(change.words().stream()
                .filter(piece -> wanted.contains(piece.kind()))
                .map(Piece::text)
                .collect(Collectors.joining(" \n ")));
    }

    /**
     * Whether a change that somebody saw in one version still stands in a later one, both compared with the same older
     * version: nothing was done to the clause since, or the words that had come are still there and those that had gone
     * haven't come back.
     */
    public static boolean stillThere(Change seen, Change now) {
        var then = seen.after() == null ? "" : seen.after().text();
        var text = now.after() == null ? "" : now.after().text();
        boolean moved = seen.kind() == Change.Kind.MOVED_HERE;
        if (moved && now.kind() != Change.Kind.MOVED_HERE) {
            return false;
        }
        if (then.equals(text)) {
            return true;
        }
        if (seen.after() == null || now.after() == null) {
            return false;
        }
        var thenWords = counted(then);
        var words = counted(text);
        return seen.words().stream()
                .filter(piece -> piece.kind() != Piece.Kind.SAME)
                .allMatch(piece -> counted(piece.text()).keySet().stream().allMatch(word -> {
                    int more = words.getOrDefault(word, 0) - thenWords.getOrDefault(word, 0);
                    return piece.kind() == Piece.Kind.INSERTED ? more >= 0 : more <= 0;
                }));
    }

    private static Map<String, Integer> counted(String text) {
        var counted = new HashMap<String, Integer>();
        for (var word : Search.normal(text).split(" ")) {
            counted.merge(word, 1, Integer::sum);
        }
        return counted;
    }
}
