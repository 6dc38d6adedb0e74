package vn.daihoi.congress;

/**
 * Whether a stream stands in the way of readiness, a row of the decision table {@code readiness}.
 *
 * @param blocks whether it does
 * @param message the Vietnamese sentence that says why; empty when the table doesn't say
 */
public record ReadinessRule(boolean blocks, String message) {}
