/**
 * Comment rounds on the drafts: who was asked, what people said, what it was answered, where the text shows it, and what
 * is reported of it.
 */
@ApplicationModule(
        displayName = "Consultation",
        allowedDependencies = {
            "engine",
            "audit",
            "organisation",
            "congress",
            "congress :: web",
            "document",
            "document :: text",
            "document :: word"
        })
@NullMarked
package vn.daihoi.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
