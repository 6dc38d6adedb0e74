package vn.daihoi.consultation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.AnswerDesk.Place;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;

/**
 * The clauses of the versions that are circulated, by number. A published version never changes, so those that were asked
 * for last are kept: a page of the desk must not read a whole draft.
 */
@Component
class RoundText {

    private static final int KEPT = 8;
    private static final Place WHOLE = new Place(0, "Toàn bộ dự thảo", "");

    private final Versions versions;

    private final Map<Key, Map<Long, Place>> kept = new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<Long, Place>> eldest) {
            return size() > KEPT;
        }
    };

    RoundText(Versions versions) {
        this.versions = versions;
    }

    private record Key(String document, int version) {}

    /** A clause of the round's version; 0 and what isn't there stand for the draft as a whole. */
    Place place(Round round, long clause) {
        return places(round).getOrDefault(clause, WHOLE);
    }

    private synchronized Map<Long, Place> places(Round round) {
        var version = round.version();
        return version == null
                ? Map.of()
                : kept.computeIfAbsent(
                        new Key(round.document(), version), key -> versions.numbered(key.document(), key.version())
                                .map(found -> named(versions.read(found).clauses()))
                                .orElseGet(Map::of));
    }

    /** Each clause by the labels it lies below; one without a label is counted below the nearest that has one. */
    private static Map<Long, Place> named(Iterable<Clause> clauses) {
        var places = new HashMap<Long, Place>();
        var labels = new LinkedHashMap<Integer, String>();
        int unnamed = 0;
        int position = 0;
        for (var clause : clauses) {
            position++;
            var label = shown(clause.label());
            if (label != null) {
                labels.keySet().removeIf(depth -> depth >= clause.depth());
                labels.put(clause.depth(), label);
                unnamed = 0;
            } else {
                unnamed++;
            }
            var path = String.join(", ", labels.values());
            var name = label != null ? path : (path.isEmpty() ? "Đoạn " : path + ", đoạn ") + unnamed;
            places.put(clause.id(), new Place(position, name, clause.text()));
        }
        return Map.copyOf(places);
    }

    private static @Nullable String shown(String label) {
        var bare = label.strip().replaceFirst("[.)]$", "");
        return bare.isEmpty() || bare.equals("-") || bare.equals("+") ? null : bare;
    }
}
