package vn.daihoi.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;

class ClauseNamesTest {

    private static Clause clause(long id, int depth, String label) {
        return new Clause(id, ClauseKind.PARAGRAPH, depth, label, "Lời " + id, List.of());
    }

    @Test
    void aClauseIsNamedByTheLabelsItLiesBelow() {
        var names = ClauseNames.named(List.of(
                clause(9, 0, ""),
                clause(1, 0, "Phần thứ nhất"),
                clause(2, 1, "I."),
                clause(3, 2, ""),
                clause(4, 2, "-"),
                clause(5, 2, "a)"),
                clause(6, 1, "II."),
                clause(7, 0, "Phần thứ hai"),
                clause(8, 1, "")));
        assertThat(names.get(9L).name()).isEqualTo("Đoạn 1");
        assertThat(names.get(2L)).isEqualTo(new AnswerDesk.Place(3, "Phần thứ nhất, I", "Lời 2"));
        assertThat(names.get(4L).name()).isEqualTo("Phần thứ nhất, I, đoạn 2");
        assertThat(names.get(5L).name()).isEqualTo("Phần thứ nhất, I, a");
        assertThat(names.get(6L).name()).isEqualTo("Phần thứ nhất, II");
        assertThat(names.get(8L).name()).isEqualTo("Phần thứ hai, đoạn 1");
    }
}
