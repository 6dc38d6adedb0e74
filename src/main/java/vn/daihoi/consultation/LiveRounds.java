package vn.daihoi.consultation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.daihoi.consultation.cluster.Alikes;
import vn.daihoi.consultation.cluster.Saying;
import vn.daihoi.consultation.cluster.Stance;
import vn.daihoi.document.Versions;

/**
 * What this node remembers of the comments of a few rounds, so that new ones are placed at once. Whoever uses it holds the
 * lock of the round; what another node has placed meanwhile is read first, in the order of placing, so that all nodes
 * remember the same.
 */
@Component
class LiveRounds {

    /** The most rounds and, over all of them, about the most comments remembered; the one used last stays in any case. */
    private static final int ROUNDS = 8;

    private static final int COMMENTS = 600_000;
    private static final int PAGE = 2000;

    private final CommentStore comments;
    private final Versions versions;
    private final Map<String, LiveRound> live = new LinkedHashMap<>(16, 0.75f, true);

    LiveRounds(CommentStore comments, Versions versions) {
        this.comments = comments;
        this.versions = versions;
    }

    /** How many comments of a clause want it kept and how many want it changed. */
    static final class Sides {

        /** The smaller side is heard as a side when it has at least this part of the larger. */
        private static final int PART = 5;

        private int keep;
        private int change;

        private void add(CommentType type) {
            switch (type) {
                case AGREE -> keep++;
                case AMEND, REMOVE -> change++;
                case ADD, OTHER -> {}
            }
        }

        /** Whether both sides are heard. */
        boolean contested() {
            return Math.min(keep, change) > 0 && Math.max(keep, change) <= PART * Math.min(keep, change);
        }
    }

    /** A round as remembered. */
    static final class LiveRound {

        private final Alikes alikes = new Alikes();
        private final Map<Long, Integer> positions;
        private final Map<Long, Sides> sides = new HashMap<>();
        private long lastSeq;

        private LiveRound(Map<Long, Integer> positions) {
            this.positions = positions;
        }

        Alikes alikes() {
            return alikes;
        }

        /** Where a clause stands, 0 for the draft as a whole. */
        int position(long clause) {
            return positions.getOrDefault(clause, 0);
        }

        /** The two sides of a clause; the draft as a whole has none. */
        Sides sides(long clause) {
            return sides.computeIfAbsent(clause, none -> new Sides());
        }

        /** Remembers a comment; gives whether it makes its clause contested. */
        boolean add(Comment comment) {
            alikes.add(saying(comment));
            if (comment.clauseId() == 0) {
                return false;
            }
            var sides = sides(comment.clauseId());
            boolean before = sides.contested();
            sides.add(comment.type());
            return !before && sides.contested();
        }

        void placedUpTo(long seq) {
            lastSeq = seq;
        }
    }

    /** A round with all that is placed in it by now. */
    LiveRound of(Round round) {
        var found = remembered(round);
        // what was placed in a transaction that failed isn't there
        if (found.lastSeq > 0 && !comments.placed(round.id(), found.lastSeq)) {
            forget(round.id());
            found = remembered(round);
        }
        for (var page = comments.placedSince(round.id(), found.lastSeq, PAGE); !page.isEmpty(); ) {
            for (var standing : page) {
                if (standing.moderation() == CommentStore.Moderation.HIDDEN) {
                    found.alikes.add(saying(standing.comment()));
                } else {
                    found.add(standing.comment());
                }
                found.lastSeq = standing.seq();
            }
            page = page.size() < PAGE ? java.util.List.of() : comments.placedSince(round.id(), found.lastSeq, PAGE);
        }
        return found;
    }

    static Saying saying(Comment comment) {
        var stance =
                switch (comment.type()) {
                    case AGREE -> Stance.KEEP;
                    case AMEND -> Stance.CHANGE;
                    case ADD -> Stance.ADD;
                    case REMOVE -> Stance.REMOVE;
                    case OTHER -> Stance.OPEN;
                };
        return new Saying(comment.id(), comment.clauseId(), stance, comment.quote(), comment.text());
    }

    private synchronized LiveRound remembered(Round round) {
        var found = live.get(round.id());
        if (found == null) {
            found = new LiveRound(positions(round));
            live.put(round.id(), found);
        }
        int total = live.values().stream().mapToInt(one -> one.alikes.size()).sum();
        for (var eldest = live.entrySet().iterator(); eldest.hasNext(); ) {
            var one = eldest.next();
            if (one.getValue() == found || live.size() <= ROUNDS && total <= COMMENTS) {
                break;
            }
            total -= one.getValue().alikes.size();
            eldest.remove();
        }
        return found;
    }

    private synchronized void forget(String round) {
        live.remove(round);
    }

    /** Where the clauses of the version circulated stand; it is frozen. */
    Map<Long, Integer> positions(Round round) {
        var version = round.version();
        if (version == null) {
            return Map.of();
        }
        var clauses = versions.numbered(round.document(), version)
                .map(found -> versions.read(found).clauses())
                .orElseThrow();
        var positions = new HashMap<Long, Integer>();
        IntStream.range(0, clauses.size())
                .forEach(at -> positions.put(clauses.get(at).id(), at + 1));
        return positions;
    }
}
