/** The congresses of the cells under a ward: planned, held, reported, checked, recognised, counted. */
@ApplicationModule(
        displayName = "Cell congresses",
        allowedDependencies = {"engine", "audit", "organisation", "congress"})
@NullMarked
package vn.daihoi.cell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
