package vn.daihoi.cell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a cell reports of its congress. Only the frame is recorded; votes are never counted here.
 *
 * @param outcome what came of it
 * @param heldOn the day it met, null when it did not
 * @param convened members summoned, null when it did not meet
 * @param present members present, null when it did not meet
 * @param minutesNumber number of the minutes, null while missing
 */
public record CellReport(
        CellOutcome outcome,
        @Nullable LocalDate heldOn,
        @Nullable Integer convened,
        @Nullable Integer present,
        @Nullable String minutesNumber) {}
