package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.daihoi.document.word.Docx.cell;
import static vn.daihoi.document.word.Docx.del;
import static vn.daihoi.document.word.Docx.ended;
import static vn.daihoi.document.word.Docx.ins;
import static vn.daihoi.document.word.Docx.p;
import static vn.daihoi.document.word.Docx.para;
import static vn.daihoi.document.word.Docx.piece;
import static vn.daihoi.document.word.Docx.r;
import static vn.daihoi.document.word.Docx.row;
import static vn.daihoi.document.word.Docx.table;
import static vn.daihoi.document.word.Readings.accept;
import static vn.daihoi.document.word.Readings.lines;
import static vn.daihoi.document.word.Readings.proposals;
import static vn.daihoi.document.word.Readings.propose;
import static vn.daihoi.document.word.Readings.texts;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tracked changes and margin comments come back as proposals. */
class TrackedChangesTest {

    @Test
    void wordsPutInTakenOutAndReplaced() {
        Docx docx = Docx.of(para(
                "",
                r("Tăng "),
                del("An", "tám"),
                ins("An", r("chín")),
                r(" phần trăm"),
                ins("Bình", r(" mỗi năm")),
                r(", "),
                del("An", "rất "),
                r("vững chắc.")));
        WordFile file = propose(docx);
        assertThat(texts(file)).containsExactly("Tăng tám phần trăm, rất vững chắc.");
        assertThat(proposals(file))
                .containsExactly("REPLACE 0:5 [tám] [chín]", "INSERT 0:18 [] [ mỗi năm]", "DELETE 0:20 [rất ] []");
        assertThat(file.proposals().get(0).author()).isEqualTo("An");
        assertThat(file.proposals().get(0).at())
                .as("the clock on the wall at the author's, whatever the Z says")
                .isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
        assertThat(texts(accept(docx))).containsExactly("Tăng chín phần trăm mỗi năm, vững chắc.");
        assertThat(accept(docx).proposals()).isEmpty();
    }

    @Test
    void neighbouringChangesOfTwoAuthorsStayApart() {
        WordFile file = propose(Docx.of(para("", r("Một "), del("An", "hai"), ins("Bình", r("ba")), r("."))));
        assertThat(proposals(file)).containsExactly("DELETE 0:4 [hai] []", "INSERT 0:7 [] [ba]");
    }

    @Test
    void blanksFitWhereWordsArePutIn() {
        assertThat(proposals(propose(Docx.of(para("", r("Một "), ins("An", r("hai")), r(" ba."))))))
                .containsExactly("INSERT 0:4 [] [hai ]");
        assertThat(proposals(propose(Docx.of(para("", r("Một "), ins("An", r("hai")))))))
                .containsExactly("INSERT 0:3 [] [ hai]");
        assertThat(proposals(propose(Docx.of(para("", ins("An", r("Một")), r(" hai"))))))
                .containsExactly("INSERT 0:0 [] [Một ]");
        assertThat(proposals(propose(Docx.of(para("", r("Một"), ins("An", r(" hai")), r(" ba"))))))
                .containsExactly("INSERT 0:3 [] [ hai]");
    }

    @Test
    void offsetsCountWithoutTheLabel() {
        WordFile file = propose(Docx.of(
                para("", r("1. Tăng "), del("An", "8%"), ins("An", r("9%")), r(" mỗi năm.")),
                para("", del("An", "2."), ins("An", r("3.")), r(" Giảm nghèo."))));
        assertThat(lines(file)).containsExactly("ITEM [1.] Tăng 8% mỗi năm.", "ITEM [2.] Giảm nghèo.");
        assertThat(proposals(file)).containsExactly("REPLACE 0:5 [8%] [9%]");
    }

    @Test
    void aParagraphTypedAfterAnother() {
        Docx docx = Docx.of(
                para(ended("ins", "An"), r("1. Đoạn cũ.")), para("", ins("An", r("2. Đoạn mới."))), p("Đoạn cuối."));
        assertThat(texts(propose(docx))).containsExactly("Đoạn cũ.", "Đoạn cuối.");
        assertThat(proposals(propose(docx))).containsExactly("INSERT_CLAUSE 0:0 [] [2. Đoạn mới.]");
        assertThat(texts(accept(docx))).containsExactly("Đoạn cũ.", "Đoạn mới.", "Đoạn cuối.");
    }

    @Test
    void aParagraphTypedBeforeTheFirst() {
        Docx docx = Docx.of(para(ended("ins", "An"), ins("An", r("Đoạn mới."))), p("Đoạn cũ."));
        assertThat(texts(propose(docx))).containsExactly("Đoạn cũ.");
        assertThat(proposals(propose(docx))).containsExactly("INSERT_CLAUSE -1:0 [] [Đoạn mới.]");
    }

    @Test
    void aParagraphSplitInTwo() {
        Docx docx = Docx.of(para(ended("ins", "An"), r("Nửa đầu.")), p(" Nửa sau."));
        assertThat(texts(propose(docx))).containsExactly("Nửa đầu. Nửa sau.");
        assertThat(proposals(propose(docx))).containsExactly("INSERT 0:8 [] [\n]");
        assertThat(texts(accept(docx))).containsExactly("Nửa đầu.", "Nửa sau.");
    }

    @Test
    void aParagraphTakenOut() {
        Docx docx = Docx.of(p("Một."), para(ended("del", "An"), del("An", "Hai.")), p("Ba."));
        assertThat(texts(propose(docx))).containsExactly("Một.", "Hai.", "Ba.");
        assertThat(proposals(propose(docx))).containsExactly("DELETE_CLAUSE 1:0 [Hai.] []");
        assertThat(texts(accept(docx))).containsExactly("Một.", "Ba.");
    }

    @Test
    void twoParagraphsMadeOne() {
        Docx docx = Docx.of(para(ended("del", "An"), r("Một.")), p("Hai."), p("Ba."));
        assertThat(texts(propose(docx))).containsExactly("Một.", "Hai.", "Ba.");
        assertThat(proposals(propose(docx))).containsExactly("INSERT 0:4 [] [ Hai.]", "DELETE_CLAUSE 1:0 [Hai.] []");
        assertThat(texts(accept(docx))).containsExactly("Một. Hai.", "Ba.");
    }

    @Test
    void aMoveIsADeletionAndAnInsertion() {
        String moved = "w:id=\"5\" w:author=\"An\" w:date=\"2026-03-01T08:30:00Z\"";
        Docx docx = Docx.of(
                p("Một."),
                para(ended("moveFrom", "An"), "<w:moveFrom " + moved + ">" + r("Hai.") + "</w:moveFrom>"),
                p("Ba."),
                para(ended("moveTo", "An"), "<w:moveTo " + moved + ">" + r("Hai.") + "</w:moveTo>"),
                p("Bốn."));
        assertThat(texts(propose(docx))).containsExactly("Một.", "Hai.", "Ba.", "Bốn.");
        assertThat(proposals(propose(docx)))
                .containsExactly("DELETE_CLAUSE 1:0 [Hai.] []", "INSERT_CLAUSE 2:0 [] [Hai.]");
        assertThat(texts(accept(docx))).containsExactly("Một.", "Ba.", "Hai.", "Bốn.");
    }

    @Test
    void rowsAndCells() {
        Docx docx = Docx.of(table(
                row(cell(p("Chỉ tiêu")), cell(para("", del("An", "8"), ins("An", r("9"))))),
                "<w:tr><w:trPr><w:ins w:id=\"1\" w:author=\"An\"/></w:trPr>" + cell(para("", ins("An", r("mới"))))
                        + cell(para("", ins("An", r("10")))) + "</w:tr>",
                "<w:tr><w:trPr><w:del w:id=\"2\" w:author=\"An\"/></w:trPr>" + cell(para("", del("An", "cũ")))
                        + cell(para("", del("An", "7"))) + "</w:tr>"));
        assertThat(lines(propose(docx))).containsExactly("TABLE ", " ROW Chỉ tiêu>8", " ROW cũ>7");
        assertThat(proposals(propose(docx)))
                .containsExactly(
                        "REPLACE 1:9 [8] [9]", "INSERT_CLAUSE 1:0 [] [mới\t10]", "DELETE_CLAUSE 2:0 [cũ\t7] []");
        assertThat(lines(accept(docx))).containsExactly("TABLE ", " ROW Chỉ tiêu>9", " ROW mới>10");
    }

    @Test
    void whatWasPutInAndTakenOutAgainIsNowhere() {
        Docx docx = Docx.of(para("", r("Một"), ins("An", del("Bình", " hai")), r(" ba.")));
        assertThat(texts(propose(docx))).containsExactly("Một ba.");
        assertThat(propose(docx).proposals()).isEmpty();
        assertThat(texts(accept(docx))).containsExactly("Một ba.");
    }

    @Test
    void formattingIsNoProposal() {
        WordFile file = propose(
                Docx.of(
                        para(
                                "<w:rPr/><w:pPrChange w:id=\"1\" w:author=\"An\"><w:pPr/></w:pPrChange>",
                                "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"2\" w:author=\"An\"><w:rPr/></w:rPrChange></w:rPr><w:t>Đậm</w:t></w:r>")));
        assertThat(file.proposals()).isEmpty();
        assertThat(texts(file)).containsExactly("Đậm");
    }

    @Test
    void automaticNumbersDontCountWhatIsOnlyProposed() {
        String item = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        Docx docx = Docx.of(
                        para(item, r("Một.")),
                        para(item + ended("ins", "An"), ins("An", r("Mới."))),
                        para(item, r("Hai.")))
                .numbering(Docx.lists(1, Docx.level(0, "decimal", "%1.", "")) + Docx.list(1, 1, ""));
        assertThat(lines(propose(docx))).containsExactly("ITEM [1.] Một.", "ITEM [2.] Hai.");
        assertThat(lines(accept(docx))).containsExactly("ITEM [1.] Một.", "ITEM [2.] Mới.", "ITEM [3.] Hai.");
    }

    @Test
    void commentsSayWhatTheySpeakAbout() {
        Docx docx = Docx.of(
                        p("1. Đoạn đầu."),
                        para(
                                "",
                                r("2. Phấn đấu "),
                                "<w:commentRangeStart w:id=\"4\"/><w:commentRangeStart w:id=\"5\"/>",
                                r("tăng 8%"),
                                "<w:commentRangeEnd w:id=\"4\"/>",
                                piece("<w:commentReference w:id=\"4\"/>"),
                                "<w:commentRangeEnd w:id=\"5\"/>",
                                piece("<w:commentReference w:id=\"5\"/>"),
                                r(" mỗi năm.")),
                        para("", "<w:commentRangeStart w:id=\"6\"/>", r("Đoạn ba.")),
                        para(
                                "",
                                r("Đoạn bốn."),
                                "<w:commentRangeEnd w:id=\"6\"/>",
                                piece("<w:commentReference w:id=\"6\"/>")))
                .comments("<w:comment w:id=\"4\" w:author=\"Chi bộ 1\" w:date=\"2026-03-02T07:00:00Z\">" + p("Cao quá?")
                        + p("Xem lại.")
                        + "</w:comment><w:comment w:id=\"5\" w:author=\"Tổ biên tập\">" + p("Giữ nguyên.")
                        + "</w:comment><w:comment w:id=\"6\" w:author=\"\">" + p("Gộp hai đoạn.") + "</w:comment>");
        for (WordFile file : new WordFile[] {propose(docx), accept(docx)}) {
            assertThat(proposals(file))
                    .containsExactly(
                            "COMMENT 1:9 [tăng 8%] []", "COMMENT 1:9 [tăng 8%] []", "COMMENT 2:0 [Đoạn ba.] []");
            assertThat(file.proposals().stream().map(Proposal::remark))
                    .containsExactly("Cao quá?\nXem lại.", "Giữ nguyên.", "Gộp hai đoạn.");
            assertThat(file.proposals().get(0).author()).isEqualTo("Chi bộ 1");
            assertThat(file.proposals().get(0).at()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
            assertThat(file.proposals().get(1).at()).isNull();
        }
    }
}
