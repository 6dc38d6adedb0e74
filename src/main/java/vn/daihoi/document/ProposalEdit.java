package vn.daihoi.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.Drafts.StoredProposal;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Labelled;
import vn.daihoi.document.word.Proposal.Kind;

/** Takes a proposal over into the clauses of a draft, and tells where the other open proposals apply afterwards. */
final class ProposalEdit {

    private static final int GONE = -1;

    private ProposalEdit() {}

    /**
     * What came of it.
     *
     * @param clauses the text as it stands now
     * @param moved open proposals that apply elsewhere now
     */
    record Edited(List<Clause> clauses, List<StoredProposal> moved) {}

    /**
     * Takes a proposal over.
     *
     * @param open the other proposals still open on the same draft
     * @param fresh id for the clause that the proposal puts in, if it does
     * @return null when the words or the clause it speaks of aren't there any more
     */
    static @Nullable Edited of(List<Clause> clauses, StoredProposal proposal, List<StoredProposal> open, long fresh) {
        var at = indexOf(clauses, proposal.clauseId());
        if (proposal.kind() == Kind.INSERT_CLAUSE && (at >= 0 || proposal.clauseId() == Clause.NO_ID)) {
            return inserted(clauses, at, proposal, open, fresh);
        }
        if (at < 0) {
            return null;
        }
        return switch (proposal.kind()) {
            case INSERT, DELETE, REPLACE -> rewritten(clauses, at, proposal, open);
            case DELETE_CLAUSE -> removed(clauses, at, open);
            case INSERT_CLAUSE, COMMENT -> null;
        };
    }

    private static @Nullable Edited rewritten(
            List<Clause> clauses, int at, StoredProposal proposal, List<StoredProposal> open) {
        var clause = clauses.get(at);
        var text = clause.text();
        var start = proposal.start();
        if (start < 0 || start > text.length() || !text.startsWith(proposal.oldWords(), start)) {
            return null;
        }
        var splice = Splice.of(text, start, start + proposal.oldWords().length(), words(proposal.newWords()));
        var result = splice.apply(text);
        if (result.isBlank()) {
            return removed(clauses, at, open);
        }
        var changed = new ArrayList<>(clauses);
        changed.set(
                at,
                new Clause(
                        clause.id(),
                        clause.kind(),
                        clause.depth(),
                        clause.label(),
                        result,
                        splice.marks(clause.marks())));
        var moved = open.stream()
                .filter(other -> other.clauseId() == clause.id() && !wholeClause(other) && other.start() >= 0)
                .map(other -> other.on(other.clauseId(), splice.place(other, proposal.id())))
                .toList();
        return new Edited(changed, moved);
    }

    private static Edited inserted(
            List<Clause> clauses, int at, StoredProposal proposal, List<StoredProposal> open, long fresh) {
        var changed = new ArrayList<>(clauses);
        var behind = at;
        while (behind >= 0
                && behind + 1 < clauses.size()
                && clauses.get(behind + 1).kind() == ClauseKind.NOTE) {
            behind++;
        }
        changed.add(behind + 1, added(at < 0 ? null : clauses.get(at), words(proposal.newWords()), fresh));
        // of several behind the same clause the later proposed stands later, whichever is accepted first
        var moved = open.stream()
                .filter(other -> other.kind() == Kind.INSERT_CLAUSE
                        && other.clauseId() == proposal.clauseId()
                        && other.id() > proposal.id())
                .map(other -> other.on(fresh, other.start()))
                .toList();
        return new Edited(wellNested(changed), moved);
    }

    private static Clause added(@Nullable Clause before, String words, long fresh) {
        if (before != null && before.kind() == ClauseKind.ROW) {
            return new Clause(fresh, ClauseKind.ROW, before.depth(), "", words, List.of());
        }
        // a label was typed in front of the words like the rest of the line
        var line = Labelled.of(words);
        var plain = line.label().isEmpty() ? ClauseKind.PARAGRAPH : ClauseKind.ITEM;
        if (before == null) {
            return new Clause(fresh, plain, 0, line.label(), line.text(), List.of());
        }
        return switch (before.kind()) {
            case PART, SECTION -> new Clause(fresh, plain, before.depth() + 1, line.label(), line.text(), List.of());
            case ITEM -> new Clause(fresh, ClauseKind.ITEM, before.depth(), line.label(), line.text(), List.of());
            default -> new Clause(fresh, plain, before.depth(), line.label(), line.text(), List.of());
        };
    }

    /** Without the clause, and without what cannot be without it: the notes on it, the rows of a table. */
    private static Edited removed(List<Clause> clauses, int at, List<StoredProposal> open) {
        var clause = clauses.get(at);
        var end = at + 1;
        while (end < clauses.size()
                && clauses.get(end).depth() > clause.depth()
                && hangsOn(clauses.get(end).kind(), clause.kind())) {
            end++;
        }
        var changed = new ArrayList<>(clauses);
        if (clause.kind() == ClauseKind.NOTE) {
            forgetNote(changed, at);
        }
        Set<Long> gone = new HashSet<>();
        clauses.subList(at, end).forEach(one -> gone.add(one.id()));
        changed.subList(at, end).clear();
        var before = at == 0 ? Clause.NO_ID : clauses.get(at - 1).id();
        var moved = open.stream()
                .filter(other -> gone.contains(other.clauseId()))
                .map(other -> other.kind() == Kind.INSERT_CLAUSE
                        ? other.on(before, other.start())
                        : other.on(other.clauseId(), GONE))
                .toList();
        return new Edited(wellNested(changed), moved);
    }

    private static boolean hangsOn(ClauseKind kind, ClauseKind on) {
        return kind == ClauseKind.NOTE || (kind == ClauseKind.ROW && on == ClauseKind.TABLE);
    }

    /** The n-th note behind a clause belongs to its n-th mark. */
    private static void forgetNote(List<Clause> clauses, int at) {
        var owner = at - 1;
        while (owner >= 0 && clauses.get(owner).kind() == ClauseKind.NOTE) {
            owner--;
        }
        if (owner < 0) {
            return;
        }
        var clause = clauses.get(owner);
        var notes = IntStream.range(0, clause.marks().size())
                .filter(index -> clause.marks().get(index).style() == Mark.Style.NOTE)
                .toArray();
        var which = at - owner - 1;
        if (which < notes.length) {
            var marks = new ArrayList<>(clause.marks());
            marks.remove(notes[which]);
            clauses.set(
                    owner,
                    new Clause(clause.id(), clause.kind(), clause.depth(), clause.label(), clause.text(), marks));
        }
    }

    /** No clause lies more than one deeper than the one before it. */
    private static List<Clause> wellNested(List<Clause> clauses) {
        List<Clause> nested = new ArrayList<>(clauses.size());
        var deepest = 0;
        for (var clause : clauses) {
            var depth = Math.min(clause.depth(), deepest);
            nested.add(
                    depth == clause.depth()
                            ? clause
                            : new Clause(
                                    clause.id(), clause.kind(), depth, clause.label(), clause.text(), clause.marks()));
            deepest = depth + 1;
        }
        return nested;
    }

    private static int indexOf(List<Clause> clauses, long id) {
        return IntStream.range(0, clauses.size())
                .filter(index -> clauses.get(index).id() == id)
                .findFirst()
                .orElse(-1);
    }

    private static boolean wholeClause(StoredProposal proposal) {
        return proposal.kind() == Kind.INSERT_CLAUSE || proposal.kind() == Kind.DELETE_CLAUSE;
    }

    private static String words(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).replaceAll("[ \\u00a0]+", " ");
    }

    /** Other words in the place of a stretch of a text. */
    private record Splice(int start, int end, String words) {

        /** Leaves no two blanks next to each other and none at either end. */
        static Splice of(String text, int from, int to, String words) {
            var start = from;
            var end = to;
            var put = words;
            var blankBefore = start == 0 || Character.isWhitespace(text.charAt(start - 1));
            var blankAfter = end == text.length() || Character.isWhitespace(text.charAt(end));
            if (blankBefore) {
                put = put.stripLeading();
            }
            if (blankAfter) {
                put = put.stripTrailing();
            }
            if (put.isEmpty() && blankBefore && blankAfter) {
                if (end < text.length() && text.charAt(end) == ' ') {
                    end++;
                } else if (start > 0 && text.charAt(start - 1) == ' ') {
                    start--;
                }
            }
            return new Splice(start, end, put);
        }

        String apply(String text) {
            return text.substring(0, start) + words + text.substring(end);
        }

        private int shift() {
            return words.length() - (end - start);
        }

        /** Where another proposal on the same text starts now; {@link #GONE} when its words were touched. */
        int place(StoredProposal other, long proposal) {
            var from = other.start();
            var to = from + other.oldWords().length();
            if (to < start || (to == start && (from < to || other.id() < proposal))) {
                return from;
            }
            if (from > end || (from == end && (start < end || from < to || other.id() > proposal))) {
                return from + shift();
            }
            return GONE;
        }

        List<Mark> marks(List<Mark> marks) {
            return marks.stream()
                    .map(mark -> new Mark(mark.style(), first(mark.start()), last(mark)))
                    .filter(mark -> mark.style() == Mark.Style.NOTE || mark.start() < mark.end())
                    .toList();
        }

        private int first(int position) {
            if (position >= end && (position > start || start == end)) {
                return position + shift();
            }
            return position <= start ? position : start + words.length();
        }

        private int last(Mark mark) {
            if (mark.style() == Mark.Style.NOTE) {
                return first(mark.end());
            }
            if (mark.end() <= start) {
                return mark.end();
            }
            return mark.end() >= end ? mark.end() + shift() : start;
        }
    }
}
