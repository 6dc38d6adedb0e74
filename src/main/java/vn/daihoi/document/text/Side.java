package vn.daihoi.document.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the two versions that are aligned, with what the alignment asks of its clauses again and again. */
final class Side {

    /** A clause at the outermost level has no parent. */
    static final int NONE = -1;

    private final List<Clause> clauses;
    private final int[] parent;
    private final int[] key;
    private final int[] path;
    private final @Nullable Profile[] profiles;

    /** @param names shared by both sides, so that the same text has the same key on either */
    Side(List<Clause> clauses, Names names) {
        this.clauses = clauses;
        parent = parents(clauses);
        key = new int[clauses.size()];
        path = new int[clauses.size()];
        profiles = new Profile[clauses.size()];
        for (int at = 0; at < key.length; at++) {
            key[at] = names.ofText(family(at).name() + ' ' + words(at));
            path[at] = names.ofPath(parent[at] == NONE ? NONE : path[parent[at]], key[at]);
        }
    }

    int size() {
        return clauses.size();
    }

    Clause get(int at) {
        return clauses.get(at);
    }

    /** The index of the nearest clause before it that lies less deep, or {@link #NONE}. */
    int parent(int at) {
        return parent[at];
    }

    /** A number for its family and text; the same text has the same number. */
    int key(int at) {
        return key[at];
    }

    /** A number for its text and the texts of all it lies below. */
    int path(int at) {
        return path[at];
    }

    /** Clauses of one family may turn into each other, others never: a table is no paragraph. */
    ClauseKind family(int at) {
        return switch (clauses.get(at).kind()) {
            case TITLE, PART, SECTION, PARAGRAPH, ITEM -> ClauseKind.PARAGRAPH;
            case TABLE -> ClauseKind.TABLE;
            case ROW -> ClauseKind.ROW;
            case NOTE -> ClauseKind.NOTE;
        };
    }

    Profile profile(int at) {
        var profile = profiles[at];
        if (profile == null) {
            profile = Profile.of(words(at));
            profiles[at] = profile;
        }
        return profile;
    }

    /** Whether it says so little that another clause may well say the same. */
    boolean isShort(int at) {
        return clauses.get(at).text().length() < 30;
    }

    // a table has no text of its own: it is known by its rows
    private String words(int at) {
        if (clauses.get(at).kind() != ClauseKind.TABLE) {
            return clauses.get(at).text();
        }
        var words = new StringBuilder(clauses.get(at).text());
        for (int row = at + 1; row < clauses.size() && isWithinTable(row); row++) {
            words.append('\n').append(clauses.get(row).text());
        }
        return words.toString();
    }

    private boolean isWithinTable(int at) {
        var kind = clauses.get(at).kind();
        return kind == ClauseKind.ROW || kind == ClauseKind.NOTE;
    }

    private static int[] parents(List<Clause> clauses) {
        int[] parents = new int[clauses.size()];
        Arrays.fill(parents, NONE);
        for (int at = 1; at < parents.length; at++) {
            int above = at - 1;
            while (above != NONE
                    && clauses.get(above).depth() >= clauses.get(at).depth()) {
                above = parents[above];
            }
            parents[at] = above;
        }
        return parents;
    }

    /** Gives equal things equal numbers. */
    static final class Names {

        private final Map<String, Integer> texts = new HashMap<>();
        private final Map<Long, Integer> paths = new HashMap<>();

        int ofText(String text) {
            return texts.computeIfAbsent(text, any -> texts.size());
        }

        int ofPath(int above, int key) {
            return paths.computeIfAbsent(((long) above << 32) | key, any -> paths.size());
        }

        int texts() {
            return texts.size();
        }

        int paths() {
            return paths.size();
        }
    }
}
