package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final Clause clause =
            new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tế", List.of(new Mark(Mark.Style.BOLD, 0, 4)));

    /** Stored fingerprints must stay true: whoever changes what is written has to keep the old way, too. */
    @Test
    void fingerprintOfAVersionNeverChanges() {
        assertThat(Fingerprint.of(List.of(clause)))
                .isEqualTo("331b5d76ef3753fad7c56aacf0a75f4170e6752f2a526a29c695a8ef8c3dc326");
        assertThat(Fingerprint.of(List.of()))
                .isEqualTo("df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119");
    }

    @Test
    void everyPartOfAClauseCounts() {
        var others = Stream.of(
                clause.as(8),
                new Clause(7, ClauseKind.ITEM, 1, "1.", "Kinh tế", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 2, "1.", "Kinh tế", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 1, "2.", "Kinh tế", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tê", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 1, "1.K", "inh tế", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tế", List.of()),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tế", List.of(new Mark(Mark.Style.ITALIC, 0, 4))),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tế", List.of(new Mark(Mark.Style.BOLD, 1, 4))),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "Kinh tế", List.of(new Mark(Mark.Style.BOLD, 0, 5))),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "\ud83d", clause.marks()),
                new Clause(7, ClauseKind.SECTION, 1, "1.", "\ud83e", clause.marks()));
        assertThat(Stream.concat(Stream.of(clause), others).map(one -> Fingerprint.of(List.of(one))))
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{64}"));
    }

    @Test
    void orderOfTheClausesCounts() {
        assertThat(Fingerprint.of(List.of(clause, clause.as(8))))
                .isNotEqualTo(Fingerprint.of(List.of(clause.as(8), clause)));
    }
}
