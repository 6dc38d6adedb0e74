/**
 * Finds the place of a comment again in a later version, and the changes that may carry it out. Knows no database and no
 * page.
 */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.anchor;
