package vn.daihoi.congress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.daihoi.engine.DecisionTable;
import vn.daihoi.organisation.Role;

/** Puts decision tables in words. */
final class TableWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String ALWAYS = "Mọi trường hợp";
    private static final String SILENT = "Chưa có";
    private static final String FILLED_IN_ABOVE = "Điền ở phần tham số";

    /** Of no use to a reader beside the name that stands next to it. */
    private static final String CODE = "code";

    /** What a rule is about, where it has a name of its own. */
    private static final String TITLE = "title";

    /** The parameters are those of wards. */
    private static final String WARD = '"' + CongressLevel.WARD.name() + '"';

    private static final Set<String> PARAMETERS =
            Arrays.stream(RuleParameter.values()).map(RuleParameter::column).collect(Collectors.toUnmodifiableSet());

    private static final List<RuleTerms> OURS = List.of(
            RuleTerms.of("level", CongressLevel.values(), CongressLevel::title),
            RuleTerms.of("contents", Contents.values(), Contents::title),
            RuleTerms.of("form", CongressForm.values(), CongressForm::title),
            RuleTerms.of("kind", ChecklistItem.Kind.values(), ChecklistItem.Kind::title),
            RuleTerms.of("role", Role.values(), Role::title));

    private final Map<String, Map<String, String>> titles;

    /**
     * With the terms of the modules above beside our own.
     *
     * @param theirs at most one of each column, none of a column of ours
     */
    TableWords(Collection<RuleTerms> theirs) {
        titles = Stream.concat(OURS.stream(), theirs.stream())
                .collect(Collectors.toMap(RuleTerms::column, RuleTerms::titles));
    }

    /** A whole table. One that says much of few cases is turned, so that each case becomes a column. */
    ReadableTable table(DecisionTable table) {
        var cases = table.rows().stream()
                .map(row -> String.join(", ", conditions(table, row)))
                .toList();
        var shown = IntStream.range(0, table.outputs().size())
                .filter(at -> !table.outputs().get(at).name().equals(CODE))
                .boxed()
                .toList();
        var headers = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        if (shown.size() > table.rows().size()) {
            headers.add("Nội dung");
            headers.addAll(cases);
            for (int at : shown) {
                var line = new ArrayList<>(List.of(table.outputs().get(at).label()));
                table.rows().forEach(row -> line.add(output(table, row, at)));
                rows.add(List.copyOf(line));
            }
        } else {
            table.inputs().forEach(input -> headers.add(input.label()));
            shown.forEach(at -> headers.add(table.outputs().get(at).label()));
            for (var row : table.rows()) {
                var line = conditions(table, row);
                shown.forEach(at -> line.add(output(table, row, at)));
                rows.add(List.copyOf(line));
            }
        }
        return new ReadableTable(
                table.name(),
                table.about(),
                table.version(),
                List.copyOf(headers),
                List.copyOf(rows),
                IntStream.range(0, cases.size())
                        .mapToObj(at -> note(table, table.rows().get(at), cases.get(at)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** What was noted beside a rule, unless it only says again what the rule is about. */
    private Optional<String> note(DecisionTable table, DecisionTable.Row row, String named) {
        var about = IntStream.range(0, row.outputs().size())
                .filter(at -> table.outputs().get(at).name().equals(TITLE)
                        && !row.outputs().get(at).isEmpty())
                .mapToObj(at -> output(table, row, at))
                .findFirst()
                .orElse(named);
        return row.note().isEmpty() || row.note().equals(about + ".")
                ? Optional.empty()
                : Optional.of(about + ": " + row.note());
    }

    /** What a rule says in one column. */
    String output(DecisionTable.Column column, String cell) {
        return words(column, cell, SILENT);
    }

    private String output(DecisionTable table, DecisionTable.Row row, int at) {
        var column = table.outputs().get(at);
        var elsewhere = PARAMETERS.contains(column.name()) && row.inputs().contains(WARD);
        return words(column, row.outputs().get(at), elsewhere ? FILLED_IN_ABOVE : SILENT);
    }

    private List<String> conditions(DecisionTable table, DecisionTable.Row row) {
        return IntStream.range(0, row.inputs().size())
                .mapToObj(at -> words(table.inputs().get(at), row.inputs().get(at), ALWAYS))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String words(DecisionTable.Column column, String cell, String empty) {
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
        var named = titles.getOrDefault(column.name(), Map.of());
        return Arrays.stream(cell.substring(1, cell.length() - 1).split("\"\\s*,\\s*\""))
                .map(value -> DAY.matcher(value).matches()
                        ? VietnamTime.day(LocalDate.parse(value))
                        : named.getOrDefault(value, value))
                .collect(Collectors.joining("; "));
    }
}
