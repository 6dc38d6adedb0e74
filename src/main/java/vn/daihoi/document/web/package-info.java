/** The pages of the documents. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.document.web;
