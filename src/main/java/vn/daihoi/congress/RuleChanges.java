package vn.daihoi.congress;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What switching to another rule set would change for a congress that is being prepared, for its secretary to read before
 * confirming. A dossier that was sent keeps the rule set it was frozen under; the new one applies to the next sending.
 */
@Service
public class RuleChanges {

    private final Congresses congresses;
    private final RuleSets ruleSets;

    RuleChanges(Congresses congresses, RuleSets ruleSets) {
        this.congresses = congresses;
        this.ruleSets = ruleSets;
    }

    /**
     * What would change.
     *
     * @param findings remarks on the plan
     * @param parameters what the two say differently of wards
     * @param stopping titles of the parameters that would become unfilled, each with the step it stops
     * @param added what a dossier would need that it doesn't now
     * @param removed what it would need no more
     * @param blockers what stands in the way of readiness
     */
    public record Change(
            Sides findings,
            List<Difference> parameters,
            List<String> stopping,
            List<String> added,
            List<String> removed,
            Sides blockers) {}

    /** Sentences under the present rule set and under the other. */
    public record Sides(List<String> before, List<String> after) {

        /** Whether both say the same. */
        public boolean same() {
            return before.equals(after);
        }
    }

    /** A parameter and what either rule set says of it. */
    public record Difference(String name, String before, String after) {}

    /** What would change if the congress were put under the other rule set; both must exist. */
    @Transactional(readOnly = true)
    public Change preview(Congress congress, CongressPlan plan, String tag) {
        var now = plan.ruleSet();
        var parameters = new ArrayList<>(windows(now, tag));
        var stopping = new ArrayList<String>();
        for (var parameter : RuleParameter.values()) {
            var before = ruleSets.value(now, parameter);
            var after = ruleSets.value(tag, parameter);
            if (!words(parameter, before).equals(words(parameter, after))) {
                parameters.add(new Difference(parameter.title(), words(parameter, before), words(parameter, after)));
            }
            if (before instanceof RuleValue.Filled && after instanceof RuleValue.Unfilled) {
                stopping.add(parameter.title() + " (cần cho bước: " + parameter.step() + ")");
            }
        }
        var items = items(congress, plan, now);
        var others = items(congress, plan, tag);
        return new Change(
                new Sides(congresses.findings(congress), congresses.findingsUnder(congress, tag)),
                List.copyOf(parameters),
                List.copyOf(stopping),
                without(others, items),
                without(items, others),
                new Sides(congresses.blockers(congress), congresses.blockersUnder(congress, tag)));
    }

    /** What the tables say differently of wards, beside the parameters that may also be filled in on the page. */
    private List<Difference> windows(String now, String tag) {
        var before = ruleSets.inWords(now, CongressLevel.WARD);
        var after = ruleSets.inWords(tag, CongressLevel.WARD);
        return before.entrySet().stream()
                .filter(cell -> !cell.getValue().equals(after.get(cell.getKey())))
                .map(cell ->
                        new Difference(cell.getKey(), cell.getValue(), after.getOrDefault(cell.getKey(), "Chưa có")))
                .toList();
    }

    private List<ChecklistItem> items(Congress congress, CongressPlan plan, String tag) {
        return ruleSets.checklist(tag, plan.contents(), congresses.formUnder(congress, tag));
    }

    /** Those of these that are not among those, or are something else there. */
    private static List<String> without(List<ChecklistItem> these, List<ChecklistItem> those) {
        return these.stream()
                .filter(item -> those.stream().noneMatch(other -> sameDemand(item, other)))
                .map(item -> item.title() + " (" + item.kind().title() + (item.required() ? ")" : ", không bắt buộc)"))
                .toList();
    }

    private static boolean sameDemand(ChecklistItem item, ChecklistItem other) {
        return item.code().equals(other.code()) && item.kind() == other.kind() && item.required() == other.required();
    }

    private static String words(RuleParameter parameter, RuleValue value) {
        return value.fold(parameter.measure()::inWords, no -> "chưa điền");
    }
}
