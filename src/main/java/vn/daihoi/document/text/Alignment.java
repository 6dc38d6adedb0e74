package vn.daihoi.document.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.daihoi.document.text.Candidates.Candidate;
import vn.daihoi.document.text.Pairing.Ground;

/** Finds the clauses of a document again in the text of its next version. */
public final class Alignment {

    /** So alike, a clause is taken for another without asking for better ones elsewhere. */
    private static final double STRONG = 0.6;
    /** So alike, a clause is found again at another place. */
    private static final double MOVED = 0.5;
    /** The same for a short one, of which many are alike. */
    private static final double SHORT_MOVED = 0.75;
    /** So alike, what stands at the same place is taken for the same clause, and a person is asked. */
    private static final double WEAK = 0.3;
    /** An id in the file is believed if the words are at least so alike; else only where nothing speaks against it. */
    private static final double CREDIBLE = 0.5;
    /** A clause that was merged from more than so many isn't any of them; a hostile file may claim all. */
    private static final int MOST_CLAIMS = 20;
    /** So much less alike, another clause is no rival. */
    private static final double RIVAL = 0.15;

    private final List<Incoming> incoming;
    private final Side.Names names = new Side.Names();
    private final Matching matching;
    private final boolean[] claimed;

    private Alignment(List<Clause> base, List<Incoming> incoming) {
        this.incoming = incoming;
        matching = new Matching(
                new Side(base, names),
                new Side(incoming.stream().map(Incoming::clause).toList(), names));
        claimed = new boolean[incoming.size()];
    }

    /**
     * Pairs every incoming clause with at most one of the former version, and none twice. An id that the file carries
     * counts first if the words are alike, too; then the same words, then alike words at the same place, then alike words
     * elsewhere, at last an id on words that nobody knows. The cost grows with n·log n, whatever comes in.
     *
     * @param base the former version
     * @param next what came in, in reading order
     * @return one pairing for each of {@code next}, in its order
     */
    public static List<Pairing> of(List<Clause> base, List<Incoming> next) {
        return new Alignment(base, next).align();
    }

    private List<Pairing> align() {
        var claims = claims();
        believe(claims.stream().filter(claim -> claim.likeness() >= CREDIBLE).toList());
        var anchors = new Anchors(matching);
        anchors.find(names);
        var candidates = Candidates.find(matching, WEAK);
        Chain.pair(
                matching,
                candidates.stream()
                        .filter(candidate -> candidate.likeness() >= STRONG)
                        .toList());
        Gaps.fill(matching, STRONG);
        pairMoved(candidates);
        believe(claims);
        Gaps.fill(matching, WEAK);
        anchors.findLeftovers();
        return pairings(Stream.concat(claims.stream(), candidates.stream()).toList());
    }

    /** The claims on clauses that exist and may have become what claims them. */
    private List<Candidate> claims() {
        var index = new HashMap<Long, Integer>();
        for (int i = 0; i < matching.base().size(); i++) {
            index.put(matching.base().get(i).id(), i);
        }
        var claims = new ArrayList<Candidate>();
        for (int j = 0; j < incoming.size(); j++) {
            for (long id : incoming.get(j).claims().stream()
                    .distinct()
                    .limit(MOST_CLAIMS)
                    .toList()) {
                var i = index.get(id);
                if (i != null
                        && id != Clause.NO_ID
                        && matching.base().family(i) == matching.next().family(j)) {
                    claims.add(new Candidate(i, j, matching.likeness(i, j)));
                }
            }
        }
        return claims;
    }

    /** Believes claims nobody disputes, then of those that exclude each other the better, by words and neighbours. */
    private void believe(List<Candidate> claims) {
        int[] onBase = new int[matching.base().size()];
        int[] ofNext = new int[incoming.size()];
        for (var claim : claims) {
            onBase[claim.base()]++;
            ofNext[claim.next()]++;
        }
        claims.stream()
                .filter(claim -> onBase[claim.base()] == 1 && ofNext[claim.next()] == 1)
                .forEach(this::believe);
        bestFirst(claims).forEach(this::believe);
    }

    /** In the order of likeness and place as they are judged now. */
    private List<Candidate> bestFirst(List<Candidate> candidates) {
        record Judged(Candidate candidate, double score) {}
        return candidates.stream()
                .filter(candidate -> matching.areFree(candidate.base(), candidate.next()))
                .map(candidate -> new Judged(candidate, score(candidate)))
                .sorted(Comparator.comparingDouble(Judged::score).reversed())
                .map(Judged::candidate)
                .toList();
    }

    private void believe(Candidate claim) {
        if (matching.areFree(claim.base(), claim.next())) {
            matching.pair(claim.base(), claim.next());
            claimed[claim.next()] = true;
        }
    }

    private void pairMoved(List<Candidate> candidates) {
        bestFirst(candidates).forEach(candidate -> {
            if (candidate.likeness() >= (isShort(candidate) ? SHORT_MOVED : MOVED)
                    && matching.areFree(candidate.base(), candidate.next())) {
                matching.pair(candidate.base(), candidate.next());
            }
        });
    }

    private double score(Candidate candidate) {
        return matching.score(candidate.base(), candidate.next(), candidate.likeness());
    }

    private boolean isShort(Candidate candidate) {
        return matching.base().isShort(candidate.base()) || matching.next().isShort(candidate.next());
    }

    private List<Pairing> pairings(List<Candidate> candidates) {
        var stays = Order.rising(matching.all());
        double[] rivals = rivals(candidates);
        var repeated = repeated();
        return IntStream.range(0, incoming.size())
                .mapToObj(j -> matching.isFreeNext(j)
                        ? new Pairing(Pairing.NEW, 0, false, Ground.NONE, true)
                        : pairing(
                                j,
                                !stays[j],
                                rivals[j],
                                repeated[matching.next().key(j)]))
                .toList();
    }

    private Pairing pairing(int j, boolean moved, double rival, boolean repeated) {
        int i = matching.baseOf(j);
        double likeness = matching.likeness(i, j);
        if (matching.sameText(i, j)) {
            // a short or repeated text elsewhere may as well be another that says the same
            boolean known = !moved
                    || matching.arePaired(
                            matching.base().parent(i), matching.next().parent(j));
            boolean sure = claimed[j]
                    ? !moved || rival < 1
                    : known || !(repeated || matching.next().isShort(j));
            return new Pairing(i, 1, moved, claimed[j] ? Ground.CLAIM : Ground.SAME_TEXT, sure);
        }
        double similarity =
                matching.base().profile(i).similarity(matching.next().profile(j));
        double enough = claimed[j] ? CREDIBLE : moved ? SHORT_MOVED : STRONG;
        boolean sure = likeness >= enough && rival < likeness - RIVAL;
        return new Pairing(i, similarity, moved, claimed[j] ? Ground.CLAIM : Ground.ALIKE, sure);
    }

    /** For each incoming clause how alike the best other pair is that it or its partner might have made. */
    private double[] rivals(List<Candidate> candidates) {
        double[] rivals = new double[incoming.size()];
        int[] nextOf = Order.inverse(matching.all(), matching.base().size());
        for (var candidate : candidates) {
            int i = candidate.base();
            int j = candidate.next();
            if (matching.isFreeBase(i) && !matching.isFreeNext(j)) {
                rivals[j] = Math.max(rivals[j], candidate.likeness());
            }
            if (matching.isFreeNext(j) && !matching.isFreeBase(i)) {
                rivals[nextOf[i]] = Math.max(rivals[nextOf[i]], candidate.likeness());
            }
        }
        return rivals;
    }

    /** Which texts stand several times on one side. */
    private boolean[] repeated() {
        var repeated = new boolean[names.texts()];
        for (var side : List.of(matching.base(), matching.next())) {
            var seen = new boolean[names.texts()];
            for (int at = 0; at < side.size(); at++) {
                repeated[side.key(at)] |= seen[side.key(at)];
                seen[side.key(at)] = true;
            }
        }
        return repeated;
    }
}
