package vn.daihoi.congress;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set says of the congresses of one level, read from the decision table {@code congressRules}. A parameter
 * that the table leaves empty is null, and nothing is concluded from it.
 *
 * @param ruleSet version tag of the rule set, for example {@code CT45-2025}
 * @param windowFrom first day a congress may be held
 * @param windowTo last day
 * @param maxHalfDays how many half days it may last
 * @param preparatoryMaxHalfDays how many of them the preparatory session may take
 * @param announceWorkingDays how many working days before the opening it must be announced
 * @param delegateThreshold from how many members on it is one of delegates, below it one of all members
 * @param resultFileWorkingDays within how many working days the result file goes up
 * @param recognitionWorkingDays within how many working days the result is recognised
 * @param basis which instruments this was found in, for the reader to check; null when the table does not say
 */
public record CongressRules(
        String ruleSet,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowTo,
        @Nullable Integer maxHalfDays,
        @Nullable Integer preparatoryMaxHalfDays,
        @Nullable Integer announceWorkingDays,
        @Nullable Integer delegateThreshold,
        @Nullable Integer resultFileWorkingDays,
        @Nullable Integer recognitionWorkingDays,
        @Nullable String basis) {

    /** Rules that say nothing at all. */
    static CongressRules silent(String ruleSet) {
        return of(ruleSet, Map.of());
    }

    /**
     * The rules in one row of the table.
     *
     * @throws IllegalArgumentException when a cell holds something that is no date or no number
     */
    static CongressRules of(String ruleSet, Map<String, Object> row) {
        return new CongressRules(
                ruleSet,
                day(row, "windowFrom"),
                day(row, "windowTo"),
                number(row, "maxHalfDays"),
                number(row, "preparatoryMaxHalfDays"),
                number(row, "announceWorkingDays"),
                number(row, "delegateThreshold"),
                number(row, "resultFileWorkingDays"),
                number(row, "recognitionWorkingDays"),
                text(row, "basis"));
    }

    /** Where the reader can check a remark drawn from these rules. */
    String source() {
        return basis == null ? "bộ quy tắc " + ruleSet : "bộ quy tắc " + ruleSet + "; " + basis;
    }

    private static @Nullable LocalDate day(Map<String, Object> row, String name) {
        var text = text(row, name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException notADay) {
            throw new IllegalArgumentException(name + " is not a date: " + text, notADay);
        }
    }

    private static @Nullable Integer number(Map<String, Object> row, String name) {
        var value = row.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " is not a number: " + value);
    }

    private static @Nullable String text(Map<String, Object> row, String name) {
        var value = row.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
