package vn.daihoi.document.indicator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.indicator.Indicator.Kind;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.ClauseKind;
import vn.daihoi.document.text.Search;

/** Reads the tables of a text that look like a table of targets. */
final class TableReader {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    /** Rows at the top of a table among which its header is looked for. */
    private static final int HEADER = 3;

    /** No longer than a target can be stored. */
    private static final int NAME = 300;

    private static final int CELL = 100;

    private TableReader() {}

    /**
     * A row read as a target.
     *
     * @param clause index of the row
     * @param indicator what it says, tied to the clause's id
     * @param targetCell the cell the target was read from
     * @param baseCell the cell the base was read from; empty for none
     */
    record Row(int clause, Indicator indicator, String targetCell, String baseCell) {}

    private enum Column {
        CODE,
        NAME,
        UNIT,
        BASE,
        TARGET,
        OWNER,
        BASIS
    }

    /** What a header says. */
    private record Header(Map<Column, Integer> columns, @Nullable Integer baseYear, @Nullable Integer targetYear) {}

    /** The rows of all tables whose header names at least a target, in reading order. */
    static List<Row> rows(List<Clause> clauses) {
        var rows = new ArrayList<Row>();
        Header header = null;
        int inTable = 0;
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            if (clause.kind() == ClauseKind.TABLE) {
                header = null;
                inTable = 0;
            } else if (clause.kind() == ClauseKind.ROW) {
                inTable++;
                var cells = clause.text().split("\t", -1);
                if (header == null && inTable <= HEADER) {
                    header = header(cells);
                } else if (header != null) {
                    var row = row(i, clause, cells, header, rows.size() + 1);
                    if (row != null) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static @Nullable Header header(String[] cells) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        Integer baseYear = null;
        Integer targetYear = null;
        for (int i = 0; i < cells.length; i++) {
            var name = Search.normal(cells[i]);
            var column = column(name, columns);
            if (column != null) {
                columns.putIfAbsent(column, i);
                var year = YEAR.matcher(name)
                        .results()
                        .reduce((one, other) -> other)
                        .map(match -> Integer.valueOf(match.group()))
                        .orElse(null);
                baseYear = column == Column.BASE && year != null ? year : baseYear;
                targetYear = column == Column.TARGET && year != null ? year : targetYear;
            }
        }
        return columns.containsKey(Column.NAME) && columns.containsKey(Column.TARGET)
                ? new Header(columns, baseYear, targetYear)
                : null;
    }

    private static @Nullable Column column(String name, Map<Column, Integer> known) {
        if (name.matches("ma|ma so|ky hieu|ma chi tieu")) {
            return Column.CODE;
        }
        if (name.matches(".*(chu tri|phu trach|trach nhiem|co quan).*")) {
            return Column.OWNER;
        }
        if (name.matches("don vi( tinh)?|dvt|dv tinh")) {
            return Column.UNIT;
        }
        if (name.matches(".*(can cu|co so phap ly).*")) {
            return Column.BASIS;
        }
        if (name.matches(".*(hien trang|thuc hien|ket qua|nam goc).*")) {
            return Column.BASE;
        }
        if (name.matches(".*(muc tieu|ke hoach|phan dau).*")) {
            return Column.TARGET;
        }
        if (YEAR.matcher(name).find()) {
            // of two bare years the first is what was reached, the second what is to be
            return known.containsKey(Column.BASE)
                    ? Column.TARGET
                    : name.contains("den nam") || name.contains("chi tieu") ? Column.TARGET : Column.BASE;
        }
        return name.matches("(ten |noi dung )?(cac )?chi tieu.*|noi dung") ? Column.NAME : null;
    }

    private static @Nullable Row row(int index, Clause clause, String[] cells, Header header, int position) {
        var name = cell(cells, header, Column.NAME);
        var target = cell(cells, header, Column.TARGET);
        var base = cell(cells, header, Column.BASE);
        var unit = cell(cells, header, Column.UNIT).replaceAll("^[-–—]$", "");
        if (name.isEmpty()
                || target.isEmpty()
                || name.length() > NAME
                || target.length() > CELL
                || base.length() > CELL) {
            return null;
        }
        boolean yearly = Search.normal(target).matches(".*(hang nam|moi nam).*");
        var aim = Amount.parse(target).orElse(new Amount(null, null, null, null, target));
        var was = Amount.parse(base.replaceAll("^[-–—]$", "")).orElse(new Amount(null, null, null, null, base));
        var word = yearly && aim.low() == null && !was.word().isEmpty() ? was.word() : aim.word();
        var code = cell(cells, header, Column.CODE);
        var kind = aim.kind() == null ? Kind.ABSOLUTE : aim.kind();
        return new Row(
                index,
                new Indicator(
                        code.isEmpty() ? "CT%02d".formatted(position) : code,
                        name,
                        unit,
                        kind,
                        was.low(),
                        was.word(),
                        was.low() == null && was.word().isEmpty() ? null : header.baseYear(),
                        aim.low(),
                        aim.high(),
                        aim.outOf(),
                        word,
                        yearly || unit.endsWith("/năm") ? null : header.targetYear(),
                        cell(cells, header, Column.OWNER),
                        cell(cells, header, Column.BASIS),
                        clause.id(),
                        position),
                target,
                base);
    }

    private static String cell(String[] cells, Header header, Column column) {
        Integer at = header.columns().get(column);
        return at == null || at >= cells.length
                ? ""
                : cells[at].replace('\n', ' ').strip();
    }
}
