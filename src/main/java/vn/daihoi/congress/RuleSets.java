package vn.daihoi.congress;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.Decisions;

/**
 * The rule sets that are deployed. Congress directives were replaced twice within one term, so each is a decision table
 * of its own under a version tag, and a congress keeps the one it is pinned to until somebody switches it.
 */
@Component
public class RuleSets {

    private static final String DECISION = "congressRules";
    private static final Pattern DIRECTIVE = Pattern.compile("CT(\\d+)-(\\d{4})");

    private final Decisions decisions;

    RuleSets(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Their version tags, in alphabetical order. */
    public List<String> tags() {
        return decisions.versionTags(DECISION);
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
        return decisions.evaluate(DECISION, tag, Map.of("level", level.name())).stream()
                .findFirst()
                .map(row -> CongressRules.of(tag, row))
                .orElseGet(() -> CongressRules.silent(tag));
    }

    /**
     * What a rule set says of a parameter for wards.
     *
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     */
    public RuleValue value(String tag, RuleParameter parameter) {
        throw new UnsupportedOperationException("rules");
    }

    /**
     * What a dossier consists of under a rule set, in the order of the table.
     *
     * @throws java.util.NoSuchElementException when there is no rule set with this tag
     */
    public List<ChecklistItem> checklist(String tag, Contents contents, CongressForm form) {
        throw new UnsupportedOperationException("rules");
    }

    /**
     * Who looks after the answer to an opinion of the superior under a rule set.
     *
     * @param opinionType name of the type of the opinion
     * @return the role that answers and within how many working days; the latter null when the table leaves it open
     */
    public OpinionRoute route(String tag, String opinionType) {
        throw new UnsupportedOperationException("rules");
    }
}
