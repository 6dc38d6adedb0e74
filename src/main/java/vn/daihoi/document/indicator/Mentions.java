package vn.daihoi.document.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Words.Word;

/**
 * Finds where a text speaks of an indicator by the words of its name, in whatever order. A word that several indicators
 * share, or that the text uses all the time, counts little; that two words stand side by side as in the name counts as
 * much as the words themselves.
 */
final class Mentions {

    /** How much of an indicator's name has to be there; measured on the invented report of the tests. */
    static final double ENOUGH = 0.7;

    private static final int SHORTEST_ABBREVIATION = 3;

    private final List<Name> names = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();

    /** The words of an indicator's name; a pair is two keys with a blank between. */
    private record Name(
            Map<String, Double> features, double whole, int length, Map<String, List<String>> abbreviations) {}

    /**
     * Where an indicator is spoken of.
     *
     * @param indicator its place in the list
     * @param score from 0 to 1
     * @param first index of the first word
     * @param last index of the last word
     */
    record Mention(int indicator, double score, int first, int last) {}

    /**
     * Prepares the search.
     *
     * @param names of the indicators
     * @param text all sentences of the text, which tell what is rare in it
     */
    Mentions(List<String> names, List<List<Word>> text) {
        var words = new Words();
        var named = names.stream()
                .map(name -> words.of(name).stream().filter(Word::telling).toList())
                .toList();
        var shared = new HashMap<String, Integer>();
        for (var name : named) {
            name.stream().map(Word::key).distinct().forEach(key -> shared.merge(key, 1, Integer::sum));
        }
        var used = new HashMap<String, Integer>();
        for (var sentence : text) {
            sentence.stream()
                    .map(Word::key)
                    .filter(shared::containsKey)
                    .distinct()
                    .forEach(key -> used.merge(key, 1, Integer::sum));
        }
        for (int i = 0; i < named.size(); i++) {
            add(i, named.get(i), shared, used, text.size());
        }
    }

    private void add(
            int index, List<Word> name, Map<String, Integer> shared, Map<String, Integer> used, int sentences) {
        var weights = new HashMap<String, Double>();
        for (var word : name) {
            // a word that the text hardly ever uses is no more telling than one it uses seldom
            double often = Math.max(used.getOrDefault(word.key(), 0), sentences / 30.0) + 1;
            weights.put(word.key(), Math.log(2 + sentences / often) / Math.sqrt(shared.getOrDefault(word.key(), 1)));
        }
        var features = new HashMap<>(weights);
        var abbreviations = new HashMap<String, List<String>>();
        for (int from = 0; from < name.size(); from++) {
            if (from > 0) {
                var pair = pair(name.get(from - 1).key(), name.get(from).key());
                features.put(
                        pair,
                        mean(weights, name.get(from - 1).key(), name.get(from).key()));
            }
            var initials = new StringBuilder();
            var meant = new ArrayList<String>();
            for (int to = from; to < name.size(); to++) {
                initials.append(name.get(to).bare().charAt(0));
                if (to > from) {
                    meant.add(pair(name.get(to - 1).key(), name.get(to).key()));
                }
                meant.add(name.get(to).key());
                if (initials.length() >= SHORTEST_ABBREVIATION) {
                    abbreviations.putIfAbsent(initials.toString(), List.copyOf(meant));
                }
            }
        }
        var found = new LinkedHashSet<String>(weights.keySet());
        name.forEach(word -> found.add(word.bare()));
        found.addAll(abbreviations.keySet());
        found.forEach(
                word -> byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(index));
        double whole =
                features.values().stream().mapToDouble(Double::doubleValue).sum();
        names.add(new Name(features, whole, name.size(), abbreviations));
    }

    /** The best place of every indicator that these words speak of. */
    List<Mention> in(List<Word> words) {
        boolean plain = words.size() > 2 && words.stream().noneMatch(Word::accented);
        Map<Integer, List<Integer>> hits = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            for (int indicator : candidates(word, plain)) {
                hits.computeIfAbsent(indicator, any -> new ArrayList<>()).add(at);
            }
        }
        var found = new ArrayList<Mention>();
        hits.forEach((indicator, places) -> {
            var best = best(indicator, places, words, plain);
            if (best != null && best.score() >= ENOUGH) {
                found.add(best);
            }
        });
        return found;
    }

    private List<Integer> candidates(Word word, boolean plain) {
        if (word.capitals() && byWord.containsKey(word.bare())) {
            return byWord.getOrDefault(word.bare(), List.of());
        }
        return word.telling() ? byWord.getOrDefault(plain ? word.bare() : word.key(), List.of()) : List.of();
    }

    private @Nullable Mention best(int indicator, List<Integer> places, List<Word> words, boolean plain) {
        var name = names.get(indicator);
        int reach = 2 * name.length() + 6;
        Mention best = null;
        for (int i = 0; i < places.size(); i++) {
            Set<String> seen = new HashSet<>();
            double sum = 0;
            String before = null;
            int beforeAt = -1;
            for (int j = i; j < places.size() && places.get(j) - places.get(i) < reach; j++) {
                int at = places.get(j);
                for (String feature : features(name, words.get(at), plain)) {
                    sum += seen.add(feature) ? name.features().getOrDefault(feature, 0.0) : 0;
                    if (before != null && feature.indexOf(' ') < 0 && adjacent(words, beforeAt, at)) {
                        var pair = pair(before, feature);
                        sum += name.features().containsKey(pair) && seen.add(pair)
                                ? name.features().getOrDefault(pair, 0.0)
                                : 0;
                    }
                    before = feature.indexOf(' ') < 0 ? feature : before;
                }
                beforeAt = at;
                double score = sum / name.whole();
                if (best == null
                        || score > best.score() + 1e-9
                        || score > best.score() - 1e-9 && at - places.get(i) < best.last() - best.first()) {
                    best = new Mention(indicator, score, places.get(i), at);
                }
            }
        }
        return best;
    }

    /** What a word of the text says of a name: the word itself, or all that its capitals stand for. */
    private static List<String> features(Name name, Word word, boolean plain) {
        var spelled = word.capitals() ? name.abbreviations().get(word.bare()) : null;
        if (spelled != null) {
            return spelled;
        }
        if (!plain) {
            return List.of(word.key());
        }
        return name.features().keySet().stream()
                .filter(key -> key.startsWith(word.bare() + "|") && key.indexOf(' ') < 0)
                .toList();
    }

    private static boolean adjacent(List<Word> words, int before, int at) {
        return before >= 0 && words.subList(before + 1, at).stream().noneMatch(Word::telling);
    }

    private static double mean(Map<String, Double> weights, String first, String second) {
        return (weights.getOrDefault(first, 0.0) + weights.getOrDefault(second, 0.0)) / 2;
    }

    private static String pair(String first, String second) {
        return first + " " + second;
    }
}
