/** What a person sees at a glance: their work and how their congress stands. Reads the other modules, owns nothing. */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"engine", "audit", "organisation", "congress"})
@NullMarked
package vn.daihoi.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
