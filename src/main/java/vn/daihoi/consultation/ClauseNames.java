package vn.daihoi.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.AnswerDesk.Place;
import vn.daihoi.document.text.Clause;

/** What the clauses of the texts in circulation are called, reckoned once: a page must not walk through a whole draft. */
@Component
class ClauseNames {

    private static final int KEPT = 20;
    private static final Place WHOLE = new Place(0, "Toàn bộ dự thảo", "");

    private final RoundTexts texts;
    private final Cache<Key, Map<Long, Place>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ClauseNames(RoundTexts texts) {
        this.texts = texts;
    }

    private record Key(String document, int version) {}

    /** A clause of the round's version; 0 and what isn't there stand for the draft as a whole. */
    Place place(Round round, long clause) {
        var version = round.version();
        return version == null
                ? WHOLE
                : kept.get(new Key(round.document(), version), key -> named(texts.clauses(round)))
                        .getOrDefault(clause, WHOLE);
    }

    /** Each clause by the labels it lies below; one without a label is counted below the nearest that has one. */
    static Map<Long, Place> named(List<Clause> clauses) {
        var places = new HashMap<Long, Place>();
        var labels = new TreeMap<Integer, String>();
        int unnamed = 0;
        for (int at = 0; at < clauses.size(); at++) {
            var clause = clauses.get(at);
            var label = shown(clause.label());
            if (label != null) {
                labels.tailMap(clause.depth(), true).clear();
                labels.put(clause.depth(), label);
                unnamed = 0;
            } else {
                unnamed++;
            }
            var path = String.join(", ", labels.values());
            var name = label != null ? path : (path.isEmpty() ? "Đoạn " : path + ", đoạn ") + unnamed;
            places.put(clause.id(), new Place(at + 1, name, clause.text()));
        }
        return Map.copyOf(places);
    }

    private static @Nullable String shown(String label) {
        var bare = label.strip().replaceFirst("[.)]$", "");
        return bare.isEmpty() || bare.equals("-") || bare.equals("+") ? null : bare;
    }
}
