package vn.daihoi.document;

import java.util.List;
import vn.daihoi.document.text.Clause;

/**
 * The text of a version as just read.
 *
 * @param version which
 * @param clauses in reading order
 * @param intact whether the text still has the SHA-256 it was stored under; a reader has to be told when it hasn't
 */
public record VersionText(DocumentVersion version, List<Clause> clauses, boolean intact) {}
