package vn.daihoi.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation.
 *
 * @param id short lower-case code, never reused: {@code dm}, {@code dm.cb01}
 * @param kind what it is
 * @param name official name
 * @param shortName name used in lists
 * @param memberCount members of a cell; for other units null, theirs is the sum over the cells below
 * @param cellType for cells only, null for others
 * @param sortOrder place among its neighbours
 * @param validFrom first day it exists
 * @param validTo last day it exists, null when no end is known
 */
public record Unit(
        String id,
        UnitKind kind,
        String name,
        String shortName,
        @Nullable Integer memberCount,
        @Nullable CellType cellType,
        int sortOrder,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the unit exists on this day. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
