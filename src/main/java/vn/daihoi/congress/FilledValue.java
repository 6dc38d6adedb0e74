package vn.daihoi.congress;

import org.jspecify.annotations.Nullable;

/**
 * A value of a {@link RuleParameter} that the owner of the rule sets filled in on their page, or took back.
 *
 * @param ruleSet version tag of the rule set
 * @param parameter which parameter
 * @param number from 1 within the two; the highest counts
 * @param value measured as the parameter says, null when the former value was taken back
 * @param basis where it comes from, or why it was taken back; never blank
 * @param filled by whom and when
 */
public record FilledValue(
        String ruleSet, RuleParameter parameter, int number, @Nullable Integer value, String basis, Signed filled) {}
