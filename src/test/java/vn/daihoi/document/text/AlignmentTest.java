package vn.daihoi.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.text.Texts.clause;
import static vn.daihoi.document.text.Texts.incoming;
import static vn.daihoi.document.text.Texts.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Pairing.Ground;

class AlignmentTest {

    private static final String ECONOMY =
            "Kinh tế của phường tăng trưởng khá, thu ngân sách năm sau cao hơn năm trước.";
    private static final String CULTURE =
            "Phong trào toàn dân đoàn kết xây dựng đời sống văn hoá được các khu phố hưởng ứng.";
    private static final String DEFENCE = "Quốc phòng, an ninh được giữ vững, giao quân hằng năm đạt đủ chỉ tiêu.";

    private final List<Clause> base = version(
            "I. Kết quả",
            "  1. Kinh tế",
            "    a) Ưu điểm",
            "    - " + ECONOMY,
            "    b) Hạn chế",
            "  2. Văn hoá",
            "    a) Ưu điểm",
            "    - " + CULTURE,
            "    b) Hạn chế",
            "  3. Quốc phòng",
            "    a) Ưu điểm",
            "    - " + DEFENCE,
            "    b) Hạn chế");

    @Test
    void textThatDidNotChangeIsItself() {
        var pairings = Alignment.of(base, incoming(base));
        assertThat(bases(pairings))
                .isEqualTo(IntStream.range(0, base.size()).boxed().toList());
        assertThat(pairings).allMatch(pairing -> pairing.sure() && !pairing.moved() && pairing.similarity() == 1);
    }

    @Test
    void renumberingLosesNoClause() {
        var next = version(
                "II. Kết quả",
                "  2. Kinh tế",
                "    b) Ưu điểm",
                "    - " + ECONOMY,
                "    c) Hạn chế",
                "  3. Văn hoá",
                "    b) Ưu điểm",
                "    - " + CULTURE,
                "    c) Hạn chế",
                "  4. Quốc phòng",
                "    b) Ưu điểm",
                "    - " + DEFENCE,
                "    c) Hạn chế");
        assertThat(bases(Alignment.of(base, incoming(next))))
                .isEqualTo(IntStream.range(0, base.size()).boxed().toList());
    }

    @Test
    void repeatedHeadingsGoWithTheSectionTheyStandIn() {
        var next = version(
                "I. Kết quả",
                "  1. Quốc phòng",
                "    a) Ưu điểm",
                "    - " + DEFENCE,
                "    b) Hạn chế",
                "  2. Kinh tế",
                "    a) Ưu điểm",
                "    - " + ECONOMY,
                "    b) Hạn chế");
        var pairings = Alignment.of(base, incoming(next));
        assertThat(bases(pairings)).containsExactly(0, 9, 10, 11, 12, 1, 2, 3, 4);
        assertThat(moved(pairings)).containsExactly(1, 2, 3, 4);
        assertThat(pairings).allMatch(Pairing::sure);
    }

    @Test
    void rewrittenClauseIsFoundAtItsPlace() {
        var next = new ArrayList<>(base);
        next.set(
                3,
                clause(
                        0,
                        ClauseKind.ITEM,
                        2,
                        "-",
                        "Kinh tế của phường tăng trưởng khá, thu ngân sách vượt dự toán được giao."));
        var pairing = Alignment.of(base, incoming(next)).get(3);
        assertThat(pairing.base()).isEqualTo(3);
        assertThat(pairing.ground()).isEqualTo(Ground.ALIKE);
        assertThat(pairing.similarity()).isBetween(0.5, 0.9);
    }

    @Test
    void editedClauseIsFoundAtAnotherPlace() {
        var next = new ArrayList<>(base);
        next.remove(3);
        next.add(clause(0, ClauseKind.ITEM, 2, "-", ECONOMY.replace("khá", "rất khá")));
        var pairings = Alignment.of(base, incoming(next));
        assertThat(pairings.get(12).base()).isEqualTo(3);
        assertThat(pairings.get(12).moved()).isTrue();
    }

    @Test
    void newTextIsNew() {
        var next = new ArrayList<>(base);
        next.add(4, clause(0, ClauseKind.ITEM, 2, "-", "Giải quyết kịp thời hồ sơ của doanh nghiệp nhỏ."));
        var pairings = Alignment.of(base, incoming(next));
        assertThat(pairings.get(4).isNew()).isTrue();
        assertThat(bases(pairings)).doesNotHaveDuplicates();
    }

    @Test
    void longerPartOfASplitClauseKeepsTheId() {
        var next = new ArrayList<>(base);
        next.set(3, clause(0, ClauseKind.ITEM, 2, "-", "Kinh tế của phường"));
        next.add(4, clause(0, ClauseKind.ITEM, 2, "-", "tăng trưởng khá, thu ngân sách năm sau cao hơn năm trước."));
        var pairings = Alignment.of(base, incoming(next));
        assertThat(pairings.get(3).isNew()).isTrue();
        assertThat(pairings.get(4).base()).isEqualTo(3);
    }

    @Test
    void evenSplitIsAskedAbout() {
        var next = new ArrayList<>(base);
        next.set(3, clause(0, ClauseKind.ITEM, 2, "-", "Kinh tế của phường tăng trưởng khá,"));
        next.add(4, clause(0, ClauseKind.ITEM, 2, "-", "thu ngân sách năm sau cao hơn năm trước."));
        var pairings = Alignment.of(base, incoming(next));
        assertThat(pairings.subList(3, 5))
                .filteredOn(pairing -> pairing.base() == 3)
                .singleElement()
                .matches(pairing -> !pairing.sure());
    }

    @Test
    void tablesAndParagraphsStayApart() {
        var table = List.of(
                clause(1, ClauseKind.TABLE, 0, "", ""),
                clause(2, ClauseKind.ROW, 1, "", "Thu ngân sách\ttỷ đồng\t12"),
                clause(3, ClauseKind.PARAGRAPH, 0, "", "Thu ngân sách tỷ đồng 15"),
                clause(4, ClauseKind.TABLE, 0, "", ""),
                clause(5, ClauseKind.ROW, 1, "", "Hộ nghèo\t%\t0,8"));
        var next = List.of(table.get(2), table.get(3), table.get(4));
        assertThat(bases(Alignment.of(table, incoming(next)))).containsExactly(2, 3, 4);
        var asText = List.of(clause(0, ClauseKind.PARAGRAPH, 0, "", "Hộ nghèo\t%\t0,8"));
        assertThat(bases(Alignment.of(table.subList(3, 5), incoming(asText)))).containsExactly(Pairing.NEW);
    }

    @Test
    void idInTheFileIsBelievedOverPlaceAndRewriting() {
        var next = List.of(
                claiming(clause(0, ClauseKind.ITEM, 0, "-", CULTURE), 8),
                claiming(clause(0, ClauseKind.ITEM, 0, "-", "Kinh tế phường chuyển biến tốt, thu ngân sách tăng."), 4));
        var pairings = Alignment.of(base, next);
        assertThat(bases(pairings)).containsExactly(7, 3);
        assertThat(pairings).extracting(Pairing::ground).containsOnly(Ground.CLAIM);
    }

    @Test
    void foreignIdsAreIgnored() {
        var pairings = Alignment.of(base, List.of(claiming(base.get(0).as(0), 99, -1, 0)));
        assertThat(pairings.get(0).base()).isEqualTo(0);
        assertThat(pairings.get(0).ground()).isEqualTo(Ground.SAME_TEXT);
    }

    @Test
    void idThatWasCopiedStaysWithTheMostSimilarText() {
        var pairings = Alignment.of(
                base,
                List.of(
                        claiming(clause(0, ClauseKind.ITEM, 0, "-", ECONOMY + " Xem thêm phụ lục kèm theo."), 4),
                        claiming(clause(0, ClauseKind.ITEM, 0, "-", ECONOMY), 4)));
        assertThat(bases(pairings)).containsExactly(Pairing.NEW, 3);
    }

    @Test
    void mergedClauseKeepsTheIdOfItsGreaterPart() {
        var next = List.of(claiming(clause(0, ClauseKind.ITEM, 0, "-", "Hạn chế. " + DEFENCE), 13, 12));
        assertThat(bases(Alignment.of(base, next))).containsExactly(11);
    }

    @Test
    void wrongIdOnKnownTextIsNotBelieved() {
        var next = List.of(claiming(clause(0, ClauseKind.ITEM, 0, "-", CULTURE), 4));
        assertThat(bases(Alignment.of(base, next))).containsExactly(7);
    }

    @Test
    void wrongIdGivesWayToAlikeWordsElsewhere() {
        var next = List.of(claiming(clause(0, ClauseKind.ITEM, 0, "-", CULTURE.replace("hưởng ứng", "ủng hộ")), 4));
        assertThat(bases(Alignment.of(base, next))).containsExactly(7);
    }

    @Test
    void idOnUnknownTextIsAskedAbout() {
        var next = List.of(claiming(clause(0, ClauseKind.ITEM, 0, "-", "Hoàn toàn khác so với mọi điều đã viết."), 4));
        var pairing = Alignment.of(base, next).get(0);
        assertThat(pairing.base()).isEqualTo(3);
        assertThat(pairing.sure()).isFalse();
    }

    @Property(seed = "14", tries = 300)
    void everyClauseIsFoundAtMostOnceWhateverIsClaimed(
            @ForAll("versions") List<Clause> former, @ForAll("versions") List<Clause> next, @ForAll long seed) {
        var random = new Random(seed);
        var incoming = next.stream()
                .map(clause -> new Incoming(
                        clause.as(Clause.NO_ID),
                        random.ints(random.nextInt(3), -1, former.size() + 3)
                                .mapToObj(Long::valueOf)
                                .toList()))
                .toList();
        var pairings = Alignment.of(former, incoming);
        assertThat(pairings).hasSameSizeAs(next);
        assertThat(bases(pairings).stream().filter(i -> i >= 0).toList()).doesNotHaveDuplicates();
        assertThat(pairings).allMatch(pairing -> pairing.similarity() >= 0 && pairing.similarity() <= 1);
        // what is said not to have moved stands in order
        assertThat(pairings.stream()
                        .filter(pairing -> !pairing.isNew() && !pairing.moved())
                        .map(Pairing::base)
                        .toList())
                .isSorted();
    }

    @Property(seed = "14", tries = 300)
    void textAlignedWithItselfIsTheSame(@ForAll("versions") List<Clause> text) {
        assertThat(bases(Alignment.of(text, incoming(text))))
                .isEqualTo(IntStream.range(0, text.size()).boxed().toList());
    }

    @Property(seed = "14", tries = 100)
    void claimsAloneKeepEveryClause(@ForAll("versions") List<Clause> text, @ForAll long seed) {
        var shuffled = new ArrayList<>(text);
        Collections.shuffle(shuffled, new Random(seed));
        var incoming = shuffled.stream()
                .map(clause -> new Incoming(clause.as(Clause.NO_ID), List.of(clause.id())))
                .toList();
        assertThat(bases(Alignment.of(text, incoming)))
                .isEqualTo(
                        shuffled.stream().map(clause -> (int) clause.id() - 1).toList());
    }

    /** Twenty thousand clauses of each sort; anything quadratic would take minutes and most of the memory. */
    @Test
    void hostileVersionsAreAligned() {
        int size = 20_000;
        var random = new Random(7);
        var same = Collections.nCopies(size, "Như trên");
        var different = IntStream.range(0, size)
                .mapToObj(i -> "từ" + i + " là " + i * 3)
                .toList();
        var reversed = new ArrayList<>(different);
        Collections.reverse(reversed);
        var nearlySame = IntStream.range(0, size)
                .mapToObj(i -> "Đảng bộ phường phát huy dân chủ " + random.nextInt(40))
                .toList();
        var otherNearlySame = IntStream.range(0, size)
                .mapToObj(i -> "Đảng bộ phường phát huy kỷ cương " + random.nextInt(40))
                .toList();
        var alternating = IntStream.range(0, size)
                .mapToObj(i -> random.nextBoolean() ? "Có" : "Không")
                .toList();
        var texts = List.of(
                same, different, reversed, nearlySame, otherNearlySame, alternating, Collections.nCopies(9, ""));
        for (var one : texts) {
            for (var other : texts) {
                var pairings = Alignment.of(flat(one), incoming(flat(other)));
                long found =
                        pairings.stream().filter(pairing -> !pairing.isNew()).count();
                assertThat(pairings.stream()
                                .mapToInt(Pairing::base)
                                .filter(i -> i >= 0)
                                .distinct()
                                .count())
                        .isEqualTo(found);
                if (one == other || (one == different && other == reversed)) {
                    assertThat(found).isEqualTo(one.size());
                }
            }
        }
    }

    @Property(seed = "14", tries = 30)
    void editsOfATextDoNotConfuseWhatWasNotEdited(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        var random = new Random(seed);
        var text = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> clause(
                        i,
                        i % 12 == 1 ? ClauseKind.SECTION : ClauseKind.PARAGRAPH,
                        i % 12 == 1 ? 0 : 1,
                        "",
                        sentence(random)))
                .toList();
        var edited = RandomEdits.of(text, 20, seed);
        var pairings = Alignment.of(text, edited.incoming());
        for (int j = 0; j < pairings.size(); j++) {
            var clause = edited.clauses().get(j);
            if (edited.untouched(clause)) {
                assertThat(pairings.get(j).base()).isEqualTo((int) clause.id() - 1);
            }
        }
    }

    @Provide
    Arbitrary<List<Clause>> versions() {
        var texts = Arbitraries.of(
                "",
                "Ưu điểm",
                "Hạn chế",
                "Ưu điểm và hạn chế",
                "---",
                ECONOMY,
                CULTURE,
                DEFENCE,
                ECONOMY + " " + DEFENCE,
                "Thu\t12");
        var kinds = Arbitraries.of(ClauseKind.class);
        return Combinators.combine(texts, kinds, Arbitraries.integers().between(0, 3))
                .as((text, kind, depth) -> clause(0, kind, depth, "", text))
                .list()
                .ofMaxSize(40)
                .map(AlignmentTest::numbered);
    }

    // with depths that step down by one at most
    private static List<Clause> numbered(List<Clause> clauses) {
        var numbered = new ArrayList<Clause>();
        int above = -1;
        for (var clause : clauses) {
            int depth = Math.min(clause.depth(), above + 1);
            numbered.add(clause(numbered.size() + 1, clause.kind(), depth, clause.label(), clause.text()));
            above = depth;
        }
        return numbered;
    }

    private static String sentence(Random random) {
        return String.join(
                " ",
                random.ints(6 + random.nextInt(30), 0, 2_000)
                        .mapToObj(i -> "từ" + i)
                        .toList());
    }

    private static Incoming claiming(Clause clause, long... ids) {
        return new Incoming(clause, Arrays.stream(ids).boxed().toList());
    }

    private static List<Clause> flat(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> clause(i + 1, ClauseKind.PARAGRAPH, 0, "", texts.get(i)))
                .toList();
    }

    private static List<Integer> bases(List<Pairing> pairings) {
        return pairings.stream().map(Pairing::base).toList();
    }

    private static List<Integer> moved(List<Pairing> pairings) {
        return IntStream.range(0, pairings.size())
                .filter(j -> pairings.get(j).moved())
                .boxed()
                .toList();
    }
}
