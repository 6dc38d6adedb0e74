package vn.daihoi.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;

/** The texts that rounds circulate, kept at hand: a version never changes, and every comment is held against one. */
@Component
public class RoundTexts {

    /** More rounds than run at the same time in one ward; a text of 3,000 clauses takes about two megabytes. */
    private static final int KEPT = 20;

    private final Versions versions;
    private final Cache<Key, Text> texts =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    RoundTexts(Versions versions) {
        this.versions = versions;
    }

    private record Key(String document, int version) {}

    /** A clause and its words as they are compared. */
    private record Words(Clause clause, String printed, String normal) {

        static Words of(Clause clause) {
            var printed = (clause.label() + " " + clause.text()).strip();
            return new Words(clause, printed, Search.normal(printed));
        }
    }

    private record Text(List<Clause> clauses, Map<Long, Words> byId) {}

    /**
     * The clauses of the version a round circulates, in reading order.
     *
     * @throws NoSuchElementException when it circulates none yet
     */
    public List<Clause> clauses(Round round) {
        return text(round).clauses();
    }

    /** A clause of the version a round circulates. */
    public Optional<Clause> clause(Round round, long id) {
        return Optional.ofNullable(text(round).byId().get(id)).map(Words::clause);
    }

    /**
     * The words of the draft that somebody quotes: accents, case, blanks and signs of the quotation don't matter.
     *
     * @param clauseId the clause they stand in, 0 for any
     * @return as the draft has them; empty when they don't stand there
     */
    Optional<String> quoted(Round round, long clauseId, String quote) {
        var byId = text(round).byId();
        var sought = Search.normal(quote);
        var places = clauseId == 0 ? byId.values().stream() : Optional.ofNullable(byId.get(clauseId)).stream();
        return places.filter(words -> words.normal().contains(sought))
                .findFirst()
                .map(words -> Search.find(words.printed(), quote).stream()
                        .findFirst()
                        .map(found -> words.printed().substring(found.start(), found.end()))
                        // begins or ends within a word
                        .orElse(quote));
    }

    private Text text(Round round) {
        var version = round.version();
        if (version == null) {
            throw new NoSuchElementException("Round " + round.id() + " circulates nothing yet");
        }
        return texts.get(new Key(round.document(), version), this::read);
    }

    private Text read(Key key) {
        var version = versions.numbered(key.document(), key.version())
                .orElseThrow(() -> new NoSuchElementException("No version " + key));
        var clauses = versions.read(version).clauses();
        return new Text(
                List.copyOf(clauses),
                clauses.stream().collect(Collectors.toMap(Clause::id, Words::of, (one, same) -> one)));
    }
}
