package vn.daihoi.document.word;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Mark;

/** The text of a paragraph, row or note as the file has it: with both sides of its tracked changes. */
final class TrackedText {

    static final int BOLD = 1;
    static final int ITALIC = 2;
    static final int UNDERLINE = 4;
    /** Looks bold, be it by the style of the paragraph. */
    static final int HEAVY = 8;
    /** Is shown in capitals. */
    static final int CAPS = 16;
    /** Belongs to the label, as our own export tells. */
    static final int LABEL = 32;

    /** A tracked change. */
    record Edit(boolean insertion, String author, @Nullable Instant at) {

        /** Whether a reader who accepts, or rejects, all changes sees it. */
        boolean seen(boolean accepting) {
            return insertion == accepting;
        }
    }

    /** A part of the text. */
    sealed interface Piece {
        @Nullable
        Edit edit();
    }

    /** Words set alike. */
    record Words(String text, int look, @Nullable Edit edit) implements Piece {}

    /** A place in the text. */
    record Place(What what, BigInteger id, @Nullable Edit edit) implements Piece {
        enum What {
            NOTE,
            ENDNOTE,
            COMMENT_START,
            COMMENT_END
        }
    }

    /** A tracked change in the settled text; {@code label} when it is one of the label that our own export marked. */
    record Change(int start, String oldWords, String newWords, Edit edit, boolean label) {}

    /** A place in the settled text. */
    record At(Place place, int offset) {}

    /**
     * The text from one point of view.
     *
     * @param text single blanks, composed letters, label included
     * @param labelEnd where the label ends that our own export marked; 0 for none
     */
    record Settled(
            String text,
            List<Mark> marks,
            List<At> places,
            List<Change> changes,
            int labelEnd,
            boolean heavy,
            boolean caps) {}

    private final List<Piece> pieces = new ArrayList<>();

    void add(Piece piece) {
        pieces.add(piece);
    }

    void words(String text, int look, @Nullable Edit edit) {
        if (!text.isEmpty()) {
            pieces.add(new Words(text, look, edit));
        }
    }

    void append(TrackedText other) {
        pieces.addAll(other.pieces);
    }

    /** Whether there are words that this point of view sees. */
    boolean hasWords(boolean accepting) {
        return hasWords(edit -> edit == null || edit.seen(accepting));
    }

    /** The first change that put words in or took words out; null for none. */
    @Nullable
    Edit edit(boolean insertion) {
        for (Piece piece : pieces) {
            Edit edit = piece.edit();
            if (edit != null && edit.insertion() == insertion && piece instanceof Words words && !blank(words.text())) {
                return edit;
            }
        }
        return null;
    }

    /** Whether nothing stays: all words were taken out and none put in. */
    boolean deleted() {
        return hasWords(false) && !hasWords(true);
    }

    private boolean hasWords(java.util.function.Predicate<@Nullable Edit> wanted) {
        for (Piece piece : pieces) {
            if (piece instanceof Words words && wanted.test(words.edit()) && !blank(words.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(String text) {
        return text.chars().allMatch(c -> isBlank((char) c) || c == '\n' || ignored((char) c));
    }

    /** The text as somebody sees it who accepts all changes, or rejects them all; then the changes are listed too. */
    Settled settle(boolean accepting) {
        return new Settler(accepting).settle(pieces);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u3000' || (c >= '\u2000' && c <= '\u200a');
    }

    private static boolean ignored(char c) {
        return c == '\u200b'
                || c == '\ufeff'
                || c == '\u00ad'
                || c == '\u200e'
                || c == '\u200f'
                || (c < ' ' && c != '\n' && c != '\t');
    }

    /** Blanks single, but kept at both ends, where they part the words from their neighbours. */
    private static String tidy(CharSequence raw) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isBlank(c)) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!ignored(c)) {
                out.append(c);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Puts the pieces together once; offsets are corrected when blanks that were expected turn out to be dropped. */
    private static final class Settler {

        private final boolean accepting;
        private final StringBuilder out = new StringBuilder();
        private final List<Offset> offsets = new ArrayList<>();
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Stop> stops = new ArrayList<>();
        private int pendingBlank;
        private int pendingFeeds;
        /** The first offset taken while blanks were pending. */
        private int pendingFrom;
        /** The first group opened since the last seen character. */
        private int openFrom;

        private @Nullable Group group;
        private boolean heavy = true;
        private boolean caps = true;

        Settler(boolean accepting) {
            this.accepting = accepting;
        }

        Settled settle(List<Piece> pieces) {
            @Nullable Offset labelEnd = null;
            for (Piece piece : pieces) {
                Edit edit = piece.edit();
                boolean seen = edit == null || edit.seen(accepting);
                if (piece instanceof Place place) {
                    if (seen) {
                        stops.add(new Stop(place, here()));
                    }
                } else if (piece instanceof Words words) {
                    track(words);
                    if (seen) {
                        int before = out.length();
                        Offset start = null;
                        for (int i = 0; i < words.text().length(); i++) {
                            char c = words.text().charAt(i);
                            put(c);
                            if (start == null && out.length() > before && !isBlank(c) && c != '\t' && c != '\n') {
                                start = new Offset(out.length() - 1);
                                offsets.add(start);
                            }
                        }
                        if (start != null) {
                            Offset end = new Offset(out.length());
                            offsets.add(end);
                            stretches.add(new Stretch(words.look(), start, end));
                            heavy &= (words.look() & HEAVY) != 0;
                            caps &= (words.look() & CAPS) != 0;
                            if ((words.look() & LABEL) != 0 && (labelEnd != null || start.value == 0)) {
                                labelEnd = end;
                            }
                        }
                    }
                }
            }
            drop();
            boolean any = !stretches.isEmpty();
            String text = compose();
            return new Settled(
                    text,
                    marks(text),
                    stops.stream().map(s -> new At(s.place, s.offset.value)).toList(),
                    changes(text),
                    labelEnd == null ? 0 : labelEnd.value,
                    any && heavy,
                    any && caps);
        }

        /** Adjacent changes of one author are one: what they took out and what they put in its place. */
        private void track(Words words) {
            Edit edit = words.edit();
            if (accepting || edit == null) {
                group = null;
                return;
            }
            boolean label = (words.look() & LABEL) != 0;
            if (group == null || !group.edit.author().equals(edit.author()) || group.label != label) {
                group = new Group(edit, here(), pendingBlank > 0 || pendingFeeds > 0, label);
                groups.add(group);
            }
            (edit.insertion() ? group.newWords : group.oldWords).append(words.text());
        }

        private Offset here() {
            Offset offset = new Offset(out.length() + pendingFeeds + (pendingFeeds == 0 ? pendingBlank : 0));
            offsets.add(offset);
            return offset;
        }

        private void put(char c) {
            if (ignored(c)) {
                return;
            }
            if (isBlank(c)) {
                boolean swallowed = pendingBlank > 0 || pendingFeeds > 0 || atLineStart();
                if (swallowed) {
                    openGroups(g -> g.blankAfter = true);
                } else {
                    expect();
                    pendingBlank = 1;
                }
            } else if (c == '\n') {
                if (out.isEmpty() || out.charAt(out.length() - 1) == '\t') {
                    return;
                }
                if (pendingBlank > 0) {
                    drop();
                }
                expect();
                pendingFeeds++;
            } else if (c == '\t') {
                drop();
                out.append(c);
                openFrom = groups.size();
            } else {
                if (pendingFeeds > 0) {
                    out.append("\n".repeat(pendingFeeds));
                } else if (pendingBlank > 0) {
                    out.append(' ');
                }
                pendingFeeds = 0;
                pendingBlank = 0;
                out.append(c);
                openFrom = groups.size();
            }
        }

        private boolean atLineStart() {
            return out.isEmpty() || out.charAt(out.length() - 1) == '\t';
        }

        private void expect() {
            if (pendingBlank == 0 && pendingFeeds == 0) {
                pendingFrom = offsets.size();
            }
        }

        /** What was expected doesn't come: offsets behind it move to the end of what is there. */
        private void drop() {
            if (pendingBlank > 0 || pendingFeeds > 0) {
                for (Offset offset : offsets.subList(pendingFrom, offsets.size())) {
                    offset.value = Math.min(offset.value, out.length());
                }
                openGroups(g -> g.blankBefore |= g.afterBlank);
            }
            pendingBlank = 0;
            pendingFeeds = 0;
        }

        private void openGroups(Consumer<Group> what) {
            groups.subList(Math.min(openFrom, groups.size()), groups.size()).forEach(what);
        }

        /** Letters and accents that came in different pieces, or decomposed, become one character each. */
        private String compose() {
            if (Normalizer.isNormalized(out, Normalizer.Form.NFC)) {
                return out.toString();
            }
            StringBuilder composed = new StringBuilder();
            int[] moved = new int[out.length() + 1];
            for (int i = 0; i < out.length(); ) {
                int end = i + 1;
                while (end < out.length()
                        && (Character.getType(out.charAt(end)) == Character.NON_SPACING_MARK
                                || Character.isLowSurrogate(out.charAt(end)))) {
                    end++;
                }
                Arrays.fill(moved, i, end, composed.length());
                composed.append(Normalizer.normalize(out.substring(i, end), Normalizer.Form.NFC));
                i = end;
            }
            moved[out.length()] = composed.length();
            offsets.forEach(o -> o.value = moved[Math.min(o.value, out.length())]);
            return composed.toString();
        }

        private List<Mark> marks(String text) {
            List<Mark> marks = new ArrayList<>();
            mark(marks, text, Mark.Style.BOLD, BOLD);
            mark(marks, text, Mark.Style.ITALIC, ITALIC);
            mark(marks, text, Mark.Style.UNDERLINE, UNDERLINE);
            return marks;
        }

        private void mark(List<Mark> marks, String text, Mark.Style style, int bit) {
            int start = -1;
            int end = -1;
            for (Stretch stretch : stretches) {
                if ((stretch.look & bit) == 0 || (stretch.look & LABEL) != 0) {
                    continue;
                }
                if (start >= 0
                        && text.substring(end, Math.max(end, stretch.start.value))
                                .isBlank()) {
                    end = stretch.end.value;
                } else {
                    if (start >= 0 && end > start) {
                        marks.add(new Mark(style, start, end));
                    }
                    start = stretch.start.value;
                    end = stretch.end.value;
                }
            }
            if (start >= 0 && end > start) {
                marks.add(new Mark(style, start, end));
            }
        }

        private List<Change> changes(String text) {
            List<Change> changes = new ArrayList<>();
            for (Group g : groups) {
                int start = Math.min(g.start.value, text.length());
                String old = tidy(g.oldWords);
                // What was taken out is quoted as it stands in the text, where blanks at its ends may have gone.
                int end = start;
                if (!old.isEmpty()) {
                    String bare = old.strip();
                    if (text.startsWith(old, start)) {
                        end = start + old.length();
                    } else if (text.startsWith(bare, start)) {
                        end = start + bare.length();
                    } else if (text.startsWith(bare, start + 1)) {
                        end = start + 1 + bare.length();
                    }
                }
                String put = tidy(g.newWords);
                if (!put.isBlank() && g.blankBefore && start > 0 && end == start && !put.startsWith(" ")) {
                    put = " " + put;
                }
                if (!put.isBlank() && g.blankAfter && end < text.length() && !put.endsWith(" ")) {
                    put = put + " ";
                }
                if (!put.isEmpty() || end > start) {
                    changes.add(new Change(start, text.substring(start, end), put, g.edit, g.label));
                }
            }
            return changes;
        }

        private static final class Offset {
            private int value;

            Offset(int value) {
                this.value = value;
            }
        }

        private record Stretch(int look, Offset start, Offset end) {}

        private record Stop(Place place, Offset offset) {}

        private static final class Group {
            private final Edit edit;
            private final Offset start;
            private final boolean afterBlank;
            private final boolean label;
            private final StringBuilder oldWords = new StringBuilder();
            private final StringBuilder newWords = new StringBuilder();
            private boolean blankBefore;
            private boolean blankAfter;

            Group(Edit edit, Offset start, boolean afterBlank, boolean label) {
                this.edit = edit;
                this.start = start;
                this.afterBlank = afterBlank;
                this.label = label;
            }
        }
    }
}
