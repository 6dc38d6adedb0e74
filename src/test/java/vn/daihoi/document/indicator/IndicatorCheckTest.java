package vn.daihoi.document.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Finds what was planted in an invented report, and nothing else. */
class IndicatorCheckTest {

    private static final double AS_GOOD_AS = 0.95;

    @Test
    void findsThePlantedContradictionsOfAReportAndNoOthers() throws IOException {
        var expected = Set.of(
                "OTHER_TARGET XD2 từ 2,5 % trở lên",
                "TWO_PLACES XD2 ít nhất 3 % | từ 2,5 % trở lên",
                "OTHER_BASE XD3 80 %",
                "OTHER_TARGET XD3 ≥ 88",
                "TWO_PLACES XD3 Trên 90 % | ≥ 88",
                "OTHER_TARGET XD4 98 %",
                "TWO_PLACES XD4 100 % | 98 %",
                "OTHER_TARGET KT1 từ 7 đến 9 %/năm",
                "TWO_PLACES KT1 8–10 %/năm | từ 7 đến 9 %/năm",
                "OTHER_TARGET KT2 tối thiểu 95 %",
                "TWO_PLACES KT2 100 % | tối thiểu 95 %",
                "OTHER_TARGET XH1 dưới 0,5 %",
                "TWO_PLACES XH1 dưới 0,2 % | dưới 0,5 %",
                "OTHER_TARGET XH2 trên 7 %/năm",
                "TWO_PLACES XH2 trên 8 %/năm | trên 7 %/năm",
                "OTHER_TARGET XH3 1/2 trường",
                "TWO_PLACES XH3 2/2 trường | 1/2 trường",
                "OTHER_TARGET CD1 trên 80 %",
                "TWO_PLACES CD1 Trên 85 % | trên 80 %",
                "OTHER_TARGET CD2 4 điểm %",
                "TWO_PLACES CD2 5 điểm % | 4 điểm %",
                "OTHER_TARGET QP1 95 %",
                "TWO_PLACES QP1 100 % | 95 %",
                "OTHER_TARGET AN1 không dưới 95 %",
                "TWO_PLACES AN1 trên 90 % | không dưới 95 %");
        measure("report.txt", expected);
    }

    @Test
    void findsThemInAProgrammeWrittenInAnotherStyle() throws IOException {
        var expected = Set.of(
                "OTHER_TARGET XD3 trên 85 %",
                "OTHER_BASE XH1 0,7%",
                "OTHER_TARGET XH2 từ 8,5%/năm trở lên",
                "OTHER_TARGET AN1 từ 92% trở lên",
                "TWO_PLACES AN1 từ 92% trở lên | trên 90%");
        measure("programme.txt", expected);
    }

    private static void measure(String text, Set<String> expected) throws IOException {
        var clauses = Samples.text(text);
        var found = IndicatorCheck.of(Samples.indicators(), clauses).stream()
                .filter(finding -> finding.kind() != Finding.Kind.NOT_MENTIONED)
                .map(IndicatorCheckTest::line)
                .collect(Collectors.toCollection(TreeSet::new));
        var right = new TreeSet<>(found);
        right.retainAll(expected);
        double precision = (double) right.size() / found.size();
        double recall = (double) right.size() / expected.size();
        System.out.printf(
                Locale.ROOT,
                "%s: %d findings, %d planted, precision %.3f, recall %.3f%n",
                text,
                found.size(),
                expected.size(),
                precision,
                recall);
        var wrong = new TreeSet<>(found);
        wrong.removeAll(expected);
        var missed = new TreeSet<>(expected);
        missed.removeAll(found);
        assertThat(precision).as("false alarms: %s, missed: %s", wrong, missed).isGreaterThanOrEqualTo(AS_GOOD_AS);
        assertThat(recall).as("missed: %s", missed).isGreaterThanOrEqualTo(AS_GOOD_AS);
    }

    private static String line(Finding finding) {
        var words = new ArrayList<String>();
        for (var place : java.util.Arrays.asList(finding.first(), finding.second())) {
            if (place != null) {
                words.add(place.words());
            }
        }
        return finding.kind() + " " + finding.code() + " " + String.join(" | ", words);
    }
}
