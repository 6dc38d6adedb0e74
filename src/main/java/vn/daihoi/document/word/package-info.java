/** Word files and PDF: a file that came in as clauses and proposals, clauses that go out as a file. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.word;
