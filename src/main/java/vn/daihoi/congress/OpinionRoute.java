package vn.daihoi.congress;

import org.jspecify.annotations.Nullable;
import vn.daihoi.organisation.Role;

/**
 * Who looks after the answer to an opinion of the superior, a row of the decision table {@code opinionRouting}.
 *
 * @param role who prepares the answer
 * @param workingDays within how many working days, null when the table leaves it open
 */
public record OpinionRoute(Role role, @Nullable Integer workingDays) {}
