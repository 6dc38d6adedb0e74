/**
 * The congress of a ward: its case, its plan, the rule set it pins and what each stream of preparation reports. Knows
 * none of the streams: they implement {@link vn.daihoi.congress.Stream}.
 */
@ApplicationModule(
        displayName = "Congress",
        allowedDependencies = {"engine", "audit", "organisation"})
@NullMarked
package vn.daihoi.congress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
