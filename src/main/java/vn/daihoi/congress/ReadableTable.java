package vn.daihoi.congress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.organisation.Role;

/**
 * A decision table in words, for whoever looks after it or is bound by it.
 *
 * @param name what it is called
 * @param about what it is about
 * @param version number of the deployed version
 * @param headers names of the columns
 * @param rows its lines, each with a cell for each column
 * @param notes what was noted beside the rules, each with the rule it belongs to in front
 */
public record ReadableTable(
        String name, String about, int version, List<String> headers, List<List<String>> rows, List<String> notes) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String ALWAYS = "Mọi trường hợp";
    private static final String SILENT = "Chưa có";

    /** What the values of a column are called. */
    private static final Map<String, Map<String, String>> TITLES = Map.of(
            "level", titles(CongressLevel.values(), CongressLevel::title),
            "contents", titles(Contents.values(), Contents::title),
            "form", titles(CongressForm.values(), CongressForm::title),
            "kind", titles(ChecklistItem.Kind.values(), ChecklistItem.Kind::title),
            "role", titles(Role.values(), Role::title));

    /** Puts a table in words. One that says much of few cases is turned, so that each case becomes a column. */
    static ReadableTable of(DecisionTable table) {
        var cases = table.rows().stream().map(row -> condition(table, row)).toList();
        var turned = table.outputs().size() > table.rows().size();
        var headers = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        if (turned) {
            headers.add("Nội dung");
            headers.addAll(cases);
            for (int column = 0; column < table.outputs().size(); column++) {
                rows.add(line(table, column));
            }
        } else {
            table.inputs().forEach(input -> headers.add(input.label()));
            table.outputs().forEach(output -> headers.add(output.label()));
            table.rows().forEach(row -> rows.add(cells(table, row)));
        }
        return new ReadableTable(
                table.name(),
                table.about(),
                table.version(),
                List.copyOf(headers),
                List.copyOf(rows),
                IntStream.range(0, cases.size())
                        .filter(row -> !table.rows().get(row).note().isEmpty())
                        .mapToObj(row ->
                                cases.get(row) + ": " + table.rows().get(row).note())
                        .toList());
    }

    /** What a rule says in one column. */
    static String output(DecisionTable.Column column, String cell) {
        return words(column, cell, SILENT);
    }

    private static String condition(DecisionTable table, DecisionTable.Row row) {
        return IntStream.range(0, row.inputs().size())
                .mapToObj(at -> words(table.inputs().get(at), row.inputs().get(at), ALWAYS))
                .collect(Collectors.joining(", "));
    }

    private static List<String> line(DecisionTable table, int column) {
        var output = table.outputs().get(column);
        return Stream.concat(
                        Stream.of(output.label()),
                        table.rows().stream()
                                .map(row -> output(output, row.outputs().get(column))))
                .toList();
    }

    private static List<String> cells(DecisionTable table, DecisionTable.Row row) {
        return Stream.concat(
                        IntStream.range(0, row.inputs().size())
                                .mapToObj(at -> words(
                                        table.inputs().get(at), row.inputs().get(at), ALWAYS)),
                        IntStream.range(0, row.outputs().size())
                                .mapToObj(at -> output(
                                        table.outputs().get(at), row.outputs().get(at))))
                .toList();
    }

    private static String words(DecisionTable.Column column, String cell, String empty) {
        if (cell.isEmpty() || cell.equals("-")) {
            return empty;
        }
        if (!cell.startsWith("\"")) {
            return switch (cell) {
                case "true" -> "Có";
                case "false" -> "Không";
                default -> cell;
            };
        }
        var titles = TITLES.getOrDefault(column.name(), Map.of());
        return Arrays.stream(cell.substring(1, cell.length() - 1).split("\"\\s*,\\s*\""))
                .map(value -> DAY.matcher(value).matches()
                        ? VietnamTime.day(LocalDate.parse(value))
                        : titles.getOrDefault(value, value))
                .collect(Collectors.joining("; "));
    }

    private static <E extends Enum<E>> Map<String, String> titles(E[] values, Function<E, String> title) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, title));
    }
}
