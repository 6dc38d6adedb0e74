package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.text.Texts.clause;
import static vn.daihoi.document.text.Texts.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Change.Kind;

class ComparisonTest {

    private final List<Clause> older = version(
            "I. Kinh tế",
            "  Thu ngân sách đạt 12 tỷ đồng.",
            "  Hộ nghèo còn 0,8 %.",
            "II. Văn hoá",
            "  Mỗi khu phố có một điểm sinh hoạt.",
            "III. Quốc phòng");

    @Test
    void sameVersionShowsNothing() {
        assertThat(Comparison.of(older, older).changes())
                .hasSize(6)
                .allMatch(change -> change.kind() == Kind.KEPT && !change.visible());
    }

    @Test
    void everyKindOfChangeStandsAtItsPlace() {
        var newer = List.of(
                older.get(0),
                clause(2, ClauseKind.PARAGRAPH, 1, "", "Thu ngân sách đạt 15 tỷ đồng."),
                clause(7, ClauseKind.PARAGRAPH, 1, "", "Không còn hộ đói."),
                older.get(5),
                clause(4, ClauseKind.SECTION, 0, "IV.", "Văn hoá"),
                older.get(4));
        assertThat(shown(Comparison.of(older, newer)))
                .containsExactly(
                        "KEPT 1",
                        "REWRITTEN 2",
                        "DELETED 3",
                        "INSERTED 7",
                        "MOVED_HERE 6",
                        "KEPT 4",
                        "KEPT 5",
                        "MOVED_AWAY 6");
    }

    @Test
    void newClauseBelowAKeptOneStandsBeforeADeletedSection() {
        var newer = List.of(older.get(3), older.get(4), clause(7, ClauseKind.PARAGRAPH, 1, "", "Thư viện mở cửa."));
        assertThat(shown(Comparison.of(older.subList(3, 6), newer)))
                .containsExactly("KEPT 4", "KEPT 5", "INSERTED 7", "DELETED 6");
    }

    @Test
    void fewestPossibleCountAsMoved() {
        var newer = new ArrayList<>(older);
        newer.add(0, newer.remove(5));
        assertThat(shown(Comparison.of(older, newer)))
                .containsExactly("MOVED_HERE 6", "KEPT 1", "KEPT 2", "KEPT 3", "KEPT 4", "KEPT 5", "MOVED_AWAY 6");
    }

    @Test
    void renumberingIsVisibleButNoOtherChange() {
        var newer = new ArrayList<>(older);
        newer.set(3, clause(4, ClauseKind.SECTION, 0, "III.", "Văn hoá"));
        var change = Comparison.of(older, newer).changes().get(3);
        assertThat(change.kind()).isEqualTo(Kind.KEPT);
        assertThat(change.renumbered()).isTrue();
        assertThat(change.visible()).isTrue();
    }

    @Test
    void clausesWithoutIdAreNoOneElse() {
        var nameless = List.of(older.get(0).as(Clause.NO_ID));
        assertThat(shown(Comparison.of(nameless, nameless))).containsExactly("DELETED 0", "INSERTED 0");
    }

    @Property(seed = "14", tries = 200)
    void bothVersionsCanBeReadOffTheChanges(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        var random = new Random(seed);
        var former = new ArrayList<Clause>();
        for (int i = 1; i <= 60; i++) {
            former.add(clause(
                    i, ClauseKind.PARAGRAPH, random.nextInt(3), "", "Điều " + random.nextInt(20) + " nói rõ " + i));
        }
        var next = new ArrayList<>(RandomEdits.of(former, 25, seed).clauses());
        if (seed % 3 == 0) {
            Collections.shuffle(next, random);
        }
        var changes = Comparison.of(former, next).changes();
        assertThat(changes.stream()
                        .filter(change -> among(change, Kind.KEPT, Kind.REWRITTEN, Kind.DELETED, Kind.MOVED_AWAY))
                        .map(Change::before)
                        .toList())
                .isEqualTo(former);
        assertThat(changes.stream()
                        .filter(change -> among(change, Kind.KEPT, Kind.REWRITTEN, Kind.INSERTED, Kind.MOVED_HERE))
                        .map(Change::after)
                        .toList())
                .isEqualTo(next);
        for (var change : changes) {
            assertThat(change.words().isEmpty()).isEqualTo(change.kind() == Kind.MOVED_AWAY);
        }
        assertThat(changes.stream()
                        .filter(change -> among(change, Kind.MOVED_AWAY))
                        .count())
                .isEqualTo(changes.stream()
                        .filter(change -> among(change, Kind.MOVED_HERE))
                        .count());
    }

    private static boolean among(Change change, Kind... kinds) {
        return EnumSet.copyOf(Set.of(kinds)).contains(change.kind());
    }

    private static List<String> shown(Comparison comparison) {
        return comparison.changes().stream()
                .map(change -> {
                    var clause = change.after() == null ? change.before() : change.after();
                    return change.kind() + " " + (clause == null ? "?" : clause.id());
                })
                .toList();
    }
}
