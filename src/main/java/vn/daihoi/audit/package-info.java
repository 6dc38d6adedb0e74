/** The record of every decision: who did what, for whom, when and under which rule set. Insert only. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
@NullMarked
package vn.daihoi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
