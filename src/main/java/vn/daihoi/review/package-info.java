/**
 * The working sessions of a superior's working group with a ward: what its members think of the drafts, what its head
 * concludes, and what comes of each conclusion.
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "engine",
            "audit",
            "organisation",
            "congress",
            "congress :: web",
            "document",
            "document :: text",
            "document :: word",
            "document :: indicator",
            "document :: numbering",
            "consultation"
        })
@NullMarked
package vn.daihoi.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
