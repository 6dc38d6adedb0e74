/** The page on which the audit log is checked. It shows nothing of what the entries say. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.audit.web;
