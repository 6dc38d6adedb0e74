/** The pages of the dossiers and their approval. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.approval.web;
