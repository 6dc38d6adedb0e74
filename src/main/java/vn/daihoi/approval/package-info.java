/**
 * The revision of the documents after what the superior said, their adoption by the executive committee, and the dossier
 * with which they are put before the superior for approval.
 */
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {
            "engine",
            "audit",
            "organisation",
            "congress",
            "congress :: web",
            "cell",
            "document",
            "document :: text",
            "document :: word",
            "document :: numbering",
            "consultation",
            "consultation :: report",
            "review"
        })
@NullMarked
package vn.daihoi.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
