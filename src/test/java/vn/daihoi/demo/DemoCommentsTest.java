package vn.daihoi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CommentType;
import vn.daihoi.consultation.Intake;
import vn.daihoi.consultation.SourceGroup;
import vn.daihoi.demo.DemoComments.Said;
import vn.daihoi.document.text.Clause;

class DemoCommentsTest {

    private static final List<Said> ALL = DemoComments.all();
    private static final List<Clause> REPORT = numbered(DemoText.clauses("bao-cao-chinh-tri.txt"));

    @Test
    void asManyFromEachSideAsTheDemoPromises() {
        assertThat(ALL).hasSize(240);
        assertThat(count(said -> said.source() == SourceGroup.PARTY_MEMBER)).isEqualTo(130);
        assertThat(count(said -> said.channel() == Channel.PUBLIC_PAGE)).isEqualTo(50);
        assertThat(count(said -> said.unit() != null && said.source() != SourceGroup.PARTY_MEMBER))
                .isEqualTo(60);
        assertThat(count(said -> said.channel() == Channel.WRITTEN)).isPositive();
        assertThat(ALL.stream()
                        .filter(said -> said.source() == SourceGroup.PARTY_MEMBER)
                        .map(Said::unit)
                        .distinct())
                .as("cells")
                .hasSize(10);
        assertThat(ALL.stream().map(Said::type).distinct()).containsExactlyInAnyOrder(CommentType.values());
    }

    @Test
    void aResidentStaysUnknownAndEverybodyElseSpeaksForAUnit() {
        assertThat(ALL).allSatisfy(said -> {
            assertThat(said.unit() == null).isEqualTo(said.channel() == Channel.PUBLIC_PAGE);
            assertThat(said.source() == SourceGroup.RESIDENT).isEqualTo(said.channel() == Channel.PUBLIC_PAGE);
            assertThat(said.text()).isNotBlank().hasSizeLessThanOrEqualTo(Intake.TEXT_LENGTH);
        });
    }

    @Test
    void eachIsAboutOneClauseAndQuotesItsWords() {
        assertThat(ALL).allSatisfy(said -> {
            long id = said.clauseIn(REPORT);
            if (id == 0) {
                assertThat(said.quote()).isEmpty();
            } else {
                assertThat(REPORT.get((int) id - 1).text()).contains(said.quote());
            }
        });
        assertThat(ALL.stream().mapToLong(said -> said.clauseIn(REPORT)).distinct())
                .as("clauses that somebody spoke about")
                .hasSizeGreaterThan(70);
        assertThat(count(said -> !said.quote().isEmpty())).as("quotations").isGreaterThan(60);
    }

    @Test
    void eighteenSayAgainWhatAnotherSays() {
        var groups = planted();
        assertThat(groups).hasSize(8);
        assertThat(groups.values().stream().mapToInt(group -> group.size() - 1).sum())
                .isEqualTo(18);
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(group.stream().map(said -> said.clauseIn(REPORT)).distinct())
                    .hasSize(1);
            assertThat(group.stream().map(Said::text).distinct()).hasSameSizeAs(group);
        });
    }

    @Test
    void theyAreTypedAsPeopleType() {
        assertThat(count(said -> !Normalizer.isNormalized(said.text(), Normalizer.Form.NFC)))
                .as("decomposed")
                .isGreaterThanOrEqualTo(5);
        assertThat(count(said -> said.text().chars().allMatch(c -> c < 128)))
                .as("without accents")
                .isGreaterThanOrEqualTo(5);
        assertThat(count(said -> said.text().contains("hoá") || said.text().contains("hoà")))
                .as("tone on the second vowel")
                .isGreaterThanOrEqualTo(5);
        assertThat(count(said -> said.text().contains("hóa") || said.text().contains("hòa")))
                .as("tone on the first vowel")
                .isGreaterThanOrEqualTo(3);
    }

    /** What is not planted differs clearly; otherwise finding the planted ones would prove nothing. */
    @Test
    void nothingElseSaysTheSame() {
        var close = new ArrayList<String>();
        for (int i = 0; i < ALL.size(); i++) {
            for (int j = i + 1; j < ALL.size(); j++) {
                var one = ALL.get(i);
                var other = ALL.get(j);
                boolean together = one.planted() != null && Objects.equals(one.planted(), other.planted());
                double likeness = likeness(one.text(), other.text());
                if (together ? likeness < 0.7 : likeness > 0.35) {
                    close.add("%.2f %s / %s".formatted(likeness, one.text(), other.text()));
                }
            }
        }
        assertThat(close).isEmpty();
    }

    private static Map<String, List<Said>> planted() {
        return ALL.stream()
                .filter(said -> said.planted() != null)
                .collect(Collectors.groupingBy(said -> Objects.requireNonNull(said.planted())));
    }

    /** The share of words, accents left off, that two texts have in common. */
    private static double likeness(String one, String other) {
        var words = words(one);
        var both = new TreeSet<>(words);
        both.retainAll(words(other));
        words.addAll(words(other));
        return both.size() / (double) words.size();
    }

    private static TreeSet<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replace('đ', 'd');
        return new TreeSet<>(List.of(plain.split("[^\\p{L}\\d]+")));
    }

    private static long count(java.util.function.Predicate<Said> which) {
        return ALL.stream().filter(which).count();
    }

    private static List<Clause> numbered(List<Clause> clauses) {
        var numbered = new ArrayList<Clause>();
        clauses.forEach(clause -> numbered.add(clause.as(numbered.size() + 1)));
        return numbered;
    }
}
