package vn.daihoi.document.word;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.ClauseKind;

/** Finds out what each paragraph is and how deep it lies, from its style, its label and what came before. */
final class Outline {

    /** Longer than this no heading is. */
    private static final int HEADING = 160;

    /** What a paragraph turned out to be; the text begins behind the label. */
    record Spot(ClauseKind kind, int depth, String label, int textStart) {}

    /** What is known about a paragraph. */
    record Look(Styles.Facts style, int level, boolean centred, boolean heavy, boolean caps) {}

    private record Entry(int depth, int level, @Nullable Label label, ClauseKind kind) {
        boolean heads() {
            return kind != ClauseKind.ITEM;
        }
    }

    private final Deque<Entry> open = new ArrayDeque<>();
    private int lastDepth = -1;
    private boolean begun;

    /**
     * Places a paragraph.
     *
     * @param text all of it, label included
     * @param marked where the label ends that our own export marked, 0 for none
     * @param number what Word counted, null for none
     * @param own whether our own export wrote the paragraph, so that its style and label can be trusted
     */
    Spot paragraph(String text, int marked, Numbering.@Nullable Number number, Look look, boolean own) {
        ClauseKind styled = look.style().kind();
        boolean usable =
                styled != null && styled != ClauseKind.ROW && styled != ClauseKind.TABLE && styled != ClauseKind.NOTE;
        Label label = null;
        int textStart = 0;
        if (marked > 0 && marked <= 80) {
            label = Label.known(text.substring(0, marked).strip(), -1, 0);
            textStart = marked;
        } else if (number != null && !number.label().isEmpty()) {
            label = Label.known(number.label(), number.list(), number.level());
        } else if (!usable || (!own && styled != ClauseKind.PARAGRAPH && styled != ClauseKind.TITLE)) {
            Label.Found found = Label.typed(text);
            if (found != null && credible(found, text, look)) {
                label = found.label();
                textStart = found.end();
            }
        }
        while (textStart < text.length() && (text.charAt(textStart) == ' ' || text.charAt(textStart) == '\n')) {
            textStart++;
        }
        String printed = label == null ? "" : label.text();
        ClauseKind kind = styled != null && usable ? styled : kind(text.substring(textStart), label, look);
        int depth = styled != null && usable
                ? trusted(kind, Math.min(look.style().depth(), lastDepth + 1), label)
                : place(kind, look.level(), label);
        begun |= kind != ClauseKind.TITLE;
        lastDepth = depth;
        return new Spot(kind, depth, printed, textStart);
    }

    /** Places a table; its rows lie one deeper. */
    int table() {
        begun = true;
        lastDepth = place(ClauseKind.TABLE, -1, null);
        return lastDepth;
    }

    /** Tells that a clause was put at this depth without being asked for. */
    void placed(int depth) {
        lastDepth = depth;
    }

    /** Whether a paragraph is nothing but the name of a part, so that the next one says what it is about. */
    static boolean nameOnly(String text) {
        Label.Found found = Label.typed(text);
        return found != null
                && found.end() == text.length()
                && (found.label().family() == Label.Family.PART || found.label().family() == Label.Family.CHAPTER);
    }

    private ClauseKind kind(String rest, @Nullable Label label, Look look) {
        if (label == null) {
            if (look.style().title() && !begun) {
                return ClauseKind.TITLE;
            }
            boolean upper = look.caps() || upper(rest);
            if (!begun && ((look.centred() && (upper || look.heavy())) || (look.level() >= 0 && upper))) {
                return ClauseKind.TITLE;
            }
            boolean heading = look.level() >= 0 && !rest.isEmpty();
            return heading ? ClauseKind.SECTION : ClauseKind.PARAGRAPH;
        }
        switch (label.family()) {
            case PART:
                return ClauseKind.PART;
            case CHAPTER, DIVISION, CAPITAL, ROMAN:
                return ClauseKind.SECTION;
            case DASH, PLUS, DOT:
                return look.level() >= 0 ? ClauseKind.SECTION : ClauseKind.ITEM;
            case LETTER:
                return look.level() >= 0 || look.heavy() ? ClauseKind.SECTION : ClauseKind.ITEM;
            default:
                return heads(rest, look) ? ClauseKind.SECTION : ClauseKind.ITEM;
        }
    }

    /** Whether a numbered paragraph is the heading of what follows. */
    private static boolean heads(String rest, Look look) {
        return look.level() >= 0 || look.heavy() || (rest.length() <= HEADING && !closed(rest));
    }

    private static boolean closed(String text) {
        return !text.isEmpty() && ".;,!?…".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Years, dates, amounts and initials look like labels too. */
    private boolean credible(Label.Found found, String text, Look look) {
        Label label = found.label();
        String rest = text.substring(found.end()).strip();
        boolean strong = look.level() >= 0
                || look.heavy()
                || upper(rest)
                || open.stream().anyMatch(e -> e.label() != null && label.follows(e.label()));
        switch (label.family()) {
            case PART:
                return rest.isEmpty()
                        || strong
                        || look.centred()
                        || ".:".indexOf(text.charAt(found.end() - 1)) >= 0
                        || text.charAt(Math.min(found.end(), text.length() - 1)) == '\n';
            case CHAPTER, DIVISION:
                return rest.isEmpty() || strong || look.centred() || ".:".indexOf(text.charAt(found.end() - 1)) >= 0;
            case ROMAN:
                return !initial(rest) && (strong || label.first() || (rest.length() <= HEADING && !closed(rest)));
            case CAPITAL:
                return !initial(rest)
                        && (look.level() >= 0
                                || (label.first()
                                                || open.stream()
                                                        .anyMatch(e -> e.label() != null && label.follows(e.label())))
                                        && (look.heavy() || upper(rest)));
            case DECIMAL:
                if (label.numbers().size() == 1) {
                    return rest.isEmpty() || !rest.matches("(?s)\\d{3}\\b.*");
                }
                boolean counted = open.stream()
                        .anyMatch(e -> e.label() != null && (label.inside(e.label()) || label.follows(e.label())));
                boolean dotted = text.charAt(found.end() - 1) == '.';
                return counted
                        ? dotted || look.level() >= 0 || (!rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0)))
                        : look.level() >= 0 || look.heavy() || (dotted && label.first());
            default:
                return !rest.isEmpty();
        }
    }

    /** "V. I. Lênin", "C. Mác": initials of a name. */
    private static boolean initial(String rest) {
        return rest.length() > 1 && Character.isUpperCase(rest.charAt(0)) && rest.charAt(1) == '.';
    }

    private static boolean upper(String text) {
        return text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().anyMatch(Character::isUpperCase);
    }

    /** Takes the depth that our own export gave. */
    private int trusted(ClauseKind kind, int depth, @Nullable Label label) {
        while (!open.isEmpty() && open.peek().depth() >= depth) {
            open.pop();
        }
        if (kind == ClauseKind.PART || kind == ClauseKind.SECTION || kind == ClauseKind.ITEM) {
            open.push(new Entry(depth, -1, label, kind));
        }
        return depth;
    }

    private int place(ClauseKind kind, int level, @Nullable Label label) {
        if (kind == ClauseKind.TITLE) {
            return 0;
        }
        if (kind == ClauseKind.PARAGRAPH || kind == ClauseKind.TABLE) {
            while (!open.isEmpty() && !open.peek().heads()) {
                open.pop();
            }
            return below();
        }
        Entry brother = brother(level, label);
        if (brother != null) {
            while (open.pop() != brother) {
                // What lay inside the brother is over.
            }
        } else {
            while (!open.isEmpty() && ends(open.peek(), kind, level, label)) {
                open.pop();
            }
        }
        int depth = brother != null ? brother.depth() : below();
        open.push(new Entry(depth, level, label, kind));
        return depth;
    }

    private int below() {
        return Math.min(open.isEmpty() ? 0 : open.peek().depth() + 1, lastDepth + 1);
    }

    private @Nullable Entry brother(int level, @Nullable Label label) {
        if (label == null) {
            return null;
        }
        for (Entry entry : open) {
            boolean comparable = level < 0 || entry.level() < 0 || level == entry.level();
            if (comparable && entry.label() != null && label.follows(entry.label())) {
                return entry;
            }
        }
        return null;
    }

    /** Whether something new ends what is open. */
    private static boolean ends(Entry top, ClauseKind kind, int level, @Nullable Label label) {
        if (level >= 0 && top.level() >= 0) {
            return top.level() >= level;
        }
        if (label != null && top.label() != null) {
            if (label.list() >= 0 && label.list() == top.label().list()) {
                return top.label().level() >= label.level();
            }
            if (label.inside(top.label())) {
                return false;
            }
            // A list that begins anew lies inside the heading before it, whatever its numbers look like.
            if (kind == ClauseKind.ITEM && top.heads() && (label.first() || top.level() >= 0)) {
                return false;
            }
            return top.label().rank() >= label.rank();
        }
        if (label == null) {
            return top.kind() != ClauseKind.PART;
        }
        return label.family() == Label.Family.PART || !top.heads();
    }
}
