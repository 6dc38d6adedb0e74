package vn.daihoi.consultation.cluster;

import java.util.Arrays;
import vn.daihoi.consultation.cluster.Lexicon.Kind;
import vn.daihoi.document.text.Search;

/**
 * Finds the comments that say the same as another among very many, each in a time that doesn't depend on how many they
 * are, and as they come in.
 *
 * <p>Comments of the same wording share one form. The words of a form are hashed into bands (MinHash): forms that share
 * most of their words share a band, and only those are compared, the rarest bands first and never more than a fixed number
 * of them. What is compared is decided on the words alone: to be joined, two comments must have the same numbers and the
 * same words that turn the sense round, and what one says more mustn't stand against what the other says more.
 *
 * <p>It holds no text: about 400 bytes for a comment of forty words. Not safe for several threads at once.
 */
public final class Alikes {

    /** The share of its words two comments of one clause must have in common. */
    private static final double SAME = 0.8;
    /** The same across clauses. */
    private static final double SAME_ELSEWHERE = 0.92;
    /** From here on a person may want to see both. */
    private static final double NEAR = 0.5;

    private static final int STRICT_BANDS = 12;
    private static final int LOOSE_BANDS = 6;
    private static final int BANDS = STRICT_BANDS + LOOSE_BANDS;
    private static final int STRICT_ROWS = 3;
    private static final int LOOSE_ROWS = 2;
    private static final int ROWS = STRICT_BANDS * STRICT_ROWS + LOOSE_BANDS * LOOSE_ROWS;
    /** The most forms compared with one comment, and the most links followed to find them. */
    private static final int STRICT_CHECKS = 48;

    private static final int LOOSE_CHECKS = 16;
    private static final int STEPS_PER_BAND = 64;
    /** The most matches tried, best first. */
    private static final int MATCHES = 6;

    private static final int NONE = -1;

    // forms
    private int forms;
    private int[] begins = new int[1024];
    private long[] firstIds = new long[1024];
    private long[] lastIds = new long[1024];
    private long[] clauses = new long[1024];
    private int[] quotes = new int[1024];
    private byte[] traits = new byte[1024];
    private int[] seen = new int[1024];
    private int[] tokens = new int[16_384];
    private int[] shapes = new int[16_384];

    // bands: chains of postings, of which number p belongs to form p / BANDS
    private int[] heads = new int[16_384];
    private int[] sizes = new int[16_384];
    private int[] links = new int[1024 * BANDS];
    private int[] keys = new int[1024 * BANDS];

    private final LongMap formOfWording = new LongMap();
    private final LongMap formOfComment = new LongMap();
    private final Comparison comparison = new Comparison();
    private final int[] matched = new int[MATCHES];
    private final double[] matchedLikeness = new double[MATCHES];
    private int matches;
    private int visit;
    private int near;
    private double nearLikeness;
    private long checks;

    /** An empty one. */
    public Alikes() {
        Arrays.fill(heads, NONE);
    }

    /** Who stands for the company a comment is in. */
    @FunctionalInterface
    public interface Company {

        /**
         * The comment that a newcomer must be alike to in order to join; the comment itself where people put it into its
         * place, 0 when it is in no company.
         */
        long spokenForBy(long comment);
    }

    /** How many comments it knows. */
    public int size() {
        return formOfComment.size();
    }

    /** How many comparisons were made so far. */
    public long checks() {
        return checks;
    }

    /** Whether a comment was added. */
    public boolean knows(long comment) {
        return formOfComment.get(comment) != NONE;
    }

    /** Where a comment belongs that may be new; changes nothing. */
    public Placing place(Saying saying, Company company) {
        var said = new Said(saying);
        int same = formOfWording.get(said.exact);
        if (same != NONE) {
            for (long twin : new long[] {firstIds[same], lastIds[same]}) {
                if (twin != saying.id() && company.spokenForBy(twin) != 0) {
                    return new Placing(twin, 0, 1);
                }
            }
        }
        visit++;
        near = NONE;
        nearLikeness = NEAR;
        matches = 0;
        comparison.with(said.wording);
        look(said, 0, STRICT_BANDS, STRICT_CHECKS);
        for (int i = 0; i < matches; i++) {
            long comment = firstIds[matched[i]];
            long spokesman = comment == saying.id() ? 0 : company.spokenForBy(comment);
            if (spokesman != 0 && (spokesman == comment || isSame(said, spokesman))) {
                return new Placing(comment, 0, matchedLikeness[i]);
            }
            if (spokesman != 0 && near == NONE) {
                near = matched[i];
                nearLikeness = matchedLikeness[i];
            }
        }
        look(said, STRICT_BANDS, BANDS, LOOSE_CHECKS);
        return near == NONE ? Placing.ALONE : new Placing(0, firstIds[near], Math.min(nearLikeness, 1));
    }

    /** Adds a comment, to be found from now on; one that is known already isn't added again. */
    public void add(Saying saying) {
        if (knows(saying.id())) {
            return;
        }
        var said = new Said(saying);
        int same = formOfWording.get(said.exact);
        if (same != NONE) {
            lastIds[same] = saying.id();
            formOfComment.put(saying.id(), same);
            return;
        }
        int form = forms++;
        grow(said.wording.tokens.length);
        firstIds[form] = saying.id();
        lastIds[form] = saying.id();
        clauses[form] = saying.clause();
        quotes[form] = said.quote;
        traits[form] = said.traits();
        int begin = begins[form];
        System.arraycopy(said.wording.tokens, 0, tokens, begin, said.wording.tokens.length);
        System.arraycopy(said.wording.shapes, 0, shapes, begin, said.wording.shapes.length);
        begins[form + 1] = begin + said.wording.tokens.length;
        for (int band = 0; band < BANDS; band++) {
            int posting = form * BANDS + band;
            int slot = slot(said.keys[band]);
            keys[posting] = said.keys[band];
            links[posting] = heads[slot];
            heads[slot] = posting;
            sizes[slot]++;
        }
        formOfWording.put(said.exact, form);
        formOfComment.put(saying.id(), form);
    }

    private boolean isSame(Said said, long comment) {
        int form = formOfComment.get(comment);
        return form != NONE && likeness(said, form) > 0 && comparison.joins;
    }

    /** Compares with the forms that share a band, the rarest bands first. */
    private void look(Said said, int from, int to, int most) {
        int[] bands = new int[to - from];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = from + i;
            for (int at = i; at > 0 && size(said, bands[at]) < size(said, bands[at - 1]); at--) {
                int other = bands[at];
                bands[at] = bands[at - 1];
                bands[at - 1] = other;
            }
        }
        int left = most;
        for (int band : bands) {
            int steps = STEPS_PER_BAND;
            for (int posting = heads[slot(said.keys[band])];
                    posting != NONE && left > 0 && steps-- > 0;
                    posting = links[posting]) {
                int form = posting / BANDS;
                if (keys[posting] == said.keys[band] && seen[form] != visit) {
                    seen[form] = visit;
                    left--;
                    checked(said, form);
                }
            }
        }
    }

    private int size(Said said, int band) {
        return sizes[slot(said.keys[band])];
    }

    private void checked(Said said, int form) {
        double likeness = likeness(said, form);
        if (comparison.joins) {
            int at = Math.min(matches, MATCHES - 1);
            if (matches == MATCHES && likeness <= matchedLikeness[at]) {
                return;
            }
            matches = Math.min(matches + 1, MATCHES);
            for (; at > 0 && before(likeness, form, at - 1); at--) {
                matched[at] = matched[at - 1];
                matchedLikeness[at] = matchedLikeness[at - 1];
            }
            matched[at] = form;
            matchedLikeness[at] = likeness;
        } else if (likeness > nearLikeness) {
            near = form;
            nearLikeness = likeness;
        }
    }

    private boolean before(double likeness, int form, int at) {
        return likeness > matchedLikeness[at] || likeness == matchedLikeness[at] && form < matched[at];
    }

    private double likeness(Said said, int form) {
        checks++;
        double likeness = comparison.to(tokens, shapes, begins[form], begins[form + 1]);
        boolean brief = said.wording.brief || (traits[form] & 8) != 0;
        boolean here = said.clause == clauses[form];
        boolean quoted = quotes[form] == said.quote || said.stance == Stance.KEEP;
        comparison.joins &= !said.stance.opposes(Stance.values()[traits[form] & 7])
                && likeness >= (here ? SAME : SAME_ELSEWHERE)
                && (!brief || here && quoted && comparison.saysNoMore());
        return likeness;
    }

    private int slot(int key) {
        return key & heads.length - 1;
    }

    private void grow(int words) {
        if (forms + 1 >= begins.length) {
            int length = 2 * begins.length;
            begins = Arrays.copyOf(begins, length);
            firstIds = Arrays.copyOf(firstIds, length);
            lastIds = Arrays.copyOf(lastIds, length);
            clauses = Arrays.copyOf(clauses, length);
            quotes = Arrays.copyOf(quotes, length);
            traits = Arrays.copyOf(traits, length);
            seen = Arrays.copyOf(seen, length);
            links = Arrays.copyOf(links, length * BANDS);
            keys = Arrays.copyOf(keys, length * BANDS);
        }
        if (begins[forms - 1] + words > tokens.length) {
            int length = Math.max(2 * tokens.length, begins[forms - 1] + words);
            tokens = Arrays.copyOf(tokens, length);
            shapes = Arrays.copyOf(shapes, length);
        }
        if (forms * BANDS > heads.length) {
            rehash(2 * heads.length);
        }
    }

    private void rehash(int length) {
        heads = new int[length];
        sizes = new int[length];
        Arrays.fill(heads, NONE);
        for (int posting = 0; posting < (forms - 1) * BANDS; posting++) {
            int slot = slot(keys[posting]);
            links[posting] = heads[slot];
            heads[slot] = posting;
            sizes[slot]++;
        }
    }

    /** A comment made ready to be looked for. */
    private static final class Said {

        final Wording wording;
        final long clause;
        final Stance stance;
        final int quote;
        final int[] keys = new int[BANDS];
        final long exact;

        Said(Saying saying) {
            wording = Wording.of(saying.text());
            clause = saying.clause();
            stance = saying.stance();
            quote = Wording.mix(Search.normal(saying.quote()).hashCode());
            int guards = guards();
            bands(guards);
            long sum = clause * 31 + stance.ordinal();
            // what a short one points at is part of what it says
            sum = sum * 0x9E3779B97F4A7C15L + (wording.brief && stance != Stance.KEEP ? quote : 0);
            for (int at = 0; at < wording.tokens.length; at++) {
                sum = (sum ^ wording.tokens[at]) * 0x9E3779B97F4A7C15L;
                sum ^= sum >>> 29;
                sum = (sum ^ wording.shapes[at]) * 0xBF58476D1CE4E5B9L;
                sum ^= sum >>> 32;
            }
            exact = sum;
        }

        byte traits() {
            return (byte) (stance.ordinal() | (wording.brief ? 8 : 0));
        }

        private int guards() {
            int sum = 0;
            for (int token : wording.tokens) {
                if (Wording.kind(token) == Kind.GUARD) {
                    sum = sum * 31 + token;
                }
            }
            return sum;
        }

        private void bands(int guards) {
            int[] least = new int[ROWS];
            Arrays.fill(least, Integer.MAX_VALUE);
            boolean hard = false;
            for (int token : wording.tokens) {
                hard |= bears(token);
            }
            for (int token : wording.tokens) {
                if (hard && !bears(token)) {
                    continue;
                }
                int hash = Wording.mix(token);
                int step = Wording.mix(token ^ 0x5bd1e995) | 1;
                for (int row = 0; row < ROWS; row++) {
                    least[row] = Math.min(least[row], Wording.mix(hash));
                    hash += step;
                }
            }
            int row = 0;
            for (int band = 0; band < BANDS; band++) {
                boolean strict = band < STRICT_BANDS;
                int key = strict ? 31 * (band + 1) + guards : band + 1;
                for (int i = strict ? STRICT_ROWS : LOOSE_ROWS; i > 0; i--) {
                    key = Wording.mix(key) ^ least[row++];
                }
                keys[band] = Wording.mix(key);
            }
        }

        private static boolean bears(int token) {
            return Wording.kind(token) == Kind.HARD || Wording.kind(token) == Kind.ODD;
        }
    }
}
