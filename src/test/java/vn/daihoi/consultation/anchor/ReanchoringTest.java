package vn.daihoi.consultation.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import vn.daihoi.consultation.anchor.Placement.Outcome;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.RandomEdits;

class ReanchoringTest {

    private static final String LIGHTS =
            "Thắp sáng toàn bộ hẻm nhỏ, vận động Nhân dân hiến đất mở rộng lối đi chung của khu phố.";
    private static final String SCHOOLS =
            "Xây thêm một trường mầm non công lập, giảm sĩ số mỗi lớp, giữ vững phổ cập giáo dục ở mọi bậc học.";
    private static final String HEALTH =
            "Trạm y tế có đủ bác sĩ và thuốc thiết yếu, lập hồ sơ sức khỏe điện tử cho toàn dân trong phường.";

    private static Clause clause(long id, String text) {
        return new Clause(id, ClauseKind.PARAGRAPH, 0, "", text, List.of());
    }

    private static List<Clause> version(String... texts) {
        var clauses = new ArrayList<Clause>();
        for (var text : texts) {
            clauses.add(clause(clauses.size() + 1, text));
        }
        return clauses;
    }

    private static final List<Clause> OLDER = version(LIGHTS, SCHOOLS, HEALTH);

    private static Placement place(long clause, String quote, Clause... newer) {
        return new Reanchoring(OLDER, List.of(newer)).place(clause, quote);
    }

    @Test
    void aQuoteThatStillStandsInItsClauseAppliesWhateverElseChanged() {
        var rewritten = clause(2, SCHOOLS.replace("một trường mầm non", "hai trường tiểu học"));

        assertThat(place(2, "giữ vững phổ cập giáo dục", rewritten)).isEqualTo(new Placement(Outcome.APPLIES, 2L, 1));
        assertThat(place(2, "GIU VUNG phổ cập", rewritten).sure()).isTrue();
        assertThat(place(2, "một trường mầm non", rewritten).outcome()).isEqualTo(Outcome.DISSOLVED);
    }

    @Test
    void newToneMarksAreTheSameWords() {
        var placement = new Reanchoring(
                        version("Hoà giải ở cơ sở đi vào nền nếp, thuỷ lợi được chăm lo."),
                        version("Hòa giải ở cơ sở đi vào nền nếp, thủy lợi được chăm lo, mùa màng bội thu."))
                .place(1, "Hoà giải ở cơ sở");

        assertThat(placement.outcome()).isEqualTo(Outcome.APPLIES);
        assertThat(placement.sure()).isTrue();
    }

    @Test
    void whatWasSplitOffIsFoundInTheNewClause() {
        var cut = SCHOOLS.indexOf("giữ vững");
        var placement = place(
                2,
                "giữ vững phổ cập giáo dục ở mọi bậc học",
                clause(2, SCHOOLS.substring(0, cut)),
                clause(9, "G" + SCHOOLS.substring(cut + 1)));

        assertThat(placement).isEqualTo(new Placement(Outcome.MOVED, 9L, 1));
    }

    @Test
    void whatWasMergedIsFoundInTheClauseThatStayed() {
        var merged = clause(1, LIGHTS + " " + HEALTH);

        assertThat(place(3, "", merged)).isEqualTo(new Placement(Outcome.MOVED, 1L, 1));
        assertThat(place(3, "lập hồ sơ sức khỏe điện tử", merged).clauseId()).isEqualTo(1);
    }

    @Test
    void wordsThatAnotherClauseHadAnywayNeedAPerson() {
        var older = version(LIGHTS + " " + HEALTH, SCHOOLS, HEALTH);
        var placement = new Reanchoring(older, older.subList(0, 2)).place(3, "");

        assertThat(placement.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(placement.sure()).isFalse();
    }

    @Test
    void whatIsGoneIsDissolved() {
        assertThat(place(3, "thuốc thiết yếu", OLDER.get(0))).isEqualTo(new Placement(Outcome.DISSOLVED, null, 1));
        assertThat(place(3, "", OLDER.get(0)).outcome()).isEqualTo(Outcome.DISSOLVED);
    }

    @Test
    void aCommentOnTheWholeTextAlwaysApplies() {
        assertThat(place(0, "")).isEqualTo(new Placement(Outcome.APPLIES, 0L, 1));
    }

    @Provide
    Arbitrary<List<Clause>> versions() {
        var words = Arbitraries.of(
                "nâng", "cao", "chất", "lượng", "kinh", "tế", "xã", "hội", "a\u0301", "\u202E", "<b>", "8,5%", "\t",
                "𝒳", "ủy");
        var text = words.list().ofMinSize(1).ofMaxSize(25).map(list -> String.join(" ", list));
        var kinds = Arbitraries.of(ClauseKind.SECTION, ClauseKind.PARAGRAPH, ClauseKind.ITEM);
        return Combinators.combine(kinds, text)
                .as((kind, words1) -> new Clause(1, kind, 0, "", words1, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(clauses -> {
                    var numbered = new ArrayList<Clause>();
                    clauses.forEach(clause -> numbered.add(clause.as(numbered.size() + 1)));
                    return numbered;
                });
    }

    @Property(seed = "14", tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void onTheSameVersionEverythingApplies(@ForAll("versions") List<Clause> version, @ForAll String quote) {
        var reanchoring = new Reanchoring(version, version);
        for (var clause : version) {
            for (var words : List.of("", quote, clause.text())) {
                assertThat(reanchoring.place(clause.id(), words))
                        .isEqualTo(new Placement(Outcome.APPLIES, clause.id(), 1));
            }
        }
    }

    @Property(seed = "14", tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void aPlaceIsAlwaysOneOfTheNewVersion(
            @ForAll("versions") List<Clause> older,
            @ForAll("versions") List<Clause> other,
            @ForAll String quote,
            @ForAll long seed) {
        var edited = RandomEdits.of(older, 6, seed).clauses();
        for (var newer : List.of(edited, other, List.<Clause>of())) {
            var ids = newer.stream().map(Clause::id).collect(Collectors.toSet());
            var reanchoring = new Reanchoring(older, newer);
            for (long clause = -1; clause <= older.size() + 1; clause++) {
                for (var words : List.of("", quote, older.get(0).text())) {
                    var placement = reanchoring.place(clause, words);
                    assertThat(placement.confidence()).isBetween(0.0, 1.0);
                    assertThat(placement.clauseId() == null).isEqualTo(placement.outcome() == Outcome.DISSOLVED);
                    if (placement.clauseId() != null && clause != 0) {
                        assertThat(ids).contains(placement.clauseId());
                    }
                    assertThat(ids).containsAll(reanchoring.likely(clause, words, 5));
                }
            }
        }
    }
}
