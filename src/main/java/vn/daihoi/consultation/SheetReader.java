package vn.daihoi.consultation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.document.text.Search;

/** Reads the comments of a conference from a spreadsheet as people really fill it in. */
final class SheetReader {

    static final int MAX_ROWS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(SheetReader.class);

    /** The headings stand somewhere at the top; people put titles above them. */
    private static final int HEADING_WITHIN = 20;

    // how a spreadsheet stores a character that XML can't: _x000D_
    private static final Pattern STORED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    // what stands in quotes or brackets in a number format is no part of a date
    private static final Pattern NO_DATE_PART = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General");

    private final Set<Long> clauses;
    private final List<SourceGroup> groups;

    /**
     * For one unit.
     *
     * @param clauses ids of the clauses of the round's version
     * @param groups who may speak in the unit, the usual ones first
     */
    SheetReader(Set<Long> clauses, List<SourceGroup> groups) {
        this.clauses = clauses;
        this.groups = groups;
    }

    /** The columns, as the template heads them. The running number is nobody's business. */
    enum Column {
        PLACE("Vị trí (mã đoạn)", "vi tri", "ma doan"),
        QUOTE("Trích đoạn", "trich doan", "trich dan"),
        TYPE("Loại ý kiến", "loai y kien", "loai"),
        TEXT("Nội dung góp ý", "noi dung"),
        GROUP("Nhóm", "nhom");

        private final String heading;
        private final List<String> beginnings;

        Column(String heading, String... beginnings) {
            this.heading = heading;
            this.beginnings = List.of(beginnings);
        }

        String heading() {
            return heading;
        }

        boolean needed() {
            return this == PLACE || this == TYPE || this == TEXT;
        }

        private boolean heads(String typed) {
            var words = Search.normal(typed);
            return beginnings.stream().anyMatch(words::startsWith);
        }
    }

    /** A row that can be taken, by its number in the spreadsheet. */
    record Good(int row, Said said) {}

    /**
     * What is wrong with a row.
     *
     * @param row its number in the spreadsheet
     * @param column heading of the column, empty when it is the row as a whole
     * @param reason a Vietnamese sentence
     */
    record Fault(int row, String column, String reason) {}

    /** What became of a spreadsheet. */
    sealed interface Read {

        /** It could be read; rows without any words are left out. */
        record Rows(List<Good> good, List<Fault> faults) implements Read {}

        /** It can't be read at all. */
        record Unreadable(String message) implements Read {}
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Read read(byte[] bytes) {
        var refusal = SheetGuard.refusal(bytes);
        if (refusal != null) {
            return new Read.Unreadable(refusal);
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            for (var sheet : book.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .toList()) {
                var read = read(sheet);
                if (read != null) {
                    return read;
                }
            }
            return new Read.Unreadable("Không tìm thấy dòng tiêu đề của mẫu. Cần có các cột "
                    + Arrays.stream(Column.values())
                            .filter(Column::needed)
                            .map(column -> "“" + column.heading() + "”")
                            .collect(Collectors.joining(", "))
                    + " trong " + HEADING_WITHIN + " dòng đầu của một trang tính không bị ẩn.");
        } catch (TooMany e) {
            return new Read.Unreadable(
                    "Tệp có hơn 2.000 dòng góp ý. Hãy tách thành nhiều tệp rồi tải lên lần lượt; chưa có gì được lưu.");
        } catch (IOException | RuntimeException e) {
            // of a broken file the library says so by whatever it stumbles over, a NullPointerException among others
            LOG.debug("A spreadsheet could not be read", e);
            return new Read.Unreadable(SheetGuard.broken());
        }
    }

    /** The rows below the headings; null when the sheet has no headings. */
    private @Nullable Read read(Sheet sheet) throws IOException {
        try (var stream = sheet.openStream()) {
            var rows = stream.iterator();
            var columns = headings(rows);
            return columns == null ? null : below(rows, columns);
        }
    }

    private static @Nullable Map<Column, Integer> headings(Iterator<Row> rows) {
        for (int at = 0; at < HEADING_WITHIN && rows.hasNext(); at++) {
            var columns = new EnumMap<Column, Integer>(Column.class);
            for (var cell : rows.next()) {
                if (cell != null && cell.getType() == CellType.STRING) {
                    var heading = cell.asString();
                    Arrays.stream(Column.values())
                            .filter(column -> column.heads(heading))
                            .findFirst()
                            .ifPresent(column -> columns.putIfAbsent(column, cell.getColumnIndex()));
                }
            }
            if (Arrays.stream(Column.values()).filter(Column::needed).allMatch(columns::containsKey)) {
                return columns;
            }
        }
        return null;
    }

    private Read below(Iterator<Row> rows, Map<Column, Integer> columns) {
        var good = new ArrayList<Good>();
        var faults = new ArrayList<Fault>();
        int filled = 0;
        int last = 0;
        while (rows.hasNext()) {
            var row = new OneRow(rows.next(), columns);
            if (row.isEmpty()) {
                continue;
            }
            filled++;
            if (filled > MAX_ROWS) {
                throw new TooMany();
            }
            // one that goes back, or is named twice, would be shown as another
            if (row.number() <= last) {
                throw new IllegalArgumentException("Row " + row.number());
            }
            last = row.number();
            var said = row.said();
            if (said == null) {
                faults.addAll(row.faults);
            } else {
                good.add(new Good(row.number(), said));
            }
        }
        return new Read.Rows(List.copyOf(good), List.copyOf(faults));
    }

    /** One row being read. */
    private final class OneRow {

        private final Row row;
        private final Map<Column, Integer> columns;
        private final List<Fault> faults = new ArrayList<>();

        OneRow(Row row, Map<Column, Integer> columns) {
            this.row = row;
            this.columns = columns;
        }

        int number() {
            return row.getRowNum();
        }

        /** Type and group are chosen from lists, so a row that has nothing else isn't filled in yet. */
        boolean isEmpty() {
            return Arrays.stream(Column.values()).allMatch(column -> {
                var cell = cell(column);
                return cell == null
                        || cell.getType() == CellType.EMPTY
                        || cell.getType() == CellType.STRING
                                && plain(cell.asString()).isEmpty();
            });
        }

        @Nullable
        Said said() {
            var place = place();
            var quote = words(Column.QUOTE, Intake.QUOTE_LENGTH);
            var type = type();
            var text = words(Column.TEXT, Intake.TEXT_LENGTH);
            var group = group();
            if (text.isEmpty()
                    && faults.stream().noneMatch(fault -> fault.column().equals(Column.TEXT.heading()))) {
                fault(Column.TEXT, "Ô còn trống.");
            }
            return faults.isEmpty() && place.isPresent() && type != null
                    ? new Said(place.getAsLong(), quote, type, text, group)
                    : null;
        }

        private OptionalLong place() {
            var typed = words(Column.PLACE, 200);
            if (typed.isEmpty()) {
                fault(
                        Column.PLACE,
                        "Ô còn trống. Ghi mã đoạn như “Đ12”, hoặc “Toàn văn”; nếu ô đã gộp với ô trên, hãy tách ra và ghi ở từng dòng.");
                return OptionalLong.empty();
            }
            var place = Place.read(typed);
            if (place.isEmpty()) {
                fault(
                        Column.PLACE,
                        "“" + shortened(typed) + "” không phải là mã đoạn như “Đ12”, cũng không phải “Toàn văn”.");
            } else if (place.getAsLong() != Place.WHOLE && !clauses.contains(place.getAsLong())) {
                fault(
                        Column.PLACE,
                        "Phiên bản lấy ý kiến không có đoạn “" + shortened(typed)
                                + "”. Xem trang tính “Các đoạn” của mẫu.");
                return OptionalLong.empty();
            }
            return place;
        }

        private @Nullable CommentType type() {
            var typed = words(Column.TYPE, 200);
            var words = Search.normal(typed);
            for (var type : CommentType.values()) {
                if (Search.normal(type.title()).equals(words)) {
                    return type;
                }
            }
            fault(
                    Column.TYPE,
                    (typed.isEmpty() ? "Ô còn trống." : "Không có loại “" + shortened(typed) + "”.")
                            + " Chọn một trong: "
                            + Arrays.stream(CommentType.values())
                                    .map(CommentType::title)
                                    .collect(Collectors.joining(", "))
                            + ".");
            return null;
        }

        private @Nullable SourceGroup group() {
            var typed = words(Column.GROUP, 200);
            var words = Search.normal(typed);
            if (words.isEmpty()) {
                return null;
            }
            for (var group : groups) {
                if (Search.normal(group.title()).equals(words)) {
                    return group;
                }
            }
            fault(
                    Column.GROUP,
                    "“" + shortened(typed) + "” không phải là nhóm của đơn vị. Để trống hoặc ghi: "
                            + groups.stream().map(SourceGroup::title).collect(Collectors.joining(", ")) + ".");
            return null;
        }

        private @Nullable Cell cell(Column column) {
            var at = columns.get(column);
            return at == null || !row.hasCell(at) ? null : row.getCell(at);
        }

        private String words(Column column, int most) {
            var cell = cell(column);
            if (cell == null) {
                return "";
            }
            var words =
                    switch (cell.getType()) {
                        case EMPTY -> "";
                        case STRING -> plain(cell.asString());
                        case NUMBER -> number(column, cell);
                        case FORMULA -> refused(column, "Ô chứa công thức. Hãy dán lại dưới dạng giá trị (chữ).");
                        case BOOLEAN -> refused(column, "Ô chứa giá trị đúng/sai. Hãy ghi bằng chữ.");
                        case ERROR -> refused(column, "Ô bị lỗi trong bảng tính. Hãy ghi lại bằng chữ.");
                    };
            if (words.length() > most) {
                return refused(column, "Dài " + words.length() + " ký tự, nhiều hơn " + most + ".");
            }
            return words;
        }

        private String number(Column column, Cell cell) {
            var format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
            if (NO_DATE_PART.matcher(format).replaceAll("").matches("(?is).*[dmyhs].*")) {
                return refused(column, "Ô là ngày tháng. Hãy ghi bằng chữ (bảng tính có thể đã tự đổi).");
            }
            // 1E9999999 would be written out as millions of noughts
            var number = cell.asNumber();
            return number.precision() > 20 || Math.abs(number.scale()) > 20
                    ? refused(column, "Ô là một số quá dài. Hãy ghi bằng chữ.")
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        private String refused(Column column, String reason) {
            fault(column, reason);
            return "";
        }

        private void fault(Column column, String reason) {
            // the first thing wrong with a cell is enough
            if (faults.stream().noneMatch(fault -> fault.column().equals(column.heading()))) {
                faults.add(new Fault(number(), column.heading(), reason));
            }
        }
    }

    /** The words of a cell without characters nobody sees, in composed letters. */
    private static String plain(String stored) {
        var letters = STORED.matcher(stored)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        return Normalizer.normalize(letters.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]", "")
                .strip();
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 50)) + "…";
    }
}
