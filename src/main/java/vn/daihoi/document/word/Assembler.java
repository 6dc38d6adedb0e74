package vn.daihoi.document.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Incoming;
import vn.daihoi.document.text.Mark;

/** Makes clauses and proposals of what was read, from one point of view on the tracked changes. */
final class Assembler {

    /** Lines that only part what is above from what is below. */
    private static final Pattern RULE = Pattern.compile("[-_–—*=~ \\n]+");

    /** A margin comment. */
    record Comment(String author, java.time.@Nullable Instant at, String text) {}

    private record Start(int clause, int offset) {}

    private final boolean accepting;
    private final Map<BigInteger, Comment> comments;
    private final Map<BigInteger, Start> started = new HashMap<>();
    private final Map<BigInteger, Proposal> answered = new LinkedHashMap<>();
    private final Outline outline = new Outline();
    private final List<Incoming> clauses = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private int tableDepth;
    private boolean tableDue;
    private List<Long> tableClaims = List.of();
    /** The clause whose end a tracked change takes away, so that the next one joins it; -1 for none. */
    private int joining = -1;

    private TrackedText.@Nullable Edit joiningEdit;

    Assembler(boolean accepting, Map<BigInteger, Comment> comments) {
        this.accepting = accepting;
        this.comments = comments;
    }

    List<Incoming> clauses() {
        return clauses;
    }

    /** In the order of the clauses; new clauses after what concerns the one they follow. */
    List<Proposal> proposals() {
        List<Proposal> all = new ArrayList<>(proposals);
        all.addAll(answered.values());
        all.sort(Comparator.comparingInt(Proposal::clause)
                .thenComparing(p -> p.kind() == Proposal.Kind.INSERT_CLAUSE)
                .thenComparingInt(Proposal::start));
        return all;
    }

    void assemble(List<Block> all) {
        List<Block> blocks = all.stream().filter(b -> !b.frame).toList();
        for (int i = 0; i < blocks.size(); ) {
            Block block = blocks.get(i);
            if (block.type == Block.Type.TABLE) {
                tableDue = true;
                tableClaims = block.claims(true);
                joining = -1;
                i++;
            } else if (block.type == Block.Type.ROW) {
                row(block);
                i++;
            } else {
                tableDue = false;
                i = paragraphs(blocks, i);
            }
        }
    }

    /** Takes the paragraphs that are one from this point of view; returns where the next begins. */
    private int paragraphs(List<Block> blocks, int from) {
        int end = from + 1;
        while (end < blocks.size()
                && blocks.get(end).type == Block.Type.PARAGRAPH
                && vanishes(blocks.get(end - 1).mark)) {
            end++;
        }
        List<Block> parts = blocks.subList(from, end);
        List<Block> seen =
                parts.stream().filter(b -> b.text.hasWords(accepting)).toList();
        if (seen.isEmpty()) {
            parts.forEach(this::inserted);
            return end;
        }
        int first = parts.indexOf(seen.get(0));
        int last = parts.indexOf(seen.get(seen.size() - 1));
        parts.subList(0, first).forEach(this::inserted);
        Block block = seen.get(0);
        for (int i = first + 1; i <= last; i++) {
            block.text.words(accepting ? " " : "\n", 0, accepting ? null : parts.get(i - 1).mark);
            block.join(parts.get(i));
        }
        TrackedText.Settled settled = block.text.settle(accepting);
        if (headed(block, settled.text(), blocks, end)) {
            settled = block.text.settle(accepting);
            end++;
        }
        paragraph(block, settled, parts.get(parts.size() - 1).mark);
        parts.subList(last + 1, parts.size()).forEach(this::inserted);
        return end;
    }

    /** Whether the end of a paragraph isn't there from this point of view. */
    private boolean vanishes(TrackedText.@Nullable Edit mark) {
        return mark != null && !mark.seen(accepting);
    }

    /** "PHẦN THỨ NHẤT" and what it is about stand in two paragraphs and are one clause: takes in the second. */
    private boolean headed(Block block, String text, List<Block> blocks, int next) {
        if (next >= blocks.size() || block.style.kind() != null || block.mark != null || !Outline.nameOnly(text)) {
            return false;
        }
        Block title = blocks.get(next);
        if (title.type != Block.Type.PARAGRAPH
                || title.style.kind() != null
                || title.number != null
                || title.mark != null) {
            return false;
        }
        TrackedText.Settled about = title.text.settle(accepting);
        boolean heading = title.level >= 0 || about.heavy() || title.centred;
        if (!heading
                || about.text().isEmpty()
                || about.text().indexOf('\n') >= 0
                || Label.typed(about.text()) != null) {
            return false;
        }
        block.text.words("\n", 0, null);
        block.join(title);
        return true;
    }

    private void inserted(Block block) {
        TrackedText.Edit edit = block.text.edit(true);
        if (!accepting && edit != null && !block.text.hasWords(false)) {
            String words = block.text.settle(true).text();
            proposals.add(new Proposal(
                    Proposal.Kind.INSERT_CLAUSE, clauses.size() - 1, 0, "", words, "", edit.author(), edit.at()));
        }
        places(block.text.settle(accepting), clauses.size() - 1, 0, true);
    }

    private void paragraph(Block block, TrackedText.Settled settled, TrackedText.@Nullable Edit mark) {
        if (RULE.matcher(settled.text()).matches()) {
            return;
        }
        Outline.Look look = new Outline.Look(block.style, block.level, block.centred, settled.heavy(), settled.caps());
        boolean own = !block.begun.isEmpty();
        Outline.Spot spot = outline.paragraph(settled.text(), settled.labelEnd(), block.number, look, own);
        add(block, settled, spot.kind(), spot.depth(), spot.label(), spot.textStart(), block.claims(false));
        int index = clauses.size() - 1 - block.notes.size();
        boolean gone = !accepting && block.text.deleted();
        if (joining >= 0 && joiningEdit != null && !gone) {
            String rest = block.text.settle(true).text();
            Clause before = clauses.get(joining).clause();
            proposals.removeIf(p -> p.clause() == index && p.kind() != Proposal.Kind.COMMENT);
            proposals.add(new Proposal(
                    Proposal.Kind.INSERT,
                    joining,
                    before.text().length(),
                    "",
                    " " + rest,
                    "",
                    joiningEdit.author(),
                    joiningEdit.at()));
            deletion(index, joiningEdit);
        }
        if (accepting || mark == null || mark.insertion()) {
            joining = -1;
        } else if (joining < 0 && !gone) {
            joining = index;
            joiningEdit = mark;
        }
    }

    private void row(Block block) {
        joining = -1;
        if (!accepting && block.mark != null && block.mark.insertion()) {
            String words = block.text.settle(true).text();
            if (!words.isBlank()) {
                proposals.add(new Proposal(
                        Proposal.Kind.INSERT_CLAUSE,
                        clauses.size() - 1,
                        0,
                        "",
                        words,
                        "",
                        block.mark.author(),
                        block.mark.at()));
            }
            return;
        }
        if (accepting && block.mark != null && !block.mark.insertion()) {
            return;
        }
        TrackedText.Settled settled = block.text.settle(accepting);
        if (settled.text().isBlank()) {
            return;
        }
        if (tableDue) {
            tableDue = false;
            tableDepth = outline.table();
            clauses.add(new Incoming(
                    new Clause(Clause.NO_ID, ClauseKind.TABLE, tableDepth, "", "", List.of()), tableClaims));
        }
        add(block, settled, ClauseKind.ROW, tableDepth + 1, "", 0, block.claims(false));
        outline.placed(tableDepth + 1);
        if (!accepting && block.mark != null) {
            int index = clauses.size() - 1 - block.notes.size();
            proposals.removeIf(p -> p.clause() == index && p.kind() != Proposal.Kind.COMMENT);
            deletion(index, block.mark);
        }
    }

    /** Adds a clause with its notes, and the proposals on it. */
    private void add(
            Block block,
            TrackedText.Settled settled,
            ClauseKind kind,
            int depth,
            String label,
            int textStart,
            List<Long> claims) {
        String text = settled.text().substring(textStart);
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : settled.marks()) {
            int start = Math.max(0, mark.start() - textStart);
            int end = Math.max(0, mark.end() - textStart);
            boolean heading = kind == ClauseKind.TITLE || kind == ClauseKind.PART || kind == ClauseKind.SECTION;
            boolean shown = heading && mark.style() == Mark.Style.BOLD && start == 0 && end == text.length();
            if (end > start && !shown) {
                marks.add(new Mark(mark.style(), start, end));
            }
        }
        for (TrackedText.At at : settled.places()) {
            if (isNote(at.place())) {
                int offset = Math.max(0, at.offset() - textStart);
                marks.add(new Mark(Mark.Style.NOTE, offset, offset));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::style));
        int index = clauses.size();
        clauses.add(new Incoming(new Clause(Clause.NO_ID, kind, depth, label, text, marks), claims));
        if (!accepting && block.text.deleted()) {
            TrackedText.Edit edit = block.text.edit(false);
            if (edit != null) {
                deletion(index, edit);
            }
        } else {
            changes(settled, index, textStart);
        }
        places(settled, index, textStart, false);
        for (Block.Note note : block.notes) {
            TrackedText.Settled words = note.block().text.settle(accepting);
            add(
                    note.block(),
                    words,
                    ClauseKind.NOTE,
                    depth + 1,
                    "",
                    0,
                    note.block().claims(false));
            outline.placed(depth + 1);
        }
    }

    private static boolean isNote(TrackedText.Place place) {
        return place.what() == TrackedText.Place.What.NOTE || place.what() == TrackedText.Place.What.ENDNOTE;
    }

    private void deletion(int index, TrackedText.Edit edit) {
        proposals.add(new Proposal(
                Proposal.Kind.DELETE_CLAUSE,
                index,
                0,
                clauses.get(index).clause().text(),
                "",
                "",
                edit.author(),
                edit.at()));
    }

    private void changes(TrackedText.Settled settled, int index, int textStart) {
        for (TrackedText.Change change : settled.changes()) {
            // What happened to the label is a matter of numbering.
            int cut = Math.max(0, textStart - change.start());
            String old =
                    change.oldWords().substring(Math.min(cut, change.oldWords().length()));
            String put = cut > 0 ? unlabelled(change.newWords()) : change.newWords();
            if (change.label() || (old.isEmpty() && put.isEmpty())) {
                continue;
            }
            Proposal.Kind kind =
                    old.isEmpty() ? Proposal.Kind.INSERT : put.isEmpty() ? Proposal.Kind.DELETE : Proposal.Kind.REPLACE;
            int start = Math.max(0, change.start() - textStart);
            proposals.add(new Proposal(
                    kind,
                    index,
                    start,
                    old,
                    put,
                    "",
                    change.edit().author(),
                    change.edit().at()));
        }
    }

    private static String unlabelled(String words) {
        String text = words.stripLeading();
        Label.Found label = Label.typed(text);
        return label == null ? text : text.substring(label.end()).stripLeading();
    }

    /** Follows the margin comments; what isn't in the text any more is taken for the end of the clause before. */
    private void places(TrackedText.Settled settled, int index, int textStart, boolean outside) {
        int clause = Math.max(0, index);
        for (TrackedText.At at : settled.places()) {
            BigInteger id = at.place().id();
            int offset = outside ? end(clause) : Math.max(0, at.offset() - textStart);
            if (at.place().what() == TrackedText.Place.What.COMMENT_START) {
                started.putIfAbsent(id, new Start(clause, offset));
            } else if (at.place().what() == TrackedText.Place.What.COMMENT_END) {
                Comment comment = comments.get(id);
                if (comment != null && !answered.containsKey(id)) {
                    Start start = started.getOrDefault(id, new Start(clause, offset));
                    int end = start.clause() == clause ? offset : end(start.clause());
                    answered.put(id, comment(comment, start, end));
                }
            }
        }
    }

    private int end(int clause) {
        return clause < clauses.size() ? clauses.get(clause).clause().text().length() : 0;
    }

    private Proposal comment(Comment comment, Start start, int end) {
        String text = start.clause() < clauses.size()
                ? clauses.get(start.clause()).clause().text()
                : "";
        int from = Math.min(start.offset(), text.length());
        String words = text.substring(from, Math.max(from, Math.min(end, text.length())));
        return new Proposal(
                Proposal.Kind.COMMENT, start.clause(), from, words, "", comment.text(), comment.author(), comment.at());
    }
}
