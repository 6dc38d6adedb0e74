package vn.daihoi.consultation.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.daihoi.consultation.Channel;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Disposition;
import vn.daihoi.consultation.SourceGroup;

/**
 * The numbers of a round and its comments as a spreadsheet. Every word goes in as text into a cell that is set as text,
 * so that no program takes it for a formula, not even after somebody has edited it. Rows leave the memory as they come.
 */
final class AnswerBook implements Closeable {

    /** Set as text. */
    private static final String TEXT = "@";

    private static final int FLUSHED = 200;

    /** Excel's mark for a character by its number, which somebody may have typed as mere letters. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String[] TITLES = {
        "Nhóm vấn đề/điều khoản",
        "Chủ thể góp ý",
        "Nội dung góp ý",
        "Nội dung tiếp thu, giải trình",
        "Mã ý kiến",
        "Nhóm nội dung",
        "Đối tượng",
        "Hình thức",
        "Loại",
        "Trích dẫn",
        "Kết quả xử lý",
        "Người đề xuất",
        "Cấp quyết định",
        "Vị trí sau sửa"
    };
    private static final int[] WIDTHS = {26, 24, 60, 50, 12, 10, 14, 16, 16, 30, 24, 24, 24, 30};

    private final Workbook book;

    AnswerBook(OutputStream out) {
        book = new Workbook(out, "daihoi", null);
    }

    /** Adds the numbers. */
    void counts(Synthesis synthesis) throws IOException {
        var sheet = book.newWorksheet("Tổng hợp");
        sheet.width(0, 44);
        for (int column = 1; column <= Channel.of(synthesis.round().kind()).size() + 1; column++) {
            sheet.width(column, 18);
        }
        int row = 0;
        strong(
                sheet,
                row,
                0,
                "Tổng hợp ý kiến góp ý vào dự thảo "
                        + CleanText.line(synthesis.document().title()));
        strong(sheet, ++row, 0, synthesis.round().title());
        for (var total : Totals.of(synthesis)) {
            text(sheet, ++row, 0, total);
        }
        row = sources(sheet, row + 2, synthesis);
        row = dispositions(sheet, row + 2, synthesis);
        row = sections(sheet, row + 2, synthesis);
        units(sheet, row + 2, synthesis);
        sheet.finish();
    }

    private static int sources(Worksheet sheet, int from, Synthesis synthesis) {
        int row = from;
        strong(sheet, row, 0, "Đối tượng");
        var channels = Channel.of(synthesis.round().kind());
        for (int at = 0; at < channels.size(); at++) {
            strong(sheet, row, at + 1, channels.get(at).title());
        }
        strong(sheet, row, channels.size() + 1, "Cộng");
        for (var source : SourceGroup.values()) {
            row++;
            text(sheet, row, 0, source.title());
            for (int at = 0; at < channels.size(); at++) {
                sheet.value(row, at + 1, synthesis.of(source, channels.get(at)));
            }
            sheet.value(row, channels.size() + 1, synthesis.of(source));
        }
        strong(sheet, ++row, 0, "Cộng");
        for (int at = 0; at < channels.size(); at++) {
            sheet.value(row, at + 1, synthesis.of(null, channels.get(at)));
        }
        sheet.value(row, channels.size() + 1, synthesis.total());
        return row;
    }

    private static int dispositions(Worksheet sheet, int from, Synthesis synthesis) {
        int row = from;
        strong(sheet, row, 0, "Hình thức xử lý");
        strong(sheet, row, 1, "Số nhóm nội dung");
        strong(sheet, row, 2, "Số ý kiến");
        for (var disposition : Disposition.values()) {
            count(
                    sheet,
                    ++row,
                    disposition.title(),
                    synthesis.answers().getOrDefault(disposition, Synthesis.Count.NONE));
        }
        count(sheet, ++row, "Chưa có đề xuất", synthesis.unanswered());
        count(sheet, ++row, "Chưa gộp nhóm", new Synthesis.Count(0, synthesis.ungrouped()));
        count(sheet, ++row, "Cộng", new Synthesis.Count(synthesis.topics(), synthesis.total()));
        return row;
    }

    private static int sections(Worksheet sheet, int from, Synthesis synthesis) {
        int row = from;
        strong(sheet, row, 0, "Phần, mục của dự thảo (kể cả các mục con)");
        strong(sheet, row, 1, "Số nhóm nội dung");
        strong(sheet, row, 2, "Số ý kiến");
        for (var section : synthesis.sections()) {
            count(sheet, ++row, section.title(), section.count());
        }
        return row;
    }

    private static void units(Worksheet sheet, int from, Synthesis synthesis) {
        int row = from;
        String[] titles = {"Đơn vị", "Số ý kiến", "Số người dự", "Số lượt phát biểu", "Thống nhất hoàn toàn"};
        for (int column = 0; column < titles.length; column++) {
            strong(sheet, row, column, titles[column]);
        }
        for (var unit : synthesis.units()) {
            row++;
            var minutes = unit.invitee().minutes();
            text(sheet, row, 0, CleanText.line(unit.invitee().name()));
            sheet.value(row, 1, unit.comments());
            if (minutes != null) {
                sheet.value(row, 2, minutes.present());
                sheet.value(row, 3, minutes.speakers());
            }
            text(sheet, row, 4, unit.agrees() ? "Có" : unit.answered() ? "" : "Không gửi ý kiến");
        }
    }

    private static void count(Worksheet sheet, int row, String title, Synthesis.Count count) {
        text(sheet, row, 0, title);
        sheet.value(row, 1, count.clusters());
        sheet.value(row, 2, count.comments());
    }

    /**
     * Adds the comments.
     *
     * @param names gives the name of a role's account
     */
    void lines(Consumer<Reports.LineReader> comments, UnaryOperator<String> names) throws IOException {
        var sheet = book.newWorksheet("Ý kiến");
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        for (int column = 0; column < TITLES.length; column++) {
            sheet.width(column, WIDTHS[column]);
            strong(sheet, 0, column, TITLES[column]);
        }
        // names are few, rows are many
        var known = new HashMap<String, String>();
        int[] rows = {0};
        comments.accept((line, texts, speaker) -> {
            int row = ++rows[0];
            var answer = line.answer();
            var cells = Arrays.asList(
                    texts.before().name(line.clauseId()),
                    speaker,
                    line.text(),
                    answer == null ? "" : answer.reason(),
                    "YK-" + line.comment(),
                    line.cluster() == null ? "" : "N-" + line.cluster(),
                    line.source().title(),
                    line.channel().title(),
                    line.type().title(),
                    line.quote(),
                    answer == null ? "" : answer.title(),
                    name(line.proposedBy(), known, names),
                    name(line.decidedBy(), known, names),
                    texts.shown(line.shownAt()));
            for (int column = 0; column < cells.size(); column++) {
                text(sheet, row, column, cells.get(column));
                sheet.style(row, column)
                        .verticalAlignment("top")
                        .wrapText(true)
                        .format(TEXT)
                        .set();
            }
            if (row % FLUSHED == 0) {
                flush(sheet);
            }
        });
        sheet.setAutoFilter(0, 0, rows[0], TITLES.length - 1);
        sheet.finish();
    }

    private static String name(@Nullable String account, HashMap<String, String> known, UnaryOperator<String> names) {
        return account == null ? "" : known.computeIfAbsent(account, names);
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(Worksheet sheet, int row, int column, String words) {
        sheet.inlineString(row, column, ESCAPE.matcher(words).replaceAll("_x005F_"));
        sheet.style(row, column).format(TEXT).set();
    }

    private static void strong(Worksheet sheet, int row, int column, String words) {
        text(sheet, row, column, words);
        sheet.style(row, column).bold().wrapText(column > 0).format(TEXT).set();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
