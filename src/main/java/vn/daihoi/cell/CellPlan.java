package vn.daihoi.cell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a cell plans for its congress.
 *
 * @param plannedDate the day it is to be held
 * @param venue where
 * @param note anything else, null for nothing
 */
public record CellPlan(LocalDate plannedDate, String venue, @Nullable String note) {}
