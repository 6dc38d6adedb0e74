/**
 * The documents of a congress: clauses that keep their identity through frozen versions, Word in and out, comparison,
 * targets and numbers.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"engine", "audit", "organisation", "congress", "congress :: web"})
@NullMarked
package vn.daihoi.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
