/** The pages of the documents: list, upload, draft, reader, comparison, downloads. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.web;
