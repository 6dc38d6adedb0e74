package vn.daihoi.congress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.Decisions;
import vn.daihoi.organisation.Role;

/**
 * The rule sets that are deployed. Congress directives were replaced twice within one term, so each is a decision table
 * of its own under a version tag, and a congress keeps the one it is pinned to until somebody switches it.
 */
@Component
public class RuleSets {

    private static final String RULES = "congressRules";
    private static final String CHECKLIST = "dossierChecklist";
    private static final String READINESS = "readiness";
    private static final String ROUTING = "opinionRouting";

    /** The decisions that make a rule set. */
    static final List<String> DECISIONS = List.of(RULES, CHECKLIST, READINESS, ROUTING);

    private static final Pattern DIRECTIVE = Pattern.compile("CT(\\d+)-(\\d{4})");

    private final Decisions decisions;
    private final FilledValues filled;

    RuleSets(Decisions decisions, FilledValues filled) {
        this.decisions = decisions;
        this.filled = filled;
    }

    /** Version tags of those that are whole, in alphabetical order: one that lacks a table can't be applied. */
    public List<String> tags() {
        var tags = new ArrayList<>(decisions.versionTags(RULES));
        DECISIONS.forEach(decision -> tags.retainAll(decisions.versionTags(decision)));
        return List.copyOf(tags);
    }

    /** Whether there is one with this tag. */
    public boolean knows(String tag) {
        return tags().contains(tag);
    }

    /** What a rule set is called on the screen: the directive, where the tag names one. */
    public static String title(String tag) {
        var directive = DIRECTIVE.matcher(tag);
        return directive.matches()
                ? "Chỉ thị " + directive.group(1) + "-CT/TW năm " + directive.group(2) + " (" + tag + ")"
                : tag;
    }

    /**
     * What a rule set says of a level; silent where it has no row for it.
     *
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     */
    public CongressRules rules(String tag, CongressLevel level) {
        return decisions.evaluate(RULES, tag, Map.of("level", level.name())).stream()
                .findFirst()
                .map(row -> CongressRules.of(tag, row))
                .orElseGet(() -> CongressRules.silent(tag));
    }

    /**
     * What a rule set says of a parameter for wards: its decision table where that is filled in, else what its owner
     * filled in on the page of the rule sets. It is read anew each time, so a value counts from the moment it stands.
     *
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     */
    public RuleValue value(String tag, RuleParameter parameter) {
        return inTable(tag, parameter).orElseGet(() -> filled.newest(tag, parameter)
                .<RuleValue>flatMap(entry -> Optional.ofNullable(entry.value())
                        .map(value -> new RuleValue.Filled(value, entry.basis(), RuleValue.Source.PAGE)))
                .orElseGet(() -> new RuleValue.Unfilled("“" + parameter.title() + "” chưa được điền trong bộ quy tắc "
                        + title(tag) + ". " + Role.PROCESS_OWNER.title()
                        + " điền ở trang Quy tắc (/quy-tac), sau đó thực hiện lại bước này.")));
    }

    /** What the decision table says of a parameter, right or wrong; empty where the cell is. */
    Optional<RuleValue> inTable(String tag, RuleParameter parameter) {
        return decisions.evaluate(RULES, tag, Map.of("level", CongressLevel.WARD.name())).stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.get(parameter.column()))
                        .map(cell -> fromTable(tag, parameter, cell, row.get("basis"))));
    }

    /** What a rule set says of a level by the names of the columns, without what may also be filled in on the page. */
    Map<String, String> inWords(String tag, CongressLevel level) {
        var table = decisions.table(RULES, tag);
        var parameters =
                Arrays.stream(RuleParameter.values()).map(RuleParameter::column).collect(Collectors.toSet());
        var words = new TableWords(List.of());
        var said = new LinkedHashMap<String, String>();
        table.rows().stream()
                .filter(row -> row.inputs().equals(List.of("\"" + level.name() + "\"")))
                .forEach(row -> {
                    for (int at = 0; at < table.outputs().size(); at++) {
                        var column = table.outputs().get(at);
                        if (!parameters.contains(column.name())) {
                            said.put(
                                    column.label(),
                                    words.output(column, row.outputs().get(at)));
                        }
                    }
                });
        return said;
    }

    /**
     * The decision tables of a rule set as people read them, in a fixed order.
     *
     * @param terms what the modules above call the values of their columns
     */
    public List<ReadableTable> tables(String tag, Collection<RuleTerms> terms) {
        var words = new TableWords(terms);
        return DECISIONS.stream()
                .map(decision -> words.table(decisions.table(decision, tag)))
                .toList();
    }

    /**
     * What a dossier consists of under a rule set, in the order of the table.
     *
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     * @throws IllegalArgumentException when a row says nothing that code understands
     */
    public List<ChecklistItem> checklist(String tag, Contents contents, CongressForm form) {
        return decisions.evaluate(CHECKLIST, tag, Map.of("contents", contents.name(), "form", form.name())).stream()
                .map(row -> new ChecklistItem(
                        text(row, "code"),
                        text(row, "title"),
                        ChecklistItem.Kind.valueOf(text(row, "kind")),
                        yes(row, "required"),
                        text(row, "basis")))
                .toList();
    }

    /**
     * Whether a stream stands in the way of readiness under a rule set. Where the table has no row for it, whatever is
     * left to do does.
     *
     * @param stream code of the stream
     * @param open how much is left to do in it
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     */
    public ReadinessRule readiness(String tag, String stream, int open) {
        return decisions.evaluate(READINESS, tag, Map.of("stream", stream, "open", open)).stream()
                .findFirst()
                .map(row -> new ReadinessRule(yes(row, "blocks"), text(row, "message")))
                .orElseGet(() -> new ReadinessRule(open > 0, ""));
    }

    /**
     * Who looks after the answer to an opinion of the superior under a rule set; the editors, who look after the texts,
     * where the table has no row for it.
     *
     * @param opinionType name of the type of the opinion
     * @return the role that answers and within how many working days; the latter null when the table leaves it open
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     * @throws IllegalArgumentException when the row names no role
     */
    public OpinionRoute route(String tag, String opinionType) {
        return decisions.evaluate(ROUTING, tag, Map.of("opinionType", opinionType)).stream()
                .findFirst()
                .map(row -> new OpinionRoute(
                        Role.valueOf(text(row, "role")),
                        row.get("workingDays") instanceof Number days ? days.intValue() : null))
                .orElseGet(() -> new OpinionRoute(Role.EDITOR, null));
    }

    private static RuleValue fromTable(String tag, RuleParameter parameter, Object cell, @Nullable Object basis) {
        if (cell instanceof Number number && parameter.measure().allows(number.intValue())) {
            return new RuleValue.Filled(
                    number.intValue(), basis == null ? "bộ quy tắc " + tag : basis.toString(), RuleValue.Source.TABLE);
        }
        // falling back on the page would hide that the table is wrong
        return new RuleValue.Unfilled("“" + parameter.title() + "” trong bảng quyết định " + RULES + " của bộ quy tắc "
                + title(tag) + " phải là số nguyên từ 0 đến "
                + parameter.measure().most() + "; "
                + Role.PROCESS_OWNER.title() + " phải sửa bảng.");
    }

    private static String text(Map<String, Object> row, String name) {
        return Objects.toString(row.get(name), "");
    }

    private static boolean yes(Map<String, Object> row, String name) {
        if (row.get(name) instanceof Boolean answer) {
            return answer;
        }
        throw new IllegalArgumentException(name + " is neither yes nor no: " + row.get(name));
    }
}
