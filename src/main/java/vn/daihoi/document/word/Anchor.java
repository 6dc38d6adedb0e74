package vn.daihoi.document.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Mark;
import vn.daihoi.document.word.Redline.Block;

/**
 * Where in a clause's text a footnote is referred to.
 *
 * @param at as in {@link Mark}
 */
record Anchor(Block note, int at) {

    /** Where the clause refers to its notes; at its end to those it has no place for. */
    static Deque<Anchor> of(@Nullable Clause clause, List<Block> notes) {
        Deque<Anchor> anchors = new ArrayDeque<>();
        if (clause != null && !notes.isEmpty()) {
            int[] places = clause.marks().stream()
                    .filter(mark -> mark.style() == Mark.Style.NOTE)
                    .mapToInt(Mark::start)
                    .sorted()
                    .toArray();
            for (int i = 0; i < notes.size(); i++) {
                anchors.add(new Anchor(
                        notes.get(i),
                        i < places.length ? places[i] : clause.text().length()));
            }
        }
        return anchors;
    }

    /** Takes those up to a place, as the end of a cell. */
    static Deque<Anchor> upTo(int end, Deque<Anchor> anchors) {
        Deque<Anchor> those = new ArrayDeque<>();
        while (!anchors.isEmpty() && anchors.element().at() <= end) {
            those.add(anchors.remove());
        }
        return those;
    }
}
