package vn.daihoi.consultation.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.Invitee;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.Rounds;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.VersionText;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Search;

/**
 * Reads what a round brought for those who report it. Each method sees one moment only, so that its numbers fit each
 * other; who may see them is asked before.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Reports {

    private final ReportStore store;
    private final Rounds rounds;
    private final Documents documents;
    private final Versions versions;
    private final Clock clock;

    Reports(ReportStore store, Rounds rounds, Documents documents, Versions versions, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    /** What a round that was opened brought so far. */
    public Synthesis synthesis(String id) {
        return synthesis(id, (topic, places) -> {});
    }

    /** The same, and on the way each topic with the texts it is about; nothing of it is kept. */
    Synthesis synthesis(String id, BiConsumer<Topic, Texts> each) {
        // as it stands in this snapshot, whatever the caller has seen
        var round = rounds.get(id);
        var texts = texts(round);
        var invitees = rounds.invitees(id);
        var tallies = store.tallies(id);
        var answers = new EnumMap<Disposition, Synthesis.Count>(Disposition.class);
        var unanswered = Synthesis.Count.NONE;
        var undecided = Synthesis.Count.NONE;
        for (var answered : store.answered(id)) {
            if (!answered.decided()) {
                undecided = undecided.plus(answered.clusters(), answered.comments());
            }
            if (answered.disposition() == null) {
                unanswered = unanswered.plus(answered.clusters(), answered.comments());
            } else {
                answers.merge(
                        answered.disposition(),
                        new Synthesis.Count(answered.clusters(), answered.comments()),
                        (one, other) -> one.plus(other.clusters(), other.comments()));
            }
        }
        var sections = new Sections();
        store.topics(id, names(invitees), topic -> {
            sections.add(topic, texts.before());
            each.accept(topic, texts);
        });
        return new Synthesis(
                round,
                documents.get(round.document()),
                clock.instant(),
                invitees.stream()
                        .map(invitee -> new Synthesis.Reply(
                                invitee,
                                tallies.stream()
                                        .filter(tally -> invitee.unit().equals(tally.unit()))
                                        .mapToInt(ReportStore.Tally::visible)
                                        .sum()))
                        .toList(),
                Synthesis.counted(tallies),
                tallies.stream().mapToInt(ReportStore.Tally::hidden).sum(),
                tallies.stream().mapToInt(ReportStore.Tally::ungrouped).sum(),
                answers,
                unanswered,
                undecided,
                sections.all(),
                sections.contested,
                sections.contestedCount);
    }

    /** All comments that aren't hidden, one by one, with the texts they are about and the names of the units. */
    void lines(String id, LineReader each) {
        var round = rounds.get(id);
        var texts = texts(round);
        var units = names(rounds.invitees(id));
        store.lines(id, line -> each.read(line, texts, ReportStore.name(line.source(), line.unit(), units)));
    }

    /** Takes a comment. */
    interface LineReader {
        void read(ReportStore.Line line, Texts texts, String speaker);
    }

    /**
     * The result of a round as everybody may see it, and a page of what was said.
     *
     * @param total all comments that aren't hidden
     * @param hidden how many were hidden
     * @param bySource comments by group
     * @param answers what was decided
     * @param matching how many topics fit what was asked
     * @param topics those of this page, the biggest first
     */
    public record Results(
            int total,
            int hidden,
            Map<SourceGroup, Integer> bySource,
            Map<Disposition, Synthesis.Count> answers,
            int matching,
            List<Answered> topics) {}

    /**
     * What was said and what became of it.
     *
     * @param place where it stands in the version that was circulated
     * @param topic what was said
     * @param now what the text says now where it carries it out
     */
    public record Answered(String place, Topic topic, List<Now> now) {}

    /**
     * What the text says now.
     *
     * @param clause the id of the clause
     * @param place where it stands in the new version; where it stood when it was taken out
     * @param text the words
     * @param gone whether they were taken out
     */
    public record Now(long clause, String place, String text, boolean gone) {}

    /**
     * The result of a round. It names groups only, not the units people belong to.
     *
     * @param typed words to look for, without regard to accents; empty for all
     * @param disposition only what was decided so, null for all
     */
    public Results results(String id, String typed, @Nullable Disposition disposition, int offset, int limit) {
        var round = rounds.get(id);
        var texts = texts(round);
        var words = Search.normal(typed);
        var tallies = store.tallies(id);
        var bySource = new EnumMap<SourceGroup, Integer>(SourceGroup.class);
        tallies.forEach(tally -> bySource.merge(tally.source(), tally.visible(), Integer::sum));
        var answers = new EnumMap<Disposition, Synthesis.Count>(Disposition.class);
        for (var answered : store.answered(id)) {
            if (answered.disposition() != null && answered.decided()) {
                answers.put(answered.disposition(), new Synthesis.Count(answered.clusters(), answered.comments()));
            }
        }
        var found = store.found(id, words, disposition);
        return new Results(
                tallies.stream().mapToInt(ReportStore.Tally::visible).sum(),
                tallies.stream().mapToInt(ReportStore.Tally::hidden).sum(),
                bySource,
                answers,
                found.size(),
                store
                        .topics(found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size())))
                        .stream()
                        .map(topic -> new Answered(texts.before().name(topic.clauseId()), topic, texts.now(topic)))
                        .toList());
    }

    /** The version that was circulated, and the one that carries out the answers; empty while there is none. */
    record Texts(Places before, Places after) {

        List<Now> now(Topic topic) {
            return now(topic.shownAt());
        }

        List<Now> now(List<Long> clauses) {
            return clauses.stream()
                    .map(id -> {
                        var here = after.clause(id);
                        var there = before.clause(id);
                        return here != null
                                ? new Now(id, after.name(id), printed(here), false)
                                : there != null ? new Now(id, before.name(id), printed(there), true) : null;
                    })
                    .filter(Objects::nonNull)
                    .toList();
        }

        private static String printed(Clause clause) {
            return CleanText.lines(clause.text().replace("\t", " | "));
        }

        /** Where the new version shows it, for a cell of a table. */
        String shown(List<Long> clauses) {
            return now(clauses).stream()
                    .map(now -> now.gone() ? now.place() + " (đã bỏ)" : now.place())
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    private Texts texts(Round round) {
        Integer number = round.version();
        var before = number == null
                ? null
                : versions.numbered(round.document(), number).orElse(null);
        var after = after(round, number == null ? 0 : number);
        return new Texts(new Places(clauses(before)), new Places(clauses(after)));
    }

    private @Nullable DocumentVersion after(Round round, int number) {
        Integer newer = round.newVersion();
        return newer != null
                ? versions.numbered(round.document(), newer).orElse(null)
                : versions.latest(round.document())
                        .filter(latest -> latest.number() != null && latest.number() > number)
                        .orElse(null);
    }

    /** A text that was tampered with is shown to nobody. */
    private List<Clause> clauses(@Nullable DocumentVersion version) {
        VersionText text = version == null ? null : versions.read(version);
        return text == null || !text.intact() ? List.of() : text.clauses();
    }

    private static Map<String, String> names(List<Invitee> invitees) {
        var names = new LinkedHashMap<String, String>();
        invitees.forEach(invitee -> names.put(invitee.unit(), CleanText.line(invitee.name())));
        return names;
    }

    /** Puts topics below their headings, and keeps no more of each than a report names. */
    private static final class Sections {

        private final Map<Integer, Section> sections = new TreeMap<>();
        private final List<Synthesis.Placed> contested = new ArrayList<>();
        private int contestedCount;

        private static final class Section {
            private final Places.Heading heading;
            private final List<Synthesis.Placed> biggest = new ArrayList<>();
            private Synthesis.Count count = Synthesis.Count.NONE;
            private Synthesis.Count own = Synthesis.Count.NONE;

            Section(Places.Heading heading) {
                this.heading = heading;
            }

            void add(Synthesis.Placed placed) {
                own = own.plus(1, placed.topic().size());
                int at = biggest.size();
                while (at > 0
                        && biggest.get(at - 1).topic().size() < placed.topic().size()) {
                    at--;
                }
                if (at < Synthesis.MOST_TOPICS) {
                    biggest.add(at, placed);
                    if (biggest.size() > Synthesis.MOST_TOPICS) {
                        biggest.remove(Synthesis.MOST_TOPICS);
                    }
                }
            }
        }

        void add(Topic topic, Places places) {
            var placed = new Synthesis.Placed(places.name(topic.clauseId()), places.within(topic.clauseId()), topic);
            var path = places.headings(topic.clauseId());
            for (var heading : path) {
                var section = sections.computeIfAbsent(heading.at(), none -> new Section(heading));
                section.count = section.count.plus(1, topic.size());
                if (heading == path.get(path.size() - 1)) {
                    section.add(placed);
                }
            }
            if (topic.contested() || topic.overruled()) {
                contestedCount++;
                if (contested.size() < Synthesis.MOST_CONTESTED) {
                    contested.add(placed);
                }
            }
        }

        List<Synthesis.Section> all() {
            return sections.values().stream()
                    .map(section -> new Synthesis.Section(
                            section.heading.level(),
                            section.heading.title(),
                            section.count,
                            section.own,
                            List.copyOf(section.biggest)))
                    .toList();
        }
    }
}
