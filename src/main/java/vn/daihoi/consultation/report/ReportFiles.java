package vn.daihoi.consultation.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Round;
import vn.daihoi.consultation.RoundStatus;
import vn.daihoi.document.VersionText;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.word.PdfWriter;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.document.word.TableWriter;
import vn.daihoi.document.word.TableWriter.Cell;
import vn.daihoi.document.word.TableWriter.Column;
import vn.daihoi.document.word.TableWriter.Row;
import vn.daihoi.document.word.WordWriter;
import vn.daihoi.organisation.Members;

/** The reports of a round as files. Who may have them is asked before. */
@Component
public class ReportFiles {

    // who signs is a body, never a person: domain study §2.10 (QĐ 399, HD 05-HD/VPTW as cited there)
    private static final List<String> SIGNATURE = List.of("T/M ĐẢNG ỦY", "BÍ THƯ");
    private static final List<String> FILED =
            List.of("Các chi bộ trực thuộc", "MTTQ và các tổ chức chính trị - xã hội", "Lưu Văn phòng Đảng ủy");

    // the columns of the table, after the form used for drafts of laws: domain study §3.4
    private static final List<Column> COLUMNS = List.of(
            new Column("TT", 5, true),
            new Column("Nhóm vấn đề/điều khoản", 15, false),
            new Column("Chủ thể góp ý", 17, false),
            new Column("Nội dung góp ý", 33, false),
            new Column("Nội dung tiếp thu, giải trình", 30, false));

    private final Reports reports;
    private final Versions versions;
    private final Members members;
    private final WordWriter word;
    private final PdfWriter pdf;
    private final TableWriter tables;

    ReportFiles(
            Reports reports, Versions versions, Members members, WordWriter word, PdfWriter pdf, TableWriter tables) {
        this.reports = reports;
        this.versions = versions;
        this.members = members;
        this.word = word;
        this.pdf = pdf;
        this.tables = tables;
    }

    /** The words of the synthesis report, for a page. */
    public List<Clause> text(Synthesis synthesis) {
        return SynthesisText.of(synthesis);
    }

    /** The synthesis report as a Word file. */
    public void synthesisAsWord(Synthesis synthesis, OutputStream out) throws IOException {
        word.write(
                sheet(synthesis, SynthesisText.of(synthesis)),
                synthesis.document().type().format(),
                out);
    }

    /** The synthesis report as PDF. */
    public void synthesisAsPdf(Synthesis synthesis, OutputStream out) throws IOException {
        pdf.write(
                sheet(synthesis, SynthesisText.of(synthesis)),
                synthesis.document().type().format(),
                out);
    }

    /** The counts of the synthesis report as a spreadsheet. */
    public void countsAsSheet(Synthesis synthesis, OutputStream out) throws IOException {
        try (var book = new AnswerBook(out)) {
            book.counts(synthesis);
        }
    }

    /** The explanation table of a round as a Word file, one row for each cluster; totals and rows are of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void tableAsWord(String round, OutputStream out) throws IOException {
        var synthesis = reports.synthesis(round);
        tables.write(
                sheet(synthesis, opening(synthesis)),
                synthesis.document().type().format(),
                COLUMNS,
                rows -> {
                    var numbering = new Numbering(rows);
                    reports.synthesis(round, numbering::take);
                },
                out);
    }

    /** The same as a spreadsheet, one row for each comment and with what only the office needs. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void tableAsSheet(String round, OutputStream out) throws IOException {
        var synthesis = reports.synthesis(round);
        try (var book = new AnswerBook(out)) {
            book.counts(synthesis);
            book.lines(lines -> reports.lines(round, lines), members::displayName);
        }
    }

    /** The paper round it: a draft until the round has ended with its result published. */
    private Sheet sheet(Synthesis synthesis, List<Clause> clauses) {
        var document = synthesis.document();
        var circulated = synthesis.round().version();
        var version =
                circulated == null ? versions.latest(document.id()) : versions.numbered(document.id(), circulated);
        var heading = version.map(one -> versions.sheet(document, new VersionText(one, List.of(), true)));
        var status = synthesis.round().status();
        boolean issued = status == RoundStatus.PUBLISHED || status == RoundStatus.ANSWERED;
        return new Sheet(
                // not the id of the document: this file is none of its versions
                "bao-cao-" + synthesis.round().id(),
                0,
                heading.map(Sheet::superior).orElse(""),
                heading.map(Sheet::issuer).orElse(""),
                null,
                "",
                null,
                issued ? null : mark(synthesis),
                issued ? FILED : List.of(),
                issued ? SIGNATURE : List.of(),
                clauses);
    }

    private static @Nullable String mark(Synthesis synthesis) {
        return synthesis.interim() ? "Dự thảo – số liệu tạm tính" : "Dự thảo";
    }

    /** What stands before the table: totals and those that agree, see the domain study §3.4. */
    private static List<Clause> opening(Synthesis synthesis) {
        var clauses = new ArrayList<Clause>();
        clauses.add(clause(ClauseKind.TITLE, "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý"));
        clauses.add(clause(
                ClauseKind.TITLE,
                "vào dự thảo " + CleanText.line(synthesis.document().title()) + " (" + name(synthesis.round()) + ")"));
        Totals.of(synthesis).forEach(total -> clauses.add(clause(ClauseKind.PARAGRAPH, total)));
        return clauses;
    }

    private static String name(Round round) {
        return round.ofSuperior() ? CleanText.line(round.title()) : "vòng " + round.number();
    }

    private static Clause clause(ClauseKind kind, String text) {
        return new Clause(Clause.NO_ID, kind, 0, "", text, List.of());
    }

    /** Makes rows of topics, with a heading wherever another part begins. */
    private static final class Numbering {

        private final Consumer<Row> rows;
        private List<Places.Heading> under = List.of();
        private int number;

        Numbering(Consumer<Row> rows) {
            this.rows = rows;
        }

        void take(Topic topic, Reports.Texts texts) {
            var headings = texts.before().headings(topic.clauseId());
            if (!headings.equals(under)) {
                for (var heading : headings) {
                    if (!under.contains(heading)) {
                        rows.accept(new Row.Heading(heading.title()));
                    }
                }
                under = headings;
            }
            var answer = topic.answer();
            var shown = texts.shown(topic.shownAt());
            rows.accept(new Row.Cells(List.of(
                    new Cell("", Words.number(++number)),
                    new Cell("", texts.before().name(topic.clauseId())),
                    new Cell("", topic.spokenBy()),
                    new Cell("", topic.words()),
                    answer == null
                            ? new Cell("", "Chưa có đề xuất.")
                            : new Cell(
                                    answer.title(),
                                    (answer.reason() + (shown.isEmpty() ? "" : "\nThể hiện tại: " + shown + "."))
                                            .strip()))));
        }
    }
}
