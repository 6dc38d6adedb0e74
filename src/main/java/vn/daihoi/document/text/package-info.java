/**
 * The text of a document as clauses: how they are written down, found again in the next version, and compared. Knows no
 * database, no file format and no page.
 */
@NamedInterface("text")
@NullMarked
package vn.daihoi.document.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
