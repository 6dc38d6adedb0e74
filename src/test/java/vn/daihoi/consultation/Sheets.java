package vn.daihoi.consultation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Spreadsheets as units send them. */
public final class Sheets {

    private static final Object[] HEADINGS = {
        "STT", "Vị trí (mã đoạn)", "Trích đoạn", "Loại ý kiến", "Nội dung góp ý", "Nhóm"
    };

    private Sheets() {}

    /** One row: number, place, quotation, type, words, group; null for an empty cell. */
    public static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    /** A spreadsheet with our headings and these rows below. */
    public static byte[] of(@Nullable Object[]... rows) {
        return book(book -> {
            var sheet = headed(book.newWorksheet("Góp ý"));
            for (int at = 0; at < rows.length; at++) {
                fill(sheet, at + 1, rows[at]);
            }
        });
    }

    static Worksheet headed(Worksheet sheet) {
        fill(sheet, 0, HEADINGS);
        return sheet;
    }

    static void fill(Worksheet sheet, int row, @Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cells[column] instanceof String words) {
                sheet.value(row, column, words);
            }
        }
    }

    static byte[] book(Consumer<Workbook> content) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
