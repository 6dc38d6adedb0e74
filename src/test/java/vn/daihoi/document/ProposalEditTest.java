package vn.daihoi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.Drafts.StoredProposal;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Proposal.Kind;

class ProposalEditTest {

    private static final long FRESH = 99;

    private final List<StoredProposal> open = new ArrayList<>();
    private List<Clause> clauses = List.of(
            clause(1, ClauseKind.SECTION, 0, "Mục tiêu", List.of()),
            clause(2, ClauseKind.PARAGRAPH, 1, "Thu ngân sách tăng 8 phần trăm mỗi năm.", List.of()),
            clause(3, ClauseKind.ITEM, 2, "giảm hộ nghèo", List.of()));

    @Test
    void wordsAreReplaced() {
        take(propose(Kind.REPLACE, 2, "8", "10"));

        assertThat(text(2)).isEqualTo("Thu ngân sách tăng 10 phần trăm mỗi năm.");
    }

    @Test
    void takingWordsOutLeavesOneBlank() {
        take(propose(Kind.DELETE, 2, "ngân sách", ""));

        assertThat(text(2)).isEqualTo("Thu tăng 8 phần trăm mỗi năm.");
    }

    @Test
    void takingTheLastWordsOutLeavesNoBlankAtTheEnd() {
        take(propose(Kind.DELETE, 3, "nghèo", ""));

        assertThat(text(3)).isEqualTo("giảm hộ");
    }

    @Test
    void whicheverOfSeveralProposalsIsAcceptedFirstTheTextIsTheSame() {
        var replace = propose(Kind.REPLACE, 2, "tăng 8", "tăng bình quân 10");
        var delete = propose(Kind.DELETE, 2, " mỗi năm", "");
        var later = propose(Kind.INSERT, 2, "phần", "", "đến 12 ");
        var ahead = clauses;

        for (var order : List.of(
                List.of(replace, delete, later), List.of(later, delete, replace), List.of(delete, replace, later))) {
            clauses = ahead;
            open.clear();
            open.addAll(order);
            order.forEach(one -> take(current(one)));
            assertThat(text(2)).isEqualTo("Thu ngân sách tăng bình quân 10 đến 12 phần trăm.");
        }
    }

    @Test
    void twoInsertionsAtOnePlaceStandInTheOrderInWhichTheyWereProposed() {
        var first = propose(Kind.INSERT, 3, "hộ", "", "nhanh ");
        var second = propose(Kind.INSERT, 3, "hộ", "", "số ");
        take(second);
        take(current(first));

        assertThat(text(3)).isEqualTo("giảm nhanh số hộ nghèo");
    }

    @Test
    void aProposalOnWordsThatAnotherHasTouchedCannotBeTakenAnyMore() {
        var wide = propose(Kind.REPLACE, 2, "tăng 8 phần trăm", "tăng trưởng khá");
        var narrow = propose(Kind.REPLACE, 2, "8", "9");
        take(wide);

        assertThat(current(narrow).start()).isEqualTo(-1);
        assertThat(ProposalEdit.of(clauses, current(narrow), List.of(), FRESH)).isNull();
    }

    @Test
    void marksStayOnTheirWords() {
        clauses = List.of(clause(
                1,
                ClauseKind.PARAGRAPH,
                0,
                "một hai ba bốn",
                List.of(
                        new Mark(Mark.Style.BOLD, 4, 7),
                        new Mark(Mark.Style.ITALIC, 8, 10),
                        new Mark(Mark.Style.NOTE, 14, 14))));
        take(propose(Kind.REPLACE, 1, "hai", "hai mươi"));

        assertThat(clauses.get(0).marks())
                .containsExactly(
                        new Mark(Mark.Style.BOLD, 4, 12),
                        new Mark(Mark.Style.ITALIC, 13, 15),
                        new Mark(Mark.Style.NOTE, 19, 19));
    }

    @Test
    void aMarkGoesWithItsWords() {
        clauses = List.of(clause(1, ClauseKind.PARAGRAPH, 0, "một hai ba", List.of(new Mark(Mark.Style.BOLD, 4, 7))));
        take(propose(Kind.DELETE, 1, "hai ", ""));

        assertThat(text(1)).isEqualTo("một ba");
        assertThat(clauses.get(0).marks()).isEmpty();
    }

    @Test
    void aNewClauseStandsBehindTheOneItFollowsAndItsNotes() {
        clauses = List.of(
                clause(1, ClauseKind.PARAGRAPH, 0, "một", List.of(new Mark(Mark.Style.NOTE, 3, 3))),
                clause(2, ClauseKind.NOTE, 1, "ghi chú", List.of()),
                clause(3, ClauseKind.PARAGRAPH, 0, "hai", List.of()));
        take(propose(Kind.INSERT_CLAUSE, 1, "", "", "mới"));

        assertThat(ids()).containsExactly(1L, 2L, FRESH, 3L);
        assertThat(clauses.get(2)).isEqualTo(clause(FRESH, ClauseKind.PARAGRAPH, 0, "mới", List.of()));
    }

    @Test
    void aLabelTypedInFrontOfANewClauseIsNotPartOfItsWords() {
        clauses = List.of(new Clause(1, ClauseKind.ITEM, 0, "a)", "Thương mại tăng khá;", List.of()));
        take(propose(Kind.INSERT_CLAUSE, 1, "", "", "b) Dịch vụ phát triển."));

        assertThat(clauses.get(1))
                .isEqualTo(new Clause(FRESH, ClauseKind.ITEM, 0, "b)", "Dịch vụ phát triển.", List.of()));
    }

    @Test
    void aNewClauseAtTheFrontStandsFirst() {
        take(new StoredProposal(7, 0, Kind.INSERT_CLAUSE, 0, "", "Lời nói đầu", "", "", null, null, false));

        assertThat(ids()).containsExactly(FRESH, 1L, 2L, 3L);
    }

    @Test
    void ofTwoNewClausesBehindTheSameOneTheLaterProposedStandsLater() {
        var first = propose(Kind.INSERT_CLAUSE, 2, "", "", "thứ nhất");
        var second = propose(Kind.INSERT_CLAUSE, 2, "", "", "thứ hai");
        take(first);
        assertThat(current(second).clauseId()).isEqualTo(FRESH);
        take(current(second), FRESH + 1);

        assertThat(ids()).containsExactly(1L, 2L, FRESH, FRESH + 1, 3L);
    }

    @Test
    void removingAHeadingLetsWhatStandsBelowItRise() {
        take(propose(Kind.DELETE_CLAUSE, 1, "", ""));

        assertThat(clauses).extracting(Clause::depth).containsExactly(0, 1);
    }

    @Test
    void aTableGoesWithItsRowsAndAClauseWithItsNotes() {
        clauses = List.of(
                clause(1, ClauseKind.PARAGRAPH, 0, "một", List.of(new Mark(Mark.Style.NOTE, 3, 3))),
                clause(2, ClauseKind.NOTE, 1, "ghi chú", List.of()),
                clause(3, ClauseKind.TABLE, 0, "", List.of()),
                clause(4, ClauseKind.ROW, 1, "a\tb", List.of()),
                clause(5, ClauseKind.PARAGRAPH, 0, "hai", List.of()));
        take(propose(Kind.DELETE_CLAUSE, 3, "", ""));
        take(propose(Kind.DELETE_CLAUSE, 1, "", ""));

        assertThat(ids()).containsExactly(5L);
    }

    @Test
    void aNoteTakesItsMarkAlong() {
        var marks = List.of(new Mark(Mark.Style.NOTE, 1, 1), new Mark(Mark.Style.NOTE, 3, 3));
        clauses = List.of(
                clause(1, ClauseKind.PARAGRAPH, 0, "một", marks),
                clause(2, ClauseKind.NOTE, 1, "thứ nhất", List.of()),
                clause(3, ClauseKind.NOTE, 1, "thứ hai", List.of()));
        take(propose(Kind.DELETE_CLAUSE, 3, "", ""));

        assertThat(clauses.get(0).marks()).containsExactly(new Mark(Mark.Style.NOTE, 1, 1));
    }

    @Test
    void whatWasProposedOnAClauseThatWentCannotBeTakenButANewClauseFindsTheOneBefore() {
        var words = propose(Kind.REPLACE, 2, "8", "10");
        var behind = propose(Kind.INSERT_CLAUSE, 2, "", "", "mới");
        take(propose(Kind.DELETE_CLAUSE, 2, "", ""));

        assertThat(ProposalEdit.of(clauses, current(words), List.of(), FRESH)).isNull();
        take(current(behind));
        assertThat(ids()).containsExactly(1L, FRESH, 3L);
    }

    @Test
    void aClauseWithoutWordsGoes() {
        take(propose(Kind.DELETE, 3, "giảm hộ nghèo", ""));

        assertThat(ids()).containsExactly(1L, 2L);
    }

    private StoredProposal propose(Kind kind, long clause, String old, String words) {
        return propose(kind, clause, old, old, words);
    }

    /** A proposal on words of a clause, which stand at {@code place}. */
    private StoredProposal propose(Kind kind, long clause, String place, String old, String words) {
        var start = Math.max(0, text(clause).indexOf(place));
        var proposal =
                new StoredProposal(open.size() + 1L, clause, kind, start, old, words, "", "tác giả", null, null, false);
        open.add(proposal);
        return proposal;
    }

    private void take(StoredProposal proposal) {
        take(proposal, FRESH);
    }

    private void take(StoredProposal proposal, long fresh) {
        open.removeIf(one -> one.id() == proposal.id());
        var edited = Objects.requireNonNull(ProposalEdit.of(clauses, proposal, open, fresh));
        clauses = edited.clauses();
        open.replaceAll(one -> edited.moved().stream()
                .filter(moved -> moved.id() == one.id())
                .findFirst()
                .orElse(one));
    }

    private StoredProposal current(StoredProposal proposal) {
        return open.stream()
                .filter(one -> one.id() == proposal.id())
                .findFirst()
                .orElseThrow();
    }

    private String text(long id) {
        return clauses.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private List<Long> ids() {
        return clauses.stream().map(Clause::id).toList();
    }

    private static Clause clause(long id, ClauseKind kind, int depth, String text, List<Mark> marks) {
        return new Clause(id, kind, depth, "", text, marks);
    }
}
