package vn.daihoi.congress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a ward's congress.
 *
 * @param openingDate first day
 * @param closingDate last day, not before the first
 * @param venue where it is held
 * @param contents what is on the agenda
 * @param ruleSet tag of the rule set the congress is pinned to
 * @param note anything else, null for nothing
 */
public record CongressPlan(
        LocalDate openingDate,
        LocalDate closingDate,
        String venue,
        Contents contents,
        String ruleSet,
        @Nullable String note) {

    /** Number of days from the first to the last, both counted. */
    long days() {
        return ChronoUnit.DAYS.between(openingDate, closingDate) + 1;
    }

    /** The same plan under another rule set. */
    CongressPlan under(String tag) {
        return new CongressPlan(openingDate, closingDate, venue, contents, tag, note);
    }
}
