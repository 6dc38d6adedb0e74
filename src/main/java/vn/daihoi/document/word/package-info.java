/** Word files and PDF: a file that came in as clauses and proposals, clauses that go out as a file. */
@NamedInterface("word")
@NullMarked
package vn.daihoi.document.word;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
