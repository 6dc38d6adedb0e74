/** Finds the place of a comment again in a later version. Knows no database and no page. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.anchor;
