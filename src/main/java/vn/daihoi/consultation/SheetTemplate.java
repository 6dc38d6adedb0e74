package vn.daihoi.consultation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.daihoi.document.text.Clause;

/** Writes the spreadsheet a unit fills in: the rows to fill, all clauses with their codes, and how it is done. */
final class SheetTemplate {

    static final String ROWS = "Góp ý";
    static final String CLAUSES = "Các đoạn";
    static final String HELP = "Hướng dẫn";

    /** Rows with lists to choose from; more can be filled in without. */
    private static final int LISTED_ROWS = 500;

    private static final int BEGINNING = 300;
    private static final String HEADING_FILL = "9F1D20";
    private static final String HEADING_INK = "FFFFFF";

    private final List<Clause> clauses;
    private final List<SourceGroup> groups;

    SheetTemplate(List<Clause> clauses, List<SourceGroup> groups) {
        this.clauses = clauses;
        this.groups = groups;
    }

    /** What a template is for, as its help says. */
    byte[] write(String title, String unit) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "daihoi", "1.0")) {
            var rows = book.newWorksheet(ROWS);
            var places = book.newWorksheet(CLAUSES);
            var help = book.newWorksheet(HELP);
            places(places);
            var lists = help(help, title, unit);
            rows(rows, places, help, lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Where in the help the lists stand, by their first rows. */
    private record Lists(int types, int groups) {}

    private void rows(Worksheet sheet, Worksheet places, Worksheet help, Lists lists) {
        head(
                sheet,
                "STT",
                SheetReader.Column.PLACE.heading(),
                SheetReader.Column.QUOTE.heading(),
                SheetReader.Column.TYPE.heading(),
                SheetReader.Column.TEXT.heading(),
                SheetReader.Column.GROUP.heading());
        double[] widths = {6, 18, 40, 18, 70, 16};
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        // text, so that nothing turns into a date
        sheet.range(1, 1, LISTED_ROWS, 5)
                .style()
                .format("@")
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        for (int row = 1; row <= 20; row++) {
            sheet.value(row, 0, row);
        }
        sheet.range(1, 1, LISTED_ROWS, 1)
                .validateWithList(places.range(1, 0, clauses.size() + 1, 0))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .showErrorMessage(true)
                .errorTitle("Vị trí")
                .error("Mã này không có ở trang tính “" + CLAUSES + "”.");
        choice(
                sheet,
                3,
                help.range(lists.types(), 0, lists.types() + CommentType.values().length - 1, 0),
                "Loại ý kiến");
        choice(sheet, 5, help.range(lists.groups(), 0, lists.groups() + groups.size() - 1, 0), "Nhóm");
    }

    private static void choice(Worksheet sheet, int column, org.dhatim.fastexcel.Range list, String title) {
        sheet.range(1, column, LISTED_ROWS, column)
                .validateWithList(list)
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(title)
                .error("Hãy chọn một mục trong danh sách.");
    }

    private void places(Worksheet sheet) {
        head(sheet, "Mã đoạn", "Số, ký hiệu", "Phần đầu của đoạn");
        sheet.width(0, 12);
        sheet.width(1, 18);
        sheet.width(2, 110);
        sheet.value(1, 0, Place.code(Place.WHOLE));
        sheet.value(1, 2, "Góp ý chung cho cả dự thảo");
        int row = 2;
        for (var clause : clauses) {
            sheet.value(row, 0, Place.code(clause.id()));
            sheet.value(row, 1, storable(clause.label()));
            sheet.value(
                    row, 2, storable(Place.line(clause.label().isEmpty() ? clause : unlabelled(clause), BEGINNING)));
            sheet.style(row, 2).wrapText(true).set();
            row++;
        }
    }

    private static Clause unlabelled(Clause clause) {
        return new Clause(clause.id(), clause.kind(), clause.depth(), "", clause.text(), List.of());
    }

    private Lists help(Worksheet sheet, String title, String unit) {
        sheet.width(0, 100);
        int row = 0;
        sheet.value(row, 0, "Cách điền mẫu góp ý");
        sheet.style(row, 0).bold().fontSize(14).set();
        row++;
        for (var line : List.of(
                "Vòng lấy ý kiến: " + storable(title),
                "Đơn vị: " + storable(unit),
                "",
                "1. Mỗi dòng của trang tính “" + ROWS
                        + "” là một ý kiến. Không gộp ô, không dùng công thức, tối đa 2.000 dòng.",
                "2. “Vị trí (mã đoạn)”: mã ở trang tính “" + CLAUSES
                        + "”, ví dụ “Đ12”; góp ý chung thì ghi “Toàn văn”.",
                "3. “Trích đoạn”: chép nguyên văn những chữ muốn góp ý trong đoạn đó; có thể để trống.",
                "4. “Loại ý kiến”: một trong các loại dưới đây.",
                "5. “Nội dung góp ý”: tối đa " + Intake.TEXT_LENGTH
                        + " ký tự. Không ghi họ tên, số điện thoại của người góp ý.",
                "6. “Nhóm”: người góp ý thuộc nhóm nào dưới đây; để trống thì tính là “"
                        + groups.get(0).title() + "”.",
                "7. Lưu lại dạng .xlsx (không quá 2 MB) rồi tải lên ở trang hội nghị của đơn vị. Dòng sai được liệt kê kèm lý do; "
                        + "tải lại cùng một tệp không làm trùng ý kiến.",
                "")) {
            sheet.value(row, 0, line);
            sheet.style(row, 0).wrapText(true).set();
            row++;
        }
        row = list(
                sheet,
                row,
                "Loại ý kiến",
                Arrays.stream(CommentType.values()).map(CommentType::title).toList());
        int types = row - CommentType.values().length;
        row = list(
                sheet, row + 1, "Nhóm", groups.stream().map(SourceGroup::title).toList());
        return new Lists(types, row - groups.size());
    }

    private static int list(Worksheet sheet, int from, String heading, List<String> items) {
        int row = from;
        sheet.value(row, 0, heading);
        sheet.style(row, 0).bold().set();
        for (var item : items) {
            row++;
            sheet.value(row, 0, item);
        }
        return row + 1;
    }

    private static void head(Worksheet sheet, String... headings) {
        for (int column = 0; column < headings.length; column++) {
            sheet.value(0, column, headings[column]);
            sheet.style(0, column)
                    .bold()
                    .fillColor(HEADING_FILL)
                    .fontColor(HEADING_INK)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
        }
        sheet.freezePane(0, 1);
    }

    /** Without characters that XML can't carry. */
    private static String storable(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cn}&&[^\\n]]", " ");
    }
}
