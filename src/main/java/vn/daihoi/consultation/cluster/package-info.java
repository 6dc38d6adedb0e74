/** Finds comments that say the same. Knows no database and no page. */
@org.jspecify.annotations.NullMarked
package vn.daihoi.consultation.cluster;
