package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a document, clause by clause. The clauses before of all changes but INSERTED and MOVED_HERE are the
 * older version, those after of all but DELETED and MOVED_AWAY the newer.
 *
 * @param changes in the reading order of the newer version; a deleted clause and the place of a moved one stand where
 *     they stood
 */
public record Comparison(List<Change> changes) {

    /** Keeps its own copy of the changes. */
    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two versions of one document by the ids of their clauses. As few clauses as possible count as moved. */
    public static Comparison of(List<Clause> older, List<Clause> newer) {
        int[] formerly = formerly(older, newer);
        var stays = Order.rising(formerly);
        var returns = new boolean[older.size()];
        var changes = new ArrayList<Change>();
        for (int was : formerly) {
            if (was >= 0) {
                returns[was] = true;
            }
        }
        int from = 0;
        int at = 0;
        while (at <= newer.size()) {
            int next = at;
            while (next < newer.size() && !stays[next]) {
                next++;
            }
            int upTo = next < newer.size() ? formerly[next] : older.size();
            // what came and went between two that stayed; a clause that lies deeper belongs to those before it
            while (from < upTo || at < next) {
                boolean gone = at == next
                        || (from < upTo
                                && newer.get(at).depth() <= older.get(from).depth());
                if (gone) {
                    changes.add(gone(older.get(from), returns[from]));
                    from++;
                } else {
                    changes.add(came(formerly[at] < 0 ? null : older.get(formerly[at]), newer.get(at)));
                    at++;
                }
            }
            if (next < newer.size()) {
                changes.add(stayed(older.get(upTo), newer.get(next)));
            }
            from = upTo + 1;
            at = next + 1;
        }
        return new Comparison(changes);
    }

    // the index in the older version, or -1
    private static int[] formerly(List<Clause> older, List<Clause> newer) {
        var index = new HashMap<Long, Integer>();
        for (int i = 0; i < older.size(); i++) {
            if (older.get(i).id() != Clause.NO_ID) {
                index.putIfAbsent(older.get(i).id(), i);
            }
        }
        int[] formerly = new int[newer.size()];
        Arrays.setAll(formerly, j -> {
            // taken out, so that no clause comes back twice
            var was = index.remove(newer.get(j).id());
            return was == null ? -1 : was;
        });
        return formerly;
    }

    private static Change stayed(Clause before, Clause after) {
        var kind = before.text().equals(after.text()) ? Change.Kind.KEPT : Change.Kind.REWRITTEN;
        return new Change(kind, before, after, WordDiff.between(before.text(), after.text()));
    }

    private static Change gone(Clause before, boolean returns) {
        return returns
                ? new Change(Change.Kind.MOVED_AWAY, before, null, List.of())
                : new Change(Change.Kind.DELETED, before, null, WordDiff.between(before.text(), ""));
    }

    private static Change came(@Nullable Clause before, Clause after) {
        return before == null
                ? new Change(Change.Kind.INSERTED, null, after, WordDiff.between("", after.text()))
                : new Change(Change.Kind.MOVED_HERE, before, after, WordDiff.between(before.text(), after.text()));
    }
}
