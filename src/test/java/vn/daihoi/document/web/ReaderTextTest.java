package vn.daihoi.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Mark;

/** The text as the reader shows it, without a server. */
class ReaderTextTest {

    private static Clause clause(long id, ClauseKind kind, int depth, String label, String text, Mark... marks) {
        return new Clause(id, kind, depth, label, text, List.of(marks));
    }

    private static String html(ReaderText text) {
        return StreamSupport.stream(text.chunks().spliterator(), false)
                .map(chunk -> chunk.html().toString())
                .reduce("", String::concat);
    }

    @Test
    void marksMayOverlapAndEveryStretchIsClosedWhereItIsOpened() {
        var text = clause(
                1,
                ClauseKind.PARAGRAPH,
                0,
                "",
                "một hai ba",
                new Mark(Mark.Style.BOLD, 0, 7),
                new Mark(Mark.Style.ITALIC, 4, 10));
        assertThat(html(new ReaderText(List.of(text), ""))).contains("<b>một </b><b><i>hai</i></b><i> ba</i>");
    }

    @Test
    void notesAreNumberedThroughTheTextAndLinkedBothWays() {
        var text = List.of(
                clause(1, ClauseKind.PARAGRAPH, 0, "", "một", new Mark(Mark.Style.NOTE, 3, 3)),
                clause(2, ClauseKind.NOTE, 1, "", "chú thích đầu"),
                clause(
                        3,
                        ClauseKind.PARAGRAPH,
                        0,
                        "",
                        "hai",
                        new Mark(Mark.Style.NOTE, 0, 0),
                        new Mark(Mark.Style.NOTE, 3, 3)),
                clause(4, ClauseKind.NOTE, 1, "", "chú thích hai"),
                clause(5, ClauseKind.NOTE, 1, "", "chú thích ba"));
        assertThat(html(new ReaderText(text, "")))
                .containsSubsequence(
                        "một<sup><a id=\"r2\" href=\"#c2\"",
                        ">1</a></sup>",
                        "id=\"c2\"><a class=\"nn\" href=\"#r2\"",
                        "<sup><a id=\"r4\" href=\"#c4\"",
                        ">2</a></sup>hai<sup><a id=\"r5\" href=\"#c5\"",
                        ">3</a></sup>");
    }

    @Test
    void aTableIsATableAndANoteInACellFollowsIt() {
        var text = List.of(
                clause(1, ClauseKind.TABLE, 0, "", ""),
                clause(2, ClauseKind.ROW, 1, "", "TT\t\tTên"),
                clause(3, ClauseKind.ROW, 1, "", "1\t2\tba\nbốn", new Mark(Mark.Style.NOTE, 6, 6)),
                clause(4, ClauseKind.NOTE, 2, "", "dưới bảng"));
        assertThat(html(new ReaderText(text, "")))
                .contains("<tr id=\"c2\"><th scope=\"col\">TT</th><td></td><th scope=\"col\">Tên</th></tr>")
                .containsSubsequence("<td>1</td><td>2</td><td>ba<sup>", "<br>bốn</td></tr></table></div>", "dưới bảng");
    }

    @Test
    void headingsRankWithoutGaps() {
        var text = List.of(
                clause(1, ClauseKind.PART, 0, "Phần I", "một"),
                clause(2, ClauseKind.SECTION, 3, "1.", "hai"),
                clause(3, ClauseKind.SECTION, 1, "A.", "ba"),
                clause(4, ClauseKind.PART, 0, "Phần II", "bốn"));
        var reader = new ReaderText(text, "");
        assertThat(reader.outline()).extracting(ReaderText.Heading::level).containsExactly(1, 2, 2, 1);
        assertThat(html(reader)).contains("<h2 ", "<h3 ").doesNotContain("<h4 ", "<h5 ");
    }

    @Test
    void wordsAreFoundAndMarkedWithoutAccentsAlsoAcrossMarks() {
        var text =
                clause(7, ClauseKind.PARAGRAPH, 0, "", "công tác hoà giải <ở> cơ sở", new Mark(Mark.Style.BOLD, 9, 12));
        var reader = new ReaderText(List.of(text), "hòa giải");
        assertThat(html(reader)).contains("<mark><b>hoà</b></mark><mark> giải</mark> &lt;ở&gt;");
        assertThat(reader.hits(5)).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(7);
            assertThat(hit.excerpt()).hasToString("công tác <mark>hoà giải</mark> &lt;ở&gt; cơ sở");
        });
    }

    @Test
    void aLongTextComesInPartsTheFirstOfThemSmallAndNothingIsLost() {
        var clauses = new ArrayList<Clause>();
        IntStream.range(1, 1001)
                .forEach(id -> clauses.add(clause(id, ClauseKind.PARAGRAPH, 0, "", "đoạn " + id + " ".repeat(100))));
        var chunks = StreamSupport.stream(new ReaderText(clauses, "").chunks().spliterator(), false)
                .toList();
        assertThat(chunks).hasSizeBetween(20, 40);
        assertThat(chunks.get(0).size()).isLessThan(chunks.get(1).size());
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.size()).isBetween(1, Chunk.LARGEST));
        var all = html(new ReaderText(clauses, ""));
        IntStream.range(1, 1001).forEach(id -> assertThat(all).contains("id=\"c" + id + "\""));
    }

    @Test
    void noWordsOfAPersonBecomeMarkup() {
        var hostile = "\"><script>'&\u0000\u001b</p>";
        var text = List.of(
                clause(1, ClauseKind.SECTION, 0, hostile, hostile),
                clause(2, ClauseKind.TABLE, 0, "", ""),
                clause(3, ClauseKind.ROW, 1, "", hostile + "\t" + hostile));
        assertThat(html(new ReaderText(text, "script")))
                .doesNotContain("<script", "\u0000", "\u001b")
                .contains("&quot;&gt;&lt;");
    }
}
