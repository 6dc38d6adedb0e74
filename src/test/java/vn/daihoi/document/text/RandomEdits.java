package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Edits a version the way an editor would, at random but from a fixed seed, and says what became of each clause.
 *
 * <p>The outcome stays a version that can be written and read: tables, their rows and footnotes keep their places below
 * what they belong to (only the words of a row change), a clause with footnotes is moved and renumbered only, a clause
 * whose words change loses its marks.
 */
public final class RandomEdits {

    /** The kinds of edits; each is as likely as the others. */
    public enum Edit {
        /** A new clause of new words behind another, of its kind, depth and label. */
        INSERT,
        /** A clause without clauses below it goes. */
        DELETE,
        /** 10 to 40 % of the words of a clause are replaced. */
        REWRITE,
        /** A clause of eight words or more becomes two; the longer one is the former clause, the other is new. */
        SPLIT,
        /** Two neighbours become one; the longer one is the clause that stays. */
        MERGE,
        /** A clause with all that lies below it, at most twelve in all, goes behind another of its kind and depth. */
        MOVE,
        /** The labels of a clause and of those after it at its level count one further. */
        RENUMBER
    }

    /**
     * An edited version with the truth about it.
     *
     * @param clauses the version; each clause carries the id it had before, a new one {@link Clause#NO_ID}
     * @param rewritten ids of clauses whose words changed, by splitting and merging as well
     * @param moved ids of clauses that were put elsewhere, with those below them
     */
    public record Edited(List<Clause> clauses, Set<Long> rewritten, Set<Long> moved) {

        /** The version as it would come in: no ids, no claims. */
        public List<Incoming> incoming() {
            return clauses.stream()
                    .map(clause -> Incoming.unknown(clause.as(Clause.NO_ID)))
                    .toList();
        }

        /** Whether a clause has kept its words and its place; its label may differ. */
        public boolean untouched(Clause clause) {
            return clause.id() != Clause.NO_ID && !rewritten.contains(clause.id()) && !moved.contains(clause.id());
        }
    }

    private static final Set<ClauseKind> PROSE = EnumSet.of(ClauseKind.SECTION, ClauseKind.PARAGRAPH, ClauseKind.ITEM);
    private static final int LARGEST_MOVE = 12;
    private static final int TRIES = 200;

    private final Random random;
    private final List<Clause> clauses;
    private final List<String> vocabulary;
    private final Set<Long> rewritten = new HashSet<>();
    private final Set<Long> moved = new HashSet<>();

    private RandomEdits(List<Clause> base, long seed) {
        random = new Random(seed);
        clauses = new ArrayList<>(base);
        var words = new LinkedHashSet<String>();
        base.forEach(clause -> words.addAll(List.of(clause.text().split("\\s+"))));
        words.remove("");
        vocabulary = List.copyOf(words);
    }

    /**
     * Edits a version.
     *
     * @param base the version; its clauses carry ids
     * @param count how many edits are made; fewer where the version is too small for them
     * @param seed the same seed makes the same edits
     */
    public static Edited of(List<Clause> base, int count, long seed) {
        return of(base, count, seed, EnumSet.allOf(Edit.class));
    }

    /** Edits a version by some kinds of edits only. */
    public static Edited of(List<Clause> base, int count, long seed, Set<Edit> edits) {
        var editor = new RandomEdits(base, seed);
        var kinds = List.copyOf(EnumSet.copyOf(edits));
        for (int i = 0; i < count; i++) {
            editor.apply(kinds.get(editor.random.nextInt(kinds.size())));
        }
        return new Edited(List.copyOf(editor.clauses), Set.copyOf(editor.rewritten), Set.copyOf(editor.moved));
    }

    private void apply(Edit edit) {
        for (int i = 0; i < TRIES && !clauses.isEmpty(); i++) {
            if (applied(edit, random.nextInt(clauses.size()))) {
                return;
            }
        }
    }

    private boolean applied(Edit edit, int at) {
        return switch (edit) {
            case INSERT -> insert(at);
            case DELETE -> isPlain(at) && clauses.remove(at) != null;
            case REWRITE -> rewrite(at);
            case SPLIT -> split(at);
            case MERGE -> merge(at);
            case MOVE -> move(at);
            case RENUMBER -> renumber(at);
        };
    }

    private boolean insert(int at) {
        if (!isPlain(at)) {
            return false;
        }
        var words = new ArrayList<String>();
        for (int i = 8 + random.nextInt(30); i > 0; i--) {
            words.add(word());
        }
        var like = clauses.get(at);
        clauses.add(at + 1, with(like, String.join(" ", words)).as(Clause.NO_ID));
        return true;
    }

    private boolean rewrite(int at) {
        var clause = clauses.get(at);
        boolean row = clause.kind() == ClauseKind.ROW && end(at) == at + 1;
        if (!row && !isPlain(at)) {
            return false;
        }
        // parted before each blank, so that blanks, tabs and line feeds stay as they are
        var words = clause.text().split("(?=\\s)");
        int count = Math.max(1, (int) Math.round(words.length * (0.1 + 0.3 * random.nextDouble())));
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(words.length);
            var blank = words[which].isEmpty() || !Character.isWhitespace(words[which].charAt(0))
                    ? ""
                    : words[which].substring(0, 1);
            words[which] = blank + word();
        }
        change(at, String.join("", words));
        return true;
    }

    private boolean split(int at) {
        var clause = clauses.get(at);
        var words = clause.text().split(" ");
        if (!isPlain(at) || words.length < 8) {
            return false;
        }
        int cut = words.length / 4 + random.nextInt(words.length / 2);
        var first = String.join(" ", List.of(words).subList(0, cut));
        var second = String.join(" ", List.of(words).subList(cut, words.length));
        boolean firstStays = first.length() >= second.length();
        change(at, firstStays ? first : second);
        clauses.add(
                firstStays ? at + 1 : at,
                with(clause, firstStays ? second : first).as(Clause.NO_ID));
        return true;
    }

    private boolean merge(int at) {
        if (at + 1 == clauses.size() || !isPlain(at) || !isPlain(at + 1)) {
            return false;
        }
        var first = clauses.get(at);
        var second = clauses.get(at + 1);
        if (first.kind() != second.kind() || first.depth() != second.depth()) {
            return false;
        }
        boolean firstStays = first.text().length() >= second.text().length();
        change(firstStays ? at : at + 1, first.text() + " " + second.text());
        clauses.remove(firstStays ? at + 1 : at);
        return true;
    }

    private boolean move(int at) {
        int end = end(at);
        int behind = random.nextInt(clauses.size());
        int target = end(behind);
        var first = clauses.get(at);
        if (!PROSE.contains(first.kind())
                || end - at > LARGEST_MOVE
                || (target >= at && target <= end)
                || clauses.get(behind).kind() != first.kind()
                || clauses.get(behind).depth() != first.depth()) {
            return false;
        }
        var block = new ArrayList<>(clauses.subList(at, end));
        clauses.subList(at, end).clear();
        clauses.addAll(target > at ? target - block.size() : target, block);
        block.forEach(clause -> moved.add(clause.id()));
        moved.remove(Clause.NO_ID);
        return true;
    }

    private boolean renumber(int at) {
        var first = clauses.get(at);
        boolean any = false;
        for (int i = at; i < clauses.size() && clauses.get(i).depth() >= first.depth(); i++) {
            var clause = clauses.get(i);
            var label = further(clause.label());
            if (clause.depth() == first.depth() && label != null) {
                clauses.set(
                        i,
                        new Clause(clause.id(), clause.kind(), clause.depth(), label, clause.text(), clause.marks()));
                any = true;
            }
        }
        return any;
    }

    /** "1." becomes "2.", "a)" "b)", "(9)" "(10)"; null for labels that don't count so. */
    private static @Nullable String further(String label) {
        var number = Pattern.compile("\\d+").matcher(label);
        if (number.find()) {
            int next = Integer.parseInt(number.group()) + 1;
            return label.substring(0, number.start()) + next + label.substring(number.end());
        }
        return label.matches("[a-h]\\)") ? (char) (label.charAt(0) + 1) + ")" : null;
    }

    private void change(int at, String text) {
        var clause = clauses.get(at);
        if (!clause.text().equals(text) && clause.id() != Clause.NO_ID) {
            rewritten.add(clause.id());
        }
        clauses.set(at, with(clause, text));
    }

    private String word() {
        return vocabulary.get(random.nextInt(vocabulary.size()));
    }

    // prose with nothing below it, no footnote among it
    private boolean isPlain(int at) {
        return PROSE.contains(clauses.get(at).kind()) && !clauses.get(at).text().isBlank() && end(at) == at + 1;
    }

    // one past the last clause below it
    private int end(int at) {
        int end = at + 1;
        while (end < clauses.size()
                && clauses.get(end).depth() > clauses.get(at).depth()) {
            end++;
        }
        return end;
    }

    private static Clause with(Clause clause, String text) {
        return new Clause(clause.id(), clause.kind(), clause.depth(), clause.label(), text, List.of());
    }
}
